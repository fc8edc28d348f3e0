//! `robot-relay [BIND [ROBOT…]]`.
//!
//! Not judged from outside: whether what strangers send is printed, from which address the relay sends, and in which
//! order what comes together goes on (all left open).

use std::net::SocketAddr;

use super::suspicion::{
    BINDS_LOOPBACK_ONLY, ENDS_AFTER_ICMP, NAMESAKE, QUEUE_THROWS_AWAY, RELAYS_THE_TEXT, SENDER_HEARS_ITSELF,
    SENDS_SOMETHING_ELSE, STRANGERS_TAKE_PART, TOLD_BY_IP_ONLY,
};
use crate::exercises::shown::Listener;
use crate::exercises::suspicion::{
    DATAGRAM_TAKEN_FOR_LINES, DIES_OF_ICMP, ENDS_AT_A_NUL, GOES_ON_AFTER_AN_ERROR, IGNORES_ITS_ARGUMENTS,
    INSISTS_ON_UTF_8, IPV4_ONLY, KEEPS_THE_CARRIAGE_RETURN, ONE_BEHIND, OTHER_DEFAULT, PRINTS_ANOTHER_LINE,
    PRINTS_ON_STDERR, PRINTS_SOMETHING_ELSE, SHARES_ITS_PORT, SHOWS_NO_ADDRESS, SHOWS_NO_PORT, SHOWS_NOTHING,
    SKIPS_WHAT_IS_EMPTY, STDIN_END_STOPS_IT, STDOUT_NOT_FLUSHED, TAKES_ANOTHER_PORT, TAKES_NO_NAME,
    TAKES_NOTHING_FOR_THE_END, TAKES_THE_FIRST_ADDRESS, TELLS_SOME_ONLY, TRIES_FOR_EVER, TRIMS_THE_LINE,
    TRUNCATES_DATAGRAMS, WRONG_ADDRESS_SHOWN,
};
use crate::exercises::{Check, port_in_use, wrong_addresses};
use crate::lab::{Lab, Step, UdpPeer};

pub const CHECKS: &[Check] = &[
    check("08.relays", 8, relays)
        .by_hand("nc -u -s 127.0.0.2 -p 4001 127.0.0.1 4455    (and 127.0.0.3, 4002 in another terminal)")
        .suspects(&[IGNORES_ITS_ARGUMENTS, SENDS_SOMETHING_ELSE]),
    check("08.everybody", 4, tells_everybody).needs(RELAYS).suspects(&[TELLS_SOME_ONLY]),
    check("08.spares-the-sender", 4, spares_the_sender).needs(RELAYS).suspects(&[SENDER_HEARS_ITSELF]),
    check("08.once", 2, sends_nothing_else).needs(RELAYS),
    check("08.strangers", 4, ignores_strangers).needs(RELAYS).suspects(&[STRANGERS_TAKE_PART, INSISTS_ON_UTF_8]),
    check("08.same-address", 2, tells_two_at_one_address).needs(RELAYS).suspects(&[TOLD_BY_IP_ONLY]),
    check("08.neighbour", 1, ignores_a_neighbour)
        .needs(&["08.strangers", "08.same-address"])
        .suspects(&[TOLD_BY_IP_ONLY]),
    check("08.prints", 4, |lab| with_ana(lab, Listener::shows_a_datagram)).needs(RELAYS).suspects(&[
        SHOWS_NO_ADDRESS,
        SHOWS_NO_PORT,
        WRONG_ADDRESS_SHOWN,
        PRINTS_ANOTHER_LINE,
        PRINTS_ON_STDERR,
        SHOWS_NOTHING,
    ]),
    check("08.prints-at-once", 2, |lab| with_ana(lab, Listener::shows_at_once))
        .needs(PRINTS)
        .suspects(&[ONE_BEHIND, STDOUT_NOT_FLUSHED]),
    check("08.prints-line-ends", 1, |lab| with_ana(lab, Listener::shows_line_ends)).needs(PRINTS).suspects(&[
        KEEPS_THE_CARRIAGE_RETURN,
        TRIMS_THE_LINE,
        DATAGRAM_TAKEN_FOR_LINES,
    ]),
    check("08.prints-nothing-else", 1, |lab| with_ana(lab, Listener::prints_nothing_else))
        .needs(PRINTS)
        .suspects(&[PRINTS_SOMETHING_ELSE]),
    check("08.unchanged", 3, changes_nothing).needs(RELAYS).suspects(&[RELAYS_THE_TEXT]),
    check("08.any-bytes", 2, passes_any_bytes).needs(PRINTS).suspects(&[
        ENDS_AT_A_NUL,
        RELAYS_THE_TEXT,
        INSISTS_ON_UTF_8,
    ]),
    check("08.largest", 3, passes_the_largest_datagram).needs(PRINTS).suspects(&[TRUNCATES_DATAGRAMS]),
    check("08.empty", 2, passes_an_empty_datagram)
        .needs(&["08.prints", "08.unchanged"])
        .suspects(&[TAKES_NOTHING_FOR_THE_END, SKIPS_WHAT_IS_EMPTY]),
    check("08.robot-off", 4, does_not_mind_that_one_is_off).needs(EVERYBODY).suspects(&[DIES_OF_ICMP, ENDS_AFTER_ICMP]),
    check("08.burst", 4, keeps_all_of_a_burst).needs(EVERYBODY).suspects(&[QUEUE_THROWS_AWAY]),
    check("08.stdin-ends", 1, outlives_its_stdin).needs(RELAYS).suspects(&[STDIN_END_STOPS_IT]),
    check("08.name", 1, resolves_a_name).needs(RELAYS).suspects(&[TAKES_NO_NAME, TAKES_THE_FIRST_ADDRESS]),
    check("08.ipv6", 1, speaks_ipv6).needs(&["08.prints", "08.same-address"]).suspects(&[IPV4_ONLY]),
    check("08.port-in-use", 1, tells_that_the_port_is_in_use).needs(RELAYS).suspects(&[
        TRIES_FOR_EVER,
        TAKES_ANOTHER_PORT,
        SHARES_ITS_PORT,
    ]),
    check("08.usage", 1, refuses_wrong_usage),
    check("08.unknown-name", 1, tells_of_an_unknown_name)
        .needs(RELAYS)
        .suspects(&[TRIES_FOR_EVER, GOES_ON_AFTER_AN_ERROR]),
    check("08.defaults", 1, has_its_defaults).needs(RELAYS).suspects(&[OTHER_DEFAULT, BINDS_LOOPBACK_ONLY]),
];

const RELAYS: &[&str] = &["08.relays"];
const EVERYBODY: &[&str] = &["08.everybody"];
const PRINTS: &[&str] = &["08.prints"];

const fn check(name: &'static str, points: u32, run: fn(&Lab) -> Step) -> Check {
    Check::of("robot-relay", name, points, run)
}

/// Three robots, and the relay that knows them.
struct Fleet {
    relay: Listener,
    ana: UdpPeer,
    bob: UdpPeer,
    caro: UdpPeer,
}

impl Fleet {
    fn start(lab: &Lab) -> Step<Self> {
        let [ana, bob, caro] = robots(lab)?;
        let relay = relay_of(lab, &[&ana, &bob, &caro])?;
        Ok(Self { relay, ana, bob, caro })
    }

    /// What ana sends comes to bob as it is.
    fn passes(&self, datagram: impl AsRef<[u8]>) -> Step {
        self.ana.says(self.relay.address, &datagram)?;
        self.bob.hears_among(&datagram)
    }

    /// What this one sends, who is no robot, comes to nobody.
    fn hears_nothing_of(&self, stranger: &UdpPeer) -> Step {
        let strange = format!("{}\n", self.relay.lab.words());
        stranger.says(self.relay.address, &strange)?;
        self.relay.lab.settles()?;
        [&self.ana, &self.bob, &self.caro].into_iter().try_for_each(|robot| robot.has_not_heard(&strange))
    }
}

fn robots(lab: &Lab) -> Step<[UdpPeer; 3]> {
    Ok([lab.udp_peer("ana", "127.0.0.2")?, lab.udp_peer("bob", "127.0.0.3")?, lab.udp_peer("caro", "127.0.0.4")?])
}

/// A relay that is ready, and knows these.
fn relay_of(lab: &Lab, robots: &[&UdpPeer]) -> Step<Listener> {
    let addresses: Vec<String> = robots.iter().map(|robot| robot.address.to_string()).collect();
    Listener::start(lab, SocketAddr::from(([127, 0, 0, 1], lab.port())), &addresses)
}

/// One sends a line, and the other gets it.
fn carries(relay: &Listener, from: &UdpPeer, to: &UdpPeer) -> Step {
    let line = format!("{}\n", relay.lab.words());
    from.says(relay.address, &line)?;
    to.hears_among(&line)
}

/// A relay that knows ana and bob, for what it prints of what ana sends.
fn with_ana(lab: &Lab, look: fn(&Listener, &UdpPeer) -> Step) -> Step {
    let [ana, bob, _] = robots(lab)?;
    look(&relay_of(lab, &[&ana, &bob])?, &ana)
}

/// A datagram from one robot reaches another, who has said nothing yet.
fn relays(lab: &Lab) -> Step {
    let [ana, bob, _] = robots(lab)?;
    let relay = relay_of(lab, &[&ana, &bob])?;
    carries(&relay, &ana, &bob)
}

/// What one robot sends goes to all the others, be they two or five.
fn tells_everybody(lab: &Lab) -> Step {
    for size in [3, 6] {
        let robot = |at| lab.udp_peer(&format!("robot {at}"), &format!("127.0.{size}.{at}"));
        let all = (1..=size).map(robot).collect::<Step<Vec<UdpPeer>>>()?;
        let relay = relay_of(lab, &all.iter().collect::<Vec<_>>())?;
        for (at, from) in all.iter().enumerate() {
            let line = format!("{}\n", lab.words());
            from.says(relay.address, &line)?;
            let mut others = all.iter().enumerate().filter(|(other, _)| *other != at);
            others.try_for_each(|(_, other)| other.hears_among(&line))?;
        }
    }
    Ok(())
}

/// What a robot sends does not come back to it.
fn spares_the_sender(lab: &Lab) -> Step {
    let fleet = Fleet::start(lab)?;
    let line = format!("{}\n", lab.words());
    fleet.passes(&line)?;
    // Whatever the relay sends back to ana comes before it rests.
    lab.settles()?;
    fleet.ana.has_not_heard(&line)
}

/// Each datagram comes once, and nothing else does: no greeting, no confirmation.
fn sends_nothing_else(lab: &Lab) -> Step {
    let fleet = Fleet::start(lab)?;
    let line = format!("{}\n", lab.words());
    fleet.ana.says(fleet.relay.address, &line)?;
    lab.settles()?;
    fleet.bob.has_heard_only(&line)?;
    // Whether her own line comes back to her is another check's business.
    fleet.ana.has_heard_nothing_but(&line)
}

/// What somebody sends who is none of the robots goes nowhere, at no time.
fn ignores_strangers(lab: &Lab) -> Step {
    let fleet = Fleet::start(lab)?;
    // On another machine, at a robot's port.
    let namesake = lab.udp_peer_at("namesake", "127.0.0.8", fleet.ana.address.port())?;
    fleet.hears_nothing_of(&namesake)?;
    let stranger = lab.udp_peer("stranger", "127.0.0.9")?;
    stranger.says(fleet.relay.address, b"\xff\xfe\n")?;
    fleet.hears_nothing_of(&stranger)?;
    // Nor does who speaks become a robot by it.
    let line = format!("{}\n", lab.words());
    fleet.passes(&line)?;
    lab.settles()?;
    stranger.has_not_heard(&line)?;
    fleet.hears_nothing_of(&stranger)
}

/// Two robots on one machine are two robots.
fn tells_two_at_one_address(lab: &Lab) -> Step {
    let [ana, eve] = [lab.udp_peer("ana", "127.0.0.2")?, lab.udp_peer("eve", "127.0.0.2")?];
    let relay = relay_of(lab, &[&ana, &eve])?;
    carries(&relay, &ana, &eve)?;
    carries(&relay, &eve, &ana)?;
    // So are two on different machines, which may well have the same port.
    let dora = lab.udp_peer_at(NAMESAKE, "127.0.0.6", ana.address.port())?;
    let relay = relay_of(lab, &[&ana, &dora])?;
    carries(&relay, &ana, &dora)
}

/// Another program on a robot's machine is a stranger.
fn ignores_a_neighbour(lab: &Lab) -> Step {
    let fleet = Fleet::start(lab)?;
    let neighbour = lab.udp_peer("neighbour", "127.0.0.2")?;
    fleet.hears_nothing_of(&neighbour)
}

/// A datagram goes on as it is: with its blanks and its line end, whichever it is, or without one.
fn changes_nothing(lab: &Lab) -> Step {
    let fleet = Fleet::start(lab)?;
    let [blanks, windows, two, bare] = lab.lines();
    fleet.passes(format!("\t  {blanks}  \t\n"))?;
    fleet.passes(format!("{windows}\r\n"))?;
    fleet.passes(format!("{two}\n\n{two}\n\n"))?;
    // A sensor that reads the same again has read it again.
    fleet.passes(&bare)?;
    fleet.passes(&bare)
}

/// Bytes that are no UTF-8 go on as they came, and are shown as U+FFFD.
fn passes_any_bytes(lab: &Lab) -> Step {
    let fleet = Fleet::start(lab)?;
    let text = lab.words();
    fleet.passes([b"\xff\xfe\x00 ", text.as_bytes(), b" \xe9\n"].concat())?;
    fleet.relay.shows(&fleet.ana, &[b"th\xe9 ", text.as_bytes(), b"\n"].concat(), &format!("th\u{FFFD} {text}"))?;
    let nul = format!("a NUL \0 {text}");
    fleet.relay.shows(&fleet.ana, format!("{nul}\n").as_bytes(), &nul)
}

/// The largest datagram there is goes on whole, and is shown whole.
fn passes_the_largest_datagram(lab: &Lab) -> Step {
    let fleet = Fleet::start(lab)?;
    for length in [lab.number(1_600..3_000), 65_506] {
        let text = lab.letters(length);
        fleet.passes(format!("{text}\n"))?;
        fleet.relay.shows(&fleet.ana, format!("{text}\n").as_bytes(), &text)?;
    }
    Ok(())
}

/// An empty datagram is a datagram.
fn passes_an_empty_datagram(lab: &Lab) -> Step {
    let fleet = Fleet::start(lab)?;
    fleet.passes("")?;
    fleet.passes(format!("{}\n", lab.words()))?;
    fleet.relay.shows_an_empty_datagram(&fleet.ana)
}

/// One robot is off, as the machine at its address says (ICMP "port unreachable"): the others are served all the same.
/// Switched on, it gets what is said from then on.
fn does_not_mind_that_one_is_off(lab: &Lab) -> Step {
    let [ana, bob, _] = robots(lab)?;
    let off = SocketAddr::from(([127, 0, 0, 5], lab.port()));
    let address = SocketAddr::from(([127, 0, 0, 1], lab.port()));
    // The one that is off comes before bob and before ana.
    let all = [off, bob.address, ana.address].map(|robot| robot.to_string());
    let relay = Listener::start(lab, address, &all)?;
    let refused = lab.datagrams_to_nobody();
    carries(&relay, &ana, &bob)?;
    lab.more_datagrams_to_nobody(refused)?;
    for _ in 0..2 {
        carries(&relay, &ana, &bob)?;
        lab.settles()?;
    }
    let eve = lab.udp_peer_at("eve", "127.0.0.5", off.port())?;
    for _ in 0..2 {
        let line = format!("{}\n", lab.words());
        ana.says(relay.address, &line)?;
        eve.hears_among(&line)?;
        bob.hears_among(&line)?;
    }
    carries(&relay, &eve, &bob)?;
    // One that is about to end may still have sent these.
    relay.program.keeps_running()
}

/// Of a thousand datagrams at once none is lost that the kernel had room for.
fn keeps_all_of_a_burst(lab: &Lab) -> Step {
    let mut fleet = Fleet::start(lab)?;
    let may_be_stopped = fleet.relay.program.outlives_a_stop()?;
    if !may_be_stopped {
        fleet = Fleet::start(lab)?;
    }
    let burst = lab.burst(1000, fleet.relay.address);
    let mut first = Ok(());
    let mut bursts = || first = fleet.ana.bursts(&burst, 0..200);
    // The first of them wait for the relay all together.
    if may_be_stopped {
        fleet.relay.program.sleeps_while(bursts)
    } else {
        bursts()
    }
    first?;
    fleet.ana.bursts(&burst, 200..1000)?;
    fleet.bob.hears_burst(&burst)?;
    fleet.caro.hears_burst(&burst)
}

/// A relay runs until it is stopped, whatever happens to its stdin.
fn outlives_its_stdin(lab: &Lab) -> Step {
    let fleet = Fleet::start(lab)?;
    fleet.relay.program.ends_input();
    fleet.relay.program.keeps_running()?;
    fleet.passes(format!("{}\n", lab.words()))
}

/// ROBOT may be a name. Who listens at an IPv4 address knows it by the IPv4 address for which it stands.
fn resolves_a_name(lab: &Lab) -> Step {
    let [ana, bob] = [lab.udp_peer("ana", "127.0.0.1")?, lab.udp_peer("bob", "127.0.0.3")?];
    let all = [format!("localhost:{}", ana.address.port()), bob.address.to_string()];
    let relay = Listener::start(lab, SocketAddr::from(([127, 0, 0, 1], lab.port())), &all)?;
    carries(&relay, &bob, &ana)?;
    carries(&relay, &ana, &bob)
}

/// BIND and the robots may be IPv6 addresses in brackets.
fn speaks_ipv6(lab: &Lab) -> Step {
    lab.has_ipv6()?;
    let [ana, bob] = [lab.udp_peer("ana", "::1")?, lab.udp_peer("bob", "::1")?];
    let address = SocketAddr::from(([0, 0, 0, 0, 0, 0, 0, 1], lab.port()));
    let relay = Listener::start(lab, address, &[ana.address, bob.address].map(|robot| robot.to_string()))?;
    carries(&relay, &ana, &bob)?;
    relay.shows_a_datagram(&bob)
}

/// A port that somebody has already is an error that names the address.
fn tells_that_the_port_is_in_use(lab: &Lab) -> Step {
    port_in_use::over_udp(lab, &["127.0.0.2:4455"])
}

/// Wrong usage is told, with status 2, whichever of the addresses is wrong.
fn refuses_wrong_usage(lab: &Lab) -> Step {
    for wrong in wrong_addresses().concat() {
        lab.start(&[wrong])?.refuses_its_arguments()?;
        lab.start(&["127.0.0.1:4455", "127.0.0.2:4455", wrong])?.refuses_its_arguments()?;
    }
    Ok(())
}

/// A name that nobody knows is an error at run time, be it the relay's or a robot's.
fn tells_of_an_unknown_name(lab: &Lab) -> Step {
    lab.start(&["nobody.invalid:4455"])?.fails_naming(&["nobody.invalid"])?;
    let bind = format!("127.0.0.1:{}", lab.port());
    lab.start(&[&bind, "127.0.0.2:4455", "nobody.invalid:4456"])?.fails_naming(&["nobody.invalid"])
}

/// Without arguments it listens on port 4455, at every address.
fn has_its_defaults(lab: &Lab) -> Step {
    let port = lab.default_port(4455)?;
    lab.start::<&str>(&[])?.binds_everywhere(port)
}

//! `chat-relay [BIND]`.
//!
//! Not judged from outside: what becomes of a line while somebody is just connecting, whether one who has said its
//! last word still gets what is said, and when exactly one who does not read is disconnected (all left open).

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};

use super::suspicion::{
    DESCRIPTOR_LEFT_OPEN, FORGETS_TO_FORGET, LINE_WITHOUT_SENDER, LOCK_HELD_WHILE_WRITING, MIXES_LINES, NEVER_LETS_GO,
    ONE_SLOW_READER_HOLDS_UP_ALL, PORT_IN_THE_PREFIX, QUEUE_WITHOUT_BOUND, SENDER_HEARS_ITSELF, SENDER_TOLD_BY_IP_ONLY,
    SENDS_SOMETHING_ELSE, THREAD_LEFT_OVER,
};
use crate::exercises::suspicion::{
    BINDS_LOOPBACK_ONLY, DIES_OF_A_RESET, ENDS_WITH_ITS_CLIENT, IGNORES_ITS_ARGUMENTS, INSISTS_ON_UTF_8, IPV4_ONLY,
    KEEPS_THE_CARRIAGE_RETURN, LINE_TOO_SHORT_BUFFER, LOSES_THE_LAST_LINE, NEW_BUFFER_FOR_EACH_LINE, NO_REUSE_ADDRESS,
    ONE_READ_IS_ONE_MESSAGE, PRINTS_SOMETHING_ELSE, STDIN_END_STOPS_IT, STOPS_AT_AN_EMPTY_LINE, TRIMS_THE_LINE,
};
use crate::exercises::{Check, wrong_addresses};
use crate::lab::{Lab, Program, Step, TcpPeer};
use crate::verdict::{Finding, Message};

pub const CHECKS: &[Check] = &[
    check("05.relays", 8, relays)
        .suspects(&[IGNORES_ITS_ARGUMENTS, PORT_IN_THE_PREFIX, LINE_WITHOUT_SENDER, SENDS_SOMETHING_ELSE])
        .by_hand("nc 127.0.0.1 6000    (in two terminals)"),
    check("05.sends-nothing-else", 2, sends_nothing_else).needs(RELAYS).suspects(&[SENDS_SOMETHING_ELSE]),
    check("05.spares-the-sender", 3, spares_the_sender).needs(RELAYS).suspects(&[SENDER_HEARS_ITSELF]),
    check("05.same-address", 3, tells_two_at_one_address).needs(RELAYS).suspects(&[SENDER_TOLD_BY_IP_ONLY]),
    check("05.everybody", 3, tells_everybody).needs(RELAYS),
    check("05.order", 2, keeps_the_order).needs(TALKS),
    check("05.whole-lines", 2, keeps_lines_whole).needs(TALKS).suspects(&[MIXES_LINES]),
    check("05.line-in-pieces", 3, puts_a_line_together).needs(RELAYS).suspects(&[ONE_READ_IS_ONE_MESSAGE]),
    check("05.lines-together", 2, takes_lines_apart)
        .needs(TALKS)
        .suspects(&[NEW_BUFFER_FOR_EACH_LINE, ONE_READ_IS_ONE_MESSAGE]),
    check("05.rejoins", 1, lets_join_again).needs(&["05.leaving"]),
    check("05.late-joiner", 2, tells_who_joins_late).needs(RELAYS),
    check("05.leaving", 2, forgets_who_leaves).needs(TALKS).suspects(&[ENDS_WITH_ITS_CLIENT, FORGETS_TO_FORGET]),
    check("05.reset", 2, survives_a_reset).needs(&["05.leaving"]).suspects(&[DIES_OF_A_RESET]),
    check("05.half-close", 2, lets_go_who_said_the_last_word).needs(TALKS).suspects(&[NEVER_LETS_GO]),
    check("05.last-line", 1, counts_a_last_line).needs(RELAYS).suspects(&[LOSES_THE_LAST_LINE]),
    check("05.leftovers", 2, leaves_nothing_over)
        .needs(&["05.leaving", "05.half-close"])
        .suspects(&[DESCRIPTOR_LEFT_OPEN, THREAD_LEFT_OVER]),
    check("05.silent-client", 2, is_not_held_up_by_silence).needs(RELAYS),
    check("05.slow-reader", 3, is_not_held_up_by_who_does_not_read)
        .needs(TALKS)
        .suspects(&[LOCK_HELD_WHILE_WRITING, ONE_SLOW_READER_HOLDS_UP_ALL]),
    check("05.long-line", 2, takes_a_long_line).needs(TALKS).suspects(&[LINE_TOO_SHORT_BUFFER]),
    check("05.endless-line", 1, survives_an_endless_line).needs(RELAYS),
    check("05.any-bytes", 2, passes_any_bytes).needs(TALKS).suspects(&[TRIMS_THE_LINE, INSISTS_ON_UTF_8]),
    check("05.crlf", 2, takes_off_a_carriage_return).needs(RELAYS).suspects(&[KEEPS_THE_CARRIAGE_RETURN]),
    check("05.empty-line", 1, passes_an_empty_line).needs(TALKS).suspects(&[STOPS_AT_AN_EMPTY_LINE]),
    check("05.ipv6", 2, speaks_ipv6).needs(RELAYS).suspects(&[IPV4_ONLY]),
    check("05.prints-nothing", 1, prints_nothing).needs(RELAYS).suspects(&[PRINTS_SOMETHING_ELSE]),
    check("05.stdin-ends", 1, outlives_its_stdin).needs(RELAYS).suspects(&[STDIN_END_STOPS_IT]),
    check("05.port-in-use", 1, tells_that_the_port_is_in_use).needs(RELAYS),
    check("05.restarts-at-once", 1, restarts_at_once).needs(RELAYS).suspects(&[NO_REUSE_ADDRESS]),
    check("05.usage", 1, refuses_wrong_usage),
    check("05.unknown-name", 1, tells_of_an_unknown_name).needs(RELAYS),
    check("05.defaults", 1, has_its_defaults).needs(RELAYS).suspects(&[BINDS_LOOPBACK_ONLY]),
    check("05.bounded-memory", 3, bounds_what_waits)
        .needs(&["05.slow-reader"])
        .suspects(&[QUEUE_WITHOUT_BOUND])
        .extra(),
];

const RELAYS: &[&str] = &["05.relays"];
const TALKS: &[&str] = &["05.everybody"];

const fn check(name: &'static str, points: u32, run: fn(&Lab) -> Step) -> Check {
    Check::of("chat-relay", name, points, run)
}

const ANA: &str = "127.0.0.2";
const BOB: &str = "127.0.0.3";
const CARO: &str = "127.0.0.4";

/// A relay that is ready, and where.
struct Chat<'a> {
    lab: &'a Lab,
    relay: Program,
    address: SocketAddr,
}

impl<'a> Chat<'a> {
    fn start(lab: &'a Lab) -> Step<Self> {
        Self::start_at(lab, lab.port())
    }

    fn start_at(lab: &'a Lab, port: u16) -> Step<Self> {
        let relay = lab.start(&[format!("127.0.0.1:{port}")])?;
        relay.listens(port)?;
        Ok(Self { lab, relay, address: SocketAddr::from(([127, 0, 0, 1], port)) })
    }

    /// These join, each from its address, and the relay has come to rest: it knows them all.
    fn join<const N: usize>(&self, ips: [&str; N]) -> Step<[TcpPeer; N]> {
        let mut peers = Vec::new();
        for ip in ips {
            peers.push(self.lab.connects(name_of(ip), ip, self.address)?);
        }
        self.lab.settles()?;
        peers.try_into().map_err(|_| self.lab.cannot_judge(Message::new("reason-peer-socket")))
    }

    /// A crowd of this many joins, all from addresses of their own.
    fn crowd(&self, size: usize) -> Step<Vec<TcpPeer>> {
        let join = |at| self.lab.connects(&format!("guest {at}"), &format!("127.0.1.{at}"), self.address);
        let crowd: Vec<TcpPeer> = (1..=size).map(join).collect::<Step<_>>()?;
        self.lab.settles()?;
        Ok(crowd)
    }

    /// One says something, and the other hears it: the relay is well.
    fn carries(&self, from: &TcpPeer, to: &TcpPeer) -> Step {
        let text = self.lab.words();
        from.says(format!("{text}\n"));
        to.hears_line_among(&said_by(from, &text))
    }
}

fn name_of(ip: &str) -> &'static str {
    match ip {
        ANA => "ana",
        BOB => "bob",
        CARO => "caro",
        _ => "eve",
    }
}

/// `IP: LINE` and a newline, in each way of writing the address that is right.
fn said_by(peer: &TcpPeer, line: impl AsRef<[u8]>) -> Vec<Vec<u8>> {
    let ip = peer.address.ip();
    let mut ways = vec![ip.to_string()];
    if let IpAddr::V4(ip) = ip {
        ways.push(ip.to_ipv6_mapped().to_string());
    }
    ways.into_iter().map(|ip| [ip.as_bytes(), b": ", line.as_ref(), b"\n"].concat()).collect()
}

/// A line reaches another client as `IP: LINE`.
fn relays(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    chat.carries(&ana, &bob)
}

/// Each line comes once, and nothing else does: no greeting, no news of who comes and goes.
fn sends_nothing_else(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    caro.closes();
    lab.settles()?;
    let text = lab.words();
    ana.says(format!("{text}\n"));
    bob.hears_line_among(&said_by(&ana, &text))?;
    lab.settles()?;
    bob.has_heard_nothing_but(&said_by(&ana, &text))
}

/// A line does not go back to the connection that it came from.
fn spares_the_sender(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    let text = lab.words();
    ana.says(format!("{text}\n"));
    bob.hears_line_among(&said_by(&ana, &text))?;
    // Whatever the relay had sent back to ana would have come before bob's line.
    chat.carries(&bob, &ana)?;
    ana.has_not_heard(&text)
}

/// Another client at the same address is somebody else.
fn tells_two_at_one_address(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, eve] = chat.join([ANA, ANA])?;
    chat.carries(&ana, &eve)?;
    chat.carries(&eve, &ana)
}

/// Three clients, and twenty: a line goes to each of the others.
fn tells_everybody(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    for _ in 0..2 {
        let text = lab.words();
        ana.says(format!("{text}\n"));
        bob.hears_line_among(&said_by(&ana, &text))?;
        caro.hears_line_among(&said_by(&ana, &text))?;
    }
    let crowd = chat.crowd(17)?;
    let text = lab.words();
    caro.says(format!("{text}\n"));
    crowd.iter().try_for_each(|guest| guest.hears_line_among(&said_by(&caro, &text)))
}

/// The lines of one sender arrive in their order, also while another talks.
fn keeps_the_order(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    for part in 0..8 {
        for peer in [&ana, &bob] {
            let lines: String = (part * 25..part * 25 + 25).map(|n| format!("number {n}\n")).collect();
            peer.says(lines);
        }
    }
    let mut next = BTreeMap::new();
    for line in caro.hears_lines(400)? {
        let line = String::from_utf8_lossy(&line).into_owned();
        let Some((sender, number)) = line.split_once(": ") else { continue };
        let due: &mut usize = next.entry(sender.to_owned()).or_default();
        let wanted = format!("{sender}: number {due}");
        if number != format!("number {due}") {
            return Err(out_of_order(lab, &wanted, &line));
        }
        *due += 1;
    }
    Ok(())
}

fn out_of_order(lab: &Lab, wanted: &str, came: &str) -> crate::lab::Stop {
    let expected = Message::new("expect-order").with("who", "caro");
    let at = wanted.bytes().zip(came.bytes()).take_while(|(one, two)| one == two).count();
    lab.fails(expected, Some(wanted.as_bytes()), Some(came.as_bytes()), Finding::Different { at })
}

/// When ten talk at once, each line is still in one piece.
fn keeps_lines_whole(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [caro] = chat.join([CARO])?;
    let crowd = chat.crowd(10)?;
    let mut said = Vec::new();
    for n in 0..20 {
        for guest in &crowd {
            let text = format!("{} {n}", lab.words());
            // In two pieces each, so that all of them have begun a line before any has ended one.
            let (begins, ends) = text.split_at(6);
            guest.says(begins);
            said.push((guest, text.clone(), format!("{ends}\n")));
        }
        let start = said.len() - crowd.len();
        said[start..].iter().for_each(|(guest, _, ends)| guest.says(ends));
    }
    let wanted: Vec<Vec<u8>> = said.iter().flat_map(|(guest, text, _)| said_by(guest, text)).collect();
    for line in caro.hears_lines(said.len())? {
        let line = [line.as_slice(), b"\n"].concat();
        if !wanted.contains(&line) {
            let expected = Message::new("expect-whole-lines").with("who", "caro");
            return Err(lab.fails(expected, None, Some(&line), Finding::Unwanted));
        }
    }
    Ok(())
}

/// A line ends with `\n`, not with a segment.
fn puts_a_line_together(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    let text = lab.words();
    ana.says_in_pieces(text.as_bytes().chunks(1))?;
    ana.says("\n");
    bob.hears_line_among(&said_by(&ana, &text))
}

/// A hundred lines in one segment are a hundred lines.
fn takes_lines_apart(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    let texts: Vec<String> = (0..100).map(|n| format!("{} {n}", lab.words())).collect();
    ana.says(texts.join("\n") + "\n");
    texts.iter().try_for_each(|text| bob.hears_line_among(&said_by(&ana, text)))
}

/// Who has left may come back.
fn lets_join_again(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    chat.carries(&ana, &bob)?;
    ana.closes();
    lab.settles()?;
    let [ana] = chat.join([ANA])?;
    chat.carries(&ana, &bob)?;
    chat.carries(&bob, &ana)
}

/// Who joins late gets what is said from then on, and nothing from before.
fn tells_who_joins_late(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    let early = lab.words();
    ana.says(format!("{early}\n"));
    bob.hears_line_among(&said_by(&ana, &early))?;
    let [caro] = chat.join([CARO])?;
    chat.carries(&bob, &caro)?;
    caro.has_not_heard(&early)
}

/// Who leaves is forgotten, and the others talk on.
fn forgets_who_leaves(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    chat.carries(&ana, &caro)?;
    ana.closes();
    lab.settles()?;
    // The first line to somebody who is gone meets a reset, those after it a broken pipe.
    (0..4).try_for_each(|_| chat.carries(&bob, &caro))?;
    chat.carries(&caro, &bob)
}

/// A reset is a way to leave, also in the middle of a line.
fn survives_a_reset(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    ana.says("half a li");
    ana.is_taken_in()?;
    ana.resets();
    (0..3).try_for_each(|_| chat.carries(&bob, &caro))?;
    bob.resets();
    let [eve] = chat.join(["127.0.0.9"])?;
    chat.carries(&caro, &eve)
}

/// Who closes its writing side has said its last word: the relay closes the connection too.
fn lets_go_who_said_the_last_word(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    let text = lab.words();
    ana.says(format!("{text}\n"));
    ana.half_closes();
    bob.hears_line_among(&said_by(&ana, &text))?;
    ana.is_let_go()?;
    chat.carries(&bob, &caro)
}

/// A last line without `\n` is a line, once its sender has closed in order.
fn counts_a_last_line(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    let text = lab.words();
    ana.says(&text);
    ana.half_closes();
    bob.hears_line_among(&said_by(&ana, &text))
}

/// A crowd comes and goes, in all ways in which one can go, and the relay is as it was before.
fn leaves_nothing_over(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    chat.carries(&ana, &bob)?;
    lab.settles()?;
    let before = chat.relay.holds();
    for _ in 0..2 {
        let crowd = chat.crowd(16)?;
        for (at, guest) in crowd.iter().enumerate() {
            guest.says("half a line, and a whole one\nand so");
            match at % 3 {
                0 => guest.closes(),
                1 => guest.resets(),
                _ => guest.half_closes(),
            }
        }
        chat.carries(&ana, &bob)?;
        lab.settles()?;
    }
    let after = chat.relay.holds();
    // A handful may be an allocator's or a pool's; a crowd is a leak.
    let left = |before: usize, after: usize, what: &str| match after.saturating_sub(before) {
        0..=6 => Ok(()),
        many => {
            let said = Message::new(what).with("count", many);
            Err(lab.fails(Message::new("expect-as-before"), None, None, Finding::Said(said)))
        }
    };
    left(before.descriptors, after.descriptors, "said-descriptors-left")?;
    left(before.threads, after.threads, "said-threads-left")
}

/// Who says nothing at all, and who never ends its line, holds up nobody, and is not cut off.
fn is_not_held_up_by_silence(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [silent, half, bob, caro] = chat.join(["127.0.0.8", "127.0.0.9", BOB, CARO])?;
    half.says("this line has no e");
    half.is_taken_in()?;
    chat.carries(&bob, &caro)?;
    lab.stays_silent()?;
    chat.carries(&caro, &silent)?;
    half.says("nd\n");
    bob.hears_line_among(&said_by(&half, "this line has no end"))
}

/// Who does not read holds up nobody: all that is said goes on reaching the others.
fn is_not_held_up_by_who_does_not_read(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    bob.stops_reading();
    talks_at_length(lab, &ana, &caro, 10)?;
    chat.carries(&caro, &ana)
}

/// So many MiB go from one to the other, in long lines: far more than the system itself keeps for who does not read.
fn talks_at_length(lab: &Lab, from: &TcpPeer, to: &TcpPeer, mebibytes: usize) -> Step {
    let text = lab.letters(32 * 1024 - 1);
    for _ in 0..mebibytes {
        let lines = format!("{text}\n").repeat(32);
        from.says(lines);
        to.hears_lines(32)?;
    }
    Ok(())
}

/// A line may be 64 KiB long.
fn takes_a_long_line(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    let text = lab.letters(64 * 1024);
    ana.says(format!("{text}\n"));
    bob.hears_line_among(&said_by(&ana, &text))?;
    chat.carries(&bob, &ana)
}

/// A line that is longer may cost its sender the connection, and nobody else anything.
fn survives_an_endless_line(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    let text = lab.letters(64 * 1024);
    for _ in 0..20 {
        ana.says(&text);
    }
    ana.is_taken_in()?;
    chat.carries(&bob, &caro)
}

/// The blanks around a line belong to it, and bytes that are no UTF-8 are passed on as they came.
fn passes_any_bytes(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    let blanks = format!("\t  {}  \t", lab.words());
    ana.says(format!("{blanks}\n"));
    bob.hears_line_among(&said_by(&ana, &blanks))?;
    let latin1 = [b"caf\xe9 ", lab.words().as_bytes(), b" \xff\xfe"].concat();
    ana.says([&latin1, b"\n".as_slice()].concat());
    bob.hears_line_among(&said_by(&ana, &latin1))
}

/// A Windows terminal ends its lines with `\r\n`.
fn takes_off_a_carriage_return(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    let text = lab.words();
    ana.says(format!("{text}\r\n"));
    bob.hears_line_among(&said_by(&ana, &text))
}

/// An empty line is a line.
fn passes_an_empty_line(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    ana.says("\n");
    bob.hears_line_among(&said_by(&ana, ""))?;
    chat.carries(&ana, &bob)
}

/// Told to listen at `[::]`, it takes IPv6 clients, and IPv4 ones beside them where its socket takes both.
fn speaks_ipv6(lab: &Lab) -> Step {
    lab.has_ipv6()?;
    let port = lab.port();
    let relay = lab.start(&[format!("[::]:{port}")])?;
    relay.listens(port)?;
    let address = SocketAddr::from(([0, 0, 0, 0, 0, 0, 0, 1], port));
    let chat = Chat { lab, relay, address };
    let [ana, bob] = chat.join(["::1", "::1"])?;
    chat.carries(&ana, &bob)?;
    if !lab.takes_connections(([127, 0, 0, 1], port).into()) {
        return Ok(());
    }
    let caro = lab.connects("caro", CARO, ([127, 0, 0, 1], port).into())?;
    lab.settles()?;
    chat.carries(&caro, &ana)?;
    chat.carries(&bob, &caro)
}

/// What the relay has to say goes over the network: stdout stays empty.
fn prints_nothing(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    chat.carries(&ana, &bob)?;
    bob.closes();
    lab.settles()?;
    chat.relay.shows_nothing_but(&[Vec::new()])
}

/// A server runs until it is stopped, whatever happens to its stdin.
fn outlives_its_stdin(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    chat.relay.ends_input();
    chat.relay.keeps_running()?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    chat.carries(&ana, &bob)
}

/// A port that somebody has already is an error that names the address.
fn tells_that_the_port_is_in_use(lab: &Lab) -> Step {
    let other = lab.tcp_server("other", "127.0.0.1")?;
    let address = other.address.to_string();
    lab.start(&[&address])?.fails_naming(&[&address])
}

/// A relay that was stopped can be started again at once, although its last connections are still remembered.
fn restarts_at_once(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    chat.carries(&ana, &bob)?;
    // The side that closes first remembers the connection (TIME-WAIT): here the relay's.
    chat.relay.is_stopped();
    ana.is_let_go()?;
    ana.closes();
    bob.closes();
    let chat = Chat::start_at(lab, chat.address.port())?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    chat.carries(&ana, &bob)
}

/// Wrong usage is told, with status 2.
fn refuses_wrong_usage(lab: &Lab) -> Step {
    for arguments in wrong_addresses() {
        lab.start(arguments)?.refuses_its_arguments()?;
    }
    lab.start(&["127.0.0.1:6000", "surplus"])?.refuses_its_arguments()
}

/// A name that nobody knows is an error at run time.
fn tells_of_an_unknown_name(lab: &Lab) -> Step {
    lab.start(&["nobody.invalid:6000"])?.fails_naming(&["nobody.invalid"])
}

/// Without arguments it listens on port 6000, at every address.
fn has_its_defaults(lab: &Lab) -> Step {
    let port = lab.default_port(6000)?;
    let relay = lab.start::<&str>(&[])?;
    relay.listens(port)?;
    let chat = Chat { lab, relay, address: ([127, 0, 0, 1], port).into() };
    let [ana] = chat.join([ANA])?;
    let bob = lab.connects("bob", BOB, ([127, 0, 0, 9], port).into())?;
    lab.settles()?;
    chat.carries(&ana, &bob)
}

/// Extra: what waits for one client never takes more than 32 MiB of the relay's memory.
fn bounds_what_waits(lab: &Lab) -> Step {
    const MOST: u64 = 32 << 20;
    // What an allocator keeps beside, and what is under way to those who read.
    const BESIDE: u64 = 16 << 20;
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    let before = chat.relay.holds().memory;
    bob.stops_reading();
    talks_at_length(lab, &ana, &caro, 64)?;
    let grew = chat.relay.most_memory().saturating_sub(before);
    if grew <= MOST + BESIDE {
        return Ok(());
    }
    let said = Message::new("said-memory").with("mebibytes", grew >> 20);
    Err(lab.fails(Message::new("expect-bounded-memory"), None, None, Finding::Said(said)))
}

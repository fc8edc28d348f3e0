//! `robot [BIND [RELAY]]`.
//!
//! Not judged from outside: whether it shows what comes from somebody other than its relay (left open).

use std::net::SocketAddr;

use super::suspicion::{
    ANOTHER_SOCKET, BINDS_LOOPBACK_ONLY, CUTS_THE_LINE, ENDS_AFTER_ICMP, ENDS_WITH_ITS_INPUT, LOCK_HELD_WHILE_READING,
    READS_ALL_INPUT_FIRST, SENDS_MORE, SENDS_ONE_LINE_ONLY, STOPS_AT_AN_EMPTY_DATAGRAM, STOPS_AT_AN_EMPTY_LINE,
    WAITS_FOR_ITS_TURN,
};
use crate::exercises::shown::Listener;
use crate::exercises::suspicion::{
    ADDS_A_NEWLINE, ALL_INPUT_IS_ONE, BUFFERED_BEHIND_SELECT, DATAGRAM_TAKEN_FOR_LINES, DIES_OF_ICMP,
    GOES_ON_AFTER_AN_ERROR, IGNORES_ITS_ARGUMENTS, INSISTS_ON_UTF_8, IPV4_ONLY, KEEPS_THE_CARRIAGE_RETURN,
    LINE_IN_TWO_DATAGRAMS, LOSES_THE_LAST_LINE, MISSES_THE_END, ONE_BEHIND, ONE_READ_IS_ONE_DATAGRAM, OTHER_DEFAULT,
    OTHER_LINE_ENDS, PRINTS_ANOTHER_LINE, PRINTS_ON_STDERR, PRINTS_SOMETHING_ELSE, SENDS_NO_MORE_AFTER_ONE,
    SHARES_ITS_PORT, SHOWS_NO_ADDRESS, SHOWS_NO_PORT, SKIPS_WHAT_IS_EMPTY, SKIPS_WHAT_IS_NO_UTF_8, SPECIAL_WORD,
    STDOUT_NOT_FLUSHED, SURPLUS_ARGUMENTS, TAKES_ANOTHER_PORT, TAKES_NO_NAME, TAKES_THE_FIRST_ADDRESS, TRIES_FOR_EVER,
    TRIMS_THE_LINE, TRUNCATES_DATAGRAMS, WRONG_ADDRESS_SHOWN,
};
use crate::exercises::typed::{Sender, reaches_who_comes_late};
use crate::exercises::{Check, port_in_use, printed_lines, wrong_addresses};
use crate::lab::{Lab, Step, UdpPeer};
use crate::verdict::{Finding, Message};

pub const CHECKS: &[Check] = &[
    check("08.robot-sends", 5, |lab| sending(lab, Sender::sends_a_line))
        .by_hand("nc -ulp 4456    (and: robot 127.0.0.1:4457 127.0.0.1:4456)")
        .suspects(&[IGNORES_ITS_ARGUMENTS, WAITS_FOR_ITS_TURN, LINE_IN_TWO_DATAGRAMS, SENDS_MORE]),
    check("08.robot-shows", 5, |lab| listening(lab, Listener::shows_a_datagram)).suspects(&[
        IGNORES_ITS_ARGUMENTS,
        WAITS_FOR_ITS_TURN,
        SHOWS_NO_ADDRESS,
        SHOWS_NO_PORT,
        WRONG_ADDRESS_SHOWN,
        PRINTS_ANOTHER_LINE,
        PRINTS_ON_STDERR,
    ]),
    check("08.robot-from-bind", 4, sends_from_where_it_listens).needs(SENDS).suspects(&[ANOTHER_SOCKET]),
    check("08.robot-sends-at-once", 3, |lab| sending(lab, Sender::sends_at_once)).needs(SENDS).suspects(&[
        READS_ALL_INPUT_FIRST,
        WAITS_FOR_ITS_TURN,
        SENDS_ONE_LINE_ONLY,
        BUFFERED_BEHIND_SELECT,
    ]),
    check("08.robot-shows-at-once", 3, shows_while_nobody_types).needs(SHOWS).suspects(&[
        WAITS_FOR_ITS_TURN,
        ONE_BEHIND,
        STDOUT_NOT_FLUSHED,
    ]),
    check("08.robot-both-ways", 2, does_both_at_the_same_time)
        .needs(BOTH)
        .suspects(&[WAITS_FOR_ITS_TURN, LOCK_HELD_WHILE_READING]),
    check("08.robot-stdin-ends", 3, listens_on_when_its_stdin_ends)
        .needs(&["08.robot-sends", "08.robot-shows"])
        .suspects(&[ENDS_WITH_ITS_INPUT, MISSES_THE_END]),
    check("08.robot-relay-off", 2, does_not_mind_that_the_relay_is_off)
        .needs(&["08.robot-sends-at-once"])
        .suspects(&[DIES_OF_ICMP, ENDS_AFTER_ICMP]),
    check("08.robot-one-datagram-each", 2, |lab| sending(lab, Sender::sends_one_datagram_each))
        .needs(SENDS)
        .suspects(&[ALL_INPUT_IS_ONE, SENDS_NO_MORE_AFTER_ONE, ONE_READ_IS_ONE_DATAGRAM]),
    check("08.robot-last-line", 1, |lab| sending(lab, Sender::sends_a_last_line_as_it_is))
        .needs(EACH)
        .suspects(&[LOSES_THE_LAST_LINE, ADDS_A_NEWLINE]),
    check("08.robot-any-bytes", 1, |lab| both(lab, Listener::shows_any_bytes, Sender::sends_any_bytes))
        .needs(EITHER)
        .suspects(&[SPECIAL_WORD, OTHER_LINE_ENDS, TRIMS_THE_LINE, INSISTS_ON_UTF_8, SKIPS_WHAT_IS_NO_UTF_8]),
    check("08.robot-largest", 1, |lab| {
        both(lab, Listener::shows_the_largest_datagram, Sender::sends_the_largest_datagram)
    })
    .needs(EITHER)
    .suspects(&[CUTS_THE_LINE, TRUNCATES_DATAGRAMS]),
    check("08.robot-too-long", 1, |lab| sending(lab, Sender::tells_that_a_line_is_too_long))
        .needs(EACH)
        .suspects(&[GOES_ON_AFTER_AN_ERROR]),
    check("08.robot-empty", 1, |lab| both(lab, Listener::shows_an_empty_datagram, Sender::sends_an_empty_line))
        .needs(EITHER)
        .suspects(&[STOPS_AT_AN_EMPTY_LINE, STOPS_AT_AN_EMPTY_DATAGRAM, SKIPS_WHAT_IS_EMPTY]),
    check("08.robot-line-ends", 1, |lab| listening(lab, Listener::shows_line_ends)).needs(SHOWS).suspects(&[
        KEEPS_THE_CARRIAGE_RETURN,
        TRIMS_THE_LINE,
        DATAGRAM_TAKEN_FOR_LINES,
    ]),
    check("08.robot-prints-nothing-else", 1, prints_nothing_else).needs(SHOWS).suspects(&[PRINTS_SOMETHING_ELSE]),
    check("08.robot-name", 1, resolves_a_name).needs(SENDS).suspects(&[TAKES_NO_NAME, TAKES_THE_FIRST_ADDRESS]),
    check("08.robot-ipv6", 1, speaks_ipv6).needs(SENDS).suspects(&[IPV4_ONLY]),
    check("08.robot-port-in-use", 1, tells_that_the_port_is_in_use).needs(SENDS).suspects(&[
        TRIES_FOR_EVER,
        TAKES_ANOTHER_PORT,
        SHARES_ITS_PORT,
    ]),
    check("08.robot-usage", 1, refuses_wrong_usage).suspects(&[SURPLUS_ARGUMENTS]),
    check("08.robot-unknown-name", 1, tells_of_an_unknown_name)
        .needs(SENDS)
        .suspects(&[TRIES_FOR_EVER, GOES_ON_AFTER_AN_ERROR]),
    check("08.robot-defaults", 1, has_its_defaults)
        .needs(&["08.robot-from-bind", "08.robot-sends-at-once", "08.robot-shows-at-once"])
        .suspects(&[OTHER_DEFAULT, BINDS_LOOPBACK_ONLY]),
];

const SENDS: &[&str] = &["08.robot-sends"];
const SHOWS: &[&str] = &["08.robot-shows"];
const EACH: &[&str] = &["08.robot-one-datagram-each"];
const EITHER: &[&str] = &["08.robot-one-datagram-each", "08.robot-shows"];
const BOTH: &[&str] = &["08.robot-sends-at-once", "08.robot-shows-at-once"];

const fn check(name: &'static str, points: u32, run: fn(&Lab) -> Step) -> Check {
    Check::of("robot", name, points, run)
}

/// A robot that is ready, and its relay.
fn robot_and_relay(lab: &Lab) -> Step<(Listener, UdpPeer)> {
    robot_at(lab, SocketAddr::from(([127, 0, 0, 2], lab.port())), "127.0.0.1")
}

fn robot_at(lab: &Lab, address: SocketAddr, relay: &str) -> Step<(Listener, UdpPeer)> {
    let relay = lab.udp_peer("relay", relay)?;
    let robot = Listener::start(lab, address, &[relay.address.to_string()])?;
    Ok((robot, relay))
}

/// For what it sends to its relay.
fn sending(lab: &Lab, look: fn(&Sender) -> Step) -> Step {
    let (robot, relay) = robot_and_relay(lab)?;
    look(&Sender { lab: lab.clone(), program: robot.program, to: relay })
}

/// For what it prints of what its relay sends.
fn listening(lab: &Lab, look: fn(&Listener, &UdpPeer) -> Step) -> Step {
    let (robot, relay) = robot_and_relay(lab)?;
    look(&robot, &relay)
}

/// For both, the end of its stdin last.
fn both(lab: &Lab, shows: fn(&Listener, &UdpPeer) -> Step, sends: fn(&Sender) -> Step) -> Step {
    let (robot, relay) = robot_and_relay(lab)?;
    shows(&robot, &relay)?;
    sends(&Sender { lab: lab.clone(), program: robot.program, to: relay })
}

/// What it sends comes from BIND: the relay knows a robot by its address.
fn sends_from_where_it_listens(lab: &Lab) -> Step {
    let (robot, relay) = robot_and_relay(lab)?;
    robot.program.types(format!("{}\n", lab.words()));
    robot.program.ends_input();
    relay.hears_from(robot.address)
}

/// What arrives is shown at once, and again, while nobody types.
fn shows_while_nobody_types(lab: &Lab) -> Step {
    let (robot, relay) = robot_and_relay(lab)?;
    robot.shows_at_once(&relay)?;
    robot.shows_at_once(&relay)
}

/// Neither direction waits for the other: not for the rest of a line, and not for a quiet moment.
fn does_both_at_the_same_time(lab: &Lab) -> Step {
    let (robot, relay) = robot_and_relay(lab)?;
    let line = lab.words();
    let (begins, ends) = line.split_at(lab.number(2..8));
    robot.program.types(begins);
    robot.program.reads_its_input()?;
    robot.shows_at_once(&relay)?;
    robot.program.types(format!("{ends}\n"));
    relay.hears(format!("{line}\n"))?;
    for line in lab.lines::<3>() {
        let news = lab.letters(100);
        (0..150).try_for_each(|_| relay.says(robot.address, &news))?;
        robot.program.types(format!("{line}\n"));
        relay.hears(format!("{line}\n"))?;
        lab.settles()?;
        robot.shows_at_once(&relay)?;
    }
    Ok(())
}

/// At the end of stdin everything typed is sent, and it goes on listening.
fn listens_on_when_its_stdin_ends(lab: &Lab) -> Step {
    let (robot, relay) = robot_and_relay(lab)?;
    let line = format!("{}\n", lab.words());
    robot.program.types(&line);
    robot.program.ends_input();
    relay.hears(&line)?;
    robot.program.keeps_running()?;
    relay.hears_nothing_more()?;
    robot.shows_a_datagram(&relay)?;
    robot.shows_a_datagram(&relay)
}

/// The relay is off at first (ICMP "port unreachable"): what is typed from then on reaches it.
fn does_not_mind_that_the_relay_is_off(lab: &Lab) -> Step {
    let (address, relay) = (SocketAddr::from(([127, 0, 0, 2], lab.port())), lab.port());
    let robot = Listener::start(lab, address, &[format!("127.0.0.1:{relay}")])?;
    // Whoever listens learns of the first that it came to nobody, and whoever sends, with the next.
    for line in lab.lines::<2>() {
        robot.program.types(format!("{line}\n"));
        lab.settles()?;
    }
    reaches_who_comes_late(lab, &robot.program, relay)?;
    // One that is about to end may still have sent these.
    robot.program.keeps_running()?;
    robot.program.has_not_panicked()
}

/// stdout carries what arrives and nothing else: no prompt, no echo of what is typed.
fn prints_nothing_else(lab: &Lab) -> Step {
    let (robot, relay) = robot_and_relay(lab)?;
    robot.program.types(format!("{}\n", lab.words()));
    lab.settles()?;
    robot.prints_nothing_else(&relay)
}

/// RELAY may be a name. Who is bound to an IPv4 address sends to the IPv4 address for which it stands.
fn resolves_a_name(lab: &Lab) -> Step {
    let relay = lab.udp_peer("relay", "127.0.0.1")?;
    let address = SocketAddr::from(([127, 0, 0, 2], lab.port()));
    let robot = Listener::start(lab, address, &[format!("localhost:{}", relay.address.port())])?;
    Sender { lab: lab.clone(), program: robot.program, to: relay }.sends_a_line()
}

/// BIND and RELAY may be IPv6 addresses in brackets.
fn speaks_ipv6(lab: &Lab) -> Step {
    lab.has_ipv6()?;
    let (robot, relay) = robot_at(lab, SocketAddr::from(([0, 0, 0, 0, 0, 0, 0, 1], lab.port())), "::1")?;
    robot.shows_a_datagram(&relay)?;
    Sender { lab: lab.clone(), program: robot.program, to: relay }.sends_a_line()
}

/// A port that somebody has already is an error that names the address.
fn tells_that_the_port_is_in_use(lab: &Lab) -> Step {
    port_in_use::over_udp(lab, &["127.0.0.1:4455"])
}

/// Wrong usage is told, with status 2, whichever of the addresses is wrong.
fn refuses_wrong_usage(lab: &Lab) -> Step {
    for wrong in wrong_addresses().concat() {
        lab.start(&[wrong])?.refuses_its_arguments()?;
        lab.start(&["127.0.0.1:4455", wrong])?.refuses_its_arguments()?;
    }
    lab.start(&["127.0.0.1:4455", "127.0.0.1:4456", "surplus"])?.refuses_its_arguments()
}

/// A name that nobody knows is an error at run time, be it the robot's own or the relay's.
fn tells_of_an_unknown_name(lab: &Lab) -> Step {
    let bind = format!("127.0.0.1:{}", lab.port());
    for arguments in [["nobody.invalid:4455", "127.0.0.1:4455"], [&bind, "nobody.invalid:4455"]] {
        let robot = lab.start(&arguments)?;
        robot.types("hello\n");
        robot.ends_input();
        robot.fails_naming(&["nobody.invalid"])?;
    }
    Ok(())
}

/// Without arguments it is bound to port 4455 at every address, and sends to 127.0.0.1, port 4455: to itself.
fn has_its_defaults(lab: &Lab) -> Step {
    let port = lab.default_port(4455)?;
    let robot = lab.start::<&str>(&[])?;
    robot.binds_everywhere(port)?;
    let text = lab.words();
    robot.types(format!("{text}\n"));
    robot.shows_one_of(&printed_lines(SocketAddr::from(([127, 0, 0, 1], port)), &[&text])).map_err(|stop| {
        // Nobody else is in the room: what came to nobody is the robot's.
        if lab.datagrams_to_nobody() == 0 {
            return stop;
        }
        let expected = Message::new("expect-shows").with("program", "robot");
        lab.fails(expected, Some(text.as_bytes()), None, Finding::Said(Message::new("said-sent-elsewhere")))
    })
}

//! 02 UDP listener: `udp-listener [BIND]`.
//!
//! Not judged from outside: a `\r` inside of a text (left open), and which signal stops the program (any does).

use std::net::SocketAddr;

use super::shown::Listener;
use super::suspicion::{
    BINDS_EVERY_ADDRESS, BINDS_LOOPBACK_ONLY, DATAGRAM_TAKEN_FOR_LINES, ENDS_AFTER_ONE, ENDS_AT_A_NUL,
    FORGETS_A_NEWLINE_BETWEEN, GOES_ON_AFTER_AN_ERROR, HEARS_ONE_SENDER_ONLY, IGNORES_ITS_ARGUMENTS, INSISTS_ON_UTF_8,
    IPV4_ONLY, KEEPS_THE_CARRIAGE_RETURN, ONE_BEHIND, OTHER_DEFAULT, OTHER_LINE_ENDS, PRINTS_ANOTHER_LINE,
    PRINTS_ON_STDERR, PRINTS_SOMETHING_ELSE, SHARES_ITS_PORT, SHOWS_NO_ADDRESS, SHOWS_NO_PORT, SKIPS_WHAT_IS_EMPTY,
    SKIPS_WHAT_IS_NO_UTF_8, SLEEPS_INSTEAD_OF_WAITING, SPECIAL_WORD, STDIN_END_STOPS_IT, STDOUT_NOT_FLUSHED,
    SURPLUS_ARGUMENTS, TAKES_ANOTHER_PORT, TAKES_NO_NAME, TAKES_NOTHING_FOR_THE_END, TEXT_TAKEN_FOR_A_FORMAT,
    TRIES_FOR_EVER, TRIMS_THE_LINE, TRUNCATES_DATAGRAMS, WRONG_ADDRESS_SHOWN,
};
use super::{Check, Exercise, Texts, port_in_use, wrong_addresses};
use crate::lab::{Lab, Step, UdpPeer};

pub const UDP_LISTENER: Exercise = Exercise {
    number: 2,
    name: "udp-listener",
    programs: &["udp-listener"],
    checks: &[
        check("02.shows-a-datagram", 20, |lab| with_ana(lab, Listener::shows_a_datagram))
            .by_hand("printf 'hello\\n' | nc -u -w 1 127.0.0.1 8888")
            .suspects(&[
                IGNORES_ITS_ARGUMENTS,
                SHOWS_NO_ADDRESS,
                SHOWS_NO_PORT,
                WRONG_ADDRESS_SHOWN,
                PRINTS_ANOTHER_LINE,
                PRINTS_ON_STDERR,
                SLEEPS_INSTEAD_OF_WAITING,
            ]),
        check("02.at-once", 11, |lab| with_ana(lab, Listener::shows_at_once))
            .needs(SHOWS)
            .suspects(&[ONE_BEHIND, STDOUT_NOT_FLUSHED]),
        check("02.one-line-each", 10, |lab| with_ana(lab, Listener::shows_a_line_each)).needs(SHOWS).suspects(&[
            ENDS_AFTER_ONE,
            FORGETS_A_NEWLINE_BETWEEN,
            DATAGRAM_TAKEN_FOR_LINES,
        ]),
        check("02.prints-nothing-else", 3, |lab| with_ana(lab, Listener::prints_nothing_else))
            .needs(SHOWS)
            .suspects(&[PRINTS_SOMETHING_ELSE]),
        check("02.tells-senders-apart", 8, tells_senders_apart).needs(EACH).suspects(&[
            SHOWS_NO_PORT,
            WRONG_ADDRESS_SHOWN,
            HEARS_ONE_SENDER_ONLY,
        ]),
        check("02.empty", 5, |lab| with_ana(lab, Listener::shows_an_empty_datagram))
            .needs(EACH)
            .suspects(&[TAKES_NOTHING_FOR_THE_END, SKIPS_WHAT_IS_EMPTY]),
        check("02.crlf", 5, |lab| with_ana(lab, Listener::takes_off_a_carriage_return))
            .needs(SHOWS)
            .suspects(&[KEEPS_THE_CARRIAGE_RETURN, TRIMS_THE_LINE]),
        check("02.inner-newline", 4, |lab| with_ana(lab, Listener::takes_off_one_newline_only))
            .needs(EACH)
            .suspects(&[TRIMS_THE_LINE, DATAGRAM_TAKEN_FOR_LINES]),
        check("02.any-bytes", 6, |lab| with_ana(lab, Listener::shows_any_bytes)).needs(EACH).suspects(&[
            SPECIAL_WORD,
            TEXT_TAKEN_FOR_A_FORMAT,
            OTHER_LINE_ENDS,
            ENDS_AT_A_NUL,
            TRIMS_THE_LINE,
            INSISTS_ON_UTF_8,
            SKIPS_WHAT_IS_NO_UTF_8,
        ]),
        check("02.largest", 8, |lab| with_ana(lab, Listener::shows_the_largest_datagram))
            .needs(EACH)
            .suspects(&[TRUNCATES_DATAGRAMS]),
        check("02.ipv6", 4, speaks_ipv6).needs(SHOWS).suspects(&[IPV4_ONLY]),
        check("02.bind-address", 3, listens_only_where_it_was_told)
            .needs(SHOWS)
            .suspects(&[BINDS_EVERY_ADDRESS, TAKES_NO_NAME]),
        check("02.defaults", 3, has_its_defaults)
            .needs(&["02.tells-senders-apart"])
            .suspects(&[OTHER_DEFAULT, BINDS_LOOPBACK_ONLY]),
        check("02.says-nothing", 2, says_nothing).needs(EACH),
        check("02.stdin-ends", 2, outlives_its_stdin).needs(SHOWS).suspects(&[STDIN_END_STOPS_IT]),
        check("02.port-in-use", 3, tells_that_the_port_is_in_use).needs(SHOWS).suspects(&[
            TRIES_FOR_EVER,
            TAKES_ANOTHER_PORT,
            SHARES_ITS_PORT,
        ]),
        check("02.usage", 2, refuses_wrong_usage).suspects(&[SURPLUS_ARGUMENTS]),
        check("02.unknown-name", 1, tells_of_an_unknown_name)
            .needs(SHOWS)
            .suspects(&[TRIES_FOR_EVER, GOES_ON_AFTER_AN_ERROR]),
    ],
    bonus: false,
    texts: Texts {
        en: include_str!("../../locales/en/02-udp-listener.ftl"),
        fr: include_str!("../../locales/fr/02-udp-listener.ftl"),
    },
};

const SHOWS: &[&str] = &["02.shows-a-datagram"];
const EACH: &[&str] = &["02.one-line-each"];

const fn check(name: &'static str, points: u32, run: fn(&Lab) -> Step) -> Check {
    Check::of("udp-listener", name, points, run)
}

/// A listener, and ana, who sends it something.
fn with_ana(lab: &Lab, look: fn(&Listener, &UdpPeer) -> Step) -> Step {
    let listener = listener(lab)?;
    let ana = lab.udp_peer("ana", "127.0.0.2")?;
    look(&listener, &ana)
}

fn listener(lab: &Lab) -> Step<Listener> {
    Listener::start(lab, SocketAddr::from(([127, 0, 0, 1], lab.port())), &[])
}

/// Each datagram is shown with its own sender.
fn tells_senders_apart(lab: &Lab) -> Step {
    let listener = listener(lab)?;
    let ana = lab.udp_peer("ana", "127.0.0.2")?;
    let bob = lab.udp_peer("bob", "127.0.0.3")?;
    // The same machine, another port: another sender.
    let eve = lab.udp_peer("eve", "127.0.0.2")?;
    for sender in [&ana, &bob, &eve, &ana] {
        let text = lab.words();
        listener.shows(sender, format!("{text}\n").as_bytes(), &text)?;
    }
    Ok(())
}

/// An IPv6 address stands in brackets; an IPv4 sender may show as either kind to a socket that takes both.
fn speaks_ipv6(lab: &Lab) -> Step {
    lab.has_ipv6()?;
    let at_ipv6 = SocketAddr::from(([0, 0, 0, 0, 0, 0, 0, 1], lab.port()));
    let listener = Listener::start(lab, at_ipv6, &[])?;
    let ana = lab.udp_peer("ana", "::1")?;
    let text = lab.words();
    listener.shows(&ana, format!("{text}\n").as_bytes(), &text)
}

/// It listens at the address that it was given, and at no other; a name is an address too.
fn listens_only_where_it_was_told(lab: &Lab) -> Step {
    let told = SocketAddr::from(([127, 0, 0, 5], lab.port()));
    let listener = Listener::start(lab, told, &[])?;
    let ana = lab.udp_peer("ana", "127.0.0.2")?;
    let [lost, shown] = lab.lines();
    ana.says(SocketAddr::from(([127, 0, 0, 6], told.port())), format!("{lost}\n"))?;
    // Whatever went to the other address would have been shown before this.
    listener.shows(&ana, format!("{shown}\n").as_bytes(), &shown)?;
    listener.program.has_not_shown(&lost)?;
    listener.program.is_stopped();

    let port = lab.port();
    let named = lab.start(&[format!("localhost:{port}")])?;
    // One of the addresses for which the name stands. How the sender's is written is for other checks to judge.
    let address = named.binds(port)?;
    let eve = lab.udp_peer("eve", if address.is_ipv4() { "127.0.0.2" } else { "::1" })?;
    eve.says(address, format!("{lost}\n"))?;
    let listener = Listener { lab: lab.clone(), program: named, address };
    listener.shows_one_of(&eve, &[format!(" {lost}\n").into()])
}

/// Without arguments it listens on port 8888, at every address.
fn has_its_defaults(lab: &Lab) -> Step {
    let port = lab.default_port(8888)?;
    let program = lab.start::<&str>(&[])?;
    program.binds(port)?;
    let ana = lab.udp_peer("ana", "127.0.0.2")?;
    for to in [[127, 0, 0, 1], [127, 0, 0, 9]] {
        let listener = Listener { lab: lab.clone(), program: program.clone(), address: SocketAddr::from((to, port)) };
        let text = lab.words();
        listener.shows(&ana, format!("{text}\n").as_bytes(), &text)?;
    }
    Ok(())
}

/// A listener listens: nothing goes back over the network.
fn says_nothing(lab: &Lab) -> Step {
    let listener = listener(lab)?;
    let ana = lab.udp_peer("ana", "127.0.0.2")?;
    for text in lab.lines::<2>() {
        listener.shows(&ana, format!("{text}\n").as_bytes(), &text)?;
    }
    // What it had sent back to the first would have come before the second was shown.
    ana.hears_nothing_more()
}

/// A server runs until it is stopped, whatever happens to its stdin.
fn outlives_its_stdin(lab: &Lab) -> Step {
    let listener = listener(lab)?;
    listener.program.ends_input();
    listener.program.keeps_running()?;
    let ana = lab.udp_peer("ana", "127.0.0.2")?;
    let text = lab.words();
    listener.shows(&ana, format!("{text}\n").as_bytes(), &text)
}

/// A port that somebody has already is an error that names the address.
fn tells_that_the_port_is_in_use(lab: &Lab) -> Step {
    port_in_use::over_udp(lab, &[])
}

/// Wrong usage is told, with status 2.
fn refuses_wrong_usage(lab: &Lab) -> Step {
    for arguments in wrong_addresses() {
        lab.start(arguments)?.refuses_its_arguments()?;
    }
    lab.start(&["127.0.0.1:8888", "surplus"])?.refuses_its_arguments()
}

/// A name that nobody knows is an error at run time.
fn tells_of_an_unknown_name(lab: &Lab) -> Step {
    lab.start(&["nobody.invalid:8888"])?.fails_naming(&["nobody.invalid"])
}

//! 01 UDP sender: `udp-sender [DEST [MESSAGE [EVERY]]]`.
//!
//! Not judged from outside: whether the `\r` of a typed line is sent along (left open).

use std::time::Duration;

use super::suspicion::{
    ADDS_A_NEWLINE, ALL_INPUT_IS_ONE, ANOTHER_UNIT_OF_TIME, BINDS_THE_OTHERS_PORT, DIES_OF_ICMP, DRIFTS,
    END_IS_NO_ERROR, ENDS_AT_A_NUL, GOES_ON_AFTER_AN_ERROR, GOES_ON_AT_THE_END, IGNORES_ITS_ARGUMENTS,
    INSISTS_ON_UTF_8, IPV4_ONLY, LINE_IN_TWO_DATAGRAMS, LOSES_THE_LAST_LINE, MESSAGE_WAITS_FOR_INPUT,
    ONE_READ_IS_ONE_DATAGRAM, OTHER_DEFAULT, OTHER_LINE_ENDS, PRINTS_SOMETHING_ELSE, READS_ALL_INPUT_FIRST,
    REFUSES_THE_SMALLEST, SENDER_CUTS_THE_LINE, SENDS_NO_MORE_AFTER_ONE, SENDS_ONCE_ONLY, SKIPS_WHAT_IS_EMPTY,
    SLEEPS_INSTEAD_OF_WAITING, SPECIAL_WORD, STOPS_AT_AN_EMPTY_LINE, SURPLUS_ARGUMENTS, TAKES_EMPTY_FOR_NONE,
    TAKES_NO_NAME, TAKES_THE_FIRST_ADDRESS, TCP_WHERE_UDP, TRIES_FOR_EVER, TRIMS_THE_LINE, TYPED_LINES_THROWN_AWAY,
};
use super::typed::{Sender, reaches_who_comes_late};
use super::{Check, Exercise, Suspect, Texts, wrong_addresses};
use crate::lab::{Lab, Pace, Step};

pub const UDP_SENDER: Exercise = Exercise {
    number: 1,
    name: "udp-sender",
    programs: &["udp-sender"],
    checks: &[
        check("01.sends-a-line", 20, |lab| to_ana(lab, Sender::sends_a_line)).by_hand(LISTEN).suspects(&[
            IGNORES_ITS_ARGUMENTS,
            LINE_IN_TWO_DATAGRAMS,
            TCP_WHERE_UDP,
            BINDS_THE_OTHERS_PORT,
            SLEEPS_INSTEAD_OF_WAITING,
        ]),
        check("01.one-datagram-each", 10, |lab| to_ana(lab, Sender::sends_one_datagram_each))
            .needs(SENDS)
            .suspects(TOGETHER),
        check("01.at-once", 10, |lab| to_ana(lab, Sender::sends_at_once))
            .needs(EACH)
            .suspects(&[READS_ALL_INPUT_FIRST]),
        check("01.last-line", 6, |lab| to_ana(lab, Sender::sends_a_last_line_as_it_is))
            .needs(EACH)
            .suspects(&[LOSES_THE_LAST_LINE, ADDS_A_NEWLINE]),
        check("01.empty-line", 5, |lab| to_ana(lab, Sender::sends_an_empty_line))
            .needs(EACH)
            .suspects(&[STOPS_AT_AN_EMPTY_LINE, SKIPS_WHAT_IS_EMPTY]),
        check("01.prints-nothing", 2, prints_nothing).needs(SENDS).suspects(&[PRINTS_SOMETHING_ELSE]),
        check("01.nothing-typed", 4, sends_nothing_when_nothing_is_typed)
            .suspects(&[END_IS_NO_ERROR, GOES_ON_AT_THE_END]),
        check("01.half-line", 5, |lab| to_ana(lab, Sender::waits_for_the_end_of_a_line))
            .needs(EACH)
            .suspects(&[ONE_READ_IS_ONE_DATAGRAM]),
        check("01.any-bytes", 4, |lab| to_ana(lab, Sender::sends_any_bytes)).needs(EACH).suspects(&[
            SPECIAL_WORD,
            OTHER_LINE_ENDS,
            ENDS_AT_A_NUL,
            TRIMS_THE_LINE,
            INSISTS_ON_UTF_8,
        ]),
        check("01.largest", 5, |lab| to_ana(lab, Sender::sends_the_largest_datagram))
            .needs(SENDS)
            .suspects(&[SENDER_CUTS_THE_LINE]),
        check("01.too-long", 5, |lab| to_ana(lab, Sender::tells_that_a_line_is_too_long))
            .needs(EACH)
            .suspects(&[GOES_ON_AFTER_AN_ERROR]),
        check("01.nobody-listens", 6, does_not_mind_that_nobody_listens)
            .needs(&["01.at-once"])
            .suspects(&[DIES_OF_ICMP]),
        check("01.name", 2, resolves_a_name).needs(SENDS).suspects(&[TAKES_NO_NAME, TAKES_THE_FIRST_ADDRESS]),
        check("01.ipv6", 3, speaks_ipv6).needs(SENDS).suspects(&[IPV4_ONLY]),
        check("01.unknown-name", 2, tells_of_an_unknown_name)
            .needs(SENDS)
            .suspects(&[TRIES_FOR_EVER, GOES_ON_AFTER_AN_ERROR]),
        check("01.usage", 3, refuses_wrong_usage).suspects(&[SURPLUS_ARGUMENTS]),
        check("01.defaults", 2, has_its_defaults).needs(SENDS).suspects(&[BINDS_THE_OTHERS_PORT, OTHER_DEFAULT]),
        check("01.message", 2, sends_a_message).extra().suspects(&[TAKES_EMPTY_FOR_NONE, MESSAGE_WAITS_FOR_INPUT]),
        check("01.every", 3, repeats_without_drift).needs(&["01.message"]).extra().suspects(&[
            ANOTHER_UNIT_OF_TIME,
            DRIFTS,
            SENDS_ONCE_ONLY,
            SLEEPS_INSTEAD_OF_WAITING,
        ]),
        check("01.every-to-nobody", 1, repeats_to_nobody)
            .needs(&["01.every"])
            .extra()
            .suspects(&[DIES_OF_ICMP, REFUSES_THE_SMALLEST]),
    ],
    bonus: false,
    texts: Texts {
        en: include_str!("../../locales/en/01-udp-sender.ftl"),
        fr: include_str!("../../locales/fr/01-udp-sender.ftl"),
    },
};

/// Shows each \n as $.
const LISTEN: &str = "nc -ulp 8888 | cat -A";

const SENDS: &[&str] = &["01.sends-a-line"];
const EACH: &[&str] = &["01.one-datagram-each"];

/// What becomes of lines that are typed together.
const TOGETHER: &[Suspect] =
    &[ALL_INPUT_IS_ONE, TYPED_LINES_THROWN_AWAY, SENDS_NO_MORE_AFTER_ONE, ONE_READ_IS_ONE_DATAGRAM];

const fn check(name: &'static str, points: u32, run: fn(&Lab) -> Step) -> Check {
    Check::of("udp-sender", name, points, run)
}

/// Ana listens, and the program is started to send to her.
fn sender_to_ana(lab: &Lab) -> Step<Sender> {
    let to = lab.udp_peer("ana", "127.0.0.1")?;
    let program = lab.start(&[to.address.to_string()])?;
    Ok(Sender { lab: lab.clone(), program, to })
}

fn to_ana(lab: &Lab, look: fn(&Sender) -> Step) -> Step {
    look(&sender_to_ana(lab)?)
}

/// What it sends is for the network: stdout stays empty.
fn prints_nothing(lab: &Lab) -> Step {
    let sender = sender_to_ana(lab)?;
    sender.has_sent_a_line()?;
    sender.program.shows_nothing_but(&[Vec::new()])?;
    // Nor is there anything to print when nothing was typed.
    let other = lab.start(&[sender.to.address.to_string()])?;
    other.ends_input();
    // One that goes on and on is another check's.
    lab.comes_to_rest();
    other.shows_nothing_but(&[Vec::new()])
}

/// Empty input sends nothing, and is no error.
fn sends_nothing_when_nothing_is_typed(lab: &Lab) -> Step {
    let Sender { program: sender, to: ana, .. } = sender_to_ana(lab)?;
    sender.ends_input();
    ana.hears_nothing_until_it_ends(&sender, 0)
}

/// UDP knows no connection: who is not there yet misses what was said, and gets what is said from then on.
fn does_not_mind_that_nobody_listens(lab: &Lab) -> Step {
    let port = lab.port();
    let sender = lab.start(&[format!("127.0.0.1:{port}")])?;
    reaches_who_comes_late(lab, &sender, port)?;
    sender.ends_input();
    sender.ends_with(0)
}

/// DEST may be a name.
fn resolves_a_name(lab: &Lab) -> Step {
    let ana = lab.udp_peer("ana", "127.0.0.1")?;
    let port = ana.address.port();
    // The name may stand for both: the first address that a socket can be made for will do.
    let also_ana = lab.udp_peer_at("ana (IPv6)", "::1", port);
    let sender = lab.start(&[format!("localhost:{port}")])?;
    let line = format!("{}\n", lab.words());
    sender.types(&line);
    sender.ends_input();
    match also_ana {
        Ok(also_ana) => lab.one_of(&[&ana, &also_ana])?.hears(&line).map(drop),
        // A machine without IPv6.
        Err(_) => ana.hears(&line).map(drop),
    }
}

/// DEST may be an IPv6 address in brackets.
fn speaks_ipv6(lab: &Lab) -> Step {
    lab.has_ipv6()?;
    let ana = lab.udp_peer("ana", "::1")?;
    let sender = lab.start(&[ana.address.to_string()])?;
    let line = format!("{}\n", lab.words());
    sender.types(&line);
    sender.ends_input();
    ana.hears(&line).map(drop)
}

/// A name that nobody knows is an error at run time.
fn tells_of_an_unknown_name(lab: &Lab) -> Step {
    let sender = lab.start(&["nobody.invalid:8888"])?;
    sender.types("hello\n");
    sender.ends_input();
    sender.fails_naming(&["nobody.invalid"])
}

/// Wrong usage is told, with status 2.
fn refuses_wrong_usage(lab: &Lab) -> Step {
    for arguments in wrong_addresses() {
        lab.start(arguments)?.refuses_its_arguments()?;
    }
    for every in ["soon", "0"] {
        lab.start(&["127.0.0.1:8888", "hello", every])?.refuses_its_arguments()?;
    }
    lab.start(&["127.0.0.1:8888", "hello", "100", "surplus"])?.refuses_its_arguments()
}

/// Without arguments it sends to 127.0.0.1, port 8888.
fn has_its_defaults(lab: &Lab) -> Step {
    let ana = lab.udp_peer_at("ana", "127.0.0.1", lab.default_port(8888)?)?;
    let sender = lab.start::<&str>(&[])?;
    let line = format!("{}\n", lab.words());
    sender.types(&line);
    sender.ends_input();
    ana.hears(&line).map(drop)
}

/// Extra: with MESSAGE it sends that, does not touch its stdin, and ends.
fn sends_a_message(lab: &Lab) -> Step {
    let ana = lab.udp_peer("ana", "127.0.0.1")?;
    let [message, typed] = lab.lines();
    let sender = lab.start(&[&ana.address.to_string(), &message])?;
    sender.types(format!("{typed}\n"));
    ana.hears(format!("{message}\n"))?;
    sender.ends_with(0)?;
    ana.hears_nothing_more()?;
    // An empty message is a message.
    let sender = lab.start(&[&ana.address.to_string(), ""])?;
    ana.hears("\n")?;
    sender.ends_with(0)
}

/// Extra: with EVERY it repeats MESSAGE, and its clock does not fall behind.
fn repeats_without_drift(lab: &Lab) -> Step {
    let ana = lab.udp_peer("ana", "127.0.0.1")?;
    let message = lab.words();
    // The first leaves at once, and not when EVERY has passed.
    const A_MINUTE: &str = "60000";
    let slow = lab.start(&[&ana.address.to_string(), &message, A_MINUTE])?;
    ana.hears(format!("{message}\n"))?;
    slow.is_stopped();
    let pace = Pace::from_now(Duration::from_millis(2));
    let _sender = lab.start(&[&ana.address.to_string(), &message, "2"])?;
    ana.hears_at_pace(format!("{message}\n"), pace)
}

/// Extra: that nobody listens does not stop the repetition.
fn repeats_to_nobody(lab: &Lab) -> Step {
    let port = lab.port();
    let message = lab.words();
    let refused = lab.datagrams_to_nobody();
    let sender = lab.start(&[&format!("127.0.0.1:{port}"), &message, "1"])?;
    lab.more_datagrams_to_nobody(refused + 2)?;
    let ana = lab.udp_peer_at("ana", "127.0.0.1", port)?;
    ana.hears(format!("{message}\n"))?;
    match sender.has_ended() {
        false => Ok(()),
        true => sender.keeps_running(),
    }
}

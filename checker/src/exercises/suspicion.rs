//! What a check suspects when it fails: a misconception, and the evidence that speaks for it.
//!
//! A suspicion counts only for the check that names it, and after the checks which that one needs have passed: that a
//! program prints the right line is known when `shown-at-once` asks when.

use super::Suspect;
use crate::verdict::{Evidence, WaitsOn};

const fn suspect(misconception: &'static str, fits: fn(&Evidence) -> bool) -> Suspect {
    Suspect { misconception, fits }
}

// Output and input.

pub const STDOUT_NOT_FLUSHED: Suspect = suspect("stdout-not-flushed", |e| {
    e.expected("shows") && e.nothing_came() && e.runs() && !e.said("one-behind") && !e.sleeps()
});
pub const PRINTS_SOMETHING_ELSE: Suspect =
    suspect("prints-something-else", |e| e.expected("shows-only") && !e.came_with_empty_lines());
pub const PRINTS_ANOTHER_LINE: Suspect =
    suspect("prints-something-else", |e| e.expected("shows") && e.came_len() > 0 && !text_is_there(e));
pub const WRONG_ADDRESS_SHOWN: Suspect = suspect("wrong-address-shown", |e| {
    e.expected("shows") && text_is_there(e) && !e.came_has(address_wanted(e)) && !ip_stands_alone(e)
});
pub const SHOWS_NO_PORT: Suspect =
    suspect("shows-no-port", |e| e.expected("shows") && text_is_there(e) && ip_stands_alone(e));
pub const READS_ALL_INPUT_FIRST: Suspect =
    suspect("reads-all-input-first", |e| e.nothing_came() && e.waited_in_vain() && e.waits_on_stdin());
pub const WAITS_FOR_THE_CLOSE: Suspect =
    suspect("reads-all-input-first", |e| e.nothing_came() && e.stalled() && e.waits_on_tcp());
pub const WAITS_FOR_INPUT_FIRST: Suspect =
    suspect("waits-for-input-first", |e| e.waited_in_vain() && e.waits_on_stdin());
pub const CONNECTS_AFTER_INPUT: Suspect =
    suspect("waits-for-input-first", |e| e.expected("connection") && e.waits_on_stdin());
pub const STDIN_END_STOPS_IT: Suspect = suspect("stdin-end-stops-server", Evidence::ended);

// Lines.

pub const ONE_READ_IS_ONE_MESSAGE: Suspect = suspect("one-read-is-one-message", |e| e.came_len() > 0);
/// It goes on with empty lines, or with nothing, as fast as it can.
pub const MISSES_THE_END: Suspect = suspect("misses-the-end-of-input", |e| {
    e.input_has_ended() && (e.waited_in_vain() && e.computes() || e.unwanted() && e.came_are_newlines())
});
/// Two replies that came together were shown as one, and another is waited for.
pub const TWO_REPLIES_ARE_ONE: Suspect =
    suspect("one-read-is-one-message", |e| e.waited_in_vain() && !e.waits_on_stdin() && e.shown_all_that_came());
pub const FORGETS_A_NEWLINE_BETWEEN: Suspect =
    suspect("forgets-the-newline", |e| e.expected("shows") && e.lacks_everywhere(b'\n'));
pub const NEW_BUFFER_FOR_EACH_LINE: Suspect =
    suspect("new-buffer-for-each-line", |e| e.waited_in_vain() && !e.waits_on_stdin() && !e.shown_all_that_came());
pub const ONE_LINE_ONLY: Suspect = suspect("one-line-only", |e| {
    // Who has another connection goes on there.
    let elsewhere = e.runs() && e.waits_on_tcp();
    e.nothing_came() && (e.ended() || e.closed() && !elsewhere || e.waits_on_listener())
});
pub const KEEPS_THE_CARRIAGE_RETURN: Suspect = suspect("keeps-the-carriage-return", |e| e.came_has_more_of(b'\r'));
pub const TRIMS_THE_LINE: Suspect = suspect("trims-the-line", |e| e.differs_in_blanks());
pub const LOSES_THE_LAST_LINE: Suspect = suspect("loses-the-last-line", |e| e.nothing_came() && !e.has_shown_since());
pub const STOPS_AT_AN_EMPTY_LINE: Suspect =
    suspect("stops-at-an-empty-line", |e| e.nothing_came() && (e.ended() || e.closed()));
pub const TAKES_NOTHING_FOR_THE_END: Suspect = suspect("stops-at-an-empty-line", Evidence::ended);
pub const INSISTS_ON_UTF_8: Suspect = suspect("insists-on-utf-8", |e| {
    let shows_it = e.stderr_has("UTF-8") || e.stderr_has("utf-8") || e.came_has("\u{FFFD}".as_bytes());
    !e.differs_in_blanks() && (shows_it || e.nothing_came() && (e.ended() || e.closed() || e.stalled()))
});
/// What was sent before and after it is shown.
pub const SKIPS_WHAT_IS_NO_UTF_8: Suspect = suspect("insists-on-utf-8", |e| {
    e.expected("shows") && e.wanted_has("\u{FFFD}".as_bytes()) && e.came_len() > 0 && !text_is_there(e) && {
        let beginning = e.wanted.as_ref().and_then(|wanted| wanted.head.split(|byte| *byte == 0xef).next());
        !beginning.is_some_and(|beginning| e.came_has(beginning))
    }
});
pub const LINE_TOO_SHORT_BUFFER: Suspect = suspect("line-too-short-buffer", |e| {
    e.came_is_prefix() || e.came_is_cut_short() || e.closed() || e.expected("shows") && e.came_len() > 0
});
pub const SENDS_ANOTHER_LINE: Suspect = suspect("sends-something-else", |e| {
    e.expected("bytes") && e.came_has(b"\n") && !e.came_has(b"\r") && !e.differs_in_blanks()
});
pub const RUNS_AHEAD: Suspect = suspect("runs-ahead", Evidence::unwanted);

// Datagrams.

pub const ONE_READ_IS_ONE_DATAGRAM: Suspect =
    suspect("one-read-is-one-message", |e| e.came_len() > 0 && !e.differs_in_blanks());
pub const ENDS_AFTER_ONE: Suspect = suspect("ends-after-one", Evidence::ended);
pub const SENDS_ONCE_ONLY: Suspect = suspect("ends-after-one", |e| e.ended() && e.times_said() == 1);
pub const SENDS_NO_MORE_AFTER_ONE: Suspect = suspect("one-line-only", |e| e.nothing_came() && e.ended());
pub const TRUNCATES_DATAGRAMS: Suspect =
    suspect("truncates-datagrams", |e| e.came_is_prefix() || e.came_is_cut_short());
pub const SENDER_CUTS_THE_LINE: Suspect = suspect("line-too-short-buffer", |e| e.came_is_prefix());
pub const DIES_OF_ICMP: Suspect =
    suspect("dies-of-icmp", |e| e.expected("datagram") || e.expected("sends-to-nobody") && e.ended());
pub const HEARS_ONE_SENDER_ONLY: Suspect = suspect("one-client-only", |e| e.nothing_came() && e.runs());
/// What is late by far from the beginning has another idea of the time.
pub const DRIFTS: Suspect = suspect("sleeps-between", |e| {
    let number = e.about("n").and_then(|n| n.parse::<u32>().ok());
    e.said("drift") && number.is_some_and(|n| n >= 100)
});

// Connections.

/// The end of a program closes the connections that it has taken, and resets those that it has not.
pub const ENDS_WITH_ITS_CLIENT: Suspect =
    suspect("ends-after-one", |e| e.ended() || e.said("refused") || e.closed() && !e.runs());
pub const ONE_CLIENT_ONLY: Suspect = suspect("one-client-only", |e| e.runs() && (e.waited_in_vain() || e.closed()));
pub const ONE_CLIENT_AT_A_TIME: Suspect =
    suspect("one-client-at-a-time", |e| e.nothing_came() && e.waited_in_vain() && e.runs());
pub const IGNORES_HALF_CLOSE: Suspect = suspect("ignores-half-close", |e| e.nothing_came());
pub const DIES_OF_A_RESET: Suspect =
    suspect("dies-of-a-reset", |e| e.ended() || e.said("refused") || e.closed() && !e.runs());
pub const RESETS_INSTEAD_OF_CLOSING: Suspect = suspect("resets-instead-of-closing", Evidence::was_reset);
pub const WAITS_ON_A_CLOSED_CONNECTION: Suspect =
    suspect("waits-for-ever-on-a-closed-connection", |e| e.expected("exit") && e.stalled());
pub const SPINS_ON_WHO_HAS_LEFT: Suspect =
    suspect("spins-on-a-closed-connection", |e| e.waited_in_vain() && e.computes());
pub const SPINS_ON_A_CLOSED_CONNECTION: Suspect =
    suspect("spins-on-a-closed-connection", |e| e.expected("exit") && e.runs() && (e.computes() || e.sleeps()));

// Addresses.

pub const FIRST_ADDRESS_ONLY: Suspect = suspect("first-address-only", |e| e.expected("connection"));
pub const IPV4_ONLY: Suspect = suspect("ipv4-only", |e| {
    e.expected("listening") || e.expected("bound") || e.expected("connection") || e.expected("datagram")
});
pub const BINDS_LOOPBACK_ONLY: Suspect =
    suspect("binds-loopback-only", |e| e.said("refused") || e.nothing_came() && waits_at_loopback(e));
pub const BINDS_EVERY_ADDRESS: Suspect = suspect("binds-every-address", Evidence::unwanted);
pub const IGNORES_ITS_ARGUMENTS: Suspect = suspect("ignores-its-arguments", |e| {
    e.said("listens-elsewhere") || e.said("sent-elsewhere") || e.expected("connection") && e.stderr_has(":8888")
});
pub const NO_REUSE_ADDRESS: Suspect = suspect("no-reuse-address", |e| {
    e.expected("listening") && ["in use", "98", "EADDRINUSE", "AddrInUse"].iter().any(|text| e.stderr_has(text))
});

/// The text of `IP:PORT TEXT`, where something like that was wanted, stands in what came.
fn text_is_there(evidence: &Evidence) -> bool {
    let wanted = evidence.wanted.as_ref().map(|wanted| wanted.head.as_slice()).unwrap_or_default();
    let text = wanted.iter().position(|byte| *byte == b' ').map(|at| &wanted[at + 1..]);
    text.is_some_and(|text| evidence.came_has(text.strip_suffix(b"\n").unwrap_or(text)))
}

/// The `IP:PORT` before it.
fn address_wanted(evidence: &Evidence) -> &[u8] {
    let wanted = evidence.wanted.as_ref().map(|wanted| wanted.head.as_slice()).unwrap_or_default();
    wanted.split(|byte| *byte == b' ').next().unwrap_or_default()
}

/// The sender's IP is shown, and no port behind it, neither the sender's nor another.
fn ip_stands_alone(evidence: &Evidence) -> bool {
    let address = address_wanted(evidence);
    let Some(colon) = address.iter().rposition(|byte| *byte == b':') else { return false };
    let (with_colon, port) = (&address[..=colon], &address[colon + 1..]);
    let ip = address[..colon].strip_prefix(b"[").and_then(|ip| ip.strip_suffix(b"]")).unwrap_or(&address[..colon]);
    evidence.came_has(ip) && !evidence.came_has(with_colon) && !evidence.came_has(port)
}

fn waits_at_loopback(evidence: &Evidence) -> bool {
    let waits = evidence.programs.iter().flat_map(|program| &program.waits);
    waits.into_iter().any(|waits| match &waits.on {
        WaitsOn::Udp { local } | WaitsOn::Listener { local } => local.starts_with("127.") || local.starts_with("[::1]"),
        _ => false,
    })
}

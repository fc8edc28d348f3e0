//! What a check suspects when it fails: a misconception, and the evidence that speaks for it.
//!
//! A suspicion counts only for the check that names it, and after the checks which that one needs have passed: that a
//! program prints the right line is known when `shown-at-once` asks when.

mod taken;
mod words;

pub use taken::*;
pub use words::*;

use super::Suspect;
use crate::verdict::{Evidence, Finding, WaitsOn};

const fn suspect(misconception: &'static str, fits: fn(&Evidence) -> bool) -> Suspect {
    Suspect { misconception, fits }
}

// Output and input.

pub const STDOUT_NOT_FLUSHED: Suspect = suspect("stdout-not-flushed", |e| {
    e.expected("shows") && e.nothing_came() && e.runs() && !e.said("one-behind") && !e.sleeps()
});
pub const PRINTS_SOMETHING_ELSE: Suspect =
    suspect("prints-something-else", |e| e.expected("shows-only") && !e.came_with_empty_lines());
pub const PRINTS_ANOTHER_LINE: Suspect = suspect("prints-something-else", |e| {
    e.expected("shows") && e.came_len() > 0 && !text_is_there(e) && !e.has_shown_what_was_told()
});
pub const WRONG_ADDRESS_SHOWN: Suspect = suspect("wrong-address-shown", |e| {
    let another = !e.came_has(address_wanted(e)) && !ip_stands_alone(e) && !text_stands_alone(e);
    e.expected("shows") && text_is_there(e) && another
});
pub const SHOWS_NO_PORT: Suspect =
    suspect("shows-no-port", |e| e.expected("shows") && text_is_there(e) && ip_stands_alone(e));
pub const READS_ALL_INPUT_FIRST: Suspect =
    suspect("reads-all-input-first", |e| e.nothing_came() && e.waited_in_vain() && e.waits_on_stdin());
pub const WAITS_FOR_THE_CLOSE: Suspect =
    suspect("reads-until-closed", |e| e.nothing_came() && e.stalled() && e.waits_on_tcp());
pub const MESSAGE_WAITS_FOR_INPUT: Suspect = suspect("message-waits-for-input", |e| {
    let waits = e.waited_in_vain() && e.waits_on_stdin() && !wants_an_empty_line(e);
    waits || e.expected("datagram") && e.came_was_told()
});
pub const TAKES_EMPTY_FOR_NONE: Suspect =
    suspect("skips-what-is-empty", |e| e.nothing_came() && (e.waited_in_vain() || e.ended()) && wants_an_empty_line(e));
pub const CONNECTS_AFTER_INPUT: Suspect =
    suspect("waits-for-input-first", |e| e.expected("connection") && e.waits_on_stdin());
pub const STDIN_END_STOPS_IT: Suspect = suspect("stdin-end-stops-server", Evidence::ended);

pub const SHOWS_NOTHING: Suspect = suspect("shows-nothing", |e| {
    let is_done = e.exited_with(0) || e.stalled() && e.runs();
    e.expected("shows")
        && e.nothing_came()
        && e.has_printed_nothing()
        && is_done
        && !e.resets_somebody()
        && !is_told_on_stderr(e)
});
/// What was said before is shown.
pub const SHOWS_SOME_ONLY: Suspect = suspect("shows-some-only", |e| {
    e.expected("shows") && e.runs() && e.has_shown_what_was_told() && !text_is_there(e) && !is_told_on_stderr(e)
});
pub const PRINTS_ON_STDERR: Suspect =
    suspect("prints-on-stderr", |e| e.expected("shows") && e.nothing_came() && is_told_on_stderr(e));
pub const ONE_BEHIND: Suspect = suspect("one-behind", |e| e.said("one-behind"));
/// It has not done anything yet, and somebody is waiting for it.
pub const SLEEPS_INSTEAD_OF_WAITING: Suspect = suspect("sleeps-instead-of-waiting", |e| {
    matches!(e.finding, Finding::OutOfPatience | Finding::Asleep)
        && e.sleeps_only()
        && e.nothing_came()
        && e.times_said() == 0
});
pub const END_IS_NO_ERROR: Suspect = suspect("end-is-no-error", |e| {
    e.exited_with(1) && ["EOFError", "end of file", "UnexpectedEof"].iter().any(|text| e.stderr_has(text))
});

/// It was told more than it has passed on, and waits for more.
pub const BUFFERED_BEHIND_SELECT: Suspect = suspect("buffered-behind-select", |e| {
    let waits = e.nothing_came() || e.came_is_prefix();
    waits && e.stalled() && e.times_said() > 0 && e.waits_on_several()
});
/// What had not come did, once something had followed it.
pub const LEFT_IN_ITS_BUFFER: Suspect = suspect("buffered-behind-select", |e| e.said("one-behind"));

// Lines.

pub const ONE_READ_IS_ONE_MESSAGE: Suspect = suspect("one-read-is-one-message", |e| e.came_len() > 0);
/// It goes on with empty lines, or with nothing, as fast as it can.
pub const MISSES_THE_END: Suspect = suspect("misses-the-end-of-input", |e| {
    let is_empty = e.came.as_ref().is_some_and(|came| came.len == 0) || e.came_are_newlines();
    e.input_has_ended() && (e.waited_in_vain() && e.computes() || e.unwanted() && is_empty)
});
/// The same where one empty line too many would be another's mistake: this one is not over with it.
pub const GOES_ON_AT_THE_END: Suspect = suspect("misses-the-end-of-input", |e| e.runs() && (MISSES_THE_END.fits)(e));
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
    !e.crashed() && e.nothing_came() && (e.ended() || e.closed() && !elsewhere || e.waits_on_listener())
});
pub const KEEPS_THE_CARRIAGE_RETURN: Suspect = suspect("keeps-the-carriage-return", |e| e.came_has_more_of(b'\r'));
pub const TRIMS_THE_LINE: Suspect = suspect("trims-the-line", |e| {
    e.came_len() > 0 && e.differs_in_blanks() && !has_other_line_ends(e) && !e.lacks_an_empty_line()
});
/// Where such a character stands, the line was split, or the character is gone.
pub const OTHER_LINE_ENDS: Suspect = suspect("other-line-ends", |e| has_other_line_ends(e) && splits_elsewhere(e));
pub const TEXT_TAKEN_FOR_A_FORMAT: Suspect =
    suspect("text-taken-for-a-format", |e| e.wanted_has(b"100 %d") && e.came_has(b"100 ") && !e.came_has(b"%d"));
pub const ENDS_AT_A_NUL: Suspect = suspect("ends-at-a-nul", stops_at_a_nul);
pub const LOSES_THE_LAST_LINE: Suspect = suspect("loses-the-last-line", |e| e.nothing_came() && !e.has_shown_since());
pub const STOPS_AT_AN_EMPTY_LINE: Suspect = suspect("stops-at-an-empty-line", |e| {
    e.nothing_came() && (e.ended() || e.closed()) && !e.has_printed_what_was_wanted()
});
/// The next one came in the place of the empty one, or nothing, and the program goes on hearing.
pub const SKIPS_WHAT_IS_EMPTY: Suspect = suspect("skips-what-is-empty", |e| {
    e.came_was_told()
        || e.nothing_came() && e.has_printed_what_was_wanted()
        || e.nothing_came() && e.stalled() && e.runs() && e.reads_on() && !e.has_shown_since()
});
pub const ADDS_A_NEWLINE: Suspect = suspect("adds-a-newline", |e| e.has_more_at_end(b"\n"));
pub const TAKES_NOTHING_FOR_THE_END: Suspect = suspect("stops-at-an-empty-line", Evidence::ended);
pub const INSISTS_ON_UTF_8: Suspect = suspect("insists-on-utf-8", |e| {
    let shows_it = e.stderr_has("UTF-8") || e.stderr_has("utf-8") || e.came_has("\u{FFFD}".as_bytes());
    let is_text = text_is_there(e) || stops_at_a_nul(e) || has_other_line_ends(e) && splits_elsewhere(e);
    e.was_told_no_utf_8()
        && !e.differs_in_blanks()
        && !is_text
        && (shows_it || e.nothing_came() && (e.ended() || e.closed() || e.stalled()))
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
/// What it printed was the whole line, and what it sent a part of it.
pub const WRITE_TAKES_A_PART: Suspect = suspect("write-takes-a-part", |e| {
    e.expected("bytes") && e.came_is_prefix() && e.runs() && e.has_printed_as_much_as_was_wanted()
});
pub const SENDS_ANOTHER_LINE: Suspect = suspect("sends-something-else", |e| {
    let at_the_ends = e.differs_in_blanks() && !e.differs_in_blanks_within();
    e.expected("bytes") && e.came_has(b"\n") && !e.came_has(b"\r") && !at_the_ends
});
/// The line is there to its end, and the end of the connection was what it took to go on.
pub const READS_UNTIL_CLOSED: Suspect = suspect("reads-until-closed", |e| e.said("answers-at-the-end"));
pub const WAITS_BEFORE_SPEAKING: Suspect = suspect("waits-before-speaking", |e| {
    e.expected("bytes") && e.nothing_came() && e.stalled() && e.waits_on_tcp() && e.times_said() == 0
});
pub const CONNECTS_FOR_EACH_LINE: Suspect =
    suspect("connects-for-each-line", |e| e.closed() && e.connections_made() > 1);
pub const RUNS_AHEAD: Suspect = suspect("runs-ahead", Evidence::unwanted);

// Datagrams.

pub const ONE_READ_IS_ONE_DATAGRAM: Suspect =
    suspect("one-read-is-one-line", |e| e.came_len() > 0 && !e.differs_in_blanks());
pub const ENDS_AFTER_ONE: Suspect = suspect("ends-after-one", Evidence::ended);
pub const SENDS_ONCE_ONLY: Suspect = suspect("ends-after-one", |e| e.ended() && e.times_said() == 1);
pub const SENDS_NO_MORE_AFTER_ONE: Suspect =
    suspect("one-line-only", |e| e.nothing_came() && e.ended() && !e.ended_with_its_input());
pub const TRUNCATES_DATAGRAMS: Suspect =
    suspect("truncates-datagrams", |e| e.came_is_prefix() || e.came_is_cut_short());
pub const SENDER_CUTS_THE_LINE: Suspect = suspect("line-too-short-buffer", |e| e.came_is_prefix());
pub const LINE_IN_TWO_DATAGRAMS: Suspect = suspect("line-in-two-datagrams", Evidence::rest_came_alone);
/// Only what stands before the first \n came, or each line with an address of its own, or nothing while there is none.
pub const DATAGRAM_TAKEN_FOR_LINES: Suspect = suspect("datagram-taken-for-lines", |e| {
    let again = [b"\n", address_wanted(e)].concat();
    let first_only = e.came_is_prefix() && e.came.as_ref().is_some_and(|came| came.head.ends_with(b"\n"));
    let waits = e.nothing_came() && e.stalled() && e.waits_on_udp() && !e.was_told(b"\n");
    e.expected("shows") && (first_only || waits || again.len() > 1 && e.came_has(&again) && !e.wanted_has(&again))
});
pub const TCP_WHERE_UDP: Suspect = suspect("tcp-where-udp", |e| {
    let refused = ["refused", "ECONNREFUSED"].iter().any(|text| e.stderr_has(text));
    e.expected("datagram") && e.ended() && refused && e.times_said() == 0
});
pub const BINDS_THE_OTHERS_PORT: Suspect =
    suspect("binds-the-others-port", |e| e.expected("datagram") && e.ended() && is_in_use(e));
pub const DIES_OF_ICMP: Suspect =
    suspect("dies-of-icmp", |e| e.expected("datagram") || e.expected("sends-to-nobody") && e.ended() && !refuses(e));
/// The right arguments were taken for wrong usage.
pub const REFUSES_THE_SMALLEST: Suspect = suspect("refuses-what-is-within-bounds", refuses);
pub const HEARS_ONE_SENDER_ONLY: Suspect = suspect("one-client-only", |e| e.nothing_came() && e.runs());
/// A thousand times as long as it should be is one unit further.
pub const ANOTHER_UNIT_OF_TIME: Suspect = suspect("another-unit-of-time", |e| {
    let number = |name: &str| e.about(name).and_then(|number| number.parse::<u32>().ok());
    let second = number("late").is_some_and(|late| (1500..10_000).contains(&late));
    e.said("drift") && number("n") == Some(1) && second
});
/// What is late by far from the beginning has another idea of the time.
pub const DRIFTS: Suspect = suspect("sleeps-between", |e| {
    let number = e.about("n").and_then(|n| n.parse::<u32>().ok());
    e.said("drift") && number.is_some_and(|n| n >= 100)
});

// Connections.

/// The end of a program closes the connections that it has taken, and resets those that it has not.
pub const ENDS_WITH_ITS_CLIENT: Suspect =
    suspect("ends-after-one", |e| e.ended() || e.said("refused") || e.closed() && !e.runs());
pub const ONE_CLIENT_ONLY: Suspect =
    suspect("one-client-only", |e| e.runs() && (e.waited_in_vain() || e.closed()) && e.has_spoken_to() <= 1);
pub const SO_MANY_CLIENTS_ONLY: Suspect =
    suspect("place-for-so-many", |e| e.runs() && e.waited_in_vain() && e.has_spoken_to() > 1);
pub const ONE_CLIENT_AT_A_TIME: Suspect =
    suspect("one-client-at-a-time", |e| e.nothing_came() && e.waited_in_vain() && e.runs());
pub const IGNORES_HALF_CLOSE: Suspect = suspect("ignores-half-close", |e| e.nothing_came());
pub const DIES_OF_A_RESET: Suspect =
    suspect("dies-of-a-reset", |e| e.ended() || e.said("refused") || e.closed() && !e.runs());
pub const RESETS_INSTEAD_OF_CLOSING: Suspect = suspect("resets-instead-of-closing", Evidence::was_reset);
pub const CUTS_OFF_THE_SILENT: Suspect = suspect("cuts-off-the-silent", |e| e.runs() && e.closed());
/// It was the other side that said nothing, and a limit of time that it took for an error.
pub const GIVES_UP_WAITING: Suspect = suspect("cuts-off-the-silent", |e| {
    let limits = ["Resource temporarily unavailable", "timed out", "TimeoutError", "WouldBlock", "TimedOut"];
    e.nothing_came() && (e.ended() || e.closed()) && limits.iter().any(|text| e.stderr_has(text))
});
pub const TELLS_SOME_ONLY: Suspect =
    suspect("tells-some-only", |e| e.nothing_came() && e.waited_in_vain() && e.came_to_another());
pub const TURNS_SOME_AWAY: Suspect = suspect("turns-some-away", |e| e.nothing_came() && e.closed() && e.runs());
pub const NEVER_SAYS_GOODBYE: Suspect =
    suspect("never-says-goodbye", |e| e.expected("end") && e.waited_in_vain() && e.runs());
pub const WAITS_ON_A_CLOSED_CONNECTION: Suspect =
    suspect("waits-for-ever-on-a-closed-connection", |e| e.expected("exit") && e.stalled());
pub const SPINS_ON_WHO_HAS_LEFT: Suspect =
    suspect("spins-on-a-closed-connection", |e| e.waited_in_vain() && e.computes());
pub const SPINS_ON_A_CLOSED_CONNECTION: Suspect =
    suspect("spins-on-a-closed-connection", |e| e.expected("exit") && e.runs() && (e.computes() || e.sleeps()));

// Addresses.

pub const FIRST_ADDRESS_ONLY: Suspect = suspect("first-address-only", |e| e.expected("connection"));
/// The first had an address of a family that the socket is not made for.
pub const TAKES_THE_FIRST_ADDRESS: Suspect = suspect("first-address-only", |e| {
    e.nothing_came() && ["Address family not supported", "EAFNOSUPPORT"].iter().any(|text| e.stderr_has(text))
});
pub const TAKES_NO_NAME: Suspect = suspect("takes-no-name", |e| {
    let complaints = [
        "invalid socket address syntax",
        "invalid IP address syntax",
        "does not appear to be an IP",
        "illegal IP address",
    ];
    // What inet_addr(3) says of a name is an address as well: it has no other way to say no.
    let as_a_number = e.about("address").is_some_and(|about| about.starts_with("255.255.255.255:"));
    complaints.iter().any(|text| e.stderr_has(text)) || e.said("listens-elsewhere") && as_a_number
});
pub const IPV4_ONLY: Suspect = suspect("ipv4-only", |e| {
    e.expected("listening") || e.expected("bound") || e.expected("connection") || e.expected("datagram")
});
pub const BINDS_LOOPBACK_ONLY: Suspect =
    suspect("binds-loopback-only", |e| is_refused_by_who_listens(e) || e.nothing_came() && waits_at_loopback(e));
pub const LISTENS_EVERYWHERE: Suspect = suspect("binds-every-address", |e| {
    let everywhere = |address: &str| address.starts_with("0.0.0.0:") || address.starts_with("[::]:");
    e.expected("listening-only") && e.about("address").is_some_and(everywhere)
});
pub const BINDS_EVERY_ADDRESS: Suspect = suspect("binds-every-address", Evidence::unwanted);
pub const IGNORES_ITS_ARGUMENTS: Suspect = suspect("ignores-its-arguments", |e| {
    e.said("listens-elsewhere") || e.said("sent-elsewhere") || e.expected("connection") && e.stderr_has(":8888")
});
/// Nothing was given: another address is the one that stands in the program.
pub const OTHER_DEFAULT: Suspect = suspect("other-default", |e| {
    let port = e.about("address").and_then(|address| address.rfind(':').map(|at| &address[at..]));
    let elsewhere = port.is_some_and(|port| !e.stderr_has(port));
    let refused = ["refused", "ECONNREFUSED"].iter().any(|text| e.stderr_has(text));
    // Bound to an address that is too narrow is bound to the right port all the same.
    let another_port = e.said("listens-elsewhere") && !e.expected("bound-everywhere");
    another_port || e.said("sent-elsewhere") || e.expected("connection") && e.ended() && refused && elsewhere
});
pub const NO_REUSE_ADDRESS: Suspect = suspect("no-reuse-address", |e| e.expected("listening") && is_in_use(e));

// What should have ended it.

pub const SURPLUS_ARGUMENTS: Suspect = suspect("surplus-arguments", |e| {
    let Some(program) = e.programs.last() else { return false };
    // One that complains of what it was given has gone to work with it.
    let known = |word: &str| e.stderr_has(word);
    let refuses_it = e.stderr_has("usage") || e.stderr_has("surplus");
    let has_tried = !refuses_it && program.command.split(' ').skip(1).any(known);
    let goes_on = e.runs() || e.exited_with(0) || e.exited_with(1) && has_tried;
    e.expected("exit") && program.command.ends_with(" surplus") && goes_on
});
pub const TRIES_FOR_EVER: Suspect =
    suspect("tries-for-ever", |e| e.expected("exit") && e.waited_in_vain() && e.runs() && (e.sleeps() || e.computes()));
pub const TAKES_ANOTHER_PORT: Suspect =
    suspect("takes-another-port", |e| e.expected("exit") && e.own_port().is_some_and(|(_, told)| !told));
pub const SHARES_ITS_PORT: Suspect =
    suspect("shares-its-port", |e| e.expected("exit") && e.own_port().is_some_and(|(_, told)| told));
/// It has tried, as it waits for nothing to be typed, and has not done what was asked in another way.
pub const GOES_ON_AFTER_AN_ERROR: Suspect = suspect("goes-on-after-an-error", |e| {
    e.expected("exit") && e.stalled() && e.runs() && !e.waits_on_stdin() && e.times_said() <= 1
});

fn refuses(evidence: &Evidence) -> bool {
    evidence.exited_with(2) && evidence.stderr_has("usage:")
}

fn wants_an_empty_line(evidence: &Evidence) -> bool {
    evidence.wanted.as_ref().is_some_and(|wanted| wanted.head == b"\n")
}

/// Characters that end a line elsewhere: on an old Mac, on a printer, in a text of Unicode.
const OTHER_ENDS: [char; 5] = ['\r', '\x0b', '\x0c', '\u{85}', '\u{2028}'];

/// A line was wanted in which such a character stands.
fn has_other_line_ends(evidence: &Evidence) -> bool {
    let wanted = evidence.wanted.as_ref().map(|wanted| String::from_utf8_lossy(&wanted.head)).unwrap_or_default();
    wanted.trim_end_matches(['\r', '\n']).contains(OTHER_ENDS)
}

/// What came parts from what was wanted at such a character: with a \n in its place, with what follows it, or at an end.
fn splits_elsewhere(evidence: &Evidence) -> bool {
    let (Some(wanted), Some(came)) = (&evidence.wanted, &evidence.came) else { return false };
    let same = wanted.head.iter().zip(&came.head).take_while(|(one, other)| one == other).count();
    // Of a character of several bytes, the first may be another's as well.
    let start = (0..=same).rev().find(|at| std::str::from_utf8(&wanted.head[*at..]).is_ok()).unwrap_or(same);
    let rest = std::str::from_utf8(&wanted.head[start..]).unwrap_or_default();
    let mut rest = rest.trim_start_matches(OTHER_ENDS).bytes();
    let is_one = rest.len() < wanted.head.len() - start;
    let next = came.head.get(start);
    is_one && came.len > 0 && (next.is_none() || next == Some(&b'\n') || next.copied() == rest.next())
}

/// What came ends at a NUL that was wanted.
fn stops_at_a_nul(evidence: &Evidence) -> bool {
    let (Some(wanted), Some(came)) = (&evidence.wanted, &evidence.came) else { return false };
    let Some(nul) = wanted.head.iter().position(|byte| *byte == 0) else { return false };
    came.len > 0 && came.head.starts_with(&wanted.head[..nul]) && came.head.get(nul).is_none_or(|next| *next == b'\n')
}

fn is_in_use(evidence: &Evidence) -> bool {
    ["in use", "98", "EADDRINUSE", "AddrInUse"].iter().any(|text| evidence.stderr_has(text))
}

/// What was to be shown stands on stderr, or that a datagram came from this sender.
fn is_told_on_stderr(evidence: &Evidence) -> bool {
    let has = |part: &[u8]| part.len() > 3 && evidence.complained_of(part);
    // Who comes over TCP may be told of without a word of what they say.
    let names_the_sender = evidence.waits_on_udp() && has(address_wanted(evidence));
    has(text_wanted(evidence)) || names_the_sender
}

/// The text of `IP:PORT TEXT`, where something like that was wanted, stands in what came.
fn text_is_there(evidence: &Evidence) -> bool {
    let wanted = evidence.wanted.as_ref().map(|wanted| wanted.head.as_slice()).unwrap_or_default();
    wanted.contains(&b' ') && evidence.came_has(text_wanted(evidence))
}

/// It begins what came, where an address should.
fn text_stands_alone(evidence: &Evidence) -> bool {
    let text = text_wanted(evidence);
    text.len() > 3 && evidence.came.as_ref().is_some_and(|came| came.head.trim_ascii_start().starts_with(text))
}

/// The `TEXT` of `IP:PORT TEXT`, without its end.
fn text_wanted(evidence: &Evidence) -> &[u8] {
    let wanted = evidence.wanted.as_ref().map(|wanted| wanted.head.as_slice()).unwrap_or_default();
    let text = wanted.iter().position(|byte| *byte == b' ').map_or(&[][..], |at| &wanted[at + 1..]);
    text.strip_suffix(b"\n").unwrap_or(text)
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

/// It runs, and does not wait for connections at every address.
fn is_refused_by_who_listens(evidence: &Evidence) -> bool {
    let everywhere = |on: &WaitsOn| {
        let all = |local: &String| local.starts_with("0.0.0.0:") || local.starts_with("[::]:");
        matches!(on, WaitsOn::Listener { local } if all(local))
    };
    let mut waits = evidence.programs.iter().flat_map(|program| &program.waits);
    evidence.runs() && evidence.said("refused") && !waits.any(|waits| everywhere(&waits.on))
}

fn waits_at_loopback(evidence: &Evidence) -> bool {
    let waits = evidence.programs.iter().flat_map(|program| &program.waits);
    waits.into_iter().any(|waits| match &waits.on {
        WaitsOn::Udp { local } | WaitsOn::Listener { local } => local.starts_with("127.") || local.starts_with("[::1]"),
        _ => false,
    })
}

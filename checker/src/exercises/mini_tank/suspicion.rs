//! What the checks of the mini-tank suspect.

use super::command::{Command, STOP};
use crate::exercises::Suspect;
use crate::verdict::{Bytes, Evidence};

const fn suspect(misconception: &'static str, fits: fn(&Evidence) -> bool) -> Suspect {
    Suspect { misconception, fits }
}

// Heartbeats.

/// Nothing but its input can make it do anything.
pub const HEARTBEAT_WAITS_FOR_INPUT: Suspect = suspect("heartbeat-waits-for-input", |e| {
    e.expected("beat") && (e.stalled() || e.said("beat-late")) && e.waits_on_stdin() && !e.sleeps()
});
pub const HEARTBEAT_TOO_SLOW: Suspect = suspect("heartbeat-too-slow", |e| e.said("beat-late") && e.sleeps());
pub const HEARTBEAT_TOO_OFTEN: Suspect = suspect("heartbeat-too-often", |e| e.said("beat-too-often"));
/// While nobody types, they keep their time.
pub const TIMER_STARTS_ANEW: Suspect = suspect("timer-starts-anew", |e| e.said("beat-late"));
pub const READY_IS_NOT_A_LINE: Suspect =
    suspect("ready-is-not-a-line", |e| e.expected("beat") && (e.stalled() || e.said("beat-late")));

// Orders.

pub const CONNECTS_TO_ITS_DEFAULT: Suspect =
    suspect("ignores-its-arguments", |e| e.expected("connection") && e.stderr_has(":6002"));
pub const NUMBERS_AS_TEXT: Suspect = suspect("numbers-as-text", |e| e.expected("bytes") && has_numbers_in_quotes(e));
pub const FORGETS_THE_NEWLINE: Suspect = suspect("forgets-the-newline", |e| {
    e.expected("bytes") && (e.came_has(b"}{") || e.came_len() > 0 && !e.came_has(b"\n"))
});
pub const SENDS_SOMETHING_ELSE: Suspect =
    suspect("sends-something-else", |e| e.expected("bytes") && e.came_len() > 0 && e.came_has(b"\n") && !came(e, STOP));
pub const ONE_ORDER_ONLY: Suspect = suspect("one-line-only", |e| {
    // The stop is one as well.
    let orders = e.times_sent(b"strength") + e.times_sent(b"buzz");
    e.expected("bytes") && (came(e, STOP) && orders <= 2 || e.closed() && e.exited_with(0))
});
pub const LOSES_HALF_A_LINE: Suspect = suspect("one-read-is-one-message", |e| {
    e.expected("bytes") && (e.waited_in_vain() || came(e, STOP)) && e.stderr_has(" ")
});
/// A heartbeat stands in the middle of a command, or behind it on the same line.
pub const MIXES_LINES: Suspect =
    suspect("mixes-lines", |e| e.expected("bytes") && e.came_has(b"heartbeat") && e.has_several_threads());
/// A command breaks off, and another begins on the same line.
pub const WRITE_TAKES_A_PART: Suspect = suspect("write-takes-a-part", |e| {
    let begins = |came: &Bytes| came.head.iter().filter(|byte| **byte == b'{').count();
    let by_one = !e.came_has(b"heartbeat") || !e.has_several_threads();
    e.expected("bytes") && by_one && e.came.as_ref().is_some_and(|came| begins(came) > 1)
});
/// What was typed is within the bounds, and told as wrong.
pub const REFUSES_WHAT_IS_RIGHT: Suspect =
    suspect("refuses-what-is-within-bounds", |e| e.expected("bytes") && e.stderr_has("180") && !e.panicked());
pub const SENDS_MORE: Suspect = suspect("sends-something-else", Evidence::unwanted);
/// With `atoi` a word is 0: that looks like a stop, but who goes on has not stopped.
pub const BELIEVES_WHAT_IS_TYPED: Suspect =
    suspect("believes-what-is-typed", |e| e.expected("bytes") && e.came_has(b"\n") && (!came(e, STOP) || e.runs()));
pub const ENDS_AT_A_WRONG_ORDER: Suspect = suspect("ends-at-a-wrong-order", |e| {
    e.expected("bytes") && (came(e, STOP) || e.closed() || e.ended() || e.stalled() && !e.waits_on_stdin())
});
pub const TELLS_NOTHING: Suspect = suspect("silent-error", |e| e.said("not-told"));
pub const STOPS_AT_AN_EMPTY_LINE: Suspect = suspect("stops-at-an-empty-line", |e| {
    e.expected("bytes") && (came(e, STOP) || e.closed() || e.ended() || e.stalled() && !e.waits_on_stdin())
});
pub const KEEPS_THE_CARRIAGE_RETURN: Suspect =
    suspect("keeps-the-carriage-return", |e| e.expected("bytes") && (came(e, STOP) || e.came_has(b"\r")));
pub const LOSES_THE_LAST_LINE: Suspect = suspect("loses-the-last-line", |e| came(e, STOP));

// The end.

pub const FORGETS_TO_STOP: Suspect =
    suspect("forgets-to-stop", |e| e.expected("bytes") && e.closed() && !e.was_reset());
pub const ENDS_ONE_THREAD_ONLY: Suspect = suspect("ends-one-thread-only", |e| {
    (e.expected("end") || e.expected("exit")) && e.waited_in_vain() && e.runs() && e.has_several_threads()
});
/// One of its threads has noticed, and says so.
pub const TELLS_AND_GOES_ON: Suspect = suspect("ends-one-thread-only", |e| {
    (e.waited_in_vain() || e.said("goes-on-beating")) && e.runs() && e.has_several_threads() && e.complains_of_the_end()
});
pub const DIES_IN_ONE_THREAD: Suspect =
    suspect("dies-in-one-thread", |e| e.said("goes-on-beating") && e.lost_a_thread());
/// What follows in the place of a buffer's end was taken for an order, or the line for the end of the input.
pub const CUTS_A_LONG_ORDER: Suspect = suspect("line-too-short-buffer", |e| {
    let gives_up = came(e, STOP) || e.closed() || e.ended();
    e.expected("bytes") && (came(e, Command::Buzz) || gives_up) && e.typed_lately_more_than(60)
});
pub const SPINS_ON_A_CLOSED_CONNECTION: Suspect =
    suspect("spins-on-a-closed-connection", |e| e.said("goes-on-beating") && e.computes());
pub const NOTICES_ONLY_WHEN_IT_WRITES: Suspect = suspect("notices-only-when-it-writes", |e| e.said("goes-on-beating"));
pub const WAITS_FOR_INPUT: Suspect =
    suspect("waits-for-its-turn", |e| e.expected("exit") && e.waited_in_vain() && e.waits_on_stdin());

/// This command came in place of what was wanted.
fn came(evidence: &Evidence, command: Command) -> bool {
    evidence.came.as_ref().is_some_and(|came| Command::of(&came.head) == Some(command))
}

/// `"angle":"10"`, however it is spaced.
fn has_numbers_in_quotes(evidence: &Evidence) -> bool {
    let Some(came) = &evidence.came else { return false };
    let dense: Vec<u8> = came.head.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let has = |part: &[u8]| dense.windows(part.len()).any(|window| window == part);
    has(br#""angle":""#) || has(br#""strength":""#)
}

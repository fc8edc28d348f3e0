//! What becomes of what a program has taken in.

use super::suspect;
use crate::exercises::Suspect;
use crate::verdict::Bytes;

/// The line was shown, so it was read to its end; the program listens on, and nothing has left.
pub const ANSWER_NOT_FLUSHED: Suspect = suspect("network-not-flushed", |e| {
    e.expected("bytes") && e.nothing_came() && e.stalled() && e.waits_on_tcp() && e.has_shown_what_was_told()
});
/// Its input was read to its end; the program listens on, and nothing has left. (Who waits for a lock may have it in hand.)
pub const TYPED_NOT_FLUSHED: Suspect = suspect("network-not-flushed", |e| {
    let rests = e.stalled() && !e.waits_on_lock() || e.closed() && e.has_closed_one_side_only();
    e.expected("bytes") && e.nothing_came() && rests && e.runs() && e.waits_on_tcp() && e.has_read_all_input()
});
/// There was time for each line, and all of them left as one when the input ended.
pub const ALL_INPUT_IS_ONE: Suspect =
    suspect("reads-all-input-first", |e| e.came_len() > 0 && e.speaks_after_its_input());
/// It sent a line, took in the others, and came back for more.
pub const TYPED_LINES_THROWN_AWAY: Suspect = suspect("new-buffer-for-each-line", |e| {
    e.nothing_came() && e.exited_with(0) && e.ended_with_its_input() && e.times_said() > 0
});
/// One \r stood before that of the line's end, and belongs to the line.
pub const TAKES_OFF_EVERY_RETURN: Suspect = suspect("trims-the-line", |e| {
    let without = |bytes: &Bytes| bytes.head.strip_suffix(b"\r\n").map(|line| [line, b"\n"].concat());
    e.wanted.as_ref().and_then(without).is_some_and(|line| e.came.as_ref().is_some_and(|came| came.head == line))
});
/// Empty lines that nobody sent: each read after the end is shown as one.
pub const SHOWS_THE_END_AS_LINES: Suspect =
    suspect("spins-on-a-closed-connection", |e| e.expected("shows-only") && e.shows_empty_lines_after_the_end());
/// The last byte was taken for the \n that was not there.
pub const TAKES_OFF_THE_LAST_BYTE: Suspect = suspect("takes-off-the-last-byte", |e| {
    let line = |bytes: &Bytes| bytes.head.strip_suffix(b"\n").unwrap_or(&bytes.head).to_vec();
    let (wanted, came) = (e.wanted.as_ref().map(line), e.came.as_ref().map(line));
    let told_without_end = e.told_last().is_some_and(|told| told.head.last() != Some(&b'\n'));
    told_without_end && came.is_some() && wanted.as_ref().and_then(|line| Some(line.split_last()?.1)) == came.as_deref()
});

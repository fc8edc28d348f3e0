//! Questions to a check's evidence, in the words in which a suspicion is written:
//!
//! ```ignore
//! Suspect { misconception: "reads-all-input-first", fits: |e| e.stalled() && e.waits_on_stdin() }
//! ```

mod conversation;
mod lines;
mod represented;
mod threads;

use crate::verdict::{Bytes, Evidence, Exit, Finding, Seen, Waits, WaitsOn, What};

impl Evidence {
    // How the step failed.

    pub fn stalled(&self) -> bool {
        self.finding == Finding::Stalled
    }

    /// The program was still there, and nothing came: it is stalled, or nobody would have waited longer.
    pub fn waited_in_vain(&self) -> bool {
        matches!(self.finding, Finding::Stalled | Finding::OutOfPatience | Finding::Asleep)
    }

    pub fn ended(&self) -> bool {
        matches!(self.finding, Finding::Ended | Finding::WrongStatus)
    }

    /// The program closed the connection, in order or not.
    pub fn closed(&self) -> bool {
        matches!(self.finding, Finding::Closed { .. })
    }

    pub fn was_reset(&self) -> bool {
        self.finding == Finding::Closed { reset: true }
    }

    pub fn unwanted(&self) -> bool {
        self.finding == Finding::Unwanted
    }

    /// The check said this itself: `said("drift")` is the message `said-drift`.
    pub fn said(&self, what: &str) -> bool {
        match &self.finding {
            Finding::Said(message) => message.id.strip_prefix("said-") == Some(what),
            _ => false,
        }
    }

    /// An argument of what the check said, or of what it expected: `about("address")`.
    pub fn about(&self, name: &str) -> Option<&str> {
        let said = if let Finding::Said(message) = &self.finding { Some(message) } else { None };
        let args = said.into_iter().chain([&self.expected]).flat_map(|message| &message.args);
        args.into_iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The step that failed: `expected("exit")` is the message `expect-exit`.
    pub fn expected(&self, what: &str) -> bool {
        self.expected.id.strip_prefix("expect-") == Some(what)
    }

    // What came.

    /// Nothing came where something was wanted.
    pub fn nothing_came(&self) -> bool {
        self.wanted.is_some() && self.came.as_ref().is_none_or(|came| came.len == 0)
    }

    /// Something came, and it is the beginning of what was wanted, as far as both are kept.
    pub fn came_is_prefix(&self) -> bool {
        self.both().is_some_and(|(wanted, came)| came.len > 0 && begins(wanted, &came.head, came.len))
    }

    /// What came is the beginning of what was wanted, with a line's end put behind it.
    pub fn came_is_cut_short(&self) -> bool {
        self.both().is_some_and(|(wanted, came)| {
            let ended = came.tail.last().or(came.head.last()) == Some(&b'\n');
            let text = came.head.strip_suffix(b"\n").unwrap_or(&came.head);
            let len = came.len - usize::from(ended);
            len > 0 && begins(wanted, text, len) && !(ended && len + 1 == wanted.len)
        })
    }

    /// Something came, and it is what was wanted, were it not for `end`, which is missing.
    pub fn lacks_at_end(&self, end: &[u8]) -> bool {
        self.whole().is_some_and(|(wanted, came)| !came.is_empty() && wanted.strip_suffix(end) == Some(came))
    }

    /// What came is what was wanted, and `end` after it.
    pub fn has_more_at_end(&self, end: &[u8]) -> bool {
        self.whole().is_some_and(|(wanted, came)| came.strip_suffix(end) == Some(wanted))
    }

    /// What came would be what was wanted if `from` were `to` all over it.
    pub fn differs_by(&self, from: &[u8], to: &[u8]) -> bool {
        self.whole()
            .is_some_and(|(wanted, came)| came != wanted && replaced(came, from, to) == replaced(wanted, from, to))
    }

    /// What came differs from what was wanted in white space alone.
    pub fn differs_in_blanks(&self) -> bool {
        let inked =
            |bytes: &[u8]| -> Vec<u8> { bytes.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect() };
        self.whole().is_some_and(|(wanted, came)| wanted != came && inked(wanted) == inked(came))
    }

    /// It does so somewhere else than at its ends.
    pub fn differs_in_blanks_within(&self) -> bool {
        let parts = self.whole().map(|(wanted, came)| (wanted.trim_ascii(), came.trim_ascii()));
        self.differs_in_blanks() && parts.is_some_and(|(wanted, came)| wanted != came)
    }

    /// What came is what was wanted, with empty lines in between.
    pub fn came_with_empty_lines(&self) -> bool {
        let inked = |bytes: &[u8]| -> Vec<Vec<u8>> {
            bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(<[u8]>::to_vec).collect()
        };
        self.whole().is_some_and(|(wanted, came)| {
            wanted.ends_with(b"\n") && came.len() > wanted.len() && inked(wanted) == inked(came)
        })
    }

    /// Nothing but line ends came.
    pub fn came_are_newlines(&self) -> bool {
        self.came.as_ref().is_some_and(|came| came.len > 0 && came.head.iter().all(|byte| *byte == b'\n'))
    }

    /// What came begins as what was wanted would without any of these bytes.
    pub fn lacks_everywhere(&self, byte: u8) -> bool {
        self.both().is_some_and(|(wanted, came)| {
            let without = wanted.head.iter().filter(|other| **other != byte);
            came.len > 0 && came.head.iter().zip(without).all(|(one, other)| one == other)
        })
    }

    /// `part` stands somewhere in what was wanted.
    pub fn wanted_has(&self, part: &[u8]) -> bool {
        self.wanted.as_ref().is_some_and(|wanted| has(wanted, part))
    }

    /// `part` stands somewhere in what came.
    pub fn came_has(&self, part: &[u8]) -> bool {
        self.came.as_ref().is_some_and(|came| has(came, part))
    }

    /// This byte came more often than it was wanted, as far as both are kept.
    pub fn came_has_more_of(&self, byte: u8) -> bool {
        let count = |bytes: &Bytes| bytes.head.iter().chain(&bytes.tail).filter(|other| **other == byte).count();
        self.came.as_ref().is_some_and(|came| count(came) > self.wanted.as_ref().map_or(0, count))
    }

    /// NULs in a row came where none were wanted: the rest of a buffer that was made of zeros. (UTF-16 has a NUL only
    /// here and there.)
    pub fn came_with_rest_of_buffer(&self) -> bool {
        self.came_has(b"\0\0") && !self.wanted_has(b"\0\0")
    }

    /// Shown as text, what came is what was wanted: only bytes that are no UTF-8 went out as they were.
    pub fn came_is_wanted_undecoded(&self) -> bool {
        self.whole().is_some_and(|(wanted, came)| {
            wanted != came && String::from_utf8_lossy(came).as_bytes() == wanted && std::str::from_utf8(came).is_err()
        })
    }

    /// What came is what was wanted, were it not for brackets around an IPv6 address.
    pub fn differs_in_brackets(&self) -> bool {
        let bare = |bytes: &[u8]| -> Vec<u8> { bytes.iter().copied().filter(|byte| !b"[]".contains(byte)).collect() };
        self.whole()
            .is_some_and(|(wanted, came)| wanted != came && bare(wanted) == bare(came) && self.wanted_has(b"::"))
    }

    /// How many bytes came, however many of them were kept.
    pub fn came_len(&self) -> usize {
        self.came.as_ref().map_or(0, |came| came.len)
    }

    fn both(&self) -> Option<(&Bytes, &Bytes)> {
        Some((self.wanted.as_ref()?, self.came.as_ref()?))
    }

    /// What was wanted and what came, where both are known to the last byte.
    fn whole(&self) -> Option<(&[u8], &[u8])> {
        let (wanted, came) = self.both()?;
        (wanted.left_out() == 0 && came.left_out() == 0 && wanted.tail.is_empty() && came.tail.is_empty())
            .then_some((&wanted.head, &came.head))
    }

    // What the judged programs were doing.

    /// A thread waits in this system call.
    pub fn waits_in(&self, call: &str) -> bool {
        self.waits().any(|waits| waits.call.as_deref() == Some(call))
    }

    pub fn waits_on_stdin(&self) -> bool {
        self.waits().any(|waits| waits.on == WaitsOn::Stdin)
    }

    pub fn waits_on_udp(&self) -> bool {
        self.waits().any(|waits| matches!(waits.on, WaitsOn::Udp { .. }))
    }

    pub fn waits_on_tcp(&self) -> bool {
        self.waits().any(|waits| matches!(waits.on, WaitsOn::Tcp { .. }))
    }

    pub fn waits_on_listener(&self) -> bool {
        self.waits().any(|waits| matches!(waits.on, WaitsOn::Listener { .. }))
    }

    /// For any of several, through one call.
    pub fn waits_on_several(&self) -> bool {
        self.waits().any(|waits| waits.on == WaitsOn::Several)
    }

    pub fn waits_on_lock(&self) -> bool {
        self.waits().any(|waits| waits.on == WaitsOn::Lock)
    }

    /// Every thread of every program waits for a lock or for another thread.
    pub fn waits_on_locks_alone(&self) -> bool {
        self.waits().next().is_some() && self.waits().all(|waits| waits.on == WaitsOn::Lock)
    }

    /// A thread waits for what somebody may send.
    pub fn reads_on(&self) -> bool {
        self.waits_on_tcp() || self.waits_on_udp() || self.waits_on_several()
    }

    /// All that it does is let time pass.
    pub fn sleeps_only(&self) -> bool {
        self.waits().next().is_some() && self.waits().all(|waits| waits.on == WaitsOn::Time)
    }

    pub fn computes(&self) -> bool {
        self.waits().any(|waits| waits.on == WaitsOn::Nothing)
    }

    pub fn sleeps(&self) -> bool {
        self.waits().any(|waits| waits.on == WaitsOn::Time)
    }

    fn waits(&self) -> impl Iterator<Item = &Waits> {
        self.programs.iter().flat_map(|program| &program.waits)
    }

    // How they ended.

    pub fn exited_with(&self, status: i32) -> bool {
        self.programs.iter().any(|program| program.exit == Some(Exit::Status(status)))
    }

    /// It ended with an error of its own, and said something about it.
    pub fn gave_up(&self) -> bool {
        let complained = |program: &Seen| program.exit == Some(Exit::Status(1)) && program.stderr.len > 0;
        self.programs.iter().any(complained)
    }

    /// A signal ended a judged program, or it wrote something to stderr before it ended with a status.
    pub fn crashed(&self) -> bool {
        self.programs.iter().any(|program| match program.exit {
            Some(Exit::Signal(_)) => true,
            Some(Exit::Status(status)) => status != 0 && program.stderr.len > 0,
            None => false,
        })
    }

    pub fn killed_by(&self, signal: i32) -> bool {
        self.programs.iter().any(|program| program.exit == Some(Exit::Signal(signal)))
    }

    /// No program had ended.
    pub fn runs(&self) -> bool {
        self.programs.iter().all(|program| program.exit.is_none())
    }

    pub fn panicked(&self) -> bool {
        self.panicking().next().is_some()
    }

    /// A program's panic has `text` in its message.
    pub fn panic_says(&self, text: &str) -> bool {
        self.panicking().filter_map(|program| program.panic.as_ref()).any(|panic| panic.message.contains(text))
    }

    /// The number of the part that a program's `todo!` left to write, as the stubs word it:
    /// "not yet implemented: part 2 of 4: …".
    pub fn part_left_to_write(&self) -> Option<u32> {
        self.panicking().filter_map(|program| program.panic.as_ref()).find_map(|panic| part(&panic.message))
    }

    /// `text` stands in what a program wrote to its stderr.
    pub fn stderr_has(&self, text: &str) -> bool {
        self.programs.iter().any(|program| has(&program.stderr, text.as_bytes()))
    }

    /// What went wrong shows in a packet's flags or length, of which a line says little.
    pub fn is_better_seen_in_packets(&self) -> bool {
        let flagged = |what: &What| matches!(what, What::HalfCloses | What::Resets);
        self.was_reset()
            || self.expected("datagram")
            || self.expected("no-datagram")
            || self.conversation.iter().any(|event| flagged(&event.what))
    }

    fn panicking(&self) -> impl Iterator<Item = &Seen> {
        self.programs.iter().filter(|program| program.panic.is_some())
    }
}

/// Bytes of this length, of which the beginning is kept, are the beginning of `whole`, and not all of it.
fn begins(whole: &Bytes, kept: &[u8], len: usize) -> bool {
    let same = whole.head.iter().zip(kept).all(|(one, other)| one == other);
    len < whole.len && same
}

fn part(message: &str) -> Option<u32> {
    let rest = message.strip_prefix("not yet implemented: part ")?;
    let (number, rest) = rest.split_once(' ')?;
    rest.starts_with("of ").then(|| number.parse().ok()).flatten()
}

fn has(bytes: &Bytes, part: &[u8]) -> bool {
    [&bytes.head, &bytes.tail]
        .into_iter()
        .any(|kept| part.is_empty() || kept.windows(part.len()).any(|window| window == part))
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut rest = bytes;
    let mut result = Vec::new();
    while let Some(first) = rest.first() {
        match rest.strip_prefix(from) {
            Some(after) if !from.is_empty() => {
                result.extend_from_slice(to);
                rest = after;
            }
            _ => {
                result.push(*first);
                rest = &rest[1..];
            }
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::Message;

    fn seen(wanted: &[u8], came: &[u8]) -> Evidence {
        Evidence {
            expected: Message::new("expect-bytes"),
            wanted: Some(Bytes::of(wanted)),
            came: Some(Bytes::of(came)),
            finding: Finding::Different { at: 0 },
            micros: 0,
            conversation: Vec::new(),
            programs: Vec::new(),
        }
    }

    #[test]
    fn bytes_are_compared() {
        assert!(seen(b"abc\n", b"abc").lacks_at_end(b"\n"));
        assert!(seen(b"abc", b"abc\r").has_more_at_end(b"\r"));
        assert!(seen(b"abc\n", b"ab").came_is_prefix());
        assert!(!seen(b"abc\n", b"abc\n").came_is_prefix());
        assert!(seen(b"a\nb\n", b"a\r\nb\r\n").differs_by(b"\r\n", b"\n"));
        assert!(seen(b" a\n", b"a\n").differs_in_blanks());
    }

    #[test]
    fn long_bytes_are_compared_as_far_as_they_are_kept() {
        let whole = [b"x".repeat(60_000), b"\n".to_vec()].concat();
        let cut = [b"x".repeat(1024), b"\n".to_vec()].concat();
        assert!(seen(&whole, &cut).came_is_cut_short());
        assert!(!seen(&whole, &whole).came_is_cut_short());
        assert!(!seen(&whole, b"xy\n").came_is_cut_short());
    }
}

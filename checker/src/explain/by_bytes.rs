//! What the bytes say when what came is compared with what was wanted.

use crate::verdict::{Bytes, Event, Evidence, Finding, What};

/// Shorter lines fit into any buffer.
const LONG: usize = 1000;

/// The sizes that people give to buffers.
const BUFFERS: [usize; 12] = [128, 256, 500, 512, 1000, 1024, 1500, 2048, 4096, 8192, 16_384, 32_768];

/// A cause that the bytes prove, whatever the check is about.
pub fn certain(evidence: &Evidence) -> Option<&'static str> {
    if evidence.came_with_rest_of_buffer() {
        return Some("hands-on-the-whole-buffer");
    }
    if evidence.came_is_wanted_undecoded() {
        return Some("prints-raw-bytes");
    }
    if evidence.differs_in_brackets() {
        return Some("brackets-of-ipv6");
    }
    if evidence.came_quoted() || evidence.came_as_a_list() {
        return Some("prints-the-representation");
    }
    shows_swapped_port(evidence).then_some("wrong-byte-order-port")
}

/// `IP:PORT` is shown, with the two bytes of the port the other way round.
fn shows_swapped_port(evidence: &Evidence) -> bool {
    let port = |bytes: &Option<Bytes>| -> Option<u16> {
        let text = String::from_utf8_lossy(&bytes.as_ref()?.head).into_owned();
        text.split_whitespace().next()?.rsplit_once(':')?.1.parse().ok()
    };
    let (wanted, came) = (port(&evidence.wanted), port(&evidence.came));
    wanted.is_some() && wanted != came && wanted == came.map(u16::swap_bytes)
}

/// The misconception that this difference speaks for, if it is a telling one.
pub fn likely(evidence: &Evidence) -> Option<&'static str> {
    if evidence.lacks_at_end(b"\n") && !sends_newlines_alone(evidence) {
        return Some("forgets-the-newline");
    }
    let with_return = evidence.differs_by(b"\r\n", b"\n") && evidence.came_has(b"\r\n");
    if evidence.has_more_at_end(b"\r") || with_return {
        // Only what came can be kept.
        let kept = evidence.was_told(b"\r");
        return Some(if kept { "keeps-the-carriage-return" } else { "adds-a-carriage-return" });
    }
    if evidence.came_with_empty_lines() || is_empty_line_more(evidence) {
        return Some("keeps-the-newline");
    }
    cut(evidence)
}

/// An empty line came after, or in place of, the next one, and the program had said something before.
fn is_empty_line_more(evidence: &Evidence) -> bool {
    let of_lines = ["shows", "shows-nothing-more", "bytes", "nothing-more"].iter().any(|what| evidence.expected(what));
    let ends_twice = |event: &Event| said(event).is_some_and(|bytes| bytes.head.ends_with(b"\n\n"));
    of_lines
        && evidence.came_are_newlines()
        && (evidence.times_said() > 1 || evidence.conversation.iter().any(ends_twice))
}

/// The \n is sent or printed on its own, so that it is not what is missing.
fn sends_newlines_alone(evidence: &Evidence) -> bool {
    evidence.conversation.iter().filter_map(said).any(|bytes| bytes.head == b"\n")
}

fn said(event: &Event) -> Option<&Bytes> {
    match &event.what {
        What::Datagram(bytes) | What::Segment(bytes) | What::Prints(bytes) => Some(bytes),
        _ => None,
    }
}

/// Something long came cut, and is complete that way: nobody waits for the rest of it.
fn cut(evidence: &Evidence) -> Option<&'static str> {
    let (wanted, came) = (evidence.wanted.as_ref()?, evidence.came.as_ref()?);
    let is_cut = matches!(evidence.finding, Finding::Different { .. }) && evidence.came_is_cut_short();
    if !is_cut || wanted.len < LONG {
        return None;
    }
    if hears_datagrams(evidence) {
        return Some("truncates-datagrams");
    }
    let as_long_as_a_buffer = BUFFERS.iter().any(|size| came.len.abs_diff(*size) <= 1);
    as_long_as_a_buffer.then_some("line-too-short-buffer")
}

/// The judged program was sent datagrams.
fn hears_datagrams(evidence: &Evidence) -> bool {
    let judged = |name: &str| evidence.programs.iter().any(|program| program.name == name);
    evidence
        .conversation
        .iter()
        .any(|event| matches!(event.what, What::Datagram(_)) && event.to.as_deref().is_some_and(judged))
}

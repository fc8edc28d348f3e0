//! What the bytes say when what came is compared with what was wanted.

use crate::verdict::{Evidence, Finding};

/// Nobody sends so much in a buffer that was made for a line.
const LONG: usize = 1000;

/// The sizes that people give to buffers.
const BUFFERS: [usize; 12] = [128, 256, 500, 512, 1000, 1024, 1500, 2048, 4096, 8192, 16_384, 32_768];

/// The misconception that this difference speaks for, if it is a telling one.
pub fn likely(evidence: &Evidence) -> Option<&'static str> {
    if evidence.lacks_at_end(b"\n") {
        return Some("forgets-the-newline");
    }
    if evidence.has_more_at_end(b"\r") || evidence.differs_by(b"\r\n", b"\n") && evidence.came_has(b"\r") {
        return Some("keeps-the-carriage-return");
    }
    if evidence.has_more_at_end(b"\n") || evidence.differs_by(b"\n\n", b"\n") && evidence.came_has(b"\n\n") {
        return Some("keeps-the-newline");
    }
    if is_cut_at_a_buffer(evidence) {
        return Some(if is_datagram(evidence) { "truncates-datagrams" } else { "line-too-short-buffer" });
    }
    None
}

/// What came is the beginning of something long, and as long as a buffer.
fn is_cut_at_a_buffer(evidence: &Evidence) -> bool {
    let Some(wanted) = &evidence.wanted else {
        return false;
    };
    let Some(came) = &evidence.came else {
        return false;
    };
    let came_len = came.len - usize::from(came.tail.ends_with(b"\n"));
    let cut = wanted.len > LONG
        && came.len < wanted.len
        && wanted.head.starts_with(&came.head[..came.head.len().min(LONG / 4)]);
    cut && matches!(evidence.finding, Finding::Different { .. } | Finding::Stalled | Finding::OutOfPatience)
        && BUFFERS.iter().any(|size| came_len.abs_diff(*size) <= 1)
}

fn is_datagram(evidence: &Evidence) -> bool {
    use crate::verdict::What;
    evidence.conversation.iter().any(|event| matches!(event.what, What::Datagram(_)))
}

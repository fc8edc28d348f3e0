//! How a step failed, in words.

use super::bytes::harmless;
use super::conversation::ended;
use crate::texts::Texts;
use crate::verdict::{Bytes, Evidence, Finding};

/// Read after "found:".
pub fn sentence(evidence: &Evidence, texts: &Texts) -> String {
    let id = match &evidence.finding {
        Finding::Different { .. } if came(evidence).is_none() => "finding-nothing",
        Finding::Different { .. } => "finding-different",
        Finding::Unwanted => "finding-unwanted",
        Finding::Stalled => "finding-stalled",
        Finding::Ended => "finding-ended",
        Finding::Closed { reset: false } if evidence.has_closed_one_side_only() => "finding-half-closed",
        Finding::Closed { reset: false } => "finding-closed",
        Finding::Closed { reset: true } => "finding-reset",
        Finding::OutOfPatience => "finding-out-of-patience",
        Finding::Asleep => "finding-asleep",
        Finding::Flooded => "finding-flooded",
        Finding::TooMuchMemory => "finding-memory",
        Finding::SendsWithoutEnd => "finding-sends-without-end",
        Finding::TooManyProcesses => "finding-processes",
        Finding::WrongStatus => return wrong_status(evidence, texts),
        // Its arguments may come from a judged program.
        Finding::Said(message) => return harmless(texts.text(message).as_bytes()),
    };
    texts.text_of(id, &[])
}

/// The bytes that came, if any did.
pub fn came(evidence: &Evidence) -> Option<&Bytes> {
    evidence.came.as_ref().filter(|came| came.len > 0)
}

fn wrong_status(evidence: &Evidence, texts: &Texts) -> String {
    match evidence.programs.iter().find_map(|program| Some((program, program.exit?))) {
        Some((program, exit)) => format!("{} {}", program.name, ended(exit, texts)),
        None => texts.text_of("finding-ended", &[]),
    }
}

//! Where a conversation went wrong: the turn that should not be as it is, and the one that never came.

use super::{Life, Mark, NO_PARTIES, Story, Turn};
use crate::report::diagram::label::Label;
use crate::texts::Texts;
use crate::verdict::{Bytes, Event, Evidence, Finding, What};

/// Marks the turn that is wrong, and adds the one that is missing. There is a turn for each of the story's events.
pub fn mark(turns: &mut Vec<Turn>, story: &Story, evidence: &Evidence, texts: &Texts) {
    let wrong = wrong(story, evidence);
    if let Some(turn) = wrong.and_then(|at| turns.get_mut(at)) {
        turn.mark = Some(Mark::Wrong);
    }
    let Some(mut missing) = missing(story, evidence, texts) else { return };
    match wrong.filter(|_| matches!(evidence.finding, Finding::Different { .. })) {
        // What was wanted stands below what came in its place.
        Some(at) => {
            missing.micros = turns[at].micros;
            turns.insert(at + 1, missing);
        }
        None => turns.push(missing),
    }
}

/// The peer that the step which failed is about.
pub fn concerned(evidence: &Evidence) -> Option<&str> {
    let who = evidence.expected.args.iter().find(|(name, _)| name == "who").map(|(_, who)| who.as_str());
    who.filter(|who| !NO_PARTIES.contains(who))
}

/// The event that is not as it should be.
fn wrong(story: &Story, evidence: &Evidence) -> Option<usize> {
    let last = |fits: fn(&What) -> bool| {
        story.events.iter().rposition(|event| event.who == story.program && fits(&event.what))
    };
    match &evidence.finding {
        Finding::Different { at } => speech(story, evidence, *at),
        Finding::Unwanted => speech(story, evidence, 0),
        Finding::Ended | Finding::WrongStatus => last(|what| matches!(what, What::Exits(_))),
        Finding::Closed { .. } => last(|what| matches!(what, What::Closes | What::Resets)),
        _ => None,
    }
}

/// The event in which the byte at this place of `came` came.
fn speech(story: &Story, evidence: &Evidence, at: usize) -> Option<usize> {
    let came = evidence.came.as_ref().filter(|came| came.len > 0)?;
    let at = at.min(came.len - 1);
    let events: Vec<(usize, &Bytes)> =
        story.events.iter().enumerate().filter_map(|(n, event)| Some((n, said(event, story, evidence)?))).collect();
    // What is not kept of the bytes is never the same as anything.
    let known: Vec<Option<u8>> = events.iter().flat_map(|(_, bytes)| spelled(bytes)).collect();
    let head: Vec<Option<u8>> = came.head.iter().map(|byte| Some(*byte)).collect();
    // As much of it as can be found: what came may have gone on since.
    let parts = [head.as_slice(), head.get(..=at).unwrap_or(&head)];
    let find = |part: &[Option<u8>]| known.windows(part.len().max(1)).rposition(|window| window == part);
    let start = parts.into_iter().find_map(find);
    let mut left = start.map_or(usize::MAX, |start| start + at);
    for (n, bytes) in &events {
        if left < bytes.len {
            return Some(*n);
        }
        left -= bytes.len;
    }
    events.last().map(|(n, _)| *n)
}

/// The bytes of an event of the kind that the step which failed is about.
fn said<'a>(event: &'a Event, story: &Story, evidence: &Evidence) -> Option<&'a Bytes> {
    if event.who != story.program {
        return None;
    }
    match (&event.what, concerned(evidence)) {
        (What::Segment(bytes) | What::Datagram(bytes), Some(who)) if event.to.as_deref() == Some(who) => Some(bytes),
        (What::Prints(bytes), None) if is_printed(evidence) => Some(bytes),
        (What::Complains(bytes), None) if evidence.expected.id.starts_with("expect-stderr") => Some(bytes),
        _ => None,
    }
}

fn is_printed(evidence: &Evidence) -> bool {
    evidence.expected.id.starts_with("expect-shows")
}

/// Of a step that allows nothing else to be printed, all that was wanted was printed: what is wrong is only what came
/// besides.
fn is_shown_already(story: &Story, evidence: &Evidence) -> bool {
    let Some(wanted) = evidence.wanted.as_ref().filter(|_| evidence.expected.id == "expect-shows-only") else {
        return false;
    };
    let printed: Vec<Option<u8>> =
        story.events.iter().filter_map(|event| said(event, story, evidence)).flat_map(spelled).collect();
    let wanted: Vec<Option<u8>> = spelled(wanted).collect();
    wanted.is_empty() || printed.windows(wanted.len()).any(|window| window == wanted)
}

/// All bytes, as far as they are kept. Of a large content some kilobytes are enough to find a place in it.
fn spelled(bytes: &Bytes) -> impl Iterator<Item = Option<u8>> {
    const MOST: usize = 1 << 16;
    let gap = std::iter::repeat_n(None, bytes.left_out().min(MOST));
    bytes.head.iter().copied().map(Some).chain(gap).chain(bytes.tail.iter().copied().map(Some))
}

/// What should have happened and did not.
fn missing(story: &Story, evidence: &Evidence, texts: &Texts) -> Option<Turn> {
    // Of what came unwanted, and of a status, the mark says all there is to say.
    let came_instead = match evidence.finding {
        Finding::Unwanted | Finding::WrongStatus => return None,
        Finding::Different { .. } | Finding::Said(_) => true,
        _ => false,
    };
    if is_shown_already(story, evidence) {
        return None;
    }
    let lead = texts.text_of(if came_instead { "diagram-expected" } else { "diagram-missing" }, &[]);
    let who = concerned(evidence).map(str::to_owned);
    let program = story.program.to_owned();
    // These two are the peer's to begin with.
    let from_peer = ["expect-accepts", "expect-takes"].contains(&evidence.expected.id.as_str());
    let (from, to) = match who {
        Some(who) if from_peer => (who, Some(program)),
        who => (program, who),
    };
    let bytes = evidence.wanted.clone().filter(|_| to.is_some() || is_printed(evidence));
    let words = match &bytes {
        Some(_) if to.is_some() => lead,
        Some(_) => format!("{lead} {}", texts.text_of("event-prints", &[])),
        None => format!("{lead} {}", texts.text(&evidence.expected)),
    };
    let label = Label { words, bytes, piece: None };
    let mark = Some(Mark::Missing);
    Some(Turn {
        micros: evidence.micros,
        from,
        to,
        label,
        tells_program: false,
        mark,
        life: Life::GoesOn,
        stands_for: 1,
    })
}

//! Which turns and which parties are shown where there are too many: the first turns, those about the failure, and
//! the last.

use std::collections::BTreeSet;

use super::{Diagram, Mark, NO_PARTIES, Row, Story, Turn, wrong};
use crate::verdict::Bytes;

/// How much there is room for.
pub struct Limits<'a> {
    /// So many turns.
    pub turns: usize,
    /// Whether columns for these parties fit side by side.
    pub fits: &'a dyn Fn(&[String]) -> bool,
}

/// So many turns of the beginning are always there: who starts, who joins.
const FIRST: usize = 4;
/// And so many before the one that is wrong.
const BEFORE: usize = 2;

/// Leaves out what there is no room for, and says where.
pub fn select(turns: Vec<Turn>, story: &Story, limits: &Limits) -> Diagram {
    let (parties, others) = parties(&turns, story, limits.fits);
    let is_there = |turn: &Turn| parties.contains(&turn.from) && turn.to.as_ref().is_none_or(|to| parties.contains(to));
    let candidates: Vec<usize> = (0..turns.len()).filter(|at| is_there(&turns[*at])).collect();
    let kept = kept(&turns, &candidates, story, limits.turns);
    let mut rows = Vec::new();
    let mut left_out = 0;
    for (at, turn) in turns.into_iter().enumerate() {
        if !kept.contains(&at) {
            left_out += turn.stands_for;
            continue;
        }
        if left_out > 0 {
            rows.push(Row::LeftOut(std::mem::take(&mut left_out)));
        }
        rows.push(Row::Turn(turn));
    }
    if left_out > 0 {
        rows.push(Row::LeftOut(left_out));
    }
    Diagram { parties, rows, others }
}

/// The parties for which there is a column, and those for which there is none.
fn parties(turns: &[Turn], story: &Story, fits: &dyn Fn(&[String]) -> bool) -> (Vec<String>, Vec<String>) {
    let mut all: Vec<&str> = Vec::new();
    for name in turns.iter().flat_map(|turn| [Some(turn.from.as_str()), turn.to.as_deref()]).flatten() {
        if !all.contains(&name) && !NO_PARTIES.contains(&name) && name != story.program {
            all.push(name);
        }
    }
    let in_order = |shown: &[&str]| -> Vec<String> {
        let peers = all.iter().filter(|name| shown.contains(*name));
        peers.chain([&story.program]).map(|name| (*name).to_owned()).collect()
    };
    let mut ranked = important(turns, story);
    ranked.extend(all.iter());
    let mut shown: Vec<&str> = Vec::new();
    for name in ranked {
        if !shown.contains(&name) && fits(&in_order(&[shown.as_slice(), &[name]].concat())) {
            shown.push(name);
        }
    }
    let others = all.iter().filter(|name| !shown.contains(*name)).map(|name| (*name).to_owned()).collect();
    (in_order(&shown), others)
}

/// The peers that the failure is about, and whoever said what they should have heard.
fn important<'a>(turns: &'a [Turn], story: &Story<'a>) -> Vec<&'a str> {
    let concerned = story.evidence.and_then(wrong::concerned);
    let marked = turns.iter().filter(|turn| turn.mark.is_some());
    let marked = marked.flat_map(|turn| [Some(turn.from.as_str()), turn.to.as_deref()]).flatten();
    let source = source(turns, story).map(|at| turns[at].from.as_str());
    concerned.into_iter().chain(source).chain(marked).filter(|name| *name != story.program).collect()
}

/// The last turn in which the program was told what it should have passed on, or what it should not have.
fn source(turns: &[Turn], story: &Story) -> Option<usize> {
    const TELLING: usize = 12;
    let evidence = story.evidence?;
    let passed_on = evidence.wanted.as_ref().or(evidence.came.as_ref())?;
    let end = if passed_on.tail.is_empty() { &passed_on.head } else { &passed_on.tail };
    let line = end.strip_suffix(b"\n").unwrap_or(end);
    let telling = &line[line.len().saturating_sub(TELLING)..];
    if telling.len() < TELLING {
        return None;
    }
    let has =
        |bytes: &Bytes| [&bytes.head, &bytes.tail].iter().any(|part| memchr::memmem::find(part, telling).is_some());
    turns.iter().rposition(|turn| turn.tells_program && turn.label.bytes.as_ref().is_some_and(has))
}

/// The places of the turns that are shown, at most `most` of these candidates.
fn kept(turns: &[Turn], candidates: &[usize], story: &Story, most: usize) -> BTreeSet<usize> {
    if candidates.len() <= most {
        return candidates.iter().copied().collect();
    }
    let marked = |mark: Mark| candidates.iter().copied().filter(move |at| turns[*at].mark == Some(mark));
    let mut wanted: Vec<usize> = marked(Mark::Wrong).chain(marked(Mark::Missing)).collect();
    wanted.extend(source(turns, story).filter(|at| candidates.contains(at)));
    wanted.extend(candidates.iter().take(FIRST));
    for wrong in marked(Mark::Wrong) {
        wanted.extend(candidates.iter().rev().filter(|at| **at < wrong).take(BEFORE));
    }
    if let Some(who) = story.evidence.and_then(wrong::concerned) {
        let theirs = |at: &&usize| turns[**at].from == who || turns[**at].to.as_deref() == Some(who);
        wanted.extend(candidates.iter().rev().filter(theirs).take(BEFORE));
    }
    wanted.extend(candidates.iter().rev());
    let mut kept = BTreeSet::new();
    for at in wanted {
        if kept.len() == most {
            break;
        }
        kept.insert(at);
    }
    kept
}

//! The packets of a check as a pcapng file, which Wireshark opens: each packet, with the steps of the conversation and
//! the point of failure as comments.

mod frame;
mod notes;
mod pcapng;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Seek, Write};
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use self::frame::Frame;
use super::conversation;
use super::failure;
use crate::exercises::Check;
use crate::packets::{self, Record, Step, Story};
use crate::texts::Texts;
use crate::verdict::{Outcome, Verdict, What};

/// No packet of the loopback is kept in greater length.
const MOST: u32 = 2048;

/// The file of a check.
pub fn file(folder: &Path, check: &Check) -> PathBuf {
    folder.join(format!("{}.pcapng", check.name))
}

/// Writes the file for a check, from what its room has recorded.
pub fn write(out: &mut dyn Write, recorded: &File, check: &Check, outcome: &Outcome, texts: &Texts) -> io::Result<()> {
    let (times, frames, story) = frames(recorded)?;
    if let Some(trouble) = story.trouble {
        return Err(io::Error::other(trouble));
    }
    pcapng::section(out, &about(&story, check, outcome, texts), "checker")?;
    pcapng::interface(out, "lo", MOST)?;
    pcapng::names(out, &names(&story))?;
    let mut comments = comments(&story, &frames, &times, outcome, texts);
    let mut number = 0;
    let end = each(recorded, |packet| {
        let comments = comments.remove(&number).unwrap_or_default();
        number += 1;
        pcapng::packet(out, packet.nanos, packet.len, &packet.bytes, &comments)
    })?;
    pcapng::statistics(out, times.last().copied().unwrap_or(end.begun), story.missed)
}

/// The packets, each with its time, and what they were about.
fn frames(recorded: &File) -> io::Result<(Vec<u64>, Vec<Option<Frame>>, Story)> {
    let (mut times, mut frames) = (Vec::new(), Vec::new());
    let story = each(recorded, |packet| {
        times.push(packet.nanos);
        frames.push(Frame::read(&packet.bytes));
        Ok(())
    })?;
    Ok((times, frames, story))
}

/// Hands out each packet that was recorded, and gives their story.
fn each(mut recorded: &File, mut take: impl FnMut(packets::Packet) -> io::Result<()>) -> io::Result<Story> {
    recorded.rewind()?;
    let mut recorded = BufReader::new(recorded);
    loop {
        match packets::read(&mut recorded)? {
            Record::Packet(packet) => take(packet)?,
            Record::Story(story) => return Ok(story),
        }
    }
}

/// What is said of the file as a whole.
fn about(story: &Story, check: &Check, outcome: &Outcome, texts: &Texts) -> String {
    let purpose = texts.purpose(check);
    let mut lines = vec![texts.text_of("packets-about", &[("check", &check.name), ("purpose", &purpose)])];
    match (outcome.verdict, &outcome.evidence, &outcome.reason) {
        (Verdict::Pass, ..) => lines.push(texts.text_of("packets-passed", &[])),
        (_, Some(evidence), _) => {
            lines.push(texts.text_of("packets-failed", &[]));
            lines.extend(failure::in_short(evidence, texts));
        }
        (_, _, Some(reason)) => {
            lines.push(texts.text_of("packets-not-judged", &[("reason", &texts.text(reason))]));
        }
        _ => {}
    }
    for (id, count) in [("packets-missed", story.missed), ("packets-left-out", story.left_out)] {
        if count > 0 {
            lines.push(texts.text_of(id, &[("count", &count)]));
        }
    }
    if story.shortened {
        lines.push(texts.text_of("packets-shortened", &[]));
    }
    lines.join("\n")
}

/// The comments of each packet that has any.
fn comments(
    story: &Story,
    frames: &[Option<Frame>],
    times: &[u64],
    outcome: &Outcome,
    texts: &Texts,
) -> BTreeMap<usize, Vec<String>> {
    let line = |step: &usize| conversation::line(&story.steps[*step].event, texts);
    let places = notes::places(story, frames, times);
    let mut comments: BTreeMap<usize, Vec<String>> =
        places.iter().map(|(at, steps)| (*at, steps.iter().map(line).collect())).collect();
    if let Some(evidence) = &outcome.evidence {
        let here = texts.text_of("packets-here", &[]);
        let words = [vec![here], failure::in_short(evidence, texts)].concat().join("\n");
        if let Some(at) = notes::point_of_failure(story, evidence, frames) {
            comments.entry(at).or_default().push(words);
        }
    }
    comments
}

/// Who is behind each address. Where that is several, all of them are named, a crowd by its first.
fn names(story: &Story) -> Vec<(IpAddr, String)> {
    const CROWD: usize = 4;
    let mut all: BTreeMap<IpAddr, Vec<&str>> = BTreeMap::new();
    let callers = story.callers.iter().map(|(name, address)| (*address, name.as_str()));
    for (address, name) in callers.chain(story.steps.iter().flat_map(|step| ends(step))) {
        let known = all.entry(address).or_default();
        if !name.is_empty() && !known.contains(&name) {
            known.push(name);
        }
    }
    let together = |names: Vec<&str>| match names.as_slice() {
        [first, others @ ..] if names.len() > CROWD => format!("{first}+{}", others.len()),
        few => few.join("+"),
    };
    let all = all.into_iter().filter(|(address, names)| !(address.is_unspecified() || names.is_empty()));
    all.map(|(address, names)| (address, together(names).replace(' ', "-"))).collect()
}

/// The addresses that a step tells of, and whose they are.
fn ends(step: &Step) -> Vec<(IpAddr, &str)> {
    let who = step.event.who.as_str();
    match (&step.flow, &step.event.what) {
        (Some(flow), _) => {
            vec![(flow.from.ip(), who), (flow.to.ip(), step.event.to.as_deref().unwrap_or_default())]
        }
        // "UDP 127.0.0.2:40123"
        (None, What::Listens(place)) => {
            let address = place.rsplit(' ').next().and_then(|address| address.parse::<SocketAddr>().ok());
            address.map(|address| (address.ip(), who)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

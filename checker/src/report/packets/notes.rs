//! Which packet each step of a conversation belongs to.
//!
//! What went over the network is found by its two ends and by its place between them: the n-th datagram, the segment
//! with the first byte of what was sent, the end of the connection. Anything else stands at the next packet in time.

use std::collections::{BTreeMap, HashMap, VecDeque};

use super::frame::{Frame, Part};
use crate::packets::{Flow, Step, Story};
use crate::verdict::{Evidence, Finding, What};

/// The numbers of the steps that belong to each packet. Packets that are nobody's business are `None`, and have
/// `times` all the same.
pub fn places(story: &Story, frames: &[Option<Frame>], times: &[u64]) -> BTreeMap<usize, Vec<usize>> {
    let (mut flows, mut loose) = sorted(story);
    let mut places: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, (frame, nanos)) in frames.iter().zip(times).enumerate() {
        let mut found = Vec::new();
        while let Some(step) = pop_if(&mut loose, |step| moment(story, step) <= *nanos) {
            found.push(step);
        }
        if let Some((flow, frame)) = frame.and_then(|frame| Some((flows.get_mut(&frame.flow)?, frame))) {
            flow.take(&story.steps, frame.part, &mut found);
        }
        found.sort_unstable();
        if !found.is_empty() {
            places.insert(at, found);
        }
    }
    // What happened after the last packet stands at that one.
    if let Some(last) = times.len().checked_sub(1).filter(|_| !loose.is_empty()) {
        places.entry(last).or_default().extend(loose);
    }
    places
}

fn moment(story: &Story, step: usize) -> u64 {
    story.begun + story.steps[step].event.micros * 1000
}

/// Where a step failed: the last packet that it could have been about.
pub fn point_of_failure(story: &Story, evidence: &Evidence, frames: &[Option<Frame>]) -> Option<usize> {
    let who = evidence.expected.args.iter().find(|(name, _)| name == "who").map(|(_, who)| who.as_str());
    let theirs = |step: &&Step| who.is_some() && step.event.to.as_deref() == who;
    let ours = |step: &&Step| who == Some(step.event.who.as_str());
    let to: Vec<_> = story.steps.iter().filter(theirs).filter_map(|step| Some(step.flow?.to)).collect();
    let from: Vec<_> = story.steps.iter().filter(ours).filter_map(|step| Some(step.flow?.from)).collect();
    let reaches = |flow: Flow| to.contains(&flow.to) || from.contains(&flow.to);
    let concerns = |frame: &Frame| reaches(frame.flow) || from.contains(&frame.flow.from);
    let last = |fits: &dyn Fn(&Frame) -> bool| frames.iter().rposition(|frame| frame.as_ref().is_some_and(fits));
    let told = match evidence.finding {
        Finding::Different { .. } | Finding::Unwanted => last(&|frame| reaches(frame.flow) && frame.part.carries()),
        Finding::Closed { .. } => last(&|frame| reaches(frame.flow) && frame.part.ends()),
        _ => None,
    };
    told.or_else(|| last(&concerns)).or_else(|| frames.len().checked_sub(1))
}

impl Part {
    fn carries(&self) -> bool {
        !matches!(self, Self::Segment { len: 0, .. })
    }

    fn ends(&self) -> bool {
        matches!(self, Self::Segment { ends: true, .. })
    }
}

/// The steps that are still to be found in one direction of a conversation, by their numbers.
#[derive(Default)]
struct Direction {
    openings: VecDeque<usize>,
    bytes: VecDeque<usize>,
    datagrams: VecDeque<usize>,
    endings: VecDeque<usize>,
    /// The number that TCP gives to the next byte, and how many have gone before that.
    next: Option<u32>,
    sent: u64,
}

/// The steps by the way that they took, and those that took none.
fn sorted(story: &Story) -> (HashMap<Flow, Direction>, VecDeque<usize>) {
    let mut flows: HashMap<Flow, Direction> = HashMap::new();
    let mut loose = VecDeque::new();
    for (number, step) in story.steps.iter().enumerate() {
        let Some(flow) = step.flow else {
            loose.push_back(number);
            continue;
        };
        let direction = flows.entry(flow).or_default();
        match step.event.what {
            What::Connects(_) => direction.openings.push_back(number),
            What::Segment(ref bytes) if bytes.len > 0 => direction.bytes.push_back(number),
            What::Datagram(_) => direction.datagrams.push_back(number),
            What::HalfCloses | What::Closes | What::Resets => direction.endings.push_back(number),
            _ => {}
        }
    }
    (flows, loose)
}

impl Direction {
    /// The steps that this packet is.
    fn take(&mut self, steps: &[Step], part: Part, found: &mut Vec<usize>) {
        let Part::Segment { sequence, len, opens, ends } = part else {
            found.extend(self.datagrams.pop_front());
            return;
        };
        if opens {
            // A SYN takes a number of its own.
            self.next = Some(sequence.wrapping_add(1));
            self.sent = 0;
            found.extend(self.openings.pop_front());
        }
        if len > 0 {
            // Where the beginning is missing, the first that is seen has to do.
            let next = *self.next.get_or_insert(sequence);
            let ahead = i64::from(sequence.wrapping_sub(next).wrapping_add(len) as i32);
            if ahead > 0 {
                self.sent += ahead as u64;
                self.next = Some(sequence.wrapping_add(len));
            }
            while let Some(step) = pop_if(&mut self.bytes, |step| steps[step].before < self.sent) {
                found.push(step);
            }
        }
        if ends {
            found.extend(self.endings.pop_front());
        }
    }
}

fn pop_if(queue: &mut VecDeque<usize>, wanted: impl FnOnce(usize) -> bool) -> Option<usize> {
    if wanted(*queue.front()?) { queue.pop_front() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::{Bytes, Event, Message};

    fn flow(from: u16, to: u16) -> Flow {
        let at = |port: u16| std::net::SocketAddr::from(([127, 0, 0, 1], port));
        Flow::new(at(from), at(to))
    }

    fn step(micros: u64, flow: Option<Flow>, before: u64, what: What) -> Step {
        let (who, to) = match flow {
            Some(flow) if flow.from.port() == 1 => ("ana", Some("server".to_owned())),
            Some(_) => ("server", Some("ana".to_owned())),
            None => ("server", None),
        };
        Step { event: Event { micros, who: who.to_owned(), to, what }, flow, before }
    }

    fn says(text: &str) -> What {
        What::Segment(Bytes::of(text.as_bytes()))
    }

    fn segment(flow: Flow, sequence: u32, len: u32, opens: bool, ends: bool) -> Option<Frame> {
        Some(Frame { flow, part: Part::Segment { sequence, len, opens, ends } })
    }

    /// A line in two segments whose numbers pass the largest there is, one of them sent twice, and a packet that is
    /// nobody's.
    fn conversation() -> (Story, Vec<Option<Frame>>, Vec<u64>) {
        let (to, back) = (flow(1, 2), flow(2, 1));
        let steps = vec![
            step(5, Some(to), 0, What::Connects("127.0.0.1:1".to_owned())),
            step(6, Some(to), 0, says("abcdef")),
            step(7, Some(to), 6, says("gh\n")),
            step(19, None, 0, What::Prints(Bytes::of(b"abcdefgh\n"))),
            step(20, Some(back), 0, says("OK\n")),
            step(30, Some(to), 9, What::HalfCloses),
            step(90, None, 0, What::Exits(crate::verdict::Exit::Status(0))),
        ];
        let first = u32::MAX - 3;
        let frames = vec![
            segment(to, first, 0, true, false),
            segment(to, first.wrapping_add(1), 6, false, false),
            None,
            segment(to, first.wrapping_add(1), 6, false, false),
            segment(to, first.wrapping_add(7), 3, false, false),
            segment(back, 1000, 3, false, false),
            segment(to, first.wrapping_add(10), 0, false, true),
        ];
        let times = [4, 6, 7, 8, 9, 20, 31].map(|micros| 1_000_000 + micros * 1000).to_vec();
        (Story { begun: 1_000_000, steps, ..Story::default() }, frames, times)
    }

    #[test]
    fn each_step_stands_at_its_packet() {
        let (story, frames, times) = conversation();
        let places: Vec<(usize, Vec<usize>)> = places(&story, &frames, &times).into_iter().collect();
        assert_eq!(places, [(0, vec![0]), (1, vec![1]), (4, vec![2]), (5, vec![3, 4]), (6, vec![5, 6])]);
    }

    #[test]
    fn a_failure_stands_where_it_shows() {
        let (story, frames, _) = conversation();
        let failed = |who: &str, finding: Finding| {
            let expected = Message::new("expect-bytes").with("who", who);
            let (conversation, programs) = (Vec::new(), Vec::new());
            let evidence = Evidence { expected, wanted: None, came: None, finding, micros: 0, conversation, programs };
            point_of_failure(&story, &evidence, &frames)
        };
        assert_eq!(failed("ana", Finding::Different { at: 0 }), Some(5));
        assert_eq!(failed("ana", Finding::Stalled), Some(6));
        assert_eq!(failed("bob", Finding::Stalled), Some(6));
    }
}

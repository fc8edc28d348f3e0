//! What comes at regular times, and by itself: whether it keeps its time, whatever else the machine has to do.
//!
//! Nothing is judged by a time in which the program, or the checker, could not run. What came too late and may have been
//! kept up counts neither for the program nor against it: it is watched on, until that is clear, or until nobody can say.

use std::time::{Duration, Instant};

use super::stall::Look;
use super::stream::End;
use super::turn::{PATIENT, Patience};
use super::world::World;
use super::{Lab, Step, Stop, TcpPeer};
use crate::verdict::{Finding, Message};

/// A machine on which so many of them in a row could not be judged is overloaded.
const MOST_DOUBTS: u32 = 12;

/// Something that is to come every so often.
pub struct Rhythm {
    pub every: Duration,
    /// After this it is late.
    pub longest: Duration,
    /// So much of it in less time than is due is too much, on average.
    pub shortest: Duration,
    pub is_beat: fn(&[u8]) -> bool,
}

/// When something was seen.
#[derive(Clone, Copy)]
struct Moment {
    at: Instant,
    /// The look before: it had not been there then. The checker may have been kept waiting between the two.
    before: Instant,
    /// What the program had lost until then of the time in which it could have run.
    lost: Duration,
}

impl Moment {
    fn now(world: &World, before: Instant) -> Self {
        Self { at: Instant::now(), before, lost: world.starvation.total().longest }
    }

    /// The same with all that was lost up to now.
    fn exactly_now(world: &mut World, before: Instant) -> Self {
        Look::take(world);
        Self::now(world, before)
    }

    /// The wall clock's time since another moment, as it was seen.
    fn since(&self, other: &Self) -> Duration {
        self.at - other.at
    }

    /// Of that, the time for which there is no excuse.
    fn certain_since(&self, other: &Self) -> Duration {
        self.before.saturating_duration_since(other.at).saturating_sub(self.lost - other.lost)
    }

    /// The longest that it may have been, had nobody been kept waiting.
    fn longest_since(&self, other: &Self, begun: &Self) -> Duration {
        (self.at - other.before) + (self.lost - begun.lost)
    }
}

enum Came {
    Beat(Moment),
    /// So long was nothing there, without any excuse.
    Late(Duration),
    End {
        reset: bool,
    },
    /// It is time for something else.
    Time,
}

/// The beats of a connection, as they are watched.
pub struct Watched<'a> {
    peer: &'a TcpPeer,
    rhythm: &'a Rhythm,
    /// When the watching began, or began again.
    begun: Moment,
    last: Moment,
    /// The first beat since then, and how many have come.
    first: Option<Moment>,
    beats: u32,
    doubts: u32,
}

impl TcpPeer {
    /// Watches what comes at regular times from now on.
    pub fn watches<'a>(&'a self, rhythm: &'a Rhythm) -> Watched<'a> {
        let now = Moment::exactly_now(&mut self.lab.world.borrow_mut(), Instant::now());
        Watched { peer: self, rhythm, begun: now, last: now, first: None, beats: 0, doubts: 0 }
    }
}

impl Watched<'_> {
    /// For so long they come in good time, and not too many of them; every `pause`, `meanwhile` happens.
    pub fn keep_time(&mut self, span: Duration, pause: Duration, mut meanwhile: impl FnMut()) -> Step {
        let mut next = Instant::now();
        loop {
            match self.waits(next)? {
                Came::Beat(at) if self.takes(at)? => {
                    if at.since(&self.begun) >= span {
                        return Ok(());
                    }
                }
                Came::Beat(at) => self.begins_again(at)?,
                Came::Late(after) => return Err(self.is_late(after)),
                Came::End { reset } => {
                    return Err(self.lab().fails(self.expected(), None, None, Finding::Closed { reset }));
                }
                Came::Time => {
                    meanwhile();
                    next = Instant::now() + pause;
                }
            }
        }
    }

    fn waits(&self, until: Instant) -> Step<Came> {
        let patience = Patience { idle: PATIENT.whole, generous: true, ..PATIENT };
        let (peer, rhythm, last) = (self.peer, self.rhythm, self.last);
        let mut before = Instant::now();
        let came = self.lab().wait_with(patience, false, |world| {
            let looked = std::mem::replace(&mut before, Instant::now());
            if let Some(beat) = next_beat(world, peer.at, rhythm, looked) {
                return Some(beat);
            }
            if Moment::now(world, looked).certain_since(&last) > rhythm.longest {
                // What was lost since the last look, and what came meanwhile, counts as well.
                let now = Moment::exactly_now(world, looked);
                world.exchange(Duration::ZERO);
                let late = (now.certain_since(&last) > rhythm.longest).then(|| Came::Late(now.since(&last)));
                return next_beat(world, peer.at, rhythm, looked).or(late);
            }
            (Instant::now() >= until).then_some(Came::Time)
        });
        came.map_err(|halt| self.lab().failed(self.expected(), None, None, halt))
    }

    /// Whether this one came in good time, and so did those before it, without any doubt.
    fn takes(&mut self, now: Moment) -> Step<bool> {
        let in_time = now.since(&self.last) <= self.rhythm.longest;
        self.last = now;
        let first = *self.first.get_or_insert(now);
        self.beats += 1;
        // One pause tells nothing: the first beat may have been late.
        let due = if self.beats > 2 { self.rhythm.shortest * (self.beats - 1) } else { Duration::ZERO };
        let took = now.since(&first);
        if now.longest_since(&first, &self.begun) < due {
            return Err(self.is_too_often(took));
        }
        Ok(in_time && took >= due)
    }

    /// What was seen until this beat is in doubt: it is watched on from here.
    fn begins_again(&mut self, now: Moment) -> Step {
        self.doubts += 1;
        if self.doubts > MOST_DOUBTS {
            return Err(self.lab().cannot_judge(Message::new("reason-overloaded")));
        }
        (self.begun, self.first, self.beats) = (now, Some(now), 1);
        Ok(())
    }

    fn is_late(&self, after: Duration) -> Stop {
        let said = Message::new("said-beat-late").with("after", after.as_millis()).with("came", self.beats);
        self.lab().fails(self.expected(), None, None, Finding::Said(said))
    }

    fn is_too_often(&self, within: Duration) -> Stop {
        let said = Message::new("said-beat-too-often").with("count", self.beats).with("within", within.as_millis());
        self.lab().fails(self.expected(), None, None, Finding::Said(said))
    }

    fn expected(&self) -> Message {
        self.peer.said("expect-beat").with("every", self.rhythm.every.as_millis())
    }

    fn lab(&self) -> &Lab {
        &self.peer.lab
    }
}

/// The next beat, or the end of the connection, if it is there; the lines before it are passed over.
fn next_beat(world: &mut World, at: usize, rhythm: &Rhythm, before: Instant) -> Option<Came> {
    while let Some(line) = world.streams[at].next_line() {
        if (rhythm.is_beat)(&line) {
            return Some(Came::Beat(Moment::now(world, before)));
        }
    }
    world.streams[at].ended.map(|end| Came::End { reset: end == End::Reset })
}

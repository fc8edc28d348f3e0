//! Whether what is to leave at regular times does. On a busy machine some of it leaves late, or is seen late; a clock
//! that keeps its time is right again soon, and one that does not never is.

use std::time::{Duration, Instant};

use super::{Lab, Step, UdpPeer};
use crate::verdict::{Finding, Message};

/// One of so many has left, and was seen, on time: when the clock began is known from it.
const FEW: u32 = 50;
/// A clock that is right by then may be trusted.
const ENOUGH: u32 = 2 * FEW;
/// So many that even a machine with no time for anybody has had some by then.
const LONG: u32 = 800;
/// Later than this is not drift, but another time.
const FAR_BEHIND: Duration = Duration::from_millis(500);

/// How often something is to leave, of a program that has not been started yet.
pub struct Pace {
    every: Duration,
    /// Nothing has left before.
    before: Instant,
}

impl Pace {
    pub fn from_now(every: Duration) -> Self {
        Self { every, before: Instant::now() }
    }
}

/// What is known of a program's clock.
struct Clock {
    pace: Pace,
    /// When the first was seen.
    first: Instant,
    /// When it seems to have begun.
    begun: Instant,
    /// The least that any was late lately.
    falls_behind: Duration,
    /// For how long the program had been held up by then.
    held_up: Duration,
}

/// What the n-th says about the clock.
enum Sign {
    None,
    Right,
    Early(Duration),
    Behind(Duration),
}

impl UdpPeer {
    /// This datagram comes again and again, each a whole number of times the pace after the first.
    pub fn hears_at_pace(&self, wanted: impl AsRef<[u8]>, pace: Pace) -> Step {
        let first = self.hears(&wanted)?.at;
        let every = pace.every.as_millis();
        let held_up = self.lab.held_up();
        let mut clock = Clock { pace, first, begun: first, falls_behind: Duration::MAX, held_up };
        for n in 1..=LONG {
            let at = self.hears(&wanted)?.at;
            let said = match clock.sign(&self.lab, n, at) {
                Sign::None => continue,
                Sign::Right => return Ok(()),
                Sign::Early(by) => Message::new("said-too-early").with("n", n).with("early", by.as_millis()),
                Sign::Behind(by) => Message::new("said-drift").with("n", n).with("late", by.as_millis()),
            };
            return Err(self.lab.fails(
                Message::new("expect-every").with("every", every),
                None,
                None,
                Finding::Said(said),
            ));
        }
        Ok(())
    }
}

impl Clock {
    /// The n-th after the first was seen at this time.
    fn sign(&mut self, lab: &Lab, n: u32, at: Instant) -> Sign {
        let passed = self.pace.every * n;
        if n < FEW {
            self.begun = self.begun.min(at.checked_sub(passed).unwrap_or(self.begun));
        }
        let late = at.saturating_duration_since(self.begun + passed);
        if late > FAR_BEHIND && late > FAR_BEHIND + lab.starved() {
            return Sign::Behind(late);
        }
        if n < FEW {
            return Sign::None;
        }
        // All of them may have been late, and seem too fast then. But none has left before the program was started.
        if at < self.pace.before + passed {
            return Sign::Early((self.first + passed).saturating_duration_since(at));
        }
        // One that sleeps for the pace after each never catches up with what the sending itself took: it loses the
        // timer's slack (50 µs, prctl(2)) and more each time. This is less than half of it.
        let allowed = Duration::from_millis(2).max(Duration::from_micros(20) * n);
        // One that goes too fast is ever earlier, until there is no doubt.
        let early = (self.begun + passed).saturating_duration_since(at);
        if n >= ENOUGH && late < allowed && early < self.pace.every * (n - FEW) / 4 {
            return Sign::Right;
        }
        self.falls_behind = self.falls_behind.min(late);
        if n % FEW != 0 {
            return Sign::None;
        }
        // None of the last was on time. That the machine holds them up again and again is no excuse for ever; but who
        // sleeps for the pace after each keeps all that it was ever held up, and a clock forgets it.
        let behind = std::mem::replace(&mut self.falls_behind, Duration::MAX);
        let excused = if n < LONG { lab.starved() } else { lab.held_up().saturating_sub(self.held_up) / 2 } + allowed;
        if n > ENOUGH && behind > excused { Sign::Behind(behind) } else { Sign::None }
    }
}

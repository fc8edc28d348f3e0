//! Who drives, and the tank as a whole.
//!
//! One driver at a time is at the wheel: who connects while nobody is, or whose heartbeat is the first to come then.
//! Heartbeats keep the wheel, and nothing else does.

use std::net::SocketAddr;
use std::time::Duration;

use super::body::Body;
use super::command::{self, Command, Wrong};
use super::event::{Event, Refusal, Stop, What};

/// A driver of whom no heartbeat has come for so long is lost.
pub const PATIENCE: Duration = Duration::from_secs(1);

/// So much of a wrong line is shown.
const SHOWN: usize = 120;

/// Who is at the wheel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wheel {
    Free,
    /// The last heartbeat, or the connection, came at `beat`.
    Held {
        driver: SocketAddr,
        beat: Duration,
    },
    /// Free as well; this driver had it last.
    Lost {
        driver: SocketAddr,
    },
}

pub struct Tank {
    pub body: Body,
    pub wheel: Wheel,
    /// When it last buzzed.
    pub buzzed: Option<Duration>,
    /// Until when it has moved.
    now: Duration,
    events: Vec<Event>,
}

impl Tank {
    pub fn new() -> Self {
        Self { body: Body::default(), wheel: Wheel::Free, buzzed: None, now: Duration::ZERO, events: Vec::new() }
    }

    /// What has happened since this was last asked.
    pub fn take_events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    /// When the driver is lost if nothing comes.
    pub fn due(&self) -> Option<Duration> {
        match self.wheel {
            Wheel::Held { beat, .. } => Some(beat + PATIENCE),
            Wheel::Free | Wheel::Lost { .. } => None,
        }
    }

    /// Moves on. What came in time has to be told before: a heartbeat that waits to be read is not late.
    pub fn passes(&mut self, now: Duration) {
        if let (Wheel::Held { driver, .. }, Some(due)) = (self.wheel, self.due().filter(|due| *due <= now)) {
            self.moves(due);
            self.wheel = Wheel::Lost { driver };
            self.tells(driver, What::Lost);
            self.stops(driver, Stop::DriverLost);
        }
        self.moves(now);
    }

    pub fn connects(&mut self, driver: SocketAddr, now: Duration) {
        self.moves(now);
        let behind = self.other(driver);
        if behind.is_none() {
            self.wheel = Wheel::Held { driver, beat: now };
        }
        self.tells(driver, What::Connected { behind });
    }

    pub fn turns_away(&mut self, driver: SocketAddr, now: Duration) {
        self.moves(now);
        self.tells(driver, What::TurnedAway);
    }

    pub fn leaves(&mut self, driver: SocketAddr, what: What, now: Duration) {
        self.moves(now);
        self.tells(driver, what);
        if self.is_driven_by(driver) {
            self.stops(driver, Stop::DriverGone);
            self.wheel = Wheel::Free;
        }
    }

    /// A line without its end, or as much as came of one that is longer than `limit`.
    pub fn hears(&mut self, driver: SocketAddr, line: Result<&[u8], (&[u8], usize)>, now: Duration) {
        self.moves(now);
        let (line, read) = match line {
            Ok(line) => (line, command::read(line)),
            Err((line, limit)) => (line, Err(Wrong::too_long(limit))),
        };
        match read {
            Ok(command) => self.obeys(driver, command, now),
            Err(why) => {
                // What is looked at is only the beginning; a letter in UTF-8 has four bytes at the most.
                let line = String::from_utf8_lossy(&line[..line.len().min(4 * SHOWN + 4)]);
                self.tells(driver, What::Wrong { line: command::beginning(&line, SHOWN), why });
            }
        }
    }

    fn obeys(&mut self, driver: SocketAddr, command: Command, now: Duration) {
        if let Some(other) = self.other(driver) {
            return self.tells(driver, What::Refused { command, why: Refusal::Behind(other) });
        }
        match command {
            Command::Heartbeat => {
                if !self.is_driven_by(driver) {
                    self.tells(driver, What::Drives);
                }
                self.wheel = Wheel::Held { driver, beat: now };
                self.tells(driver, What::Obeyed(command));
            }
            // It moves nothing: from whoever it comes, if nobody else drives.
            Command::Buzz => {
                self.buzzed = Some(now);
                self.tells(driver, What::Obeyed(command));
            }
            Command::Move { .. } if !self.is_driven_by(driver) => {
                self.tells(driver, What::Refused { command, why: Refusal::NoHeartbeat });
            }
            Command::Move { angle, strength } => {
                self.tells(driver, What::Obeyed(command));
                if strength == 0 {
                    self.stops(driver, Stop::Ordered);
                }
                (self.body.angle, self.body.strength) = (angle, strength);
            }
        }
    }

    fn is_driven_by(&self, driver: SocketAddr) -> bool {
        matches!(self.wheel, Wheel::Held { driver: held, .. } if held == driver)
    }

    /// Who else is at the wheel.
    fn other(&self, driver: SocketAddr) -> Option<SocketAddr> {
        match self.wheel {
            Wheel::Held { driver: held, .. } if held != driver => Some(held),
            _ => None,
        }
    }

    fn moves(&mut self, now: Duration) {
        self.body.moves(now.saturating_sub(self.now).as_secs_f64());
        self.now = self.now.max(now);
    }

    fn stops(&mut self, driver: SocketAddr, why: Stop) {
        if self.body.is_moving() {
            self.body.stops();
            let Body { x, y, heading, .. } = self.body;
            self.tells(driver, What::Stopped { why, x, y, heading });
        }
    }

    fn tells(&mut self, driver: SocketAddr, what: What) {
        self.events.push(Event { at: self.now, driver, what });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEAT: &[u8] = br#"{"cmd":"heartbeat"}"#;
    const GO: &[u8] = br#"{"cmd":"robotMovement","angle":0,"strength":50}"#;

    fn driver(number: u16) -> SocketAddr {
        SocketAddr::from(([127, 0, 0, 1], number))
    }

    fn ms(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    /// What happened, in few letters.
    fn happened(tank: &mut Tank) -> Vec<String> {
        let name = |event: Event| match event.what {
            What::Obeyed(command) => command.name().to_owned(),
            What::Refused { why, .. } => why.reason().to_owned(),
            What::Stopped { why, .. } => why.reason().to_owned(),
            What::Wrong { why, .. } => why.reason().to_owned(),
            What::Connected { behind } => format!("connected {}", behind.is_none()),
            other => format!("{other:?}").to_lowercase(),
        };
        tank.take_events().into_iter().map(name).collect()
    }

    #[test]
    fn a_driver_is_lost_after_a_second_and_the_tank_stops() {
        let mut tank = Tank::new();
        tank.connects(driver(1), ms(0));
        tank.hears(driver(1), Ok(GO), ms(10));
        tank.hears(driver(1), Ok(BEAT), ms(500));
        tank.passes(ms(1499));
        assert!(tank.body.is_moving());
        // However late somebody looks, it stopped in time.
        let x = tank.body.x;
        tank.passes(ms(60_000));
        assert!(!tank.body.is_moving() && tank.body.x - x < 0.01);
        let told = ["connected true", "robotMovement", "heartbeat", "lost", "driver-lost"];
        assert_eq!(happened(&mut tank), told);
        // Only a heartbeat brings it back.
        tank.hears(driver(1), Ok(GO), ms(60_001));
        tank.hears(driver(1), Ok(BEAT), ms(60_002));
        tank.hears(driver(1), Ok(GO), ms(60_003));
        assert_eq!(happened(&mut tank), ["no-heartbeat", "drives", "heartbeat", "robotMovement"]);
    }

    #[test]
    fn a_heartbeat_that_was_there_in_time_is_not_late_because_nobody_looked() {
        let mut tank = Tank::new();
        tank.connects(driver(1), ms(0));
        tank.hears(driver(1), Ok(BEAT), ms(1200));
        tank.passes(ms(1200));
        assert_eq!(happened(&mut tank), ["connected true", "heartbeat"]);
    }

    #[test]
    fn the_second_driver_waits_until_the_wheel_is_free() {
        let mut tank = Tank::new();
        tank.connects(driver(1), ms(0));
        tank.connects(driver(2), ms(0));
        tank.hears(driver(2), Ok(GO), ms(1));
        tank.hears(driver(2), Ok(BEAT), ms(2));
        assert_eq!(happened(&mut tank), ["connected true", "connected false", "another-drives", "another-drives"]);
        tank.hears(driver(1), Ok(GO), ms(3));
        tank.leaves(driver(1), What::Reset, ms(4));
        tank.hears(driver(2), Ok(BEAT), ms(5));
        assert_eq!(happened(&mut tank), ["robotMovement", "reset", "driver-gone", "drives", "heartbeat"]);
    }

    #[test]
    fn a_long_line_is_shown_by_its_beginning() {
        let mut tank = Tank::new();
        tank.hears(driver(1), Err((&[0xff; 70_000], 65_536)), ms(0));
        let [Event { what: What::Wrong { line, why }, .. }] = &tank.take_events()[..] else { panic!("one event") };
        assert_eq!((line.chars().count(), why.reason()), (SHOWN + 1, "too-long"));
    }
}

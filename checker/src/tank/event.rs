//! What happens to the tank.

use std::net::SocketAddr;
use std::time::Duration;

use super::command::{Command, Wrong};

/// Something that one of the drivers did, or that came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Since the tank was switched on.
    pub at: Duration,
    pub driver: SocketAddr,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// Somebody else may be at the wheel.
    Connected {
        behind: Option<SocketAddr>,
    },
    /// There are too many connections for this one.
    TurnedAway,
    Left,
    Reset,
    /// A heartbeat brought it to the wheel, which nobody had.
    Drives,
    Obeyed(Command),
    /// A right command, but not from whom the tank obeys.
    Refused {
        command: Command,
        why: Refusal,
    },
    /// The beginning of the line, and what is wrong with it.
    Wrong {
        line: String,
        why: Wrong,
    },
    /// No heartbeat has come for too long.
    Lost,
    Stopped {
        why: Stop,
        x: f64,
        y: f64,
        heading: f64,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Another is at the wheel.
    Behind(SocketAddr),
    /// Without heartbeats nobody is.
    NoHeartbeat,
}

impl Refusal {
    pub fn reason(self) -> &'static str {
        match self {
            Self::Behind(_) => "another-drives",
            Self::NoHeartbeat => "no-heartbeat",
        }
    }
}

/// Why the tank stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    Ordered,
    DriverLost,
    DriverGone,
}

impl Stop {
    pub fn reason(self) -> &'static str {
        match self {
            Self::Ordered => "ordered",
            Self::DriverLost => "driver-lost",
            Self::DriverGone => "driver-gone",
        }
    }
}

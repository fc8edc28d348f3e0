//! What checks are written with: the student's program, TCP and UDP peers, the transcript, fences, patience.
//!
//! A check is one thread of steps. Everything that it talks to lives in one [`world::World`], and each step that has
//! to wait for something lets that world turn (`turn`): bytes go in and out on every socket and pipe, each with its
//! time, until what the step waits for is there, or until nothing can happen any more (`stall`).

mod aftermath;
mod answers;
mod beats;
mod bulk;
mod burst;
mod compare;
mod connect;
mod datagrams;
mod failure;
mod files;
mod idle;
mod lines;
mod listening;
mod names;
mod output;
mod pace;
mod ports;
mod program;
mod queues;
mod resources;
mod spinning;
mod stall;
mod starvation;
mod stream;
mod tap;
mod tcp;
mod turn;
mod udp;
mod words;
mod world;

use std::cell::RefCell;
use std::rc::Rc;

pub use beats::Rhythm;
pub use bulk::Bulk;
pub use connect::TcpServerPeer;
pub use files::{Folder, Tree};
pub use lines::{Heard, Until};
pub use pace::Pace;
pub use program::Program;
pub use tcp::TcpPeer;
pub use udp::UdpPeer;

use crate::room::Room;
use crate::verdict::{Event, Evidence, Message, Outcome, Verdict};
use world::World;

/// Everything that a check talks to.
#[derive(Clone)]
pub struct Lab {
    world: Rc<RefCell<World>>,
    /// The contracts' name of the program that the check judges.
    program: String,
}

/// What a step of a check gives, or why the check cannot go on.
pub type Step<T = ()> = Result<T, Stop>;

/// Why a check ended before its last step.
pub enum Stop {
    Failed(Box<Evidence>),
    NotJudged(Message),
}

/// What a step gives, or nothing where it fails: for what another check judges.
pub fn unless_it_fails<T>(step: Step<T>) -> Step<Option<T>> {
    match step {
        Ok(given) => Ok(Some(given)),
        Err(Stop::Failed(_)) => Ok(None),
        Err(stop) => Err(stop),
    }
}

impl Lab {
    /// A lab in this room, for a check that judges `program`.
    pub fn new(room: Rc<Room>, program: &str) -> Self {
        Self { world: Rc::new(RefCell::new(World::new(room))), program: program.to_owned() }
    }

    /// What a check that did not fail leaves of its conversation: nothing, unless somebody wants to see it.
    fn told(&self, verdict: Verdict) -> Vec<Event> {
        let mut world = self.world.borrow_mut();
        let wanted = world.room.order.tells_all && verdict != Verdict::Fail;
        if wanted { std::mem::take(&mut world.conversation) } else { Vec::new() }
    }

    /// Runs a check to its end.
    pub fn judge(&self, check: fn(&Self) -> Step) -> Outcome {
        let (verdict, reason, evidence) = match check(self) {
            Ok(()) => (Verdict::Pass, None, None),
            Err(Stop::Failed(evidence)) => (Verdict::Fail, None, Some(evidence)),
            Err(Stop::NotJudged(reason)) => (Verdict::NotJudged, Some(reason), None),
        };
        if let Some(tap) = self.world.borrow_mut().tap.take() {
            tap.ends();
        }
        Outcome { verdict, reason, evidence, conversation: self.told(verdict), micros: 0 }
    }
}

//! What checks are written with: the student's program, TCP and UDP peers, the transcript, fences, patience.

use crate::verdict::{Evidence, Message};

/// Everything that a check talks to.
pub struct Lab;

/// What a step of a check gives, or why the check cannot go on.
pub type Step<T = ()> = Result<T, Stop>;

/// Why a check ended before its last step.
pub enum Stop {
    Failed(Box<Evidence>),
    NotJudged(Message),
}

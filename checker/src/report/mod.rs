//! One file a form of the result: the terminal, JSON lines.

use crate::exercises::{Check, Exercise};
use crate::verdict::Outcome;

/// A check with its result, as a report shows it.
pub struct Judged {
    pub exercise: &'static Exercise,
    pub check: &'static Check,
    pub outcome: Outcome,
    /// The likely misconceptions, the likeliest first; empty where the evidence allows none.
    pub misconceptions: Vec<&'static str>,
    /// How many of the check's points it earned.
    pub points: u32,
}

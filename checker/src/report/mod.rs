//! One file a form of the result: the terminal, JSON lines.
//!
//! - `json::check`, `json::summary`: one object a line;
//! - `terminal::Terminal`: `exercise`, `total`, `page`, `notice`;
//! - `width`: how wide the terminal's lines may be; `wrap`, `pad_right`: lines that fit.

mod bytes;
mod compiler;
mod conversation;
pub mod diagram;
mod ending;
mod failure;
mod finding;
pub mod json;
mod layout;
pub mod packets;
pub mod paint;
mod score;
pub mod terminal;
#[cfg(test)]
mod tests;

pub use self::bytes::harmless;
pub use self::layout::{pad_right, wrap};
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

/// A crate that the compiler refused.
pub struct BuildFailure {
    /// The compiler's own words, with its colours or without.
    pub message: String,
}

/// How wide a report is on a terminal of so many columns: lines of more than 100 are hard to read.
pub fn width(columns: Option<u16>) -> usize {
    breadth(columns).min(100)
}

/// How wide a diagram may be on it: there, more is easier to read.
pub fn breadth(columns: Option<u16>) -> usize {
    columns.map_or(80, |columns| usize::from(columns).clamp(40, 160))
}

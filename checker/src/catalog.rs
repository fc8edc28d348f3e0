//! The list of the exercises.

use crate::exercises::tcp_server::TCP_SERVER;
use crate::exercises::{Check, Exercise};

/// All exercises, in the order of the course.
pub const EXERCISES: &[&Exercise] = &[&TCP_SERVER];

/// The check with this name.
pub fn check(name: &str) -> Option<&'static Check> {
    EXERCISES.iter().flat_map(|exercise| exercise.checks).find(|check| check.name == name)
}

//! The list of the exercises.

use crate::exercises::Exercise;

/// All exercises, in the order of the course.
pub const EXERCISES: &[&Exercise] = &[];

//! The exercises: one file each, with its checks in the order in which a student meets them.

use crate::lab::{Lab, Step};
use crate::verdict::Evidence;

/// An exercise: what `catalog` lists.
pub struct Exercise {
    /// 4, written `04`.
    pub number: u8,
    /// `tcp-server`; the folder is `04-tcp-server`.
    pub name: &'static str,
    /// The contracts' names of the programs that it asks for.
    pub programs: &'static [&'static str],
    pub checks: &'static [Check],
    pub texts: Texts,
}

impl Exercise {
    /// `04-tcp-server`, its folder among the exercises, the solutions and the tests.
    pub fn folder(&self) -> String {
        format!("{:02}-{}", self.number, self.name)
    }
}

/// The Fluent files of one exercise.
pub struct Texts {
    pub en: &'static str,
    pub fr: &'static str,
}

/// One behaviour, one name, one number of points.
///
/// Its purpose is the Fluent message `check-NAME`, without the number: `check-silent-client`. The attribute `.page`
/// of that message is what `checker explain 04.silent-client` shows.
pub struct Check {
    /// `04.silent-client`
    pub name: &'static str,
    /// Which of the exercise's programs is judged.
    pub program: &'static str,
    pub points: u32,
    /// The contracts mark it "Extra".
    pub extra: bool,
    /// Simpler checks without which this one says nothing.
    pub needs: &'static [&'static str],
    /// What this check's evidence may speak for, the most telling first.
    pub suspects: &'static [Suspect],
    /// How to see it by hand, as one would type it in a terminal.
    pub by_hand: Option<&'static str>,
    pub run: fn(&Lab) -> Step,
}

/// A misconception, and the evidence on which it is diagnosed.
pub struct Suspect {
    /// `one-read-is-one-message`
    pub misconception: &'static str,
    pub fits: fn(&Evidence) -> bool,
}

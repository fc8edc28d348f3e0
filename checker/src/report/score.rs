//! How many points were earned, of how many that could be.

use super::Judged;
use crate::verdict::Verdict;

/// The sum over some checks. Only a student's mistake costs points: what was not judged is left out of both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    pub points: u32,
    pub of: u32,
    pub passed: usize,
    pub failed: usize,
    pub not_judged: usize,
}

impl Score {
    pub fn of<'a>(judged: impl IntoIterator<Item = &'a Judged>) -> Self {
        judged.into_iter().fold(Self::default(), Self::and)
    }

    /// What counts, and what comes on top.
    pub fn with_bonus(judged: &[Judged]) -> (Self, Self) {
        let of = |bonus: bool| Self::of(judged.iter().filter(|judged| judged.exercise.bonus == bonus));
        (of(false), of(true))
    }

    fn and(mut self, judged: &Judged) -> Self {
        match judged.outcome.verdict {
            Verdict::NotJudged => {
                self.not_judged += 1;
                return self;
            }
            Verdict::Pass => self.passed += 1,
            Verdict::Fail => self.failed += 1,
            Verdict::NotReached | Verdict::NotStarted => {}
        }
        self.points += judged.points;
        self.of += judged.check.points;
        self
    }
}

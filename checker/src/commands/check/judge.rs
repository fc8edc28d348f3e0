//! From the outcomes of the checks to what each is worth.

use std::process::ExitCode;

use super::select::Wanted;
use crate::explain;
use crate::report::Judged;
use crate::verdict::{Outcome, Verdict};

/// Judges the checks of one exercise by their outcomes, which are in the same order.
pub fn exercise(wanted: &Wanted, outcomes: Vec<Outcome>) -> Vec<Judged> {
    let untouched: Vec<&str> = wanted
        .checks
        .iter()
        .zip(&outcomes)
        .filter(|(_, outcome)| outcome.evidence.as_deref().is_some_and(explain::is_untouched_stub))
        .map(|(check, _)| check.program)
        .collect();
    wanted
        .checks
        .iter()
        .zip(outcomes)
        .map(|(check, outcome)| {
            // A stub does some things right by doing nothing: that is no reason for points.
            let outcome = if untouched.contains(&check.program) { not_started(&outcome) } else { outcome };
            let misconceptions =
                outcome.evidence.as_deref().map(|evidence| explain::diagnose(check, evidence)).unwrap_or_default();
            let points = if outcome.verdict == Verdict::Pass { check.points } else { 0 };
            Judged { exercise: wanted.exercise, check, outcome, misconceptions, points }
        })
        .collect()
}

fn not_started(outcome: &Outcome) -> Outcome {
    Outcome {
        verdict: Verdict::NotStarted,
        reason: None,
        evidence: None,
        conversation: Vec::new(),
        micros: outcome.micros,
    }
}

/// 0: all points. 1: some are missing. 2: none is missing, but some checks could not be judged, so that nobody knows.
/// A bonus that nobody has begun misses nothing, beside what counts.
pub fn status(judged: &[Judged]) -> ExitCode {
    let counts = judged.iter().any(|judged| !judged.exercise.bonus);
    let optional = |judged: &Judged| counts && judged.exercise.bonus && judged.outcome.verdict == Verdict::NotStarted;
    let any =
        |wanted: fn(Verdict) -> bool| judged.iter().any(|judged| wanted(judged.outcome.verdict) && !optional(judged));
    if any(|verdict| matches!(verdict, Verdict::Fail | Verdict::NotReached | Verdict::NotStarted)) {
        ExitCode::from(1)
    } else if any(|verdict| verdict == Verdict::NotJudged) {
        ExitCode::from(2)
    } else {
        ExitCode::SUCCESS
    }
}

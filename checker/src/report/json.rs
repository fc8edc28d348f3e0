//! The result as JSON, one object a line: for scripts, and for whoever collects the points of a class.

use std::io;
use std::time::Duration;

use serde_json::json;

use super::Judged;
use super::score::Score;

/// The line of one check.
pub fn check(out: &mut dyn io::Write, judged: &Judged) -> io::Result<()> {
    let line = json!({
        "exercise": judged.exercise.folder(),
        "program": judged.check.program,
        "check": judged.check.name,
        "verdict": judged.outcome.verdict,
        "misconception": judged.misconceptions.first(),
        "points": judged.points,
        "of": judged.check.points,
        "millis": millis(u128::from(judged.outcome.micros)),
    });
    writeln!(out, "{line}")
}

/// The last line: the sum of all checks of the run.
pub fn summary(out: &mut dyn io::Write, judged: &[Judged], elapsed: Duration) -> io::Result<()> {
    let (score, bonus) = Score::with_bonus(judged);
    let mut line = json!({
        "summary": true,
        "points": score.points,
        "of": score.of,
        "not_judged": score.not_judged + bonus.not_judged,
        "millis": millis(elapsed.as_micros()),
    });
    if judged.iter().any(|judged| judged.exercise.bonus) {
        line["bonus"] = json!({ "points": bonus.points, "of": bonus.of });
    }
    writeln!(out, "{line}")
}

fn millis(micros: u128) -> f64 {
    micros as f64 / 1000.0
}

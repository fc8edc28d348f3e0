//! `checker list`: the exercises with their checks, their points, and what each check is about.

use std::io::{self, Write};
use std::process::ExitCode;

use serde::Serialize;

use super::{Trouble, all_points, row};
use crate::catalog::EXERCISES;
use crate::cli::{Call, Format, List};
use crate::exercises::{Check, Exercise};
use crate::output;
use crate::report::pad_right;
use crate::verdict::Message;

/// A check as `--format json` shows it.
#[derive(Serialize)]
struct Row<'a> {
    exercise: String,
    bonus: bool,
    program: &'a str,
    check: &'a str,
    points: u32,
    extra: bool,
    needs: &'a [&'a str],
    purpose: String,
}

pub fn run(options: &List, call: &Call) -> Result<ExitCode, Trouble> {
    let mut out = output::stdout();
    for (nth, exercise) in EXERCISES.iter().enumerate() {
        match options.format {
            Format::Human if nth == 0 => human(&mut out, exercise, call)?,
            Format::Human => {
                writeln!(out)?;
                human(&mut out, exercise, call)?;
            }
            Format::Json => json(&mut out, exercise, call)?,
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn human(out: &mut dyn Write, exercise: &Exercise, call: &Call) -> io::Result<()> {
    let heading = Message::new("list-exercise")
        .with("folder", exercise.folder())
        .with("title", call.texts.title(exercise))
        .with("points", all_points(exercise.checks))
        .with("bonus", if exercise.bonus { "yes" } else { "no" });
    writeln!(out, "{}", call.texts.text(&heading))?;
    let names = exercise.checks.iter().map(|check| check.name.len()).max().unwrap_or_default();
    for check in exercise.checks {
        let lead = format!("{} {:>3}", pad_right(check.name, names), check.points);
        row(out, &lead, &purpose(check, call))?;
    }
    Ok(())
}

fn purpose(check: &Check, call: &Call) -> String {
    let purpose = call.texts.purpose(check);
    if check.extra { call.texts.text(&Message::new("list-extra").with("purpose", purpose)) } else { purpose }
}

fn json(out: &mut dyn Write, exercise: &Exercise, call: &Call) -> io::Result<()> {
    for check in exercise.checks {
        let row = Row {
            exercise: exercise.folder(),
            bonus: exercise.bonus,
            program: check.program,
            check: check.name,
            points: check.points,
            extra: check.extra,
            needs: check.needs,
            purpose: call.texts.purpose(check),
        };
        writeln!(out, "{}", serde_json::to_string(&row)?)?;
    }
    Ok(())
}

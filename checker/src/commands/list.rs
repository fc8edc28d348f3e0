//! `checker list`: the exercises with their checks, their points, and what each check is about.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use serde::Serialize;

use super::{Trouble, all_points, terminal};
use crate::catalog::EXERCISES;
use crate::cli::{Call, Format, List};
use crate::exercises::{Check, Exercise};
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
    let mut out = BufWriter::new(io::stdout().lock());
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
        row(out, check, names, call)?;
    }
    Ok(())
}

/// One check: its name, its points, and its purpose in as many lines as it takes.
fn row(out: &mut dyn Write, check: &Check, names: usize, call: &Call) -> io::Result<()> {
    let mut purpose = call.texts.purpose(check);
    if check.extra {
        purpose = call.texts.text(&Message::new("list-extra").with("purpose", purpose));
    }
    let indent = names + 8;
    let mut lead = format!("  {:names$} {:>3}  ", check.name, check.points);
    for line in folded(&purpose, terminal(call, false).width.saturating_sub(indent)) {
        writeln!(out, "{lead}{line}")?;
        lead = " ".repeat(indent);
    }
    Ok(())
}

/// `text` in lines of at most `width` characters, unless a word is longer.
fn folded(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut length = 0;
    for word in text.split(' ') {
        let more = word.chars().count();
        if length > 0 && length + 1 + more > width {
            lines.push(String::new());
            length = 0;
        }
        if let Some(line) = lines.last_mut() {
            if length > 0 {
                line.push(' ');
                length += 1;
            }
            line.push_str(word);
            length += more;
        }
    }
    lines
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_between_words() {
        assert_eq!(folded("one two three", 7), ["one two", "three"]);
        assert_eq!(folded("unbreakable", 3), ["unbreakable"]);
        assert_eq!(folded("", 3), [""]);
    }
}

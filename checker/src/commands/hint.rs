//! `checker hint`: a little more at each call about what the last run of an exercise failed at first.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use super::check::select;
use super::memory::{self, Memory, Remembered};
use super::{Trouble, current_folder, shell_word, terminal};
use crate::catalog::{self, EXERCISES};
use crate::cli::{Call, Hint};
use crate::exercises::Exercise;
use crate::explain::Subject;
use crate::output;
use crate::verdict::{Message, Verdict};

pub fn run(options: &Hint, call: &Call) -> Result<ExitCode, Trouble> {
    let here = current_folder()?;
    let exercise = match &options.exercise {
        // Of a check's name, `04.usage`, the exercise.
        Some(name) => select::exercise(name.split_once('.').map_or(name, |(exercise, _)| exercise))?,
        None => most_pressing(&here),
    };
    let number = format!("{:02}", exercise.number);
    let name = options.exercise.as_deref().unwrap_or(&number);
    let mut memory = Memory::of(exercise, &here);
    // `chat-client` is the exercise 05, and of its programs that one.
    let asked = exercise.programs.contains(&name).then_some(name);
    let results: Vec<Remembered> = memory
        .results()
        .iter()
        .filter(|result| asked.is_none_or(|program| result.program == program))
        .cloned()
        .collect();
    if results.is_empty() {
        return Err(no_run(exercise, &here, call).into());
    }
    let page = match subject(exercise, &results) {
        Some(subject) => {
            let level = memory.next(&subject.key());
            memory.keep(exercise, &here);
            hint(&subject, level, name, &alone(&subject, &results, call), call)
        }
        None if results.iter().all(|result| result.verdict == Verdict::Pass) => {
            call.texts.text_of("hint-all-passed", &[("folder", &exercise.folder())])
        }
        None => call.texts.text_of("hint-nothing-known", &[("folder", &exercise.folder())]),
    };
    let mut out = output::stdout();
    terminal(call, false).page(&mut out, &page)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The first exercise at which something failed; where nothing did, the first that is not begun.
fn most_pressing(here: &Path) -> &'static Exercise {
    let memories: Vec<Memory> = EXERCISES.iter().map(|exercise| Memory::of(exercise, here)).collect();
    let has = |wanted: Verdict| {
        let is_open = |result: &Remembered| result.unbuilt || result.verdict == wanted;
        memories.iter().position(|memory| memory.results().iter().any(is_open))
    };
    EXERCISES[has(Verdict::Fail).or_else(|| has(Verdict::NotStarted)).unwrap_or(0)]
}

/// What matters first: that it builds, then the first check that failed, then the first program that is not begun.
fn subject<'a>(exercise: &'static Exercise, results: &'a [Remembered]) -> Option<Subject<'a>> {
    if results.iter().any(|result| result.unbuilt) {
        return Some(Subject::DoesNotBuild);
    }
    let in_order =
        || exercise.checks.iter().filter_map(|check| results.iter().find(|result| result.check == check.name));
    let failed = in_order().find(|result| result.verdict == Verdict::Fail).and_then(|result| {
        let (misconception, place) = (result.misconception.as_deref(), result.place.as_deref());
        Some(Subject::Failed { check: catalog::check(&result.check)?, misconception, place })
    });
    let not_started = || {
        let untouched = |program: &str| {
            results.iter().any(|result| result.verdict == Verdict::NotStarted && result.program == program)
        };
        let first = exercise.programs.iter().find(|program| untouched(program))?;
        Some(Subject::NotStarted { exercise, program: first })
    };
    failed.or_else(not_started)
}

/// The call that runs what it is about alone, as it was judged.
fn alone(subject: &Subject, results: &[Remembered], call: &Call) -> String {
    let only = format!("{} check --only {}", shell_word(&call.me), subject.name());
    let result = results.iter().find(|result| result.check == subject.name());
    match result.and_then(|result| Some((result, result.command.as_ref()?))) {
        Some((result, command)) => format!("{only} --program {}", shell_word(&format!("{}={command}", result.program))),
        None => only,
    }
}

/// The hint of this level; after the last one, all of them once more.
fn hint(subject: &Subject, level: usize, exercise: &str, alone: &str, call: &Call) -> String {
    let me = shell_word(&call.me);
    let Some(levels) = subject.levels(alone, &call.texts) else {
        return call.texts.text_of("hint-nothing-known", &[("folder", &exercise)]);
    };
    let told: Vec<String> = match levels.get(level) {
        Some(_) => vec![numbered(subject, level, &levels, call)],
        None => (0..levels.len()).map(|level| numbered(subject, level, &levels, call)).collect(),
    };
    let next = match subject.page() {
        _ if level + 1 < levels.len() => {
            call.texts.text_of("hint-next", &[]) + &format!("\n\n    {me} hint {exercise}")
        }
        Some(page) => call.texts.text_of("hint-last", &[]) + &format!("\n\n    {me} explain {page}"),
        None => call.texts.text_of("hint-last-part", &[]),
    };
    told.join("\n") + "\n" + &next
}

fn numbered(subject: &Subject, level: usize, levels: &[String], call: &Call) -> String {
    let number = level + 1;
    let heading = [("name", &subject.name() as &dyn std::fmt::Display), ("number", &number), ("of", &levels.len())];
    format!("{}\n\n{}\n", call.texts.text_of("hint-heading", &heading), levels[level])
}

fn no_run(exercise: &Exercise, here: &Path, call: &Call) -> Message {
    let folder = memory::folder(here).map_or_else(String::new, |folder| folder.display().to_string());
    Message::new("trouble-no-run")
        .quoting("exercise", &exercise.folder())
        .with("call", format!("    {} check {:02}", shell_word(&call.me), exercise.number))
        .with("folder", folder)
}

//! Which checks are wanted.

use std::collections::BTreeMap;
use std::path::Path;

use super::super::with_closest;
use crate::catalog::EXERCISES;
use crate::cli;
use crate::closest;
use crate::exercises::{Check, Exercise};
use crate::programs::{self, Launch};
use crate::verdict::Message;

/// An exercise, and which of its checks are wanted, in its order.
pub struct Wanted {
    pub exercise: &'static Exercise,
    pub checks: Vec<&'static Check>,
}

/// The programs of `--program`, by the contracts' names.
pub type Given = BTreeMap<String, Launch>;

/// Reads all `--program`s; relative paths are meant from `here`.
pub fn given(texts: &[String], here: &Path) -> Result<Given, Message> {
    let mut given = Given::new();
    for text in texts {
        let program = programs::named(text)?;
        asked_for(program.name)?;
        let launch = program.launch(here)?;
        if given.insert(program.name.to_owned(), launch).is_some() {
            return Err(Message::new("trouble-program-twice").quoting("name", program.name));
        }
    }
    Ok(given)
}

/// Makes sure that some exercise asks for a program of this name.
fn asked_for(name: &str) -> Result<(), Message> {
    let known: Vec<&str> = EXERCISES.iter().flat_map(|exercise| exercise.programs).copied().collect();
    if known.contains(&name) {
        return Ok(());
    }
    let message = with_closest(
        Message::new("trouble-program-name").quoting("name", name),
        &closest::names(name, known.iter().copied()),
    );
    Err(message.quoting_all("names", known))
}

/// The checks that the command line asks for, of which there is at least one.
pub fn wanted(options: &cli::Check, given: &Given) -> Result<Vec<Wanted>, Message> {
    let mut exercises = Vec::new();
    for name in &options.exercises {
        exercises.push(exercise(name)?.number);
    }
    for only in &options.only {
        known(only)?;
    }
    let wanted: Vec<Wanted> = EXERCISES
        .iter()
        .filter(|exercise| exercises.is_empty() || exercises.contains(&exercise.number))
        .map(|exercise| {
            let checks = exercise.checks.iter().filter(|check| wants(options, given, check)).collect();
            Wanted { exercise, checks }
        })
        .filter(|wanted| !wanted.checks.is_empty())
        .collect();
    if wanted.is_empty() { Err(Message::new("trouble-nothing-left")) } else { Ok(wanted) }
}

fn wants(options: &cli::Check, given: &Given, check: &Check) -> bool {
    (given.is_empty() || given.contains_key(check.program))
        && (options.only.is_empty() || options.only.iter().any(|only| means(only, check)))
}

/// `04`, `4`, `04-tcp-server`, `tcp-server`, or the folder as the shell completes it: `exercises/04-tcp-server/`.
pub fn exercise(name: &str) -> Result<&'static Exercise, Message> {
    let last = name.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let is_meant = |exercise: &&&Exercise| {
        last.parse() == Ok(exercise.number)
            || last == exercise.name
            || last == exercise.folder()
            || exercise.programs.contains(&last)
    };
    EXERCISES.iter().find(is_meant).copied().ok_or_else(|| {
        let folders: Vec<String> = EXERCISES.iter().map(|exercise| exercise.folder()).collect();
        let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
        let others = EXERCISES.iter().flat_map(|exercise| exercise.programs.iter().chain([&exercise.name]));
        let known: Vec<&str> = folders.iter().chain(others).copied().collect();
        // An exercise has several names: the closest of them will do.
        let closest: Vec<&str> = closest::names(last, known).into_iter().take(1).collect();
        let message = Message::new("trouble-no-exercise").quoting("name", name);
        with_closest(message, &closest).quoting_all("names", folders)
    })
}

/// Makes sure that `only` means some check.
fn known(only: &str) -> Result<(), Message> {
    if EXERCISES.iter().flat_map(|exercise| exercise.checks).any(|check| means(only, check)) {
        return Ok(());
    }
    let names = EXERCISES.iter().flat_map(|exercise| exercise.checks).map(|check| check.name);
    Err(with_closest(Message::new("trouble-no-check").quoting("name", only), &closest::names(only, names)))
}

/// Whether `only` is the check's name or its beginning. A whole name means that check alone.
fn means(only: &str, check: &Check) -> bool {
    let padded = format!("0{only}");
    let only = if only.find('.') == Some(1) { padded.as_str() } else { only };
    if EXERCISES.iter().flat_map(|exercise| exercise.checks).any(|other| other.name == only) {
        return check.name == only;
    }
    !only.is_empty() && check.name.starts_with(only)
}

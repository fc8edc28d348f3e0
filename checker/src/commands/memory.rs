//! What the last run of an exercise came to, for `checker hint`: one small file an exercise.
//!
//! Nothing else depends on it. Where it cannot be written or read there are no hints, and a check is a check all the
//! same.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, io, process};

use serde::{Deserialize, Serialize};

use crate::exercises::Exercise;
use crate::programs;
use crate::report::Judged;
use crate::verdict::Verdict;

/// What is remembered of an exercise.
#[derive(Default, Serialize, Deserialize)]
pub struct Memory {
    results: Vec<Remembered>,
    /// How many hints were given, by what they were about.
    given: BTreeMap<String, usize>,
}

/// What is remembered of one check.
#[derive(Clone, Serialize, Deserialize)]
pub struct Remembered {
    pub check: String,
    pub program: String,
    /// What `--program` said that it is.
    pub command: Option<String>,
    pub verdict: Verdict,
    pub misconception: Option<String>,
    /// Where the program panicked.
    pub place: Option<String>,
    /// It could not be judged because the program does not compile.
    pub unbuilt: bool,
}

impl Remembered {
    fn of(judged: &Judged, commands: &BTreeMap<&str, &str>) -> Self {
        let panics = judged.outcome.evidence.iter().flat_map(|evidence| &evidence.programs);
        let reason = judged.outcome.reason.as_ref();
        Self {
            check: judged.check.name.to_owned(),
            program: judged.check.program.to_owned(),
            command: commands.get(judged.check.program).map(|command| (*command).to_owned()),
            verdict: judged.outcome.verdict,
            misconception: judged.misconceptions.first().map(|name| (*name).to_owned()),
            place: panics.filter_map(|program| program.panic.as_ref()).map(|panic| panic.place.clone()).next(),
            unbuilt: reason.is_some_and(|reason| reason.id == "reason-does-not-build"),
        }
    }

    /// The same result; a panic may have moved by some lines.
    fn says_the_same_as(&self, other: &Self) -> bool {
        let told = |it: &Self| (it.check.clone(), it.command.clone(), it.verdict, it.misconception.clone(), it.unbuilt);
        told(self) == told(other)
    }
}

impl Memory {
    /// What is remembered of `exercise`, which is nothing where nothing can be read.
    pub fn of(exercise: &Exercise, here: &Path) -> Self {
        let text = file(exercise, here).and_then(|file| fs::read_to_string(file).ok());
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    pub fn results(&self) -> &[Remembered] {
        &self.results
    }

    /// Takes in the results of a run, which may be about some of the exercise's checks only.
    fn learn(&mut self, results: Vec<Remembered>) {
        let stays = |old: &&Remembered| {
            // What was judged with another command says nothing about this one.
            let own = results.iter().filter(|new| new.program == old.program);
            own.clone().all(|new| new.command == old.command) && own.clone().all(|new| new.check != old.check)
        };
        let kept: Vec<Remembered> = self.results.iter().filter(stays).cloned().collect();
        let known = |new: &Remembered| self.results.iter().any(|old| old.says_the_same_as(new));
        if kept.len() + results.len() != self.results.len() || !results.iter().all(known) {
            self.given.clear();
        }
        self.results = [kept, results].concat();
    }

    /// Which hint about `subject` is the next: 0 is the first.
    pub fn next(&mut self, subject: &str) -> usize {
        let given = self.given.entry(subject.to_owned()).or_default();
        *given += 1;
        *given - 1
    }

    /// Writes it down, if that can be done, as a whole or not at all.
    pub fn keep(&self, exercise: &Exercise, here: &Path) {
        if let Some(file) = file(exercise, here) {
            // A lost hint is no reason to say anything.
            let _ = write(&file, self);
        }
    }
}

/// Remembers what a run came to; `commands` are the `--program`s, by their names.
pub fn remember(exercise: &Exercise, judged: &[Judged], commands: &BTreeMap<&str, &str>, here: &Path) {
    let mut memory = Memory::of(exercise, here);
    memory.learn(judged.iter().map(|judged| Remembered::of(judged, commands)).collect());
    memory.keep(exercise, here);
}

fn write(file: &Path, memory: &Memory) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let text = serde_json::to_vec(memory)?;
    // Another checker may be writing the same: whoever comes last is right.
    let draft = file.with_extension(format!("{}.tmp", process::id()));
    fs::write(&draft, text).and_then(|()| fs::rename(&draft, file)).inspect_err(|_| {
        let _ = fs::remove_file(&draft);
    })
}

fn file(exercise: &Exercise, here: &Path) -> Option<PathBuf> {
    Some(folder(here)?.join(format!("{}.json", exercise.folder())))
}

/// Where things are remembered: where `CHECKER_STATE` says, or beside what was built, or where programs keep such
/// things if there is no repository around.
pub fn folder(here: &Path) -> Option<PathBuf> {
    let named = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = named("CHECKER_STATE") {
        return Some(folder);
    }
    if let Ok(root) = programs::find_root(here, "exercises") {
        return Some(root.join(named("CARGO_TARGET_DIR").unwrap_or("target".into())).join("checker"));
    }
    let state = named("XDG_STATE_HOME").or_else(|| Some(named("HOME")?.join(".local/state")));
    Some(state?.join("network-lab-checker"))
}

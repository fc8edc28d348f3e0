//! The programs in `tests/alternatives`, `tests/misconceptions` and `tests/wrong`, and what they are judged to be.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::claim::Claim;
use super::{Judged, check, program, programs};

/// A file of a collection.
pub struct Entry {
    /// `06-image`
    pub exercise: String,
    /// `image-sender`; the folder is `06-image-sender`.
    pub program: String,
    pub path: PathBuf,
}

impl Entry {
    /// `04-tcp-server/echoes.patch`
    pub fn name(&self) -> String {
        let number = self.exercise.get(..2).unwrap_or_default();
        format!("{number}-{}/{}", self.program, self.path.file_name().unwrap_or_default().to_string_lossy())
    }

    /// What its head says that it does wrong.
    pub fn claim(&self) -> Result<Claim, String> {
        Claim::read(&fs::read_to_string(&self.path).map_err(|error| error.to_string())?)
    }

    /// Builds it, if it has to be built, and has it judged.
    fn judged(&self) -> Result<Judged, String> {
        let command = if self.path.extension().is_some_and(|extension| extension == "patch") {
            program::patched(&self.exercise, &self.program, &self.path)?
        } else {
            program::whole(&self.path)?
        };
        Ok(check(["--program".to_owned(), format!("{}={command}", self.program)]))
    }
}

/// The files of `tests/NAME`, by program and name: each program of an exercise has a folder of its own.
pub fn files(name: &str) -> Vec<Entry> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name);
    let mut entries = Vec::new();
    for (exercise, program) in programs() {
        let folder = root.join(format!("{}-{program}", exercise.get(..2).unwrap_or_default()));
        let Ok(found) = fs::read_dir(&folder) else { continue };
        let mut paths: Vec<PathBuf> = found.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        let entry = |path| Entry { exercise: exercise.clone(), program: program.clone(), path };
        entries.extend(paths.into_iter().map(entry));
    }
    entries
}

/// Judges all programs of a collection, as many side by side as there are cores, and panics with a line for each that
/// is not judged as it should be: `mismatch` tells what was expected.
pub fn holds(name: &str, mismatch: impl Fn(&Entry, &Judged) -> Option<String> + Sync) {
    let entries = files(name);
    let (next, wrong) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some(entry) = entries.get(next.fetch_add(1, Ordering::Relaxed)) {
            let expected = match entry.judged() {
                Ok(judged) => mismatch(entry, &judged).map(|it| format!("{it}\n    got:      {}", judged.in_short())),
                Err(error) => Some(error),
            };
            if let Some(expected) = expected {
                wrong.lock().expect("nobody panicked").push(format!("{}\n    expected: {expected}", entry.name()));
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, NonZeroUsize::get) {
            scope.spawn(work);
        }
    });
    let mut wrong = wrong.into_inner().expect("nobody panicked");
    wrong.sort();
    assert!(wrong.is_empty(), "{} of {} in tests/{name}:\n{}", wrong.len(), entries.len(), wrong.join("\n"));
}

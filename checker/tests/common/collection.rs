//! The programs in `tests/alternatives`, `tests/misconceptions`, `tests/wrong` and `tests/first-programs`, and what they
//! are judged to be.

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

    /// Builds it, if it has to be built: the command line that starts it.
    pub fn command(&self) -> Result<String, String> {
        if self.path.extension().is_some_and(|extension| extension == "patch") {
            program::patched(&self.exercise, &self.program, &self.path)
        } else {
            program::whole(&self.path)
        }
    }

    /// What the checker says of it.
    pub fn judged(&self) -> Result<Judged, String> {
        let command = self.command()?;
        Ok(check(["--program".to_owned(), format!("{}={command}", self.program)]))
    }

    /// What of its judgement is not as it should be: a program of `alternatives` gets all points, another one loses what
    /// its head says.
    pub fn mismatch(&self, judged: &Judged) -> Option<String> {
        if self.is_right() {
            return (!judged.has_all_points()).then(|| "all points, every check passes, status 0".to_owned());
        }
        self.claim().map_or_else(Some, |claim| claim.mismatch(judged))
    }

    /// The event loop owes what the chat's relay does, and the same checks ask for it: a mistake that both collections
    /// have is judged there. `make verdicts` judges both.
    fn has_a_twin(&self) -> bool {
        let relays = self.path.parent().filter(|folder| folder.ends_with("09-event-relay")).and_then(Path::parent);
        let twin = relays.zip(self.path.file_name()).map(|(relays, name)| relays.join("05-chat-relay").join(name));
        !self.is_right() && twin.is_some_and(|twin| twin.exists())
    }

    /// Whether it keeps its contract.
    pub fn is_right(&self) -> bool {
        self.path.ancestors().nth(2).is_some_and(|collection| collection.ends_with("alternatives"))
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

/// Judges all programs of a collection but twins, some side by side, and panics with a line for each that
/// is not judged as it should be.
pub fn holds(name: &str) {
    let entries: Vec<Entry> = files(name).into_iter().filter(|entry| !entry.has_a_twin()).collect();
    let wrong = Mutex::new(Vec::new());
    // One more than there are processors: now and then one waits for the clock.
    let at_once = thread::available_parallelism().map_or(1, NonZeroUsize::get) + 1;
    side_by_side(&entries, at_once, |entry| {
        let expected = match entry.judged() {
            Ok(judged) => entry.mismatch(&judged).map(|it| format!("{it}\n    got:      {}", judged.in_short())),
            Err(error) => Some(error),
        };
        if let Some(expected) = expected {
            wrong.lock().expect("nobody panicked").push(format!("{}\n    expected: {expected}", entry.name()));
        }
    });
    let mut wrong = wrong.into_inner().expect("nobody panicked");
    wrong.sort();
    assert!(wrong.is_empty(), "{} of {} in tests/{name}:\n{}", wrong.len(), entries.len(), wrong.join("\n"));
}

/// Does `work` for each of these, so many at a time.
pub fn side_by_side<'a, T: Sync>(all: &'a [T], at_a_time: usize, work: impl Fn(&'a T) + Sync) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..at_a_time {
            scope.spawn(|| {
                while let Some(one) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                    work(one);
                }
            });
        }
    });
}

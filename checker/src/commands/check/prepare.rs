//! From the wanted exercises to programs that can be started.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::live::Live;
use super::select::{Given, Wanted};
use crate::cli;
use crate::commands::Trouble;
use crate::exercises::Exercise;
use crate::programs::{self, Built, Failure, Launch, Package};
use crate::report::BuildFailure;
use crate::texts::Texts;
use crate::verdict::{Message, Outcome, Verdict};

/// What an exercise's checks are run with.
pub struct Prepared {
    pub programs: BTreeMap<String, Launch>,
    pub failure: Option<NotBuilt>,
}

/// Why there are no programs, and what that makes of the checks.
pub struct NotBuilt {
    pub shown: BuildFailure,
    machine: bool,
}

impl NotBuilt {
    pub fn outcome(&self) -> Outcome {
        let (verdict, reason) = if self.machine {
            (Verdict::NotJudged, "reason-machine-does-not-build")
        } else {
            (Verdict::NotReached, "reason-does-not-build")
        };
        Outcome { verdict, reason: Some(Message::new(reason)), evidence: None, conversation: Vec::new(), micros: 0 }
    }
}

/// The programs of each exercise: those that were given, or else those that its crate builds.
pub fn prepare(
    options: &cli::Check,
    wanted: &[Wanted],
    given: &Given,
    here: &Path,
    colour: bool,
    live: &Live,
    texts: &Texts,
) -> Result<Vec<Prepared>, Trouble> {
    if !given.is_empty() {
        let own = |wanted: &Wanted| {
            let asked = wanted.exercise.programs.iter();
            asked.filter_map(|name| given.get_key_value(*name)).map(|(name, it)| (name.clone(), it.clone())).collect()
        };
        return Ok(wanted.iter().map(|wanted| Prepared { programs: own(wanted), failure: None }).collect());
    }
    let root = programs::find_root(here, kind(options))?;
    let packages: Vec<Package> = wanted.iter().map(|wanted| package(options, wanted.exercise)).collect();
    let all = packages.iter().map(|package| package.programs.len()).sum();
    live.says("live-building", 0, all);
    let built = programs::build(&root, &packages, colour, &|ready| live.says("live-building", ready.min(all), all))?;
    if let Some(failure) = nothing_for_the_machine(&built) {
        let message = failure.message.clone().unwrap_or_else(|| Message::new("build-failed"));
        return Err(Trouble::Told(message, Some(failure.text.clone())));
    }
    Ok(built.into_iter().map(|built| prepared(built, texts)).collect())
}

fn kind(options: &cli::Check) -> &'static str {
    if options.solutions { "solutions" } else { "exercises" }
}

fn package(options: &cli::Check, exercise: &Exercise) -> Package {
    let (package, program) = if options.solutions { ("sol", "sol-") } else { ("ex", "") };
    Package {
        folder: PathBuf::from(kind(options)).join(exercise.folder()),
        name: format!("{package}{}", exercise.folder()),
        programs: exercise.programs.iter().map(|name| ((*name).to_owned(), format!("{program}{name}"))).collect(),
    }
}

/// The first failure, if nothing at all could be built and the machine is to blame for it.
fn nothing_for_the_machine(built: &[Built]) -> Option<&Failure> {
    let mut failures = built.iter().map(|built| match built {
        Built::Failed(failure) if failure.machine => Some(failure),
        _ => None,
    });
    let first = failures.next().flatten();
    first.filter(|_| failures.all(|failure| failure.is_some()))
}

fn prepared(built: Built, texts: &Texts) -> Prepared {
    match built {
        Built::Programs(programs) => Prepared { programs, failure: None },
        Built::Failed(failure) => {
            let said = failure.message.map(|message| texts.text(&message)).into_iter();
            let words: Vec<String> = said.chain(Some(failure.text).filter(|text| !text.is_empty())).collect();
            let shown = BuildFailure { message: words.join("\n") };
            Prepared { programs: BTreeMap::new(), failure: Some(NotBuilt { shown, machine: failure.machine }) }
        }
    }
}

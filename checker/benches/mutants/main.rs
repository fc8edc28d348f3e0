//! Whether the checks see every change of a right program: the solutions, each with one small change, are judged, and
//! every one that keeps all points is either as right as before, which `as-right.txt` tells with a reason, or shows that
//! a check is missing. `make mutants EX=04` keeps to the programs with that in their names.

#[path = "../../tests/common/mod.rs"]
mod common;
mod generate;
mod known;

use std::collections::BTreeMap;
use std::env;
use std::num::NonZeroUsize;
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread::available_parallelism;

use common::{check, collection, program, programs};
use generate::Mutant;
use known::Known;

/// A change of one file of a solution.
struct Case {
    exercise: String,
    program: String,
    file: String,
    mutant: Mutant,
}

impl Case {
    /// `04-tcp-server`
    fn folder(&self) -> String {
        format!("{}-{}", self.exercise.get(..2).unwrap_or_default(), self.program)
    }

    fn name(&self) -> String {
        format!("{}/{} {}", self.folder(), self.file, self.mutant.name)
    }
}

/// What became of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It does not even compile.
    Stillborn,
    Caught,
    /// All points, as nobody wanted.
    Survived,
    /// All points, and a known reason why it may have them.
    Equivalent,
}

fn main() -> ExitCode {
    let wanted = env::args().skip(1).find(|word| word != "--bench").unwrap_or_default();
    let cases = match cases(&wanted) {
        Ok(cases) => cases,
        Err(error) => {
            eprintln!("the solutions cannot be changed: {error}");
            return ExitCode::from(2);
        }
    };
    let known = Known::read();
    let fates = Mutex::new(Vec::new());
    let cores = available_parallelism().map_or(1, NonZeroUsize::get);
    collection::side_by_side(&cases, cores, |case| {
        let fate = fate(case, &known);
        if fate == Fate::Survived {
            println!("survives: {} (line {})", case.name(), case.mutant.line);
        }
        fates.lock().expect("nobody panicked").push((case, fate));
    });
    let fates = fates.into_inner().expect("nobody panicked");
    table(&fates);
    let stale: Vec<&str> = known
        .names()
        .filter(|name| name.contains(&wanted))
        .filter(|name| !fates.iter().any(|(case, fate)| *fate == Fate::Equivalent && case.name() == *name))
        .collect();
    for name in &stale {
        println!("listed, and does not survive (any more): {name}");
    }
    let survived = fates.iter().any(|(_, fate)| *fate == Fate::Survived);
    if survived || !stale.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn cases(wanted: &str) -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    for (exercise, program) in programs() {
        for (file, text) in program::files_of(&exercise, &program)? {
            for mutant in generate::all(&text).map_err(|error| format!("{exercise}/{file}: {error}"))? {
                cases.push(Case { exercise: exercise.clone(), program: program.clone(), file: file.clone(), mutant });
            }
        }
    }
    cases.retain(|case| case.name().contains(wanted));
    Ok(cases)
}

fn fate(case: &Case, known: &Known) -> Fate {
    let command = program::changed(&case.exercise, &case.program, &case.file, &case.mutant.text);
    let Ok(command) = command else { return Fate::Stillborn };
    if !check(["--program".to_owned(), format!("{}={command}", case.program)]).has_all_points() {
        return Fate::Caught;
    }
    if known.has(&case.name()) { Fate::Equivalent } else { Fate::Survived }
}

fn table(fates: &[(&Case, Fate)]) {
    let mut rows = BTreeMap::<String, Vec<Fate>>::new();
    for (case, fate) in fates {
        rows.entry(case.folder()).or_default().push(*fate);
        rows.entry("all".to_owned()).or_default().push(*fate);
    }
    println!("\n{:<18}{:>9}{:>9}{:>14}{:>14}", "", "mutants", "caught", "as right", "survived");
    for (name, fates) in &rows {
        let count = |fate: Fate| fates.iter().filter(|other| **other == fate).count();
        println!(
            "{name:<18}{:>9}{:>9}{:>14}{:>14}",
            fates.len() - count(Fate::Stillborn),
            count(Fate::Caught),
            count(Fate::Equivalent),
            count(Fate::Survived)
        );
    }
}

//! The proof that verdicts are right: every known program is judged, again and again, beside busy neighbours if asked,
//! and a table tells what came out. `make verdicts ROUNDS=20 LOAD=8` calls it; a third word keeps to the programs with
//! that in their names.

#[path = "../../tests/common/mod.rs"]
mod common;
mod load;
mod table;

use std::env;
use std::num::NonZeroUsize;
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use common::Judged;
use common::collection::{Entry, files, side_by_side};
use load::Load;

/// A program, and what each round made of it.
struct Known {
    entry: Entry,
    rounds: Mutex<Vec<Round>>,
}

/// One judgement of one program.
struct Round {
    judged: Result<Judged, String>,
    took: Duration,
}

fn main() -> ExitCode {
    // Cargo puts a word of its own behind ours.
    let words: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    let number = |at: usize, default: usize| words.get(at).map_or(Some(default), |word| word.parse().ok());
    let (Some(rounds @ 1..), Some(load)) = (number(0, 1), number(1, 0)) else {
        eprintln!("usage: make verdicts [ROUNDS=1] [LOAD=0] [EX=PART-OF-A-NAME]");
        return ExitCode::from(2);
    };
    let wanted = words.get(2).map_or("", String::as_str);
    let all: Vec<Known> = ["alternatives", "misconceptions", "wrong"]
        .into_iter()
        .flat_map(files)
        .filter(|entry| entry.name().contains(wanted))
        .map(|entry| Known { entry, rounds: Mutex::new(Vec::new()) })
        .collect();
    let cores = available_parallelism().map_or(1, NonZeroUsize::get);
    // One after another, so that times say something. Under load they say nothing anyway, and as many programs as loops
    // get half of the processors.
    let at_a_time = if load == 0 { 1 } else { load.max(cores) };
    side_by_side(&all, cores, |known| {
        // Compiled before anything is measured. An error comes back when it is judged.
        let _ = known.entry.command();
    });
    let busy = Load::of(load);
    for round in 1..=rounds {
        side_by_side(&all, at_a_time, |known| known.judge());
        eprintln!("round {round} of {rounds}");
    }
    drop(busy);
    println!("{} programs, {rounds} rounds, {load} busy loops beside, {cores} cores\n", all.len());
    if table::print(&all) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

impl Known {
    fn judge(&self) {
        let begun = Instant::now();
        let judged = self.entry.judged();
        let round = Round { judged, took: begun.elapsed() };
        self.rounds.lock().expect("nobody panicked").push(round);
    }
}

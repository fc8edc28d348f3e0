//! How long verdicts take: for passing, failing and silent versions of each program, and beside the same checks
//! with the usual fixed time-outs. All numbers are ratios of one run: what a machine makes of them in milliseconds
//! says little about another.

#[path = "../../tests/common/mod.rs"]
mod common;
mod plain;
mod programs;

use std::fs;
use std::process::Command;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use programs::{Kind, Program};

/// Each time is the median of so many runs.
const RUNS: usize = 5;

fn main() {
    let programs = programs::all();
    whole_programs(&programs);
    println!();
    beside_time_outs(&programs);
}

/// All checks of each program.
fn whole_programs(programs: &[Program]) {
    println!("All checks of a program, from the start of the checker to its last verdict");
    println!("(wall clock, CPU time; 1.00: the wall clock of the solution's)\n");
    println!("{:<18}{:<36}{:>8}{:>8}{:>10}", "", "", "wall", "CPU", "passed");
    let mut unit = Duration::ZERO;
    for program in programs {
        let took = median(|| judged(program, &[]));
        if program.kind == Kind::Passing {
            unit = took.wall;
        }
        println!(
            "{:<18}{:<36}{:>8.2}{:>8.2}{:>7}/{}",
            if program.kind == Kind::Passing { program.name } else { "" },
            described(program.kind),
            ratio(took.wall, unit),
            ratio(took.cpu, unit),
            took.passed,
            took.of,
        );
        if program.kind == Kind::Silent {
            println!("{:<18}1.00 = {} ms", "", unit.as_millis());
        }
    }
}

/// Some checks of the TCP server, by the checker and by a suite with time-outs.
fn beside_time_outs(programs: &[Program]) {
    let count = plain::CHECKS.len();
    println!("The same {count} checks of 04-tcp-server, and as they are usually written: connecting every");
    println!("50 ms until it listens, reads that time out after 1 s, 0.5 s of sleep where nothing is to happen");
    println!("(wall clock; 1.0: the checker, side by side, for the solution)\n");
    println!("{:<40}{:>12}{:>10}{:>12}{:>10}", "", "checker", "--jobs 1", "time-outs", "ratio");
    let only: Vec<&str> = plain::CHECKS.iter().flat_map(|(name, _)| ["--only", name]).collect();
    let one_by_one = [only.as_slice(), &["--jobs", "1"]].concat();
    let mut unit = Duration::ZERO;
    for program in programs.iter().filter(|program| program.name == "tcp-server") {
        let checker = median(|| judged(program, &only));
        let alone = median(|| judged(program, &one_by_one));
        let begun = Instant::now();
        let command = shlex::split(&program.command).expect("a command line of our own");
        let passed = plain::run(&command);
        let plain = begun.elapsed();
        if program.kind == Kind::Passing {
            unit = checker.wall;
        }
        // What the checker does not reach, a suite with time-outs waits for all the same.
        let agree = if passed == checker.passed { "" } else { "  the verdicts differ!" };
        println!(
            "{:<40}{:>12.1}{:>10.1}{:>12.1}{:>9.0}×{agree}",
            described(program.kind),
            ratio(checker.wall, unit),
            ratio(alone.wall, unit),
            ratio(plain, unit),
            ratio(plain, checker.wall),
        );
    }
    println!("1.0 = {} ms on {} cores", unit.as_millis(), available_parallelism().map_or(1, usize::from));
}

fn described(kind: Kind) -> String {
    match kind {
        Kind::Passing => "passing: the solution".to_owned(),
        Kind::Failing(mistake) => format!("failing: {mistake}"),
        Kind::Silent => "silent: opens its socket and waits".to_owned(),
    }
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

/// What one call of the checker took, and came to.
struct Took {
    wall: Duration,
    cpu: Duration,
    passed: usize,
    of: usize,
}

fn median(run: impl FnMut() -> Took) -> Took {
    let mut all: Vec<Took> = std::iter::repeat_with(run).take(RUNS).collect();
    all.sort_by_key(|took| took.wall);
    all.swap_remove(RUNS / 2)
}

fn judged(program: &Program, options: &[&str]) -> Took {
    let (begun, before) = (Instant::now(), childrens_time());
    let output = Command::new(env!("CARGO_BIN_EXE_checker"))
        .args(["check", "--format", "json", "--program"])
        .arg(format!("{}={}", program.name, program.command))
        .args(options)
        .output()
        .expect("the checker can be started");
    let (wall, cpu) = (begun.elapsed(), childrens_time() - before);
    let said = String::from_utf8_lossy(&output.stdout);
    let (passed, of) = (said.matches(r#""verdict":"pass""#).count(), said.matches(r#""verdict":"#).count());
    let expected = match program.kind {
        Kind::Passing => passed == of,
        Kind::Failing(_) => passed < of && 2 * passed > of,
        Kind::Silent => passed < of,
    };
    assert!(expected && of > 0, "{} ({}): {said}", described(program.kind), program.name);
    Took { wall, cpu, passed, of }
}

/// The CPU time of all children that have ended (proc_pid_stat(5): cutime and cstime).
fn childrens_time() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(") ").next().unwrap_or_default();
    let ticks: u64 = after_name.split(' ').skip(13).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 1000 / rustix::param::clock_ticks_per_second())
}

//! What is judged: each solution, the same with a mistake of the proof's, and a program that only waits.

use crate::common::{program, repository};

/// The folder of an exercise, a program of it, and a mistake: most cost a suite with time-outs one of them, these are
/// usual ones.
const PROGRAMS: [(&str, &str, &str); 8] = [
    ("01-udp-sender", "udp-sender", "loses-the-last-line"),
    ("02-udp-listener", "udp-listener", "keeps-the-newline"),
    ("03-tcp-client", "tcp-client", "one-read-is-one-reply"),
    ("04-tcp-server", "tcp-server", "new-buffer-for-each-line"),
    ("05-chat", "chat-relay", "one-read-is-one-message"),
    ("05-chat", "chat-client", "waits-for-its-turn"),
    ("06-image", "image-receiver", "header-in-one-read"),
    ("06-image", "image-sender", "believes-any-answer"),
];

/// A program, and how it is started.
pub struct Program {
    /// The contracts' name.
    pub name: &'static str,
    pub kind: Kind,
    /// A command line.
    pub command: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Passing,
    Failing(&'static str),
    Silent,
}

/// Compiles three programs for each of the exercises'.
pub fn all() -> Vec<Program> {
    PROGRAMS.iter().flat_map(|(exercise, name, mistake)| three(exercise, name, mistake)).collect()
}

fn three(exercise: &str, name: &'static str, mistake: &'static str) -> [Program; 3] {
    let tests = repository().join("checker/tests/misconceptions");
    // An exercise of two programs keeps their mistakes apart.
    let number = exercise.split_once('-').map_or(exercise, |(number, _)| number);
    let patch = tests.join(format!("{number}-{name}")).join(format!("{mistake}.patch"));
    let waits = repository().join("checker/benches/verdict_time/waits.rs");
    let program = |kind, command: Result<String, String>| Program {
        name,
        kind,
        command: command.unwrap_or_else(|error| panic!("{name}: {error}")),
    };
    [
        program(Kind::Passing, program::solution(exercise, name)),
        program(Kind::Failing(mistake), program::patched(exercise, name, &patch)),
        program(Kind::Silent, program::whole(&waits).map(|waits| format!("{waits} {name}"))),
    ]
}

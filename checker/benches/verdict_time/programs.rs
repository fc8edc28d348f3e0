//! What is judged: each solution, the same with a mistake of the proof's, and a program that only waits.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of an exercise and a mistake: most cost a suite with time-outs one of them, these are usual ones.
const EXERCISES: [(&str, &str); 4] = [
    ("01-udp-sender", "loses-the-last-line"),
    ("02-udp-listener", "keeps-the-newline"),
    ("03-tcp-client", "one-read-is-one-reply"),
    ("04-tcp-server", "new-buffer-for-each-line"),
];

/// A program, and how it is started.
pub struct Program {
    /// The contracts' name.
    pub name: &'static str,
    pub folder: &'static str,
    pub kind: Kind,
    pub command: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Passing,
    Failing(&'static str),
    Silent,
}

/// Compiles three programs of each exercise.
pub fn all() -> Vec<Program> {
    let checker = Path::new(env!("CARGO_MANIFEST_DIR"));
    let waits = compiled("waits", &read(&checker.join("benches/verdict_time/waits.rs")));
    EXERCISES.iter().flat_map(|(folder, mistake)| of(checker, folder, mistake, &waits)).collect()
}

fn of(checker: &Path, folder: &'static str, mistake: &'static str, waits: &str) -> [Program; 3] {
    let name = &folder[3..];
    let right = read(&checker.join(format!("../solutions/{folder}/src/main.rs")));
    let patch = read(&checker.join(format!("tests/misconceptions/{folder}/{mistake}.patch")));
    let program = |kind, command| Program { name, folder, kind, command };
    [
        program(Kind::Passing, vec![compiled(name, &right)]),
        program(Kind::Failing(mistake), vec![compiled(mistake, &patched(&right, &patch))]),
        program(Kind::Silent, vec![waits.to_owned(), name.to_owned()]),
    ]
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The text with every hunk of a patch in it, wherever its lines stand.
fn patched(text: &str, patch: &str) -> String {
    let mut text = text.to_owned();
    for hunk in patch.split("\n@@").skip(1) {
        let lines: Vec<&str> = hunk.lines().skip(1).collect();
        let side = |other: char| -> String {
            let kept = lines.iter().filter(|line| !line.starts_with(other));
            kept.map(|line| format!("{}\n", line.get(1..).unwrap_or_default())).collect()
        };
        let (old, new) = (side('+'), side('-'));
        assert!(text.contains(&old), "the solution has changed, this is not in it any more:\n{old}");
        text = text.replacen(&old, &new, 1);
    }
    text
}

/// Compiles a program that needs the standard library alone; gives its path.
fn compiled(name: &str, source: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("verdict-time");
    let (file, program) = (folder.join(format!("{name}.rs")), folder.join(name));
    fs::create_dir_all(&folder).expect("a folder in the target folder");
    fs::write(&file, source).expect("a file in the target folder");
    let status = Command::new("rustc")
        .args(["--edition=2024", "--crate-name=judged", "--cap-lints=allow", "-o"])
        .arg(&program)
        .arg(&file)
        .status()
        .expect("rustc can be started");
    assert!(status.success(), "{name} does not compile");
    program.display().to_string()
}

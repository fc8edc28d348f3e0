//! Whatever is wrong with a call, a repository or a machine: a message that says what to do next, and status 2; or,
//! where one exercise is broken, the others are judged all the same. Never a panic.

mod common;

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use common::{elsewhere, repository};
use tempfile::TempDir;

fn checker(folder: &Path) -> Command {
    let mut command = common::checker();
    elsewhere(&mut command, folder);
    command
}

fn run(command: &mut Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.output().expect("the checker starts");
    let [stdout, stderr] = [stdout, stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    assert!(!stderr.contains("panicked"), "{stderr}");
    (status.code(), stdout, stderr)
}

/// The call ends with status 2, prints nothing on stdout, and says all of `words`, in lines that fit.
fn refuses(folder: &Path, args: &[&str], words: &[&str]) {
    let (status, stdout, stderr) = run(checker(folder).args(args));
    assert_eq!((status, stdout.as_str()), (Some(2), ""), "{args:?}: {stderr}");
    let fits = |line: &str| line.chars().count() <= 80 || !line.contains(' ');
    assert!(stderr.lines().all(fits), "{args:?}: {stderr}");
    let told = stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    for word in words {
        assert!(told.contains(word), "{args:?} says nothing of “{word}”: {stderr}");
    }
}

#[test]
fn names_that_nobody_knows() {
    let here = repository();
    refuses(&here, &["check", "42"], &["“42”", "04-tcp-server", "checker list"]);
    refuses(&here, &["check", "tpc-server"], &["“tpc-server”", "Did you mean “tcp-server”?"]);
    refuses(&here, &["check", "exercises/04-tcp-sever/"], &["Did you mean “04-tcp-server”?"]);
    refuses(
        &here,
        &["check", "--only", "04.silemt-client"],
        &["“04.silemt-client”", "Did you mean “04.silent-client”"],
    );
    refuses(&here, &["check", "--only", ""], &["checker list"]);
    refuses(&here, &["check", "03", "--only", "04.silent"], &["no check to run"]);
    refuses(&here, &["explain", "04.silent-clien"], &["Did you mean “04.silent-client”"]);
}

#[test]
fn a_command_line_that_makes_no_sense() {
    let here = repository();
    refuses(&here, &["chek"], &["“chek”", "Did you mean “check”"]);
    refuses(&here, &["check", "--onyl", "x"], &["“--onyl”", "“--only”", "checker check --help"]);
    refuses(&here, &["check", "--jobs", "0"], &["“0”", "--jobs"]);
    refuses(&here, &["check", "--seed", "x"], &["“x”", "--seed"]);
    refuses(&here, &["check", "--seed"], &["--seed"]);
    refuses(&here, &["check", "--seed", "-1"], &["“-1”", "--seed"]);
    refuses(&here, &["sensors", "--count", "x"], &["“x”", "--count", "checker sensors --help"]);
    refuses(&here, &["check", "--format", "xml"], &["“xml”", "human, json"]);
    refuses(&here, &["list", "--lang", "xx"], &["“xx”", "fr, en"]);
    refuses(&here, &["check", "--lang=xx"], &["“xx”", "fr, en"]);
    refuses(&here, &[], &["check", "list", "explain"]);
}

#[test]
fn errors_are_told_in_the_callers_language() {
    let (status, _, stderr) = run(checker(&repository()).env("LC_ALL", "fr_CH.UTF-8").args(["check", "42"]));
    assert_eq!(status, Some(2));
    assert!(stderr.starts_with("erreur") && stderr.contains("«\u{a0}42\u{a0}»"), "{stderr}");
    assert!(!stderr.contains('“'), "English quotation marks: {stderr}");
    let (_, _, stderr) = run(checker(&repository()).args(["--lang", "fr", "check", "--jobs", "0"]));
    assert!(stderr.starts_with("erreur"), "{stderr}");
}

#[test]
fn a_folder_without_exercises() {
    let empty = TempDir::new().expect("a folder");
    let path = empty.path().display().to_string();
    refuses(empty.path(), &["check"], &[path.as_str(), "Cargo.toml", "exercises", "--program"]);
    refuses(empty.path(), &["check", "--solutions"], &["solutions"]);
}

#[test]
fn programs_that_cannot_be_started() {
    let here = TempDir::new().expect("a folder");
    File::create(here.path().join("server")).expect("a file");
    for (program, words) in [
        ("tcp-server", ["NAME=COMMAND", "“tcp-server”"]),
        ("tcp-server=", ["NAME=COMMAND", "tcp-server"]),
        ("tcp-server=sh -c 'x", ["quotation mark", "sh -c"]),
        ("tpc-server=true", ["“tpc-server”", "Did you mean “tcp-server”?"]),
        // The name comes first: what is right for it is no question before.
        ("foo=bar", ["“foo”", "The programs are"]),
        ("tcp-server=./gone --fast", ["there is no such file", "/gone"]),
        ("tcp-server=./server", ["may not be executed", "chmod +x"]),
        ("tcp-server=server", ["PATH", "“./”"]),
        ("tcp-server=no-such-program-anywhere", ["PATH", "no-such-program-anywhere"]),
        ("tcp-server=./", ["is a folder", "tcp-server"]),
    ] {
        let words = if program.ends_with("./") { &words[..1] } else { &words[..] };
        refuses(here.path(), &["check", "--program", program], words);
    }
    let twice = ["check", "--program", "tcp-server=true", "--program", "tcp-server=false"];
    refuses(here.path(), &twice, &["“tcp-server”", "twice"]);
    refuses(here.path(), &["check", "03", "--program", "tcp-server=true"], &["no check to run"]);
}

/// `| head -1`: whoever has read enough is no reason for words, and the checker ends.
#[test]
fn stdout_closed_early() {
    // The status is that of the work, as it is without the pipe.
    let calls: [(&[&str], i32); 4] = [
        (&["list"], 0),
        (&["explain"], 0),
        (&["check", "--help"], 0),
        (&["check", "04", "--program", "tcp-server=true"], 1),
    ];
    for (args, status) in calls {
        let mut child = checker(&repository())
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the checker starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the checker ends");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
        assert_eq!(output.status.code(), Some(status), "{args:?}");
    }
}

#[test]
fn stdout_that_takes_nothing() {
    let full = || File::options().write(true).open("/dev/full").expect("/dev/full");
    for args in [&["list"][..], &["check", "04", "--program", "tcp-server=true"]] {
        let output = checker(&repository()).args(args).stdout(full()).stderr(Stdio::piped()).output();
        let output = output.expect("the checker starts");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(stderr.contains("stdout") && !stderr.contains("panicked"), "{stderr}");
    }
}

#[test]
fn no_cargo() {
    let (status, _, stderr) = run(checker(&repository()).env("PATH", "/nowhere").args(["check", "04"]));
    assert_eq!(status, Some(2), "{stderr}");
    assert!(stderr.contains("https://rustup.rs"), "{stderr}");
}

/// A copy of the repository, to be spoiled.
struct Copy(TempDir);

impl Copy {
    fn new() -> Self {
        let copy = TempDir::new().expect("a folder");
        for name in ["Cargo.toml", "Cargo.lock", "Makefile", "checker", "exercises", "solutions"] {
            copy_all(&repository().join(name), &copy.path().join(name));
        }
        Self(copy)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The verdict of the first check of exercise 03 and of exercise 04, and what was said beside it.
    fn verdicts(&self) -> ([String; 2], String) {
        let (status, stdout, stderr) = run(checker(self.0.path()).args(["check", "3", "4", "--format", "json"]));
        assert_eq!(status, Some(1), "{stderr}");
        let verdict = |exercise: &str| {
            let rows = stdout.lines().map(|line| serde_json::from_str(line).expect("a line of JSON"));
            let mut own = rows.filter(|row: &serde_json::Value| row["exercise"] == exercise);
            own.next().expect("a check of each exercise")["verdict"].as_str().expect("a verdict").to_owned()
        };
        (["03-tcp-client", "04-tcp-server"].map(verdict), stderr)
    }

    /// Exercise 04 does not build, for a reason that `words` are part of; 03 is judged all the same.
    fn spoils_04_alone(&self, words: &[&str]) {
        let ([whole, spoiled], told) = self.verdicts();
        assert_ne!(whole, "not-reached", "{told}");
        assert_eq!(spoiled, "not-reached", "{told}");
        for word in words {
            assert!(told.contains(word), "nothing of “{word}”: {told}");
        }
        assert!(!told.contains("target/alone"), "a folder that the student does not know: {told}");
    }
}

fn copy_all(from: &Path, to: &Path) {
    if from.is_file() {
        fs::copy(from, to).expect("a copy");
        return;
    }
    fs::create_dir(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder that can be read") {
        let name = entry.expect("an entry").file_name();
        copy_all(&from.join(&name), &to.join(&name));
    }
}

#[test]
fn a_crate_that_does_not_compile() {
    let copy = Copy::new();
    let source = "fn main() {\n    let port: u16 = \"8888\";\n}\n";
    fs::write(copy.path("exercises/04-tcp-server/src/main.rs"), source).expect("a file");
    copy.spoils_04_alone(&["error[E0308]", "exercises/04-tcp-server/src/main.rs:2:21"]);
}

#[test]
fn a_broken_manifest() {
    let copy = Copy::new();
    fs::write(copy.path("exercises/04-tcp-server/Cargo.toml"), "[package]\nname =\n").expect("a file");
    copy.spoils_04_alone(&["exercises/04-tcp-server/Cargo.toml"]);
}

/// Cargo builds nothing at all then. The checker is there from an earlier run, so the other exercises are judged.
#[test]
fn make_with_a_broken_manifest() {
    let copy = Copy::new();
    fs::write(copy.path("exercises/01-udp-sender/Cargo.toml"), "[package]\nname =\n").expect("a file");
    fs::create_dir_all(copy.path("target/debug")).expect("a folder");
    symlink(env!("CARGO_BIN_EXE_checker"), copy.path("target/debug/checker")).expect("a link");
    let mut make = Command::new("make");
    let (_, stdout, stderr) = run(elsewhere(&mut make, copy.0.path()).args(["check", "EX=04"]));
    assert!(stdout.contains("not started yet"), "{stdout}{stderr}");
    assert!(stderr.contains("exercises/01-udp-sender/Cargo.toml"), "{stderr}");
}

#[test]
fn a_missing_manifest() {
    let copy = Copy::new();
    fs::remove_file(copy.path("exercises/04-tcp-server/Cargo.toml")).expect("a file");
    copy.spoils_04_alone(&["exercises/04-tcp-server/Cargo.toml", "No such file"]);
}

#[test]
fn a_missing_folder() {
    let copy = Copy::new();
    fs::remove_dir_all(copy.path("exercises/04-tcp-server")).expect("a folder");
    copy.spoils_04_alone(&["exercises/04-tcp-server is not there", "git checkout"]);
}

#[test]
fn a_program_of_another_name() {
    let copy = Copy::new();
    let manifest = copy.path("exercises/04-tcp-server/Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("a file");
    fs::write(&manifest, text.replace("name = \"tcp-server\"", "name = \"my-server\"")).expect("a file");
    copy.spoils_04_alone(&["my-server", "tcp-server", "[[bin]]"]);
}

/// A member that nobody asked for is no hindrance either.
#[test]
fn a_broken_manifest_among_the_solutions() {
    let copy = Copy::new();
    fs::write(copy.path("solutions/01-udp-sender/Cargo.toml"), "?").expect("a file");
    let (verdicts, told) = copy.verdicts();
    assert!(verdicts.iter().all(|verdict| verdict != "not-reached"), "{told}");
}

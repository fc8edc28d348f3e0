//! `checker hint`: a bigger hint at each call, about what the last run failed at first, and never the solution.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use common::{programs, repository};
use tempfile::TempDir;

/// Somebody who checks and asks for hints, and what is remembered of them.
struct Student {
    remembered: TempDir,
}

impl Student {
    fn new() -> Self {
        Self { remembered: TempDir::new().expect("a folder") }
    }

    fn checker(&self) -> Command {
        let mut command = common::checker();
        command.env("CHECKER_STATE", self.remembered.path());
        command
    }

    fn check(&self, arguments: &[&str]) -> Option<i32> {
        let output = self.checker().arg("check").args(arguments).output().expect("the checker starts");
        assert_ne!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
        output.status.code()
    }

    fn hint(&self, arguments: &[&str]) -> String {
        let (status, stdout, stderr) = self.asks(arguments);
        assert_eq!((status, stderr.as_str()), (Some(0), ""), "{arguments:?}: {stdout}");
        stdout
    }

    fn asks(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        said(self.checker().arg("hint").args(arguments))
    }
}

fn said(command: &mut Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.output().expect("the checker starts");
    let [stdout, stderr] = [stdout, stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    assert!(!stderr.contains("panicked"), "{stderr}");
    (status.code(), stdout, stderr)
}

/// Gives no datagram its `\n`.
const WITHOUT_NEWLINE: &str = r#"udp-sender=python3 -c 'import socket, sys
out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for line in sys.stdin.buffer: out.sendto(line.rstrip(b"\n"), (sys.argv[1].split(":")[0], int(sys.argv[1].split(":")[1])))'"#;

/// Does nothing at all.
const IDLE: &str = "udp-sender=true";

const FIRST: [&str; 2] = ["--only", "01.sends-a-line"];

fn against(program: &str) -> [&str; 4] {
    [FIRST[0], FIRST[1], "--program", program]
}

#[test]
fn three_hints_one_more_at_each_call() {
    let student = Student::new();
    assert_eq!(student.check(&against(WITHOUT_NEWLINE)), Some(1));
    let hints: Vec<String> = (0..3).map(|_| student.hint(&["01"])).collect();
    for (number, hint) in hints.iter().enumerate() {
        assert!(hint.starts_with(&format!("01.sends-a-line: hint {} of 3\n", number + 1)), "{hint}");
    }
    // Where to look, with the call that shows it again; the question; the example, and where to read on.
    let [place, question, example] = &hints[..] else { unreachable!("three") };
    assert!(place.contains("--only 01.sends-a-line --program"), "{place}");
    assert!(question.contains("likely cause") && question.contains("To think about:"), "{question}");
    assert!(example.contains("    sent    \"hello\\n\"") && example.contains("More:"), "{example}");
    assert!(!question.contains("    sent ") && !place.contains("likely cause"), "{place}{question}");
    assert!(example.contains("explain forgets-the-newline"), "{example}");
    // Whoever asks once more gets them all again.
    let all = student.hint(&["01"]);
    let shown: Vec<&str> = all.lines().filter(|line| line.contains(": hint ")).collect();
    assert_eq!(shown.len(), 3, "{all}");
}

#[test]
fn a_part_that_is_still_to_be_written_is_no_false_belief() {
    let student = Student::new();
    let stops = r#"udp-sender=sh -c 'echo "thread '"'main'"' panicked at src/main.rs:41:5:" >&2
echo "not yet implemented: part 2 of 4: send what is typed" >&2; exit 101'"#;
    student.check(&against(stops));
    let hint = student.hint(&["01"]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(hint.contains("src/main.rs:41:5: this part is still to be written"), "{hint}");
    assert!(!hint.contains("believe"), "{hint}");
}

#[test]
fn hints_begin_again_when_the_results_have_changed_and_only_then() {
    let student = Student::new();
    let number = |hint: String| hint.lines().next().map(|line| line.split(' ').nth(2).map(str::to_owned));
    let number = |arguments: &[&str]| number(student.hint(arguments)).flatten().expect("a number");
    student.check(&against(WITHOUT_NEWLINE));
    assert_eq!([number(&["01"]), number(&["1"])], ["1", "2"]);
    student.check(&against(WITHOUT_NEWLINE));
    assert_eq!(number(&["udp-sender"]), "3");
    student.check(&against(IDLE));
    assert_eq!(number(&["01-udp-sender"]), "1");
    // An exercise knows nothing of another one.
    student.check(&["--program", "udp-listener=true", "--only", "02.usage"]);
    assert_eq!([number(&["02"]), number(&["01"])], ["1", "2"]);
}

#[test]
fn a_check_that_is_run_alone_changes_its_own_result_only() {
    let student = Student::new();
    let usage = "udp-sender=sh -c 'echo usage: >&2; exit 2'";
    student.check(&["--only", "01.usage", "--only", "01.sends-a-line", "--program", usage]);
    student.check(&["--only", "01.usage", "--program", usage]);
    assert!(student.hint(&["01"]).starts_with("01.sends-a-line: "));
    // Another program: what is remembered of the first says nothing about it.
    student.check(&["--only", "01.usage", "--program", "udp-sender=sh -c 'echo usage: too many >&2; exit 2'"]);
    assert!(student.hint(&["01"]).contains("nothing to hint at"));
}

#[test]
fn a_check_without_a_known_cause_has_hints_as_well() {
    let student = Student::new();
    // It ends by itself, with a status that is neither right nor a known mistake.
    student.check(&against("udp-sender=sh -c 'exit 7'"));
    let hints: BTreeSet<String> = (0..3).map(|_| student.hint(&["01"])).collect();
    assert_eq!(hints.len(), 3);
    assert!(hints.iter().all(|hint| hint.lines().count() > 4), "{hints:?}");
}

#[test]
fn each_program_of_an_exercise_has_its_own() {
    let student = Student::new();
    student.check(&["--program", "chat-relay=true", "--only", "05.usage"]);
    student.check(&["--program", "chat-client=true", "--only", "05.client-usage"]);
    let [both, relay, client] = [&["05"][..], &["chat-relay"], &["chat-client"]].map(|words| student.hint(words));
    assert!(both.starts_with("05.usage: hint 1 of 3"), "{both}");
    assert!(relay.starts_with("05.usage: hint 2 of 3"), "{relay}");
    assert!(client.starts_with("05.client-usage: hint 1 of 3"), "{client}");
}

#[test]
fn who_has_not_begun_is_told_about_the_first_part() {
    let student = Student::new();
    assert_eq!(student.check(&[]), Some(1));
    for (exercise, program) in programs().into_iter().filter(|(exercise, _)| exercise.as_str() > "04") {
        for lang in ["en", "fr"] {
            let asked = if exercise.starts_with("04") { "04" } else { program.as_str() };
            let hint = student.hint(&[asked, "--lang", lang]);
            assert!(hint.starts_with(&program) && !hint.contains("begin-"), "{hint}");
        }
        let rest = student.hint(&[&program]);
        assert!(rest.contains("More:"), "{rest}");
    }
}

#[test]
fn a_program_that_does_not_compile_is_the_first_thing_to_mend() {
    let lab = TempDir::new().expect("a folder");
    let here = lab.path().join("exercises/04-tcp-server");
    fs::create_dir_all(here.join("src")).expect("folders");
    fs::write(lab.path().join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"exercises/*\"]\n").expect("");
    let manifest = "[package]\nname = \"ex04-tcp-server\"\nedition = \"2024\"\n[[bin]]\nname = \"tcp-server\"\npath = \"src/main.rs\"\n";
    fs::write(here.join("Cargo.toml"), manifest).expect("a manifest");
    fs::write(here.join("src/main.rs"), "fn main() { let x: u8 = \"\"; }\n").expect("a program");
    let call = |arguments: &[&str]| {
        let mut command = common::checker();
        command.current_dir(lab.path()).env_remove("CHECKER_STATE").env_remove("CARGO_TARGET_DIR");
        said(command.args(arguments))
    };
    let (status, stdout, stderr) = call(&["check", "04"]);
    assert_eq!(status, Some(1), "{stdout}{stderr}");
    let (status, hint, _) = call(&["hint", "04"]);
    assert!(status == Some(0) && hint.starts_with("does-not-compile: hint 1 of 3"), "{hint}");
    // Without being told otherwise it remembers beside what is built.
    assert!(lab.path().join("target/checker/04-tcp-server.json").is_file());
}

#[test]
fn when_all_is_right_there_is_nothing_to_hint_at() {
    let student = Student::new();
    student.check(&["--only", "01.usage", "--program", "udp-sender=sh -c 'echo usage: >&2; exit 2'"]);
    assert!(student.hint(&["01"]).contains("nothing to hint at"));
    assert!(student.hint(&["01", "--lang", "fr"]).contains("Bravo"));
}

#[test]
fn without_a_run_the_first_thing_is_to_check() {
    let student = Student::new();
    let (status, stdout, stderr) = student.asks(&["04"]);
    assert_eq!((status, stdout.as_str()), (Some(2), ""));
    assert!(stderr.contains("check 04") && stderr.contains("04-tcp-server"), "{stderr}");
    let (status, _, stderr) = student.asks(&["42"]);
    assert!(status == Some(2) && stderr.contains("“42”"), "{stderr}");
    // The solutions are not what a student's hints are about.
    student.check(&["01", "--solutions", "--only", "01.usage"]);
    assert_eq!(student.asks(&["01"]).0, Some(2));
}

#[test]
fn a_place_that_cannot_be_written_costs_the_hints_and_nothing_else() {
    let student = Student::new();
    let call = |arguments: &[&str]| said(student.checker().env("CHECKER_STATE", "/dev/null/nowhere").args(arguments));
    let check: Vec<&str> = ["check"].into_iter().chain(against(IDLE)).collect();
    let (status, stdout, stderr) = call(&check);
    assert!(status == Some(1) && stdout.contains("✗ 01.sends-a-line") && stderr.is_empty(), "{stdout}{stderr}");
    let (status, _, stderr) = call(&["hint", "01"]);
    assert!(status == Some(2) && stderr.contains("/dev/null/nowhere"), "{stderr}");
}

#[test]
fn what_is_remembered_may_be_damaged() {
    let student = Student::new();
    let file = student.remembered.path().join("01-udp-sender.json");
    for damage in ["", "{", "[]", r#"{"results":[{"check":"99.no"}],"given":{}}"#] {
        fs::write(&file, damage).expect("a file");
        assert_eq!(student.asks(&["01"]).0, Some(2), "{damage}");
        student.check(&against(IDLE));
        assert!(student.hint(&["01"]).starts_with("01.sends-a-line: hint 1 of 3"), "{damage}");
    }
    let left: Vec<_> = fs::read_dir(student.remembered.path()).expect("the folder").collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

/// The lines of a solution that say something: a brace, `Ok(())` or an import gives nothing away.
fn telling(source: &str) -> Vec<String> {
    let code = source.lines().map(str::trim).filter(|line| !line.starts_with("//") && !line.starts_with("use "));
    code.filter(|line| line.len() >= 20 && line.contains('(')).map(str::to_owned).collect()
}

#[test]
fn no_hint_is_a_piece_of_the_solution() {
    // All that a hint can be made of, in both languages.
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let mut texts = String::new();
    for lang in ["en", "fr"] {
        for entry in fs::read_dir(locales.join(lang)).expect("the texts") {
            texts += &fs::read_to_string(entry.expect("an entry").path()).expect("a text");
        }
    }
    let mut seen = 0;
    for (exercise, _) in programs() {
        for entry in fs::read_dir(repository().join("solutions").join(exercise).join("src")).expect("a solution") {
            let source = fs::read_to_string(entry.expect("an entry").path()).expect("a source");
            for line in telling(&source) {
                seen += 1;
                assert!(!texts.contains(&line), "{line}");
            }
        }
    }
    assert!(seen > 100, "{seen} lines");
}

//! Who has not begun yet is told where to begin, and of no mistake.

mod common;

use std::collections::BTreeSet;
use std::fs;

use common::{check, checker, exercises, list, programs, repository};
use tempfile::TempDir;

#[test]
fn a_stub_is_not_started() {
    let judged = check::<&str>([]);
    for row in &judged.rows {
        assert_eq!((row.verdict.as_str(), row.points, &row.misconception), ("not-started", 0, &None), "{}", row.check);
    }
    assert_eq!(judged.rows.len(), list("en").len());
    assert_eq!(judged.status, Some(1));
}

#[test]
fn the_report_says_what_to_do_first() {
    let output = checker().arg("check").output().expect("the checker starts");
    let report = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(output.status.code(), Some(1), "{report}");
    let words: Vec<&str> = report.split_whitespace().collect();
    for exercise in exercises() {
        let says = |text: String| words.iter().any(|word| word.trim_end_matches(',') == text);
        assert!(says(format!("exercises/{exercise}/README.md")), "{report}");
        let source = format!("exercises/{exercise}/src/");
        let named = words.iter().map(|word| word.trim_end_matches(',')).find(|word| word.starts_with(&source));
        assert!(named.is_some_and(|source| repository().join(source).is_file()), "{source}: {report}");
    }
    for failure in ["✗", "expected", "likely cause", "panic", "not reached", "what happened"] {
        assert!(!report.contains(failure), "“{failure}” of a stub: {report}");
    }
    let next = report.lines().last().expect("a report");
    assert_eq!(next, format!("next: exercises/{}/README.md", exercises()[0]));
}

/// Of an exercise with several programs, the one with which its README's steps begin is the one to begin with.
#[test]
fn the_first_program_is_the_one_that_the_steps_begin_with() {
    let several = [("05-chat", "chat-client"), ("06-image", "image-sender"), ("08-robots", "robot-relay")];
    for (exercise, first) in several {
        let readme = fs::read_to_string(repository().join("exercises").join(exercise).join("README.md")).expect("it");
        let steps = readme.split("## Step by step").nth(1).expect("steps");
        let word = steps.split("**The ").nth(1).and_then(|steps| steps.split("**").next()).expect("a program");
        assert!(first.ends_with(word), "{exercise}: the steps begin with the {word}");

        let remembered = TempDir::new().expect("a folder");
        let says = |arguments: &[&str]| {
            let output = checker().env("CHECKER_STATE", remembered.path()).args(arguments).output().expect("it starts");
            String::from_utf8(output.stdout).expect("UTF-8").split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let report = says(&["check", exercise]);
        assert!(report.contains(&format!("src/{first}.rs, and begin with part 1")), "{report}");
        let hint = says(&["hint", &exercise[..2]]);
        assert!(hint.starts_with(&format!("{first}: hint 1")), "{hint}");
    }
}

/// A stub that is completed part by part must not warn: what a `todo!` alone uses is unused when that part is written.
#[test]
fn nothing_is_imported_for_a_part_to_write_alone() {
    for (exercise, program) in programs() {
        let source = repository().join("exercises").join(&exercise).join("src");
        let own = source.join(format!("{program}.rs"));
        let stub = fs::read_to_string(if own.is_file() { own } else { source.join("main.rs") }).expect("a stub");
        let (imports, rest): (Vec<&str>, Vec<&str>) = stub
            .lines()
            .filter(|line| !line.contains("todo!") && !line.trim_start().starts_with("//"))
            .partition(|line| line.starts_with("use "));
        let words = |text: &str| -> BTreeSet<String> {
            text.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_owned).collect()
        };
        let used = words(&rest.join("\n"));
        for import in imports {
            for name in imported(import) {
                assert!(used.contains(name), "{exercise}, {program}: {name} is used by a todo! alone");
            }
        }
    }
}

/// `use std::io::{self, BufRead};` brings `io` and `BufRead`.
fn imported(import: &str) -> Vec<&str> {
    let path = import.trim_start_matches("use ").trim_end_matches(';');
    match path.split_once("::{") {
        Some((module, names)) => names
            .trim_end_matches('}')
            .split(", ")
            .map(|name| if name == "self" { module.rsplit("::").next().unwrap_or(module) } else { name })
            .collect(),
        None => path.rsplit("::").take(1).collect(),
    }
}

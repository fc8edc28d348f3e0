//! The command line as it is promised: what selects checks, what repeats them, what is printed, and the exit status.

mod common;

use std::collections::BTreeSet;
use std::fs;

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use common::{check, repository};
use predicates::prelude::PredicateBooleanExt;
use predicates::str::{contains, is_empty, is_match, starts_with};
use tempfile::TempDir;

/// A program that ends at once and does nothing.
const IDLE: &str = "tcp-server=true";

fn checker(arguments: &[&str]) -> Assert {
    Command::from_std(common::checker()).args(arguments).assert()
}

fn names(arguments: &[&str]) -> Vec<String> {
    check(arguments).rows.into_iter().map(|row| row.check).collect()
}

#[test]
fn only_takes_names_and_their_beginnings() {
    let only = |only: &[&str]| {
        let flags = only.iter().flat_map(|only| ["--only", only]);
        names(&["--program", IDLE].into_iter().chain(flags).collect::<Vec<_>>())
    };
    assert_eq!(only(&["04.line"]), ["04.line-in-pieces", "04.lines-together"]);
    assert_eq!(only(&["4.line-"]), ["04.line-in-pieces"]);
    // The whole name of one is not the beginning of another.
    assert_eq!(only(&["04.reset"]), ["04.reset"]);
    assert_eq!(only(&["04.usage", "04.answers"]), ["04.answers", "04.usage"]);
}

#[test]
fn an_exercise_has_several_names() {
    for name in ["4", "04", "tcp-server", "04-tcp-server", "exercises/04-tcp-server/"] {
        let rows = check([name, "--program", IDLE]).rows;
        assert!(!rows.is_empty() && rows.iter().all(|row| row.exercise == "04-tcp-server"), "{name}");
    }
}

/// What is said in the conversation of a failure, without the times and the lines about the end.
fn conversation(seed: &str) -> Vec<String> {
    let report = checker(&["check", "--program", "udp-sender=true", "--only", "01.sends-a-line", "--seed", seed]);
    let report = String::from_utf8(report.get_output().stdout.clone()).expect("UTF-8");
    let typed = report.lines().filter_map(|line| Some(line.split_once(" stdin: ")?.1.to_owned()));
    typed.collect()
}

#[test]
fn a_seed_repeats_the_words() {
    let first = conversation("7");
    assert!(!first.is_empty());
    assert_eq!(first, conversation("7"));
    assert_ne!(first, conversation("8"));
}

#[test]
fn without_a_seed_the_words_differ() {
    // Three times the same among a million seeds: the seed would not be one.
    let reports: BTreeSet<Vec<u8>> = (0..3)
        .map(|_| {
            let report = checker(&["check", "--program", IDLE, "--only", "04.answers"]);
            let report = String::from_utf8_lossy(&report.get_output().stdout).into_owned();
            report.lines().filter(|line| line.contains("--seed")).collect::<String>().into_bytes()
        })
        .collect();
    assert!(reports.len() > 1);
}

#[test]
fn a_failure_tells_how_to_run_it_again() {
    let given = "tcp-server=sh -c 'exit 3'";
    let first = checker(&["check", "--program", given, "--only", "04.answers", "--seed", "5"]).code(1);
    let report = String::from_utf8(first.get_output().stdout.clone()).expect("UTF-8");
    let again = report.lines().find(|line| line.contains("--only 04.answers")).expect("a call to run it again");
    let words = shlex::split(again).expect("words as a shell takes them");
    assert_eq!(words[1..], ["check", "--only", "04.answers", "--seed", "5", "--program", given]);
}

#[test]
fn a_program_is_a_command_line_as_one_types_it() {
    let folder = TempDir::new().expect("a folder");
    let program = repository().join("checker/tests/alternatives/01-udp-sender/straightforward.py");
    fs::copy(program, folder.path().join("my sender's.py")).expect("a copy");
    Command::from_std(common::checker())
        .current_dir(folder.path())
        .args(["check", "--only", "01.sends-a-line", "--program", r#"udp-sender=python3 "my sender's.py""#])
        .assert()
        .success();
    checker(&["check", "--only", "01.usage", "--program", "udp-sender=sh -c 'echo usage: >&2; exit 2' -- 'a b'"])
        .success();
}

#[test]
fn several_programs_are_judged_in_one_call() {
    let judged = check(["--program", "udp-listener=true", "--program", "udp-sender=true"]);
    let exercises: BTreeSet<&str> = judged.rows.iter().map(|row| row.exercise.as_str()).collect();
    assert_eq!(exercises.into_iter().collect::<Vec<_>>(), ["01-udp-sender", "02-udp-listener"]);
}

#[test]
fn the_report_speaks_both_languages() {
    let arguments = ["check", "--program", IDLE, "--only", "04.answers", "--lang"];
    let english = contains("expected:").and(contains("likely cause:")).and(contains("total: 0 of 16 points"));
    checker(&[&arguments[..], &["en"]].concat()).code(1).stdout(english);
    let french = contains("attendu").and(contains("cause probable")).and(contains("expected:").not());
    checker(&[&arguments[..], &["fr"]].concat()).code(1).stdout(french);
    // Without the option, the system's language.
    Command::from_std(common::checker())
        .env("LC_ALL", "fr_CH.UTF-8")
        .args(["list"])
        .assert()
        .success()
        .stdout(contains("Un serveur TCP"));
}

/// The keys of an object, in alphabetical order.
fn keys(line: &str) -> Vec<String> {
    let object: serde_json::Map<String, serde_json::Value> = serde_json::from_str(line).expect("an object");
    object.keys().cloned().collect::<BTreeSet<_>>().into_iter().collect()
}

#[test]
fn json_has_the_promised_keys_and_nothing_else_is_on_stdout() {
    let report = checker(&["check", "--program", IDLE, "--format", "json"]).code(1).stderr(is_empty());
    let report = String::from_utf8(report.get_output().stdout.clone()).expect("UTF-8");
    let mut lines: Vec<&str> = report.lines().collect();
    let summary = lines.pop().expect("a summary");
    assert_eq!(keys(summary), ["millis", "not_judged", "of", "points", "summary"]);
    for line in &lines {
        let expected = ["check", "exercise", "millis", "misconception", "of", "points", "program", "verdict"];
        assert_eq!(keys(line), expected);
    }
    let summary: serde_json::Value = serde_json::from_str(summary).expect("an object");
    assert_eq!((&summary["summary"], &summary["points"]), (&true.into(), &0.into()));
    assert_eq!((&summary["of"], &summary["not_judged"]), (&100.into(), &0.into()));
    let first: serde_json::Value = serde_json::from_str(lines[0]).expect("an object");
    assert_eq!(first["verdict"], "fail");
    assert_eq!(first["misconception"], "not-listening");
    assert_eq!((&first["points"], &first["of"]), (&0.into(), &16.into()));
    // In the order of the list, whatever ran first.
    let listed = common::list("en").into_iter().filter(|listed| listed.program == "tcp-server");
    let checks = lines.iter().map(|line| serde_json::from_str::<common::Row>(line).expect("a row").check);
    assert!(checks.eq(listed.map(|listed| listed.check)));
}

const ESCAPE: &str = "\u{1b}";

#[test]
fn colours_are_for_terminals_and_for_who_asks() {
    let call = ["check", "--program", IDLE, "--only", "04.answers"];
    checker(&call).stdout(contains(ESCAPE).not());
    checker(&[&call[..], &["--color", "always"]].concat()).stdout(contains(ESCAPE));
    checker(&[&call[..], &["--color", "never"]].concat()).stdout(contains(ESCAPE).not());
    let on_terminal = |call: &str| {
        let mut command = Command::new("script");
        let me = shlex::try_quote(env!("CARGO_BIN_EXE_checker")).expect("no NUL in a path");
        command.env("LC_ALL", "C").env("TERM", "xterm").env_remove("NO_COLOR").current_dir(repository());
        command.args(["-qec", &format!("{me} {call}"), "/dev/null"]);
        command
    };
    on_terminal("list").assert().success();
    on_terminal("explain runs-ahead").assert().stdout(contains(ESCAPE));
    on_terminal("explain runs-ahead").env("NO_COLOR", "1").assert().stdout(contains(ESCAPE).not());
    on_terminal("explain runs-ahead").env("NO_COLOR", "").assert().stdout(contains(ESCAPE));
    on_terminal("explain runs-ahead").env("TERM", "dumb").assert().stdout(contains(ESCAPE).not());
    on_terminal("explain runs-ahead --color never").assert().stdout(contains(ESCAPE).not());
}

#[test]
fn a_live_line_is_for_terminals_only() {
    checker(&["check", "--program", IDLE]).stdout(contains("\r").not()).stderr(is_empty());
}

#[test]
fn the_exit_status_tells_the_result() {
    // As a stub of a shell that does one thing right.
    let right = "udp-sender=sh -c 'echo usage: >&2; exit 2'";
    checker(&["check", "--only", "01.usage", "--program", right]).code(0);
    checker(&["check", "--only", "01.us", "--only", "01.sends", "--program", right]).code(1);
    checker(&["check", "--only", "01.unheard-of", "--program", right]).code(2);
    checker(&["list"]).code(0);
    checker(&["explain", "nothing-like-it"]).code(2);
    for help in [&["--help"][..], &["check", "--help"], &["list", "-h"], &["explain", "--help"]] {
        checker(help).code(0).stdout(is_empty().not()).stderr(is_empty());
    }
}

#[test]
fn list_shows_every_check() {
    let report = checker(&["list"]).success();
    let report = String::from_utf8(report.get_output().stdout.clone()).expect("UTF-8");
    for listed in common::list("en") {
        let row = |line: &str| {
            let words: Vec<&str> = line.split_whitespace().collect();
            words.starts_with(&[&listed.check, &listed.points.to_string()])
        };
        assert!(report.lines().any(row), "{}", listed.check);
    }
}

#[test]
fn explain_shows_a_check_and_a_misconception() {
    let by_hand = is_match(r"see it by hand:\n\n    printf .* \| nc ").expect("a pattern");
    checker(&["explain", "04.answers"]).success().stdout(starts_with("04.answers: ").and(by_hand));
    checker(&["explain", "runs-ahead"]).success().stdout(starts_with("runs-ahead: "));
    checker(&["explain", "runs-ahead", "--lang", "fr"]).success().stdout(contains("réponse"));
}

#[test]
fn explain_without_a_name_lists_all_misconceptions() {
    let report = checker(&["explain"]).success();
    let report = String::from_utf8(report.get_output().stdout.clone()).expect("UTF-8");
    let texts = include_str!("../locales/en/misconceptions.ftl");
    for (name, _) in texts.lines().filter_map(|line| line.strip_prefix("misconception-")?.split_once(" =")) {
        assert!(report.lines().any(|line| line.starts_with(&format!("  {name} "))), "{name}: {report}");
    }
    for topic in texts.lines().filter_map(|line| line.strip_prefix("## ")) {
        assert!(report.lines().any(|line| line == topic), "{topic}: {report}");
    }
    assert!(report.lines().all(|line| line.chars().count() <= 80), "{report}");
    // Where the checker's own path is long, the line breaks after it.
    let flat = report.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("explain 04.half-close"), "{report}");
    checker(&["explain", "--lang", "fr"]).success().stdout(contains("Plusieurs clients").and(contains("explain NOM")));
}

#[test]
fn the_first_line_of_a_report_is_not_empty() {
    let programs = ["--program", "udp-sender=true", "--program", IDLE];
    for more in [&["--only", "04.answers"][..], &["--only", "04.answers", "--no-namespaces"], &[]] {
        let report = checker(&[&["check"], &programs[..], more].concat()).code(1);
        let report = String::from_utf8(report.get_output().stdout.clone()).expect("UTF-8");
        let lines: Vec<&str> = report.lines().collect();
        assert!(!lines[0].trim().is_empty(), "{report}");
        // What follows stands apart.
        for heading in 1..lines.len() {
            assert!(!lines[heading].starts_with("04 ") || lines[heading - 1].is_empty(), "{report}");
        }
    }
}

#[test]
fn the_french_help_is_french() {
    for help in [&["--help"][..], &["check", "--help"], &["explain", "--help"]] {
        let output = checker(&[help, &["--lang", "fr"]].concat()).success();
        let told = String::from_utf8(output.get_output().stdout.clone()).expect("UTF-8");
        for english in ["COMMAND>", "EXERCISE", "CHECK", "NAME", "default", "Options:", "Commandes:", "“"] {
            assert!(!told.contains(english), "{english}: {told}");
        }
        assert!(told.contains("Options\u{a0}:"), "{told}");
    }
}

#[test]
fn a_peer_that_only_sends_listens_to_nobody() {
    let silent = "udp-listener=python3 -c 'import socket, sys; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); \
                  s.bind((\"127.0.0.1\", int(sys.argv[1].split(\":\")[1]))); s.recv(9); s.recv(9)'";
    let is_there = contains("ana").and(contains("is at UDP 127.0.0.2:")).and(contains("listens at UDP").not());
    checker(&["check", "--program", silent, "--only", "02.shows-a-datagram"]).code(1).stdout(is_there);
}

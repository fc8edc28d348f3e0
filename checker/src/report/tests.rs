//! Reports of evidence made by hand, as a student reads them.

use std::time::Duration;

use super::diagram::Style;
use super::terminal::{Packets, Terminal};
use super::{BuildFailure, Judged, json};
use crate::exercises::{Check, Exercise, Texts as Sources};
use crate::texts::{Lang, Texts};
use crate::verdict::{
    Bytes, Event, Evidence, Exit, Finding, Message, Outcome, Panic, Seen, Verdict, Waits, WaitsOn, What,
};

static CHECKS: [Check; 3] = [check("04.answers", 20), check("04.crlf", 3), check("04.silent-client", 3)];

static EXERCISE: Exercise = Exercise {
    number: 4,
    name: "tcp-server",
    programs: &["tcp-server"],
    checks: &CHECKS,
    bonus: false,
    texts: Sources {
        en: include_str!("../../locales/en/04-tcp-server.ftl"),
        fr: include_str!("../../locales/fr/04-tcp-server.ftl"),
    },
};

const fn check(name: &'static str, points: u32) -> Check {
    Check {
        name,
        program: "tcp-server",
        points,
        extra: false,
        needs: &[],
        suspects: &[],
        by_hand: Some("printf 'hi\\r\\n' | nc 127.0.0.1 8888 | xxd"),
        run: |_| Ok(()),
    }
}

fn judged(at: usize, verdict: Verdict, evidence: Option<Evidence>) -> Judged {
    let evidence = evidence.map(Box::new);
    let check = &CHECKS[at];
    let reason = (verdict == Verdict::NotReached).then(|| Message::new("reason-needs").with("check", "04.answers"));
    Judged {
        exercise: &EXERCISE,
        check,
        misconceptions: evidence.as_ref().map_or(Vec::new(), |e| crate::explain::diagnose(check, e)),
        outcome: Outcome { verdict, reason, evidence, conversation: Vec::new(), micros: 12_345 },
        points: if verdict == Verdict::Pass { check.points } else { 0 },
    }
}

fn event(micros: u64, who: &str, to: Option<&str>, what: What) -> Event {
    Event { micros, who: who.to_owned(), to: to.map(str::to_owned), what }
}

/// A server that answers `OK ... hi\r\n`.
fn with_a_return() -> Evidence {
    let conversation = vec![
        event(0, "tcp-server", None, What::Starts("tcp-server 127.0.0.1:8888".into())),
        event(2_140, "tcp-server", None, What::Listens("127.0.0.1:8888".into())),
        event(2_400, "ana", Some("tcp-server"), What::Connects("127.0.0.2:40001".into())),
        event(2_600, "ana", Some("tcp-server"), What::Segment(Bytes::of(b"hi\r\n"))),
        event(3_020, "tcp-server", Some("ana"), What::Segment(Bytes::of(b"OK ... hi\r\n"))),
    ];
    Evidence {
        expected: Message::new("expect-bytes").with("who", "ana"),
        wanted: Some(Bytes::of(b"OK ... hi\n")),
        came: Some(Bytes::of(b"OK ... hi\r\n")),
        finding: Finding::Different { at: 9 },
        micros: 43_100,
        conversation,
        programs: vec![seen(None, None, b"connected\n\x1b[2Jgone")],
    }
}

fn seen(exit: Option<Exit>, panic: Option<Panic>, stderr: &[u8]) -> Seen {
    Seen {
        name: "tcp-server".into(),
        command: "tcp-server".into(),
        exit,
        panic,
        stderr: Bytes::of(stderr),
        unread_input: None,
        waits: vec![Waits {
            process: 7,
            thread: 7,
            call: Some("recvfrom".into()),
            on: WaitsOn::Tcp { local: "127.0.0.1:8888".into(), remote: "127.0.0.2:40001".into(), unread: 0 },
        }],
    }
}

fn report(lang: Lang, judged: &[Judged], build: Option<&BuildFailure>) -> String {
    let texts = Texts::with_exercises(lang, &[&EXERCISE]);
    let terminal = Terminal {
        texts: &texts,
        width: 80,
        columns: 80,
        style: &Style::LINES,
        colour: false,
        me: "checker",
        verbose: false,
        packets: Packets::OutOfReach,
    };
    let repeat = |check: &Check| format!("checker check --only {} --seed 42", check.name);
    let mut out = Vec::new();
    terminal.exercise(&mut out, &EXERCISE, judged, build, &repeat).unwrap();
    terminal.total(&mut out, judged, Duration::from_millis(2_140)).unwrap();
    String::from_utf8(out).unwrap().replace('\u{a0}', " ")
}

fn one_failure(lang: Lang) -> String {
    let results = [
        judged(0, Verdict::Pass, None),
        judged(1, Verdict::Fail, Some(with_a_return())),
        judged(2, Verdict::NotReached, None),
    ];
    report(lang, &results, None)
}

#[test]
fn a_failure_in_english() {
    golden("a_failure_in_english.txt", &one_failure(Lang::En));
}

#[test]
fn a_failure_in_french() {
    golden("a_failure_in_french.txt", &one_failure(Lang::Fr));
}

/// Compares with a file, or writes it where `UPDATE_GOLDEN` is set: what changed is then read in the diff.
fn golden(name: &str, report: &str) {
    let path = format!("{}/src/report/tests/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, report).unwrap();
    }
    assert_eq!(report, std::fs::read_to_string(&path).unwrap(), "see UPDATE_GOLDEN");
}

#[test]
fn a_long_line_is_shown_around_its_first_difference() {
    let wanted = "abcdefghij".repeat(60);
    let mut came = wanted.clone().into_bytes();
    came[300] = 0xe9;
    let evidence = Evidence {
        wanted: Some(Bytes::of(wanted.as_bytes())),
        came: Some(Bytes::of(&came)),
        finding: Finding::Different { at: 300 },
        ..with_a_return()
    };
    let report = report(Lang::En, &[judged(1, Verdict::Fail, Some(evidence))], None);
    let lines: Vec<&str> = report.lines().collect();
    let at = lines.iter().position(|line| line.contains("\\xe9")).unwrap();
    assert_eq!(column(lines[at], "\\xe9"), column(lines[at + 1], "^^^^"), "{report}");
    let before = lines[at].split_once("\\xe9").unwrap().0;
    assert!(lines[at - 2].starts_with(before), "{report}");
    assert!(lines.iter().all(|line| line.chars().count() <= 80), "{report}");
}

fn column(line: &str, part: &str) -> Option<usize> {
    line.find(part).map(|at| line[..at].chars().count())
}

#[test]
fn nobody_has_begun() {
    let results: Vec<Judged> = (0..3).map(|at| judged(at, Verdict::NotStarted, None)).collect();
    let report = report(Lang::En, &results, None);
    assert!(report.contains("exercises/04-tcp-server/README.md"), "{report}");
    assert!(report.contains("exercises/04-tcp-server/src/main.rs"), "{report}");
}

#[test]
fn a_compilers_words_bring_nothing_but_colour() {
    let failure = BuildFailure { message: "\u{1b}[1merror\u{1b}[0m: \u{1b}]0;mine\u{7}\n".into() };
    let report = report(Lang::En, &[judged(0, Verdict::NotReached, None)], Some(&failure));
    assert!(report.contains("\nerror: ]0;mine\\x07\n"), "{report}");
}

#[test]
fn a_panic_is_told_once() {
    let panic = Panic { message: "index out of bounds".into(), place: "src/main.rs:41:10".into() };
    let stderr = b"hello\nthread 'main' (12) panicked at src/main.rs:41:10:\nindex out of bounds\nnote: run with `RUST_BACKTRACE=1`\n";
    let evidence = Evidence {
        came: None,
        finding: Finding::Ended,
        programs: vec![seen(Some(Exit::Status(101)), Some(panic), stderr)],
        ..with_a_return()
    };
    let report = report(Lang::En, &[judged(0, Verdict::Fail, Some(evidence))], None);
    assert_eq!(report.matches("index out of bounds").count(), 1, "{report}");
    assert!(report.contains("panicked at src/main.rs:41:10: index out of bounds"), "{report}");
    assert!(report.contains("checker explain panics"), "{report}");
}

#[test]
fn json_has_one_object_a_line() {
    let results = [judged(0, Verdict::Pass, None), judged(1, Verdict::Fail, Some(with_a_return()))];
    let mut out = Vec::new();
    results.iter().for_each(|judged| json::check(&mut out, judged).unwrap());
    json::summary(&mut out, &results, Duration::from_micros(1_500)).unwrap();
    let lines = String::from_utf8(out).unwrap();
    let lines: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["verdict"], "pass");
    assert_eq!(lines[1]["misconception"], "keeps-the-carriage-return");
    assert_eq!(lines[1]["exercise"], "04-tcp-server");
    assert_eq!(lines[2]["points"], 20);
    assert_eq!(lines[2]["of"], 23);
    assert_eq!(lines[2]["millis"], 1.5);
}

//! Who has not begun yet is told where to begin, and of no mistake.

mod common;

use common::{check, checker, exercises, list, repository};

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

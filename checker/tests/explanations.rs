//! What is said and drawn of a failure, where the name of a misconception is not all that matters.

mod common;

use common::collection::files;
use common::{checker, repository};

/// What the checker says in English of a check that this known-wrong program loses.
fn told(program: &str, patch: &str, check: &str) -> String {
    let name = format!("{program}/{patch}.patch");
    let entry = files("misconceptions").into_iter().find(|entry| entry.name() == name);
    let entry = entry.unwrap_or_else(|| panic!("no {name} in {}", repository().display()));
    let command = format!("{}={}", entry.program, entry.command().expect("a program"));
    let mut asked = checker();
    asked.args(["check", "--lang", "en", "--only", check, "--program", &command]).env("COLUMNS", "140");
    let output = asked.output().expect("the checker starts");
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_client_that_listens_on_has_closed_its_writing_side_and_does_no_wrong_with_it() {
    let told = told("05-chat-client", "sends-no-newline", "05.client-sends");
    assert!(told.contains("the program had closed its writing side"), "{told}");
    assert!(told.contains("|<- closes its writing side -") && !told.contains("! |<- closes"), "{told}");
}

#[test]
fn who_goes_has_closed_the_connection() {
    let told = told("05-chat-client", "closes-both-directions", "05.client-half-close");
    assert!(told.contains("|<- closes -") && !told.contains("<- closes its writing side"), "{told}");
}

#[test]
fn what_was_printed_as_it_should_be_is_not_expected_once_more() {
    for (program, patch, check) in [
        ("04-tcp-server", "misses-the-end", "04.prints-nothing-else"),
        ("05-chat-client", "prints-something-else", "05.client-prints-nothing-else"),
        ("01-udp-sender", "prints-something-else", "01.prints-nothing"),
    ] {
        let told = told(program, patch, check);
        assert!(told.contains(" ! ") && !told.contains("expected: prints"), "{told}");
    }
}

#[test]
fn what_is_answered_stands_beside_the_answer() {
    let told = told("04-tcp-server", "trims-what-it-shows-and-answers", "04.crlf");
    assert!(told.contains("in answer to a\\r") && told.contains("\\r\\r\\n, OK ... a\\r"), "{told}");
}

#[test]
fn what_fills_a_buffer_is_no_part_of_what_is_found() {
    let told = told("04-tcp-server", "prints-without-newline-or-flush", "04.prints");
    assert!(told.contains("it ends here, 1 byte too early"), "{told}");
}

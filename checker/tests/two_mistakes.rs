//! Two mistakes in one program are two failures, and both are called by their names.

mod common;

use common::collection::{Entry, files};
use common::{check, program};

/// Patches of the same program that change it at different places, and lose different checks.
const PAIRS: [(&str, [&str; 2]); 8] = [
    ("01-udp-sender", ["loses-the-last-line", "names-no-address"]),
    ("02-udp-listener", ["truncates-datagrams", "keeps-the-carriage-return"]),
    ("03-tcp-client", ["loses-the-last-line", "keeps-the-carriage-return"]),
    ("04-tcp-server", ["new-buffer-for-each-line", "keeps-the-carriage-return"]),
    ("05-chat-relay", ["sender-hears-itself", "keeps-the-carriage-return"]),
    ("05-chat-client", ["never-says-goodbye", "trims-the-line"]),
    ("06-image-receiver", ["leaves-half-a-file", "shows-the-port"]),
    ("06-image-sender", ["path-in-the-name", "silent-error"]),
];

fn entry(folder: &str, patch: &str) -> Entry {
    let name = format!("{folder}/{patch}.patch");
    files("misconceptions").into_iter().find(|entry| entry.name() == name).unwrap_or_else(|| panic!("no {name}"))
}

#[test]
fn both_are_named() {
    for (folder, patches) in PAIRS {
        let entries = patches.map(|patch| entry(folder, patch));
        let [first, second] = &entries;
        let command =
            program::patched_twice(&first.exercise, &first.program, [first.path.as_path(), second.path.as_path()]);
        let command = command.unwrap_or_else(|error| panic!("{folder}: {patches:?}: {error}"));
        let judged = check(["--program".to_owned(), format!("{}={command}", first.program)]);
        for entry in &entries {
            let claim = entry.claim().expect("a head");
            let fails =
                claim.checks.first().and_then(|check| judged.row(check)).is_some_and(|row| row.verdict == "fail");
            assert!(fails && claim.names(&judged), "{} of {patches:?}: {}", entry.name(), judged.in_short());
        }
    }
}

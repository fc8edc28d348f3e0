//! `--svg FOLDER`: which pictures there are, what is in them, and what happens where they cannot be written.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use assert_cmd::assert::Assert;
use common::repository;
use common::volatile::without;
use predicates::prelude::PredicateBooleanExt;
use predicates::str::{contains, is_empty};
use tempfile::TempDir;

/// Right in most, wrong in some, and what it is told is shown as it came.
const SENDER: &str = "udp-sender=python3 checker/tests/wrong/01-udp-sender/reads-everything.py";

fn draws(program: &str, only: &[&str], folder: &Path) -> Assert {
    let mut checker = assert_cmd::Command::from_std(common::checker());
    checker.args(["check", "--seed", "7", "--program", program, "--svg"]).arg(folder);
    checker.args(only.iter().flat_map(|only| ["--only", only])).assert()
}

fn files(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("the folder").flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

fn file(folder: &Path, check: &str) -> String {
    fs::read_to_string(folder.join(format!("{check}.svg"))).expect("a picture")
}

/// XML that a parser takes: python's knows no mercy.
fn is_xml(path: &Path) {
    let parse = "import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])";
    let parsed = Command::new("python3").args(["-c", parse]).arg(path).output().expect("python3");
    assert!(parsed.status.success(), "{}: {}", path.display(), String::from_utf8_lossy(&parsed.stderr));
}

#[test]
fn there_is_one_for_each_check_that_was_judged() {
    let folder = TempDir::new().expect("a folder");
    // Those above it are made, too.
    let pictures = folder.path().join("a/b");
    draws(SENDER, &["01.usage", "01.nothing-typed", "01.sends-a-line", "01.one-datagram-each"], &pictures).code(1);
    // What is not reached has no conversation.
    let expected = ["01.nothing-typed.svg", "01.sends-a-line.svg", "01.usage.svg"];
    assert_eq!(files(&pictures), expected.map(str::to_owned).into());
    files(&pictures).iter().for_each(|name| is_xml(&pictures.join(name)));

    let failed = file(&pictures, "01.sends-a-line");
    for part in ["<title ", "<desc ", "expected: ana gets a datagram", "✗", "class=\"wrong missing\"", ">ana</text>"]
    {
        assert!(failed.contains(part), "{part}: {failed}");
    }
    assert!(failed.contains("prefers-color-scheme: dark") && failed.contains("@media print"), "{failed}");
    let passed = file(&pictures, "01.nothing-typed");
    assert!(passed.contains(">passed<") && !passed.contains('✗'), "{passed}");
}

#[test]
fn what_a_program_says_is_text_in_it_and_no_markup() {
    let folder = TempDir::new().expect("a folder");
    let program = r#"tcp-server=sh -c 'printf "<b>&\"]]>\001\n" >&2; exit 1'"#;
    draws(program, &["04.usage"], folder.path()).code(1);
    let picture = file(folder.path(), "04.usage");
    assert!(picture.contains("&lt;b&gt;&amp;&quot;]]&gt;\\x01\\n"), "{picture}");
    is_xml(&folder.path().join("04.usage.svg"));
}

#[test]
fn a_seed_draws_the_same_again() {
    let [one, other] = [(), ()].map(|()| {
        let folder = TempDir::new().expect("a folder");
        draws(SENDER, &["01.sends-a-line"], folder.path()).code(1);
        without(&file(folder.path(), "01.sends-a-line"))
    });
    assert_eq!(one, other);
}

#[test]
fn a_folder_that_cannot_be_made_is_told_before_anything_is_checked() {
    let folder = TempDir::new().expect("a folder");
    let taken = folder.path().join("taken");
    fs::write(&taken, "").expect("a file");
    let told = contains("--svg").and(contains("taken/below"));
    draws(SENDER, &["01.usage"], &taken.join("below")).code(2).stdout(is_empty()).stderr(told);
}

#[test]
fn a_picture_that_cannot_be_written_is_told_and_costs_no_grade() {
    let folder = TempDir::new().expect("a folder");
    fs::create_dir(folder.path().join("01.usage.svg")).expect("a folder in its place");
    let told = contains("01.usage.svg").and(contains("--svg")).and(contains("total: 0 of 3 points"));
    draws(SENDER, &["01.usage"], folder.path()).code(1).stdout(told);
}

#[test]
fn without_the_option_nothing_is_written() {
    let before = files(&repository());
    let mut checker = common::checker();
    let output = checker.args(["check", "--only", "01.usage", "--program", SENDER]).output().expect("the checker");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(files(&repository()), before);
}

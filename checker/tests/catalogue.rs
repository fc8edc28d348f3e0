//! The rules of the repository: what every exercise and every check has, so that nothing is forgotten when one more
//! comes.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use common::claim::{Claim, Named};
use common::collection::{Entry, files};
use common::{Listed, checker, list, programs, repository};

/// The checks by exercise.
fn by_exercise(listed: &[Listed]) -> BTreeMap<&str, Vec<&Listed>> {
    let mut exercises = BTreeMap::<&str, Vec<&Listed>>::new();
    for check in listed {
        exercises.entry(&check.exercise).or_default().push(check);
    }
    exercises
}

#[test]
fn the_points_of_an_exercise_are_100_and_extras_are_few_and_last() {
    let listed = list("en");
    for (exercise, checks) in by_exercise(&listed) {
        let sum = |checks: &[&Listed]| checks.iter().map(|check| check.points).sum::<u32>();
        assert_eq!(sum(&checks), 100, "{exercise}");
        assert!(checks.iter().all(|check| check.points > 0), "{exercise}");
        let first_extra = checks.iter().position(|check| check.extra).unwrap_or(checks.len());
        assert!(checks[first_extra..].iter().all(|check| check.extra), "{exercise}: extras come last");
        assert!(sum(&checks[first_extra..]) <= 10, "{exercise}: extras are worth few points");
    }
}

#[test]
fn a_check_needs_earlier_checks_of_its_exercise() {
    let listed = list("en");
    for checks in by_exercise(&listed).values() {
        let mut earlier = BTreeSet::new();
        for check in checks {
            assert_eq!(check.exercise.get(..2), check.check.get(..2), "{}: the number of its exercise", check.check);
            for need in &check.needs {
                assert!(earlier.contains(need), "{} needs {need}, which does not come before it", check.check);
            }
            assert!(earlier.insert(&check.check), "{} is there twice", check.check);
        }
    }
}

/// The page of `checker explain`.
fn page(name: &str, lang: &str) -> String {
    let output = checker().args(["explain", name, "--lang", lang]).output().expect("the checker starts");
    assert!(output.status.success(), "{name} in {lang}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn has_a_page_in_both_languages(name: &str) {
    let [en, fr] = ["en", "fr"].map(|lang| page(name, lang));
    for (page, colon) in [(&en, ": "), (&fr, "\u{a0}: ")] {
        assert!(page.starts_with(&format!("{name}{colon}")) && page.lines().count() > 2, "{name}: {page}");
    }
    assert_ne!(en, fr, "{name} is the same in both languages");
}

#[test]
fn every_check_has_its_texts_in_both_languages() {
    for (en, fr) in list("en").iter().zip(list("fr")) {
        assert_eq!(en.check, fr.check);
        for purpose in [&en.purpose, &fr.purpose] {
            assert!(!purpose.is_empty() && *purpose != en.check, "{} has no purpose", en.check);
        }
        assert_ne!(en.purpose, fr.purpose, "{}", en.check);
        has_a_page_in_both_languages(&en.check);
    }
}

/// What its row of `checker list --format json` says that it needs is also at the end of its page.
#[test]
fn a_page_tells_what_the_check_needs() {
    for check in list("en") {
        let page = page(&check.check, "en").split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(page.contains("This check needs"), !check.needs.is_empty(), "{page}");
        for need in &check.needs {
            assert!(page.contains(need.as_str()), "{need}: {page}");
        }
    }
}

/// The names in `locales/en/misconceptions.ftl`.
fn misconceptions() -> BTreeSet<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en/misconceptions.ftl");
    let source = fs::read_to_string(file).expect("the misconceptions");
    let name = |line: &str| Some(line.strip_prefix("misconception-")?.split_once(" =")?.0.to_owned());
    source.lines().filter_map(name).collect()
}

#[test]
fn every_misconception_has_its_page_in_both_languages() {
    let names = misconceptions();
    assert!(!names.is_empty());
    for name in names {
        has_a_page_in_both_languages(&name);
    }
}

/// The programs that are known to be wrong, with what their heads say.
fn known_wrong() -> Vec<(Entry, Claim)> {
    let entries = ["misconceptions", "wrong", "first-programs"].into_iter().flat_map(files);
    entries.map(|entry| entry.claim().map(|claim| (entry, claim))).collect::<Result<_, _>>().expect("a head each")
}

/// A claim that comes first is one that a test has seen to fail, not merely to be out of reach.
#[test]
fn every_check_catches_a_program_that_is_known_to_be_wrong() {
    let known = known_wrong();
    let caught: BTreeSet<&str> = known.iter().filter_map(|(_, claim)| Some(claim.checks.first()?.as_str())).collect();
    let listed = list("en");
    let unproven: Vec<&str> =
        listed.iter().map(|check| check.check.as_str()).filter(|check| !caught.contains(check)).collect();
    assert!(unproven.is_empty(), "no program is known to fail {}", unproven.join(", "));
}

#[test]
fn heads_name_checks_and_misconceptions_that_exist() {
    let (listed, names) = (list("en"), misconceptions());
    for (entry, claim) in known_wrong() {
        assert!(!claim.wrong.is_empty(), "{}", entry.name());
        for check in &claim.checks {
            let own = |listed: &Listed| listed.check == *check && listed.exercise == entry.exercise;
            assert!(listed.iter().any(own), "{}: {check}", entry.name());
        }
        let named = if let Named::This(name) = claim.named { Some(name) } else { None };
        for name in named.iter().chain(&claim.not) {
            assert!(names.contains(name), "{}: {name}", entry.name());
        }
    }
}

fn is_bonus(exercise: &str) -> bool {
    list("en").iter().any(|check| check.exercise == exercise && check.bonus)
}

/// How many of these belong to a program, and which are they?
fn of_program<'a>(entries: &'a [Entry], program: &str) -> Vec<&'a Entry> {
    entries.iter().filter(|entry| entry.program == program).collect()
}

#[test]
fn every_program_has_enough_that_are_known_to_be_wrong() {
    let (patches, whole) = (files("misconceptions"), files("wrong"));
    for (exercise, program) in programs() {
        let count = of_program(&patches, &program).len();
        let enough = if is_bonus(&exercise) { 10 } else { 15 };
        assert!(count >= enough, "{program}: {count} patches are known to be wrong");
        assert!(!of_program(&whole, &program).is_empty(), "{program}: no whole program is known to be wrong");
    }
    assert!(whole.len() >= 20, "{} whole programs are known to be wrong", whole.len());
    let traps = known_wrong().iter().filter(|(_, claim)| !claim.not.is_empty()).count();
    assert!(traps >= 10, "{traps} programs say what must not be said of them");
}

#[test]
fn every_program_has_enough_that_are_known_to_be_right() {
    let right = files("alternatives");
    for (exercise, program) in programs() {
        let own = of_program(&right, &program);
        let (bonus, enough) = if is_bonus(&exercise) { (true, 4) } else { (false, 6) };
        assert!(own.len() >= enough, "{program}: {} are known to be right", own.len());
        let names: Vec<String> = own.iter().map(|entry| entry.name()).collect();
        let written_in =
            |endings: &[&str]| names.iter().filter(|name| endings.iter().any(|end| name.ends_with(end))).count();
        assert!(written_in(&[".py"]) >= 2 && written_in(&[".c"]) >= 1, "{program}: in Python and C");
        // With the solution that makes two or three designs in Rust. A patch is one of the solution's.
        assert!(written_in(&[".rs", ".patch"]) >= if bonus { 1 } else { 2 }, "{program}: in Rust");
        if bonus {
            continue;
        }
        for kind in ["slow", "starts-slowly", "wakes-regularly", "polling", "shell"] {
            assert!(names.iter().any(|name| name.contains(kind)), "{program}: none is of the kind {kind}");
        }
        // A datagram has no pieces.
        let pieces = ["pieces", "byte-by-byte"];
        let has_pieces = names.iter().any(|name| pieces.iter().any(|kind| name.contains(kind)));
        assert!(has_pieces || program.starts_with("udp-"), "{program}: none writes in pieces");
    }
}

/// The rows of a README's table of checks: name, whether it is marked as an extra, points.
fn table(readme: &str, mark: &str) -> Vec<(String, bool, u32)> {
    let row = |line: &str| {
        let mut cells = line.strip_prefix("| `")?.split('|').map(str::trim);
        let (name, rest) = cells.next()?.split_once('`')?;
        let points = cells.next()?.parse().ok()?;
        Some((name.to_owned(), rest.contains(mark), points))
    };
    readme.lines().filter_map(row).collect()
}

#[test]
fn the_readmes_list_the_checks_with_their_points() {
    let listed = list("en");
    for (exercise, checks) in by_exercise(&listed) {
        let expected: Vec<(String, bool, u32)> =
            checks.iter().map(|check| (check.check.clone(), check.extra, check.points)).collect();
        for (name, mark) in [("README.md", "(extra)"), ("README.fr.md", "(en plus)")] {
            let path = repository().join("exercises").join(exercise).join(name);
            let readme = fs::read_to_string(&path).expect("a README");
            assert_eq!(table(&readme, mark), expected, "{}", path.display());
        }
    }
}

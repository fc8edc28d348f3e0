//! The reference solutions get all points, wherever the checks run and whatever is said in them.

mod common;

use common::check;

fn get_all_points(options: &[&str]) {
    let judged = check([&["--solutions"], options].concat());
    assert!(judged.has_all_points(), "with {options:?}: {}", judged.in_short());
    assert_eq!(judged.rows.len(), common::list("en").len(), "with {options:?}");
}

#[test]
fn in_rooms_of_their_own() {
    get_all_points(&[]);
}

#[test]
fn without_namespaces() {
    get_all_points(&["--no-namespaces"]);
}

#[test]
fn with_other_words() {
    get_all_points(&["--seed", "1"]);
    get_all_points(&["--seed", "18446744073709551615"]);
}

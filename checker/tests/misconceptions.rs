//! One mistake costs what it should, and is called by its name: patches of the solutions, each with one mistake.

mod common;

use common::collection;

#[test]
fn every_patch_loses_what_it_says() {
    collection::holds("misconceptions");
}

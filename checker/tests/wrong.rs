//! Whole programs as beginners write them, with several mistakes each: none of them gets all points.

mod common;

use common::collection;

#[test]
fn every_wrong_program_loses_what_it_says() {
    collection::holds("wrong");
}

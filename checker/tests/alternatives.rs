//! A program that keeps its contract gets all points, however it is written, and in whatever language.

mod common;

use common::collection;

#[test]
fn every_right_program_gets_all_points() {
    collection::holds("alternatives");
}

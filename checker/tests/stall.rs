//! What looks as if nothing could happen any more, and is none.

mod common;

use std::path::Path;
use std::process::Output;

use common::{checker, program};

/// Whoever lists the processes sees the first one, which waits, and another, which has ended when it is looked at; the
/// one that lives by then is on no list.
#[test]
fn a_chain_of_processes_comes_to_its_end() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stall/chain.c");
    let chain = program::whole(&source).expect("it compiles");
    let listener = program::solution("02-udp-listener", "udp-listener").expect("it compiles");
    for _ in 0..5 {
        let mut command = checker();
        command.args(["check", "--only", "02.shows-a-datagram", "--program"]);
        let Output { status, stdout, .. } =
            command.arg(format!("udp-listener={chain} {listener}")).output().expect("the checker starts");
        assert!(status.success(), "{}", String::from_utf8_lossy(&stdout));
    }
}

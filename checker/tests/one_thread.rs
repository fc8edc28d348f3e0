//! Of a crate that was built here it is known that its threads are its own; of a command that was brought it is not.

mod common;

use std::fs;
use std::path::Path;
use std::process::Output;

use common::{checker, elsewhere, program};
use tempfile::TempDir;

/// A right relay that starts one thread more than it needs.
fn source() -> String {
    let right = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/alternatives/09-event-relay/system-calls.rs");
    let right = fs::read_to_string(right).expect("a program");
    let with_one_more = right.replace("fn main() {\n", "fn main() {\n    std::thread::spawn(std::thread::park);\n");
    assert_ne!(right, with_one_more);
    with_one_more
}

/// Whether the program that is asked for with these arguments has its points for being one thread.
fn is_one_thread(folder: &Path, arguments: &[&str]) -> bool {
    let mut command = checker();
    elsewhere(&mut command, folder).args(["check", "09", "--only", "09.one-thread"]).args(arguments);
    let Output { status, stdout, stderr } = command.output().expect("the checker starts");
    let told = String::from_utf8_lossy(&stdout);
    assert!(told.contains("6 points"), "{told}{}", String::from_utf8_lossy(&stderr));
    assert_eq!(status.success(), !told.contains("there are 2 threads"), "{told}");
    status.success()
}

#[test]
fn a_thread_more_is_held_against_a_crate_alone() {
    let root = TempDir::new().expect("a folder");
    let package = "[package]\nname = \"ex09-event-loop\"\nedition = \"2024\"\n\n[[bin]]\nname = \"event-relay\"\n\
                   path = \"src/main.rs\"\n";
    let folder = root.path().join("exercises/09-event-loop");
    fs::create_dir_all(folder.join("src")).expect("a folder");
    let main = folder.join("src/main.rs");
    let workspace = "[workspace]\nresolver = \"3\"\nmembers = [\"exercises/*\"]\n";
    for (file, text) in
        [(&root.path().join("Cargo.toml"), workspace), (&folder.join("Cargo.toml"), package), (&main, &source())]
    {
        fs::write(file, text).expect("a file");
    }
    assert!(!is_one_thread(root.path(), &[]));

    let command = program::whole(&main).unwrap_or_else(|error| panic!("{error}"));
    assert!(is_one_thread(root.path(), &["--program", &format!("event-relay={command}")]));
}

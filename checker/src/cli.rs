//! The command line, nothing else.

use std::process::ExitCode;

pub fn run() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(2).collect();
    crate::commands::room::run(&arguments)
}

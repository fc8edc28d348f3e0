//! The command line, nothing else.

use std::process::ExitCode;

pub fn run() -> ExitCode {
    ExitCode::from(2)
}

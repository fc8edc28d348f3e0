//! `checker`: builds or starts a student's network program, talks to it, grades it and explains what went wrong.

mod catalog;
mod cli;
mod commands;
mod evidence;
mod exercises;
mod explain;
mod kernel;
mod lab;
mod programs;
mod report;
mod room;
mod texts;
mod verdict;

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    // The checker itself, started again for one check: there are hundreds of these, so nothing else is set up first.
    if env::args_os().nth(1).is_some_and(|argument| argument == "room") {
        let arguments: Vec<String> = env::args_os().skip(2).map(|a| a.to_string_lossy().into_owned()).collect();
        return commands::room::run(&arguments);
    }
    match cli::read(env::args_os().collect()) {
        Ok(call) => commands::run(&call),
        Err(status) => status,
    }
}

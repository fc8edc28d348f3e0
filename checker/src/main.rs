//! `checker`: builds or starts a student's network program, talks to it, grades it and explains what went wrong.

mod catalog;
mod cli;
mod closest;
mod commands;
mod evidence;
mod exercises;
mod explain;
mod kernel;
mod lab;
mod output;
mod packets;
mod programs;
mod report;
mod room;
mod tank;
mod texts;
mod verdict;

use std::env;
use std::process::ExitCode;

use programs::leash;

fn main() -> ExitCode {
    // The checker itself, started again for one check: there are hundreds of these, so nothing else is set up first.
    let mut arguments = env::args_os().skip(1);
    match arguments.next().as_deref().and_then(|command| command.to_str()) {
        Some("room") => {
            let arguments: Vec<String> = arguments.map(|word| word.to_string_lossy().into_owned()).collect();
            return commands::room::run(&arguments);
        }
        Some(leash::NAME) => return leash::main(arguments),
        _ => {}
    }
    match cli::read(env::args_os().collect()) {
        Ok(call) => commands::run(&call),
        Err(status) => status,
    }
}

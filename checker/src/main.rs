//! `checker`: builds or starts a student's network program, talks to it, grades it and explains what went wrong.

mod catalog;
mod cli;
mod commands;
mod evidence;
mod exercises;
mod explain;
mod lab;
mod programs;
mod report;
mod room;
mod texts;
mod verdict;

fn main() -> std::process::ExitCode {
    cli::run()
}

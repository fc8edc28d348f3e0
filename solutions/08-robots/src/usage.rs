//! How both programs are called, and how they end.

use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

/// What was typed after the program's name. (`env::args` panics on what is not UTF-8.)
pub fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

/// Whether a colon and a port end `address`: wrong usage is told before any name is looked up.
pub fn has_port(address: &str) -> bool {
    let port = address.rsplit_once(':').map(|(_, port)| port);
    port.is_some_and(|port| port.parse::<u16>().is_ok())
}

/// Says on stderr why the program ends.
pub fn end(status: u8, why: &str) -> ExitCode {
    complain(why);
    ExitCode::from(status)
}

/// Says `what` on stderr. (`eprintln!` panics when nobody reads stderr any more.)
pub fn complain(what: &str) {
    let _ = writeln!(io::stderr(), "{what}");
}

//! Passes each line that a client sends on to all the others, in one thread that waits for all of
//! them at once.
//!
//! usage: event-relay [BIND]

mod client;
mod relay;

use std::env;
use std::io::{self, Write};
use std::net::TcpListener;
use std::process::ExitCode;

use relay::Relay;

const DEFAULT_BIND: &str = "0.0.0.0:6000";

/// So many are told of in one turn; the others have to wait for the next.
const MOST_EVENTS: usize = 1024;

const USAGE: &str = "usage: event-relay [BIND]";

fn main() -> ExitCode {
    let arguments = arguments();
    let bind = arguments.first().map_or(DEFAULT_BIND, String::as_str);
    if arguments.len() > 1 || !has_port(bind) {
        return end(2, USAGE);
    }

    match serve_clients(bind) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => end(1, &format!("{bind}: {error}")),
    }
}

/// Serves whoever connects to `bind`, until the program is stopped.
fn serve_clients(bind: &str) -> io::Result<()> {
    // mio's own listener takes an address; this one also takes a name.
    let listener = TcpListener::bind(bind)?;
    listener.set_nonblocking(true)?;
    let mut relay = Relay::new(mio::net::TcpListener::from_std(listener))?;
    let mut events = mio::Events::with_capacity(MOST_EVENTS);
    loop {
        relay.turn(&mut events)?;
    }
}

/// What was typed after the program's name. (`env::args` panics on what is not UTF-8.)
fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

/// Whether a colon and a port end `address`: wrong usage is told before any name is looked up.
fn has_port(address: &str) -> bool {
    let port = address.rsplit_once(':').map(|(_, port)| port);
    port.is_some_and(|port| port.parse::<u16>().is_ok())
}

/// Says on stderr why the program ends.
fn end(status: u8, why: &str) -> ExitCode {
    complain(why);
    ExitCode::from(status)
}

/// Says `what` on stderr. (`eprintln!` panics when nobody reads stderr any more.)
fn complain(what: &str) {
    let _ = writeln!(io::stderr(), "{what}");
}

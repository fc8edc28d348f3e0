//! `checker tank`: a simulated mini-tank. One loop waits for its drivers and for whoever looks on; what it shows is a
//! picture (`screen`), lines for people (`lines`), or lines for tests (`script`).

mod address;
mod lines;
#[cfg(feature = "screen")]
mod screen;
mod script;
mod words;

use std::io::{self, Write};
use std::net::SocketAddr;
use std::os::fd::AsFd;
use std::process::ExitCode;

use rustix::event::PollFlags;

use super::Trouble;
use crate::cli::{Call, Tank};
use crate::tank::event::Event;
use crate::tank::server::Server;
use crate::verdict::Message;

pub fn run(options: &Tank, call: &Call) -> Result<ExitCode, Trouble> {
    let mut server = open(&options.bind)?;
    if options.script {
        return script::run(&mut server, &call.texts);
    }
    #[cfg(feature = "screen")]
    if screen::is_possible() {
        return screen::run(&mut server, call);
    }
    lines::run(&mut server, call)
}

fn open(bind: &str) -> Result<Server, Message> {
    let addresses = address::read(bind)?;
    Server::open(&addresses).map_err(|error| {
        let in_use = error.kind() == io::ErrorKind::AddrInUse;
        let id = if in_use { "trouble-tank-in-use" } else { "trouble-tank-listen" };
        // The next port, of the same address: whoever listens for this machine alone shall not listen for all.
        let next = addresses.first().map(|address| {
            let port = address.port().wrapping_add(1).max(1024);
            SocketAddr::new(address.ip(), port).to_string()
        });
        Message::new(id).quoting("address", bind).with("error", error).with("next", next.unwrap_or_default())
    })
}

/// Shows what happens, event by event, after `first`, as long as somebody reads it on stdout.
fn shows(
    server: &mut Server,
    first: &str,
    mut line: impl FnMut(&Event) -> Option<String>,
) -> Result<ExitCode, Trouble> {
    let mut out = io::stdout().lock();
    let mut events = Vec::new();
    let mut shown = writeln!(out, "{first}");
    loop {
        for line in events.iter().filter_map(&mut line) {
            shown = shown.and_then(|()| writeln!(out, "{line}"));
        }
        match shown {
            // Whoever reads has had enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
            other => other?,
        }
        shown = Ok(());
        // No event is asked for: that nobody reads any more is always told.
        if server.waits(&[(io::stdout().as_fd(), PollFlags::empty())], None)? == [true] {
            return Ok(ExitCode::SUCCESS);
        }
        events = server.take_events();
    }
}

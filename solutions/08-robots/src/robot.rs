//! Sends each line of its standard input, a sensor's reading, to the robots' relay, and prints each
//! datagram that arrives.
//!
//! usage: robot [BIND [RELAY]]

mod datagrams;
mod usage;

use std::io::{self, BufRead};
use std::net::{SocketAddr, UdpSocket};
use std::process::ExitCode;
use std::sync::mpsc::{self, Sender};
use std::thread;

use datagrams::{about, address_for, receive, show};
use usage::{arguments, complain, end, has_port};

const DEFAULT_BIND: &str = "0.0.0.0:4455";
const DEFAULT_RELAY: &str = "127.0.0.1:4455";
const USAGE: &str = "usage: robot [BIND [RELAY]]";

/// What a datagram holds over IPv4. (Over IPv6 it is a little more: the system decides.)
const LARGEST_DATAGRAM: usize = 65_507;

fn main() -> ExitCode {
    let arguments = arguments();
    let bind = arguments.first().map_or(DEFAULT_BIND, String::as_str);
    let relay = arguments.get(1).map_or(DEFAULT_RELAY, String::as_str);
    if arguments.len() > 2 || !has_port(bind) || !has_port(relay) {
        return end(2, USAGE);
    }

    match talk(bind, relay) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => end(1, &error.to_string()),
    }
}

fn talk(bind: &str, relay: &str) -> io::Result<()> {
    // One socket for both directions: the relay knows a robot by the address that it sends from.
    let socket = UdpSocket::bind(bind).map_err(about(bind))?;
    let relay = address_for(&socket, relay)?;
    let sending = socket.try_clone().map_err(about(bind))?;

    // Two threads, because there are two things to wait for: a line that is typed, and a datagram.
    let (ends, ended) = mpsc::channel();
    start_thread(ends.clone(), move || send_lines(&sending, relay))?;
    start_thread(ends, move || show_datagrams(&socket))?;
    // What goes wrong in either ends the program. That stdin has ended does not: it goes on listening.
    ended.into_iter().collect()
}

/// Starts a thread that tells in the end how it ended.
fn start_thread(
    ends: Sender<io::Result<()>>,
    work: impl FnOnce() -> io::Result<()> + Send + 'static,
) -> io::Result<()> {
    // (`thread::spawn` panics when the system has no more threads, `Builder` tells.)
    thread::Builder::new().spawn(move || ends.send(work())).map(|_| ())
}

fn send_lines(socket: &UdpSocket, relay: SocketAddr) -> io::Result<()> {
    while let Some(line) = read_line()? {
        send(socket, relay, &line)?;
    }
    Ok(())
}

/// The next line of stdin with its `\n`, as bytes, because it may be no UTF-8; `None` at the end.
fn read_line() -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    match io::stdin().lock().read_until(b'\n', &mut line)? {
        0 => Ok(None),
        _ => Ok(Some(line)),
    }
}

fn send(socket: &UdpSocket, relay: SocketAddr, line: &[u8]) -> io::Result<()> {
    let size = line.len();
    match socket.send_to(line, relay) {
        Err(error) if size > LARGEST_DATAGRAM => Err(io::Error::other(format!(
            "{relay}: {size} bytes, where a datagram holds {LARGEST_DATAGRAM} over IPv4: {error}"
        ))),
        sent => sent.map(|_| ()).map_err(about(&relay.to_string())),
    }
}

fn show_datagrams(socket: &UdpSocket) -> io::Result<()> {
    loop {
        match receive(socket) {
            Ok((datagram, sender)) => show(sender, &datagram)?,
            // One datagram went wrong; the next may be right.
            Err(error) => complain(&error.to_string()),
        }
    }
}

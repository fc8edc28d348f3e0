//! Sends each line of its standard input as one UDP datagram.
//!
//! usage: udp-sender [DEST [MESSAGE [EVERY]]]

use std::env;
use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::net::{SocketAddr, ToSocketAddrs, UdpSocket};
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

const DEFAULT_DEST: &str = "127.0.0.1:8888";
const USAGE: &str = "usage: udp-sender [DEST [MESSAGE [EVERY]]]";

/// What a datagram holds over IPv4. (Over IPv6 it is a little more: the system decides.)
const LARGEST_DATAGRAM: usize = 65_507;

fn main() -> ExitCode {
    let arguments = arguments();
    let dest = arguments.first().map_or(DEFAULT_DEST, String::as_str);
    // MESSAGE leaves as the very bytes that were typed, UTF-8 or not.
    let message = env::args_os().nth(2).map(OsString::into_encoded_bytes);
    let every = match arguments.get(2).map(|every| every.parse()) {
        None => None,
        Some(Ok(milliseconds)) if milliseconds > 0 => Some(Duration::from_millis(milliseconds)),
        Some(_) => return end(2, USAGE),
    };
    if arguments.len() > 3 || !has_port(dest) {
        return end(2, USAGE);
    }

    let done = match message {
        None => send_lines(dest),
        Some(message) => send_message(dest, message, every),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => end(1, &format!("{dest}: {error}")),
    }
}

fn send_lines(dest: &str) -> io::Result<()> {
    let (socket, address) = open_socket(dest)?;
    while let Some(line) = read_line()? {
        send(&socket, address, &line)?;
    }
    Ok(())
}

/// Sends `message` once or, with `every`, again and again.
fn send_message(dest: &str, mut message: Vec<u8>, every: Option<Duration>) -> io::Result<()> {
    let (socket, address) = open_socket(dest)?;
    message.push(b'\n');
    // When the last one was due, not when it left: so small delays do not add up.
    let mut due = Instant::now();
    loop {
        send(&socket, address, &message)?;
        let Some(every) = every else { return Ok(()) };
        thread::sleep(every.saturating_sub(due.elapsed()));
        due += every;
    }
}

/// A socket, and the first address of `dest` that it can be made for.
fn open_socket(dest: &str) -> io::Result<(UdpSocket, SocketAddr)> {
    let mut failure = io::Error::other("this name has no address");
    for address in dest.to_socket_addrs()? {
        // Any address of this machine (but of the same family) and any port that is free.
        let any = if address.is_ipv4() { "0.0.0.0:0" } else { "[::]:0" };
        match UdpSocket::bind(any) {
            // Not connected: a connected socket fails to send when nobody listens over there.
            Ok(socket) => return Ok((socket, address)),
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

/// The next line of stdin with its `\n`, as bytes, because it may be no UTF-8; `None` at the end.
fn read_line() -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    match io::stdin().lock().read_until(b'\n', &mut line)? {
        0 => Ok(None),
        _ => Ok(Some(line)),
    }
}

fn send(socket: &UdpSocket, address: SocketAddr, datagram: &[u8]) -> io::Result<()> {
    let size = datagram.len();
    match socket.send_to(datagram, address) {
        Err(error) if size > LARGEST_DATAGRAM => {
            Err(io::Error::other(format!("{size} bytes, where a datagram holds {LARGEST_DATAGRAM} over IPv4: {error}")))
        }
        sent => sent.map(|_| ()),
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

/// Says on stderr why the program ends. (`eprintln!` panics when nobody reads stderr any more.)
fn end(status: u8, why: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "{why}");
    ExitCode::from(status)
}

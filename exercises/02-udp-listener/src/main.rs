//! Prints each UDP datagram that arrives, and who sent it.
//!
//! usage: udp-listener [BIND]
//!
//! This is the stub: each `todo!` is a part that you write. Its README says what the whole must do.

use std::env;
use std::io;
use std::net::{SocketAddr, UdpSocket};
use std::process::ExitCode;

const DEFAULT_BIND: &str = "0.0.0.0:8888";

fn main() -> ExitCode {
    let arguments = arguments();
    let bind = arguments.first().map_or(DEFAULT_BIND, String::as_str);

    match listen(bind) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(bind, &error),
    }
}

fn listen(bind: &str) -> io::Result<()> {
    let socket = open_socket(bind)?;
    loop {
        let (datagram, sender) = receive(&socket)?;
        show(sender, &datagram)?;
    }
}

// Part 1: a socket that receives what is sent to the address `bind`. Look up `UdpSocket::bind`.
fn open_socket(bind: &str) -> io::Result<UdpSocket> {
    todo!("part 1 of 4: bind a UDP socket to {bind} (this is still the stub)")
}

// Part 2: one datagram, and the address that it came from. Look up `UdpSocket::recv_from`: it fills
// a buffer, says how much of it, and throws away what does not fit. `vec![0; SIZE]` makes a buffer,
// `Vec::truncate` cuts it.
fn receive(socket: &UdpSocket) -> io::Result<(Vec<u8>, SocketAddr)> {
    todo!("part 2 of 4: receive one datagram from {socket:?}")
}

// Part 3: the line `IP:PORT TEXT` on stdout. Look up `String::from_utf8_lossy`, because anybody may
// send any bytes, and `slice::strip_suffix` for the `\n` or `\r\n` at the end of the datagram,
// which is not part of TEXT.
fn show(sender: SocketAddr, datagram: &[u8]) -> io::Result<()> {
    todo!("part 3 of 4: print {} bytes from {sender}", datagram.len())
}

// Part 4: what ends the program early. Here: a line on stderr (`eprintln!`) that names `bind` and
// tells the error, and status 1. Look up `ExitCode::from`.
// Then, at the start of `main`: a line on stderr that starts with `usage:`, and status 2, for more
// than one argument or a `bind` that does not end with `:` and a port. Look up `str::rsplit_once`
// and `str::parse::<u16>`.
fn fail(bind: &str, error: &io::Error) -> ExitCode {
    todo!("part 4 of 4: tell that {bind} failed with: {error}")
}

/// What was typed after the program's name. (`env::args` panics on what is not UTF-8.)
fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

//! Sends each line of its standard input, a sensor's reading, to the robots' relay, and prints each
//! datagram that arrives.
//!
//! usage: robot [BIND [RELAY]]
//!
//! This is the stub: each `todo!` is a part that you write. Its README says what the whole must do.

use std::env;
use std::io;
use std::net::{SocketAddr, UdpSocket};
use std::process::{self, ExitCode};
use std::thread;

const DEFAULT_BIND: &str = "0.0.0.0:4455";
const DEFAULT_RELAY: &str = "127.0.0.1:4455";

fn main() -> ExitCode {
    let arguments = arguments();
    let bind = arguments.first().map_or(DEFAULT_BIND, String::as_str);
    let relay = arguments.get(1).map_or(DEFAULT_RELAY, String::as_str);

    match talk(bind, relay) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(bind, relay, &error),
    }
}

fn talk(bind: &str, relay: &str) -> io::Result<()> {
    let socket = open_socket(bind)?;
    let relay_address = address(&socket, relay)?;
    // Two threads, because there are two things to wait for: a line that is typed, and a datagram
    // that arrives. Both use the same socket: the relay knows a robot by the address that it sends
    // from.
    let sending = socket.try_clone()?;
    let (bind, relay) = (bind.to_owned(), relay.to_owned());
    thread::spawn(move || {
        // That stdin has ended ends this thread alone. What goes wrong ends the program.
        if let Err(error) = send_lines(&sending, relay_address) {
            fail(&bind, &relay, &error);
            process::exit(1);
        }
    });
    loop {
        let (datagram, sender) = receive(&socket)?;
        show(sender, &datagram)?;
    }
}

fn send_lines(socket: &UdpSocket, relay: SocketAddr) -> io::Result<()> {
    while let Some(line) = read_line()? {
        send(socket, relay, &line)?;
    }
    Ok(())
}

// Part 1: a socket that receives what is sent to the address `bind`, as in exercise 02.
fn open_socket(bind: &str) -> io::Result<UdpSocket> {
    todo!("part 1 of 7: bind a UDP socket to {bind} (this is still the stub)")
}

// Part 2: the relay's address. Look up `ToSocketAddrs`: `relay.to_socket_addrs()` gives all the
// addresses that a name stands for. Take the first to which `socket` can send: an IPv4 socket
// (`UdpSocket::local_addr`) can send to IPv4 addresses only.
fn address(socket: &UdpSocket, relay: &str) -> io::Result<SocketAddr> {
    todo!("part 2 of 7: find the address of {relay} for {socket:?}")
}

// Part 3: the next line of stdin with its `\n`, or `None` at the end, as in exercise 01.
fn read_line() -> io::Result<Option<Vec<u8>>> {
    todo!("part 3 of 7: read one line")
}

// Part 4: the line leaves as one datagram, as in exercise 01.
fn send(socket: &UdpSocket, relay: SocketAddr, line: &[u8]) -> io::Result<()> {
    todo!("part 4 of 7: send {} bytes to {relay} by {socket:?}", line.len())
}

// Part 5: one datagram, and the address that it came from, as in exercise 02.
fn receive(socket: &UdpSocket) -> io::Result<(Vec<u8>, SocketAddr)> {
    todo!("part 5 of 7: receive one datagram from {socket:?}")
}

// Part 6: the line `IP:PORT TEXT` on stdout, as in exercise 02.
fn show(sender: SocketAddr, datagram: &[u8]) -> io::Result<()> {
    todo!("part 6 of 7: print {} bytes from {sender}", datagram.len())
}

// Part 7: what ends the program early. Here: a line on stderr (`eprintln!`) that names `bind` and
// `relay` and tells the error (the size of a line that is too long for a datagram, for example),
// and status 1.
// Then, at the start of `main`: a line on stderr that starts with `usage:`, and status 2, for more
// than two arguments or one that does not end with `:` and a port. All as in exercises 01 and 02.
fn fail(bind: &str, relay: &str, error: &io::Error) -> ExitCode {
    todo!("part 7 of 7: tell that {bind} or {relay} failed with: {error}")
}

/// What was typed after the program's name. (`env::args` panics on what is not UTF-8.)
fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

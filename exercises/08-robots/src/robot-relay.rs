//! Passes each datagram that one of the robots sends on to all the others.
//!
//! usage: robot-relay [BIND [ROBOT…]]
//!
//! This is the stub: each `todo!` is a part that you write. Its README says what the whole must do.

use std::env;
use std::io;
use std::net::{SocketAddr, UdpSocket};
use std::process::ExitCode;
use std::sync::mpsc::{self, Sender};
use std::thread;

const DEFAULT_BIND: &str = "0.0.0.0:4455";

/// A datagram, and who sent it.
type Arrival = (Vec<u8>, SocketAddr);

fn main() -> ExitCode {
    let arguments = arguments();
    let bind = arguments.first().map_or(DEFAULT_BIND, String::as_str);
    let robots = arguments.get(1..).unwrap_or_default();

    match relay(bind, robots) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(bind, &error),
    }
}

fn relay(bind: &str, robots: &[String]) -> io::Result<()> {
    let socket = open_socket(bind)?;
    let robots = addresses(&socket, robots)?;
    // Two threads with a queue between them: the first one receives, and does nothing else; the
    // second one, this one, may take its time. Both use the same socket.
    let (queue, arrivals) = mpsc::channel();
    let receiving = socket.try_clone()?;
    thread::spawn(move || queue_what_arrives(&receiving, &queue));
    for (datagram, sender) in &arrivals {
        relay_one(&socket, &robots, &datagram, sender)?;
    }
    Ok(())
}

// Part 1: a socket that receives what is sent to the address `bind`, as in exercise 02.
fn open_socket(bind: &str) -> io::Result<UdpSocket> {
    todo!("part 1 of 6: bind a UDP socket to {bind} (this is still the stub)")
}

// Part 2: the robots' addresses. Look up `ToSocketAddrs`: `robot.to_socket_addrs()` gives all the
// addresses that a name stands for. Take the first to which `socket` can send: an IPv4 socket
// (`UdpSocket::local_addr`) can send to IPv4 addresses only.
fn addresses(socket: &UdpSocket, robots: &[String]) -> io::Result<Vec<SocketAddr>> {
    todo!("part 2 of 6: find the addresses of {robots:?} for {socket:?}")
}

// Part 3: receive one datagram after the other, for ever, and put each into the queue with its
// sender's address, as an `Arrival`. Look up `UdpSocket::recv_from`, and `Sender::send`.
fn queue_what_arrives(socket: &UdpSocket, queue: &Sender<Arrival>) -> io::Result<()> {
    todo!("part 3 of 6: receive from {socket:?}, put it into {queue:?}")
}

/// What becomes of one datagram.
fn relay_one(socket: &UdpSocket, robots: &[SocketAddr], datagram: &[u8], sender: SocketAddr) -> io::Result<()> {
    if robots.contains(&sender) {
        show(sender, datagram)?;
        pass_on(socket, robots, datagram, sender);
    }
    Ok(())
}

// Part 4: the line `IP:PORT TEXT` on stdout, as in exercise 02.
fn show(sender: SocketAddr, datagram: &[u8]) -> io::Result<()> {
    todo!("part 4 of 6: print {} bytes from {sender}", datagram.len())
}

// Part 5: the datagram, as it is, to all robots but `sender`. If that fails for one, the others
// still get it. Look up `UdpSocket::send_to`.
fn pass_on(socket: &UdpSocket, robots: &[SocketAddr], datagram: &[u8], sender: SocketAddr) {
    todo!("part 5 of 6: {} bytes from {sender} to the others of {robots:?}, by {socket:?}", datagram.len())
}

// Part 6: what ends the program early. Here: a line on stderr (`eprintln!`) that names the address
// concerned and tells the error, and status 1. (It may be `bind` or a robot: put its name into the
// error where you know it. Look up `Result::map_err` and `io::Error::other`.)
// Then, at the start of `main`: a line on stderr that starts with `usage:`, and status 2, if any
// of the arguments does not end with `:` and a port. All as in exercise 02.
fn fail(bind: &str, error: &io::Error) -> ExitCode {
    todo!("part 6 of 6: tell that {bind} failed with: {error}")
}

/// What was typed after the program's name. (`env::args` panics on what is not UTF-8.)
fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

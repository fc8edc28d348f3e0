//! Passes each datagram that one of the robots sends on to all the others.
//!
//! usage: robot-relay [BIND [ROBOT…]]

mod datagrams;
mod usage;

use std::io;
use std::net::{SocketAddr, UdpSocket};
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use datagrams::{about, address_for, receive, show};
use usage::{arguments, complain, end, has_port};

const DEFAULT_BIND: &str = "0.0.0.0:4455";
const USAGE: &str = "usage: robot-relay [BIND [ROBOT…]]";

/// A datagram, and who sent it.
type Arrival = (Vec<u8>, SocketAddr);

fn main() -> ExitCode {
    let arguments = arguments();
    if !arguments.iter().all(|address| has_port(address)) {
        return end(2, USAGE);
    }
    let (bind, robots) = match arguments.split_first() {
        Some((bind, robots)) => (bind.as_str(), robots),
        None => (DEFAULT_BIND, &[][..]),
    };

    match relay(bind, robots) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => end(1, &error.to_string()),
    }
}

/// Relays what arrives at `bind`, until the program is stopped.
fn relay(bind: &str, robots: &[String]) -> io::Result<()> {
    let socket = UdpSocket::bind(bind).map_err(about(bind))?;
    let robots = robots.iter().map(|robot| address_for(&socket, robot)).collect::<io::Result<Vec<_>>>()?;
    // Two threads with a queue between them. The first does nothing but receive: what comes while a
    // program is busy waits in the kernel, which has little room, and throws away what has none.
    let (queue, arrivals) = mpsc::channel();
    let receiving = socket.try_clone().map_err(about(bind))?;
    thread::Builder::new().spawn(move || queue_what_arrives(&receiving, &queue))?;
    pass_on_what_arrives(&socket, &robots, &arrivals)
}

/// The first thread.
fn queue_what_arrives(socket: &UdpSocket, queue: &Sender<Arrival>) {
    loop {
        match receive(socket) {
            Ok(arrival) => {
                if queue.send(arrival).is_err() {
                    // Nobody takes anything out of the queue any more: the program ends.
                    return;
                }
            }
            // One datagram went wrong; the next may be right.
            Err(error) => complain(&error.to_string()),
        }
    }
}

/// The second thread: it may take its time.
fn pass_on_what_arrives(socket: &UdpSocket, robots: &[SocketAddr], arrivals: &Receiver<Arrival>) -> io::Result<()> {
    for (datagram, sender) in arrivals {
        // The address alone tells who it is, and anybody may send: what strangers say goes nowhere.
        if !robots.contains(&sender) {
            continue;
        }
        show(sender, &datagram)?;
        for robot in robots.iter().filter(|robot| **robot != sender) {
            // A robot that can't be reached is no reason for the others to get nothing.
            if let Err(error) = socket.send_to(&datagram, robot) {
                complain(&format!("{robot}: {error}"));
            }
        }
    }
    Ok(())
}

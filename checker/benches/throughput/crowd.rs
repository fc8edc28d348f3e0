//! Clients of a relay, all in this program.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// How long a relay may take until a client hears something.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long the first client waits for another to hear it, before it asks again.
const AGAIN: Duration = Duration::from_millis(20);

/// So many connect at once: not every program lets many wait for their turn.
const AT_ONCE: usize = 8;

/// Connects so many clients, and gives them back once a line of one reaches all the others, and nothing that
/// anybody has been sent before is left to be read.
pub fn join(address: SocketAddr, count: usize) -> io::Result<Vec<TcpStream>> {
    let mut clients = Vec::new();
    while clients.len() < count {
        let known = clients.len().max(1);
        for _ in clients.len()..count.min(clients.len() + AT_ONCE) {
            let client = TcpStream::connect(address)?;
            client.set_nodelay(true)?;
            clients.push(client);
        }
        // That one is connected does not mean that the relay knows it.
        for (number, client) in clients.iter().enumerate().skip(known) {
            if !is_reached(&clients[0], client)? {
                return Err(io::Error::other(format!("the {number} first hear, the next one nothing")));
            }
        }
        // Some relays wait for whoever does not read.
        reaches_all(0, &clients)?;
    }
    // What the relay itself had to say to the first comes before this.
    reaches_all(1, &clients)?;
    Ok(clients)
}

/// Lets one say something, and all the others read until they have heard it.
fn reaches_all(speaker: usize, clients: &[TcpStream]) -> io::Result<()> {
    let line = format!("{speaker} says that {} are here", clients.len());
    says(&clients[speaker], &line)?;
    for (_, client) in clients.iter().enumerate().filter(|(number, _)| *number != speaker) {
        if !hears(client, &line, PATIENCE)? {
            return Err(io::Error::other(format!("one of {} clients hears nothing", clients.len())));
        }
    }
    Ok(())
}

/// Asks until it is heard, or for too long.
fn is_reached(asking: &TcpStream, asked: &TcpStream) -> io::Result<bool> {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        says(asking, "who is there?")?;
        if hears(asked, "who is there?", AGAIN)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn says(mut client: &TcpStream, line: &str) -> io::Result<()> {
    client.write_all(format!("{line}\n").as_bytes())
}

/// Whether what comes ends with this line before so much time is over.
fn hears(mut client: &TcpStream, line: &str, patience: Duration) -> io::Result<bool> {
    let line = format!("{line}\n").into_bytes();
    client.set_read_timeout(Some(patience))?;
    let mut came = Vec::new();
    let mut piece = vec![0; 4096];
    while !came.ends_with(&line) {
        match client.read(&mut piece) {
            Ok(0) => return Err(io::Error::other("a client was disconnected")),
            Ok(size) => came.extend_from_slice(&piece[..size]),
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(false),
            Err(error) => return Err(error),
        }
    }
    Ok(true)
}

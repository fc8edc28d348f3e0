//! Passes each line that a client sends on to all the others.
//!
//! usage: chat-relay [BIND]
//!
//! This is the stub: each `todo!` is a part that you write. Its README says what the whole must do.

use std::env;
use std::io::{self, BufReader};
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::thread;

const DEFAULT_BIND: &str = "0.0.0.0:6000";

fn main() -> ExitCode {
    let arguments = arguments();
    let bind = arguments.first().map_or(DEFAULT_BIND, String::as_str);

    match serve_clients(bind) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(bind, &error),
    }
}

fn serve_clients(bind: &str) -> io::Result<()> {
    let listener = listen(bind)?;
    // All threads share one room: an `Arc` is a handle to it, and each thread gets its own handle.
    let room = Arc::new(Room::default());
    loop {
        let (stream, address) = accept(&listener)?;
        let room = Arc::clone(&room);
        // A thread for each client, because each has to be waited for.
        thread::spawn(move || serve(&room, stream, address));
    }
}

/// Serves one client until it leaves. What goes wrong with it ends its thread, not the relay.
fn serve(room: &Room, stream: TcpStream, address: SocketAddr) {
    let client = Arc::new(Client { stream, ip: address.ip() });
    room.join(&client);
    let relayed = relay_lines(room, &client);
    room.leave(&client);
    if let Err(error) = relayed {
        eprintln!("{address}: {error}");
    }
}

/// Tells the others what `client` says, until it says no more.
fn relay_lines(room: &Room, client: &Arc<Client>) -> io::Result<()> {
    // One reader for the whole conversation: it may hold the beginning of the next line.
    let mut lines = BufReader::new(&client.stream);
    while let Some(line) = read_line(&mut lines)? {
        room.tell_others(client, &line);
    }
    Ok(())
}

#[derive(Debug)]
struct Client {
    stream: TcpStream,
    ip: IpAddr,
}

/// Everybody who is connected. The list is behind a lock, for one thread at a time.
#[derive(Default)]
struct Room {
    clients: Mutex<Vec<Arc<Client>>>,
}

// Part 1: a socket that waits for clients at the address `bind`, as in exercise 04.
fn listen(bind: &str) -> io::Result<TcpListener> {
    todo!("part 1 of 7: listen at {bind} (this is still the stub)")
}

// Part 2: the next client's connection, and its address, as in exercise 04.
fn accept(listener: &TcpListener) -> io::Result<(TcpStream, SocketAddr)> {
    todo!("part 2 of 7: accept a client at {listener:?}")
}

impl Room {
    // Part 3: `client` is on the list. Look up `Mutex::lock`, `Arc::clone` and `Vec::push`.
    fn join(&self, client: &Arc<Client>) {
        todo!("part 3 of 7: add {client:?} to {:?}", self.clients)
    }

    // Part 5: the line `IP: LINE` and a `\n` to all on the list, except to `client` itself: look up
    // `Arc::ptr_eq`. Write it to each in one call. If that fails for one, the others still get it.
    fn tell_others(&self, client: &Arc<Client>, line: &[u8]) {
        todo!("part 5 of 7: tell the others {} bytes from {}", line.len(), client.ip)
    }

    // Part 6: `client` is no longer on the list. Look up `Vec::retain`.
    fn leave(&self, client: &Arc<Client>) {
        todo!("part 6 of 7: forget {:?}", client.stream)
    }
}

// Part 4: the client's next line, without the `\n` or `\r\n` that ends it, or `None` when it sends
// no more, as in exercise 04.
fn read_line(lines: &mut BufReader<&TcpStream>) -> io::Result<Option<Vec<u8>>> {
    todo!("part 4 of 7: read one line from {lines:?}")
}

// Part 7: what goes wrong. Here: a line on stderr (`eprintln!`) that names `bind` and tells the
// error, and status 1.
// Then, at the start of `main`: a line on stderr that starts with `usage:`, and status 2, for more
// than one argument or a `bind` that does not end with `:` and a port. Both as in exercise 04.
fn fail(bind: &str, error: &io::Error) -> ExitCode {
    todo!("part 7 of 7: tell that {bind} failed with: {error}")
}

/// What was typed after the program's name. (`env::args` panics on what is not UTF-8.)
fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

// The last points: a client that does not read. To write to it waits, one day, until it reads, and
// all the others wait too. So let a second thread for each client do the writing, and put what it
// is to write into a queue: look up `std::sync::mpsc::channel`. Count the bytes that wait there
// (`AtomicUsize`), and disconnect who lets more than 1 MiB wait: `TcpStream::shutdown` ends the
// waiting of both its threads.

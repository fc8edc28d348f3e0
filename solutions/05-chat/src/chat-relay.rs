//! Passes each line that a client sends on to all the others.
//!
//! usage: chat-relay [BIND]

mod queue;
mod room;

use std::env;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use room::{Client, Room};

const DEFAULT_BIND: &str = "0.0.0.0:6000";
const USAGE: &str = "usage: chat-relay [BIND]";

/// Lines of 64 KiB must pass; one that never ends must not fill the memory.
const LONGEST_LINE: u64 = 128 * 1024;

/// How much is read at once.
const READ_SIZE: usize = 64 * 1024;

/// What a thread needs here is far less than the usual 2 MiB.
const STACK_SIZE: usize = 256 * 1024;

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
    let listener = TcpListener::bind(bind)?;
    let room = Arc::new(Room::default());
    loop {
        let started = listener.accept().and_then(|(stream, address)| {
            let room = Arc::clone(&room);
            start_thread(move || serve(&room, stream, address))
        });
        if let Err(error) = started {
            complain(&format!("{bind}: {error}"));
            // Out of threads or file descriptors? Clients that leave give some back: wait a little.
            thread::sleep(Duration::from_millis(100));
        }
    }
}

/// Serves one client until it leaves. What goes wrong with it ends its threads, not the relay.
fn serve(room: &Room, stream: TcpStream, address: SocketAddr) {
    let client = Arc::new(Client::new(stream, address.ip().to_canonical()));
    // Two threads for each client: this one waits for it to say something, the other for it to read.
    let writer = Arc::clone(&client);
    let served = start_thread(move || writer.write_what_waits()).and_then(|()| {
        room.join(&client);
        let relayed = relay_lines(room, &client);
        room.leave(&client);
        relayed
    });
    client.disconnect();
    if let Err(error) = served {
        complain(&format!("{address}: {error}"));
    }
}

/// Tells the others what `client` says, until it says no more.
fn relay_lines(room: &Room, client: &Arc<Client>) -> io::Result<()> {
    // What there is to write leaves at once, also while what was before it is on its way.
    client.stream.set_nodelay(true)?;
    let mut lines = BufReader::with_capacity(READ_SIZE, &client.stream);
    let mut together = Vec::new();
    while let Some(line) = read_line(&mut lines)? {
        write!(together, "{}: ", client.ip)?;
        together.extend(line);
        together.push(b'\n');
        // Lines that came together go on together: one by one would be many times slower.
        if !lines.buffer().contains(&b'\n') {
            room.tell_others(client, &together);
            together.clear();
        }
    }
    Ok(())
}

/// The client's next line without its end, as bytes, because it may be no UTF-8; `None` when it
/// sends no more.
fn read_line(lines: &mut BufReader<&TcpStream>) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let size = lines.take(LONGEST_LINE).read_until(b'\n', &mut line)?;
    match size as u64 {
        0 => Ok(None),
        LONGEST_LINE => Err(io::Error::other("sent a line that is too long")),
        _ => Ok(Some(without_end(&line).to_vec())),
    }
}

/// `line` without the `\n`, or the `\r\n` of a Windows terminal, at its end.
fn without_end(line: &[u8]) -> &[u8] {
    let shorter = line.strip_suffix(b"\r\n").or(line.strip_suffix(b"\n"));
    shorter.unwrap_or(line)
}

/// (`thread::spawn` panics when the system has no more threads, `Builder` tells.)
fn start_thread(work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().stack_size(STACK_SIZE).spawn(work).map(|_| ())
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

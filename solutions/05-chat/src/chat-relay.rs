//! Passes each line that a client sends on to all the others.
//!
//! usage: chat-relay [BIND]

mod queue;

use std::env;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::process::ExitCode;
use std::ptr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use queue::Queue;

const DEFAULT_BIND: &str = "0.0.0.0:6000";
const USAGE: &str = "usage: chat-relay [BIND]";

/// Lines of 64 KiB must pass; one that never ends must not fill the memory.
const LONGEST_LINE: u64 = 128 * 1024;

/// How much is read at once.
const READ_SIZE: usize = 64 * 1024;

/// How long others wait for a client with a full queue. If it takes nothing in all that time, it
/// does not read, and is disconnected. Among many, each gets its turn less often: so the time is for
/// each client that there is, up to a longest.
const PATIENCE: Duration = Duration::from_millis(50);
const LONGEST_PATIENCE: Duration = Duration::from_secs(1);

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
    let room = &Room::default();
    // Threads of a scope may use what was made before it: here the room, which all of them share.
    thread::scope(|scope| {
        loop {
            let started = listener.accept().and_then(|(stream, address)| {
                let thread = thread::Builder::new().stack_size(STACK_SIZE);
                thread.spawn_scoped(scope, move || serve(room, stream, address))
            });
            if let Err(error) = started {
                complain(&format!("{bind}: {error}"));
                // Out of threads or file descriptors? Clients that leave give some back: wait a little.
                thread::sleep(Duration::from_millis(100));
            }
        }
    })
}

/// Serves one client until it leaves. What goes wrong with it ends its threads, not the relay.
fn serve(room: &Room, stream: TcpStream, address: SocketAddr) {
    let client = Arc::new(Client { stream, ip: address.ip().to_canonical(), queue: Queue::new() });
    let served = thread::scope(|scope| {
        // What there is to write leaves at once, also while what came before is on its way.
        client.stream.set_nodelay(true)?;
        // Two threads for each client: one waits for it to say something, one for it to listen.
        let thread = thread::Builder::new().stack_size(STACK_SIZE);
        thread.spawn_scoped(scope, || client.write_what_waits())?;
        room.join(&client);
        let relayed = relay_lines(room, &client);
        room.leave(&client);
        client.disconnect();
        relayed
    });
    if let Err(error) = served {
        complain(&format!("{address}: {error}"));
    }
}

/// Tells the others what `client` says, until it says no more.
fn relay_lines(room: &Room, client: &Client) -> io::Result<()> {
    let mut lines = BufReader::with_capacity(READ_SIZE, &client.stream);
    let mut together = Vec::new();
    while let Some(line) = read_line(&mut lines)? {
        write!(together, "{}: ", client.ip)?;
        together.extend(line);
        together.push(b'\n');
        // Lines that came together go on together: one by one would be ten times slower.
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

/// Everybody who is connected.
#[derive(Default)]
struct Room {
    clients: Mutex<Vec<Arc<Client>>>,
}

impl Room {
    fn join(&self, client: &Arc<Client>) {
        self.lock().push(Arc::clone(client));
    }

    fn leave(&self, client: &Client) {
        self.lock().retain(|other| !ptr::eq(&**other, client));
    }

    fn tell_others(&self, client: &Client, lines: &[u8]) {
        // A copy of the list, because `tell` may have to wait: others join and leave meanwhile.
        let clients = self.lock().clone();
        let patience = LONGEST_PATIENCE.min(PATIENCE * clients.len() as u32);
        for other in clients.iter().filter(|other| !ptr::eq(&***other, client)) {
            other.tell(lines, patience);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Arc<Client>>> {
        // A thread that panicked while it held the lock is no reason for all the others to panic.
        self.clients.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Client {
    stream: TcpStream,
    ip: IpAddr,
    queue: Queue,
}

impl Client {
    /// Leaves it to the client's own thread to write: that one alone waits if it does not read.
    fn tell(&self, lines: &[u8], patience: Duration) {
        if self.queue.put(lines, patience).is_err() {
            self.disconnect();
        }
    }

    /// Writes all that waits in one call, again and again, until the client is disconnected.
    fn write_what_waits(&self) {
        while let Some(lines) = self.queue.take() {
            if (&self.stream).write_all(&lines).is_err() {
                self.disconnect();
            }
        }
    }

    /// Ends both of the client's threads, wherever they wait, and so the connection.
    fn disconnect(&self) {
        self.queue.close();
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}

/// `line` without the `\n`, or the `\r\n` of a Windows terminal, at its end.
fn without_end(line: &[u8]) -> &[u8] {
    let shorter = line.strip_suffix(b"\r\n").or(line.strip_suffix(b"\n"));
    shorter.unwrap_or(line)
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

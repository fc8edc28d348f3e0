//! Passes each line that a client sends on to all the others, in one thread that waits for all of
//! them at once.
//!
//! usage: event-relay [BIND]
//!
//! This is the stub: each `todo!` is a part that you write. Its README says what the whole must do.

use std::collections::BTreeMap;
use std::env;
use std::io::{self, ErrorKind};
use std::net::{IpAddr, SocketAddr};
use std::process::ExitCode;

use mio::event::Event;
use mio::net::{TcpListener, TcpStream};
use mio::{Events, Interest, Poll, Token};

const DEFAULT_BIND: &str = "0.0.0.0:6000";

/// What events of the listener bear; the clients' tokens are the numbers after it.
const LISTENER: Token = Token(0);

fn main() -> ExitCode {
    let arguments = arguments();
    let bind = arguments.first().map_or(DEFAULT_BIND, String::as_str);

    match serve_clients(bind) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(bind, &error),
    }
}

fn serve_clients(bind: &str) -> io::Result<()> {
    let mut listener = listen(bind)?;
    let poll = Poll::new()?;
    poll.registry().register(&mut listener, LISTENER, Interest::READABLE)?;
    let mut relay = Relay { poll, listener, clients: BTreeMap::new(), next: Token(LISTENER.0 + 1) };
    let mut events = Events::with_capacity(1024);
    loop {
        // The only place where the program waits: for all sockets, and without a limit.
        match relay.poll.poll(&mut events, None) {
            Ok(()) => events.iter().for_each(|event| relay.treat(event)),
            // A signal that does not end the program: Ctrl+Z, and later `fg`.
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

struct Relay {
    poll: Poll,
    listener: TcpListener,
    clients: BTreeMap<Token, Client>,
    /// The token of the next client: none is used twice, because an event may speak of one who left.
    next: Token,
}

/// What is to be remembered of a client from one event to the next: here is no thread that would.
#[derive(Debug)]
struct Client {
    stream: TcpStream,
    ip: IpAddr,
    /// What it has said since its last whole line.
    begun: Vec<u8>,
    /// What its connection has not taken yet.
    waiting: Vec<u8>,
}

impl Relay {
    /// One event: what has become possible without waiting.
    fn treat(&mut self, event: &Event) {
        let token = event.token();
        if token == LISTENER {
            self.take_in();
        }
        if event.is_readable() || event.is_read_closed() || event.is_error() {
            self.hear(token);
        }
        if event.is_writable() {
            self.write(token);
        }
    }

    /// Takes in all who wait: the event comes once, however many they are.
    fn take_in(&mut self) {
        while let Some((stream, address)) = self.accept() {
            let client = Client { stream, ip: address.ip(), begun: Vec::new(), waiting: Vec::new() };
            if let Err(error) = self.join(client) {
                eprintln!("{address}: {error}");
            }
        }
    }

    /// Hears all that a client has to say, and tells the others: the event comes once, however much it
    /// is. (And it may still speak of a client that has left.)
    fn hear(&mut self, token: Token) {
        while let Some(client) = self.clients.get_mut(&token) {
            match client.read() {
                Ok(goes_on) => {
                    let lines = client.take_lines();
                    self.tell_others(token, &lines);
                    if !goes_on {
                        self.leave(token);
                    }
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => return,
                Err(_) => self.leave(token),
            }
        }
    }

    fn write(&mut self, token: Token) {
        let Some(client) = self.clients.get_mut(&token) else { return };
        if let Err(error) = client.write() {
            eprintln!("{}: {error}", client.ip);
            self.leave(token);
        }
    }

    /// Forgets a client; its connection is closed where it is dropped.
    fn leave(&mut self, token: Token) {
        if let Some(mut client) = self.clients.remove(&token) {
            let _ = self.poll.registry().deregister(&mut client.stream);
        }
    }

    // Part 2: the next client that waits to be taken in, and its address, or `None` when there is
    // none: look up `ErrorKind::WouldBlock`. (Of another error, tell on stderr.)
    fn accept(&mut self) -> Option<(TcpStream, SocketAddr)> {
        todo!("part 2 of 8: accept a client at {:?}", self.listener)
    }

    // Part 3: events of this client bear the token `self.next` from now on, and it is in
    // `self.clients` under this token. Register it, as the listener is in `serve_clients`, for
    // `Interest::READABLE | Interest::WRITABLE`.
    fn join(&mut self, client: Client) -> io::Result<()> {
        todo!("part 3 of 8: register {client:?} as {:?}", self.next)
    }

    // Part 7: the lines go to the end of what waits for each client but this one, and are written as
    // far as the connection takes them. Whoever can't be written to leaves, and the next one still
    // gets them.
    fn tell_others(&mut self, token: Token, lines: &[u8]) {
        todo!("part 7 of 8: tell all but {token:?} {} bytes", lines.len())
    }
}

impl Client {
    // Part 4: what one read brings goes to the end of `begun`. `true` when it may say more, `false` at
    // its end, where no byte can be read: then a last line that has no `\n` gets one. That nothing
    // has come yet, `ErrorKind::WouldBlock`, is returned like any other error.
    fn read(&mut self) -> io::Result<bool> {
        todo!("part 4 of 8: read from {:?}", self.stream)
    }

    // Part 5: the whole lines in `begun`, each as `IP: LINE` and a `\n`, without the `\r` of a Windows
    // terminal; what comes after the last `\n` stays. A line is bytes, not always UTF-8: look up
    // `slice::split_inclusive` and `Vec::drain`.
    fn take_lines(&mut self) -> Vec<u8> {
        todo!("part 5 of 8: take the lines of {} out of {} bytes", self.ip, self.begun.len())
    }

    // Part 6: what waits is written as far as the connection takes it; `write` tells how much that
    // was. The rest stays, and that is no error: an event tells when there is room again.
    fn write(&mut self) -> io::Result<()> {
        todo!("part 6 of 8: write {} bytes to {:?}", self.waiting.len(), self.stream)
    }
}

// Part 1: a socket that waits for clients at the address `bind`, and that does not block. mio's own
// takes no name, so look up `std::net::TcpListener::bind` and `set_nonblocking`, and then
// `mio::net::TcpListener::from_std`.
fn listen(bind: &str) -> io::Result<TcpListener> {
    todo!("part 1 of 8: listen at {bind} (this is still the stub)")
}

// Part 8: what goes wrong. Here: a line on stderr (`eprintln!`) that names `bind` and tells the
// error, and status 1.
// Then, at the start of `main`: a line on stderr that starts with `usage:`, and status 2, for more
// than one argument or a `bind` that does not end with `:` and a port. Both as in exercise 04.
fn fail(bind: &str, error: &io::Error) -> ExitCode {
    todo!("part 8 of 8: tell that {bind} failed with: {error}")
}

/// What was typed after the program's name. (`env::args` panics on what is not UTF-8.)
fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

// The last points: what waits for a client that does not read grows and grows. Disconnect whoever
// lets more than 1 MiB wait, and a client whose line never ends. And who never stops talking: to read
// "until `WouldBlock`" serves nobody else meanwhile. Let each have its turn: read once from one, then
// from the next, and remember who has not been heard to the end.

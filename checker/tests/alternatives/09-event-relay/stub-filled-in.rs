// What is different: the stub of the exercise with its parts filled in, in the simplest way: who
// speaks is heard to the end, and what waits for a client is one vector.
use std::collections::BTreeMap;
use std::env;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{IpAddr, SocketAddr};
use std::process::ExitCode;

use mio::event::Event;
use mio::net::{TcpListener, TcpStream};
use mio::{Events, Interest, Poll, Token};

const DEFAULT_BIND: &str = "0.0.0.0:6000";
const LISTENER: Token = Token(0);
const MOST_WAITING: usize = 1024 * 1024;
const LONGEST_LINE: usize = 128 * 1024;

fn main() -> ExitCode {
    let arguments = arguments();
    let bind = arguments.first().map_or(DEFAULT_BIND, String::as_str);
    let port = bind.rsplit_once(':').map(|(_, port)| port.parse::<u16>());
    if arguments.len() > 1 || !matches!(port, Some(Ok(_))) {
        eprintln!("usage: event-relay [BIND]");
        return ExitCode::from(2);
    }

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
        match relay.poll.poll(&mut events, None) {
            Ok(()) => events.iter().for_each(|event| relay.treat(event)),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

struct Relay {
    poll: Poll,
    listener: TcpListener,
    clients: BTreeMap<Token, Client>,
    next: Token,
}

struct Client {
    stream: TcpStream,
    ip: IpAddr,
    begun: Vec<u8>,
    waiting: Vec<u8>,
}

impl Relay {
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

    fn take_in(&mut self) {
        while let Some((stream, address)) = self.accept() {
            let client = Client { stream, ip: address.ip(), begun: Vec::new(), waiting: Vec::new() };
            if let Err(error) = self.join(client) {
                eprintln!("{address}: {error}");
            }
        }
    }

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

    fn leave(&mut self, token: Token) {
        if let Some(mut client) = self.clients.remove(&token) {
            let _ = self.poll.registry().deregister(&mut client.stream);
        }
    }

    fn accept(&mut self) -> Option<(TcpStream, SocketAddr)> {
        match self.listener.accept() {
            Ok(accepted) => Some(accepted),
            Err(error) if error.kind() == ErrorKind::WouldBlock => None,
            Err(error) => {
                eprintln!("cannot accept: {error}");
                None
            }
        }
    }

    fn join(&mut self, mut client: Client) -> io::Result<()> {
        let token = self.next;
        self.next.0 += 1;
        self.poll.registry().register(&mut client.stream, token, Interest::READABLE | Interest::WRITABLE)?;
        self.clients.insert(token, client);
        Ok(())
    }

    fn tell_others(&mut self, token: Token, lines: &[u8]) {
        let others: Vec<Token> = self.clients.keys().copied().filter(|other| *other != token).collect();
        for other in others {
            if let Some(client) = self.clients.get_mut(&other) {
                client.waiting.extend_from_slice(lines);
            }
            self.write(other);
        }
    }
}

impl Client {
    fn read(&mut self) -> io::Result<bool> {
        let mut bytes = [0; 8192];
        let size = self.stream.read(&mut bytes)?;
        self.begun.extend_from_slice(&bytes[..size]);
        if size == 0 && !self.begun.is_empty() {
            self.begun.push(b'\n');
        }
        if self.begun.len() > LONGEST_LINE {
            return Err(io::Error::other("sent a line that is too long"));
        }
        Ok(size > 0)
    }

    fn take_lines(&mut self) -> Vec<u8> {
        let mut lines = Vec::new();
        let end = self.begun.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        for line in self.begun[..end].split_inclusive(|byte| *byte == b'\n') {
            let line = line.strip_suffix(b"\n").unwrap_or(line);
            lines.extend_from_slice(format!("{}: ", self.ip).as_bytes());
            lines.extend_from_slice(line.strip_suffix(b"\r").unwrap_or(line));
            lines.push(b'\n');
        }
        self.begun.drain(..end);
        lines
    }

    fn write(&mut self) -> io::Result<()> {
        while !self.waiting.is_empty() {
            match self.stream.write(&self.waiting) {
                Ok(size) => drop(self.waiting.drain(..size)),
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(error) => return Err(error),
            }
        }
        if self.waiting.len() > MOST_WAITING { Err(io::Error::other("reads too slowly")) } else { Ok(()) }
    }
}

fn listen(bind: &str) -> io::Result<TcpListener> {
    let listener = std::net::TcpListener::bind(bind)?;
    listener.set_nonblocking(true)?;
    Ok(TcpListener::from_std(listener))
}

fn fail(bind: &str, error: &io::Error) -> ExitCode {
    eprintln!("{bind}: {error}");
    ExitCode::from(1)
}

fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

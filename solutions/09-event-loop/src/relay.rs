//! All clients, and the one place where the program waits.

use std::collections::{BTreeMap, VecDeque};
use std::io::{self, ErrorKind};
use std::rc::Rc;
use std::time::{Duration, Instant};

use mio::event::Event;
use mio::net::TcpListener;
use mio::{Events, Interest, Poll, Token};

use crate::client::Client;
use crate::complain;

const LISTENER: Token = Token(0);

/// How much is read from one client before it is the next one's turn. Even if it is all empty lines,
/// of which each leaves as up to 42 bytes, it finds room in what may wait for somebody who reads.
const READ_SIZE: usize = 16 * 1024;

/// How much is heard before it is written: each client then gets all of it in one call.
const MUCH_HEARD: usize = 192 * 1024;

/// How long the others wait for a client that is behind.
const PATIENCE: Duration = Duration::from_millis(200);

/// How long to wait when a client can't be taken in. Out of file descriptors? Who leaves gives one back.
const PAUSE: Duration = Duration::from_millis(100);

pub struct Relay {
    poll: Poll,
    listener: TcpListener,
    clients: BTreeMap<Token, Client>,
    next_token: Token,
    // An event tells only once that there is something to do, so it is kept here until it is done:
    /// when to take in those who knock,
    knocking: Option<Instant>,
    /// and who is to be heard.
    speaking: VecDeque<Token>,
    /// Since when somebody who is behind is waited for.
    waiting_since: Option<Instant>,
    buffer: Vec<u8>,
}

impl Relay {
    pub fn new(mut listener: TcpListener) -> io::Result<Relay> {
        let poll = Poll::new()?;
        poll.registry().register(&mut listener, LISTENER, Interest::READABLE)?;
        Ok(Relay {
            poll,
            listener,
            clients: BTreeMap::new(),
            next_token: Token(LISTENER.0 + 1),
            knocking: None,
            speaking: VecDeque::new(),
            waiting_since: None,
            buffer: vec![0; READ_SIZE],
        })
    }

    /// Waits until something can be done for somebody, and does it. This is the only place that waits.
    pub fn turn(&mut self, events: &mut Events) -> io::Result<()> {
        match self.poll.poll(events, self.time_limit()) {
            Ok(()) => events.iter().for_each(|event| self.note(event)),
            // A signal that does not end the program: Ctrl+Z, and later `fg`.
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        self.take_in();
        if self.waiting_since.is_none() {
            self.hear();
        }
        self.write();
        self.look_who_is_behind();
        Ok(())
    }

    fn note(&mut self, event: &Event) {
        let token = event.token();
        if token == LISTENER {
            self.knocking = Some(Instant::now());
        } else if let Some(client) = self.clients.get_mut(&token) {
            client.is_full &= !event.is_writable();
            let speaks = event.is_readable() || event.is_read_closed() || event.is_error();
            if speaks && !client.speaks {
                client.speaks = true;
                self.speaking.push_back(token);
            }
        }
    }

    /// How long to wait for an event at most: for ever, unless something is still to be done.
    fn time_limit(&self) -> Option<Duration> {
        match self.waiting_since {
            Some(since) => Some(PATIENCE.saturating_sub(since.elapsed())),
            None if !self.speaking.is_empty() => Some(Duration::ZERO),
            None => self.knocking.map(|when| when.saturating_duration_since(Instant::now())),
        }
    }

    /// Takes in all who knock.
    fn take_in(&mut self) {
        while self.knocking.is_some_and(|when| when <= Instant::now()) {
            let token = self.next_token;
            let taken_in = self.listener.accept().and_then(|(mut stream, address)| {
                // What there is to write leaves at once, also while what was before it is on its way.
                stream.set_nodelay(true)?;
                self.poll.registry().register(&mut stream, token, Interest::READABLE | Interest::WRITABLE)?;
                self.clients.insert(token, Client::new(stream, address));
                self.next_token.0 += 1;
                Ok(())
            });
            match taken_in {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => self.knocking = None,
                Err(error) => {
                    complain(&format!("cannot take in a client: {error}"));
                    self.knocking = Some(Instant::now() + PAUSE);
                }
            }
        }
    }

    /// Hears some of those who speak, in turns, and tells the others.
    fn hear(&mut self) {
        let mut heard = 0;
        while heard < MUCH_HEARD {
            let Some(token) = self.speaking.pop_front() else { return };
            let Some(client) = self.clients.get_mut(&token) else { continue };
            match client.hear(&mut self.buffer) {
                Ok(Some(lines)) => {
                    self.speaking.push_back(token);
                    heard += lines.len();
                    self.tell_others(token, lines);
                }
                Ok(None) => self.leave(token),
                Err(error) if error.kind() == ErrorKind::WouldBlock => client.speaks = false,
                Err(error) if error.kind() == ErrorKind::Interrupted => self.speaking.push_back(token),
                Err(error) => self.disconnect(token, &error),
            }
        }
    }

    fn tell_others(&mut self, token: Token, lines: Vec<u8>) {
        if !lines.is_empty() {
            let lines: Rc<[u8]> = lines.into();
            self.all_but(token, |client| client.tell(&lines));
        }
    }

    /// Writes to each client what waits for it.
    fn write(&mut self) {
        self.all_but(LISTENER, Client::write);
    }

    /// Does something with all clients but this one. What goes wrong with one is the end of that one.
    fn all_but(&mut self, token: Token, mut something: impl FnMut(&mut Client) -> io::Result<()>) {
        let mut failed = Vec::new();
        for (other, client) in self.clients.iter_mut().filter(|(other, _)| **other != token) {
            if let Err(error) = something(client) {
                failed.push((*other, error));
            }
        }
        for (other, error) in failed {
            self.disconnect(other, &error);
        }
    }

    /// Nobody can speak faster than the others read. But who does not read at all is waited for
    /// only once.
    fn look_who_is_behind(&mut self) {
        let mut behind: Vec<&mut Client> = self.clients.values_mut().filter(|client| client.is_behind()).collect();
        if behind.is_empty() {
            self.waiting_since = None;
        } else if self.waiting_since.get_or_insert_with(Instant::now).elapsed() >= PATIENCE {
            behind.iter_mut().for_each(|client| client.given_up = true);
            self.waiting_since = None;
        }
    }

    fn disconnect(&mut self, token: Token, why: &io::Error) {
        if let Some(client) = self.clients.get(&token) {
            complain(&format!("{}: {why}", client.address));
        }
        self.leave(token);
    }

    fn leave(&mut self, token: Token) {
        if let Some(mut client) = self.clients.remove(&token) {
            // It would go with the connection on most systems, and not on all.
            let _ = self.poll.registry().deregister(&mut client.stream);
        }
    }
}

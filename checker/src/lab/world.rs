//! Everything that a check talks to, and one turn of it: bytes go in and out wherever they can.

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::os::fd::{AsFd, OwnedFd};
use std::rc::Rc;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::datagrams::Datagrams;
use super::output::Output;
use super::ports::Ports;
use super::starvation::Starvation;
use super::stream::{End, Stream};
use super::tap::Tap;
use crate::kernel::sockets::Sockets;
use crate::packets::Flow;
use crate::room::{Room, sweep};
use crate::verdict::{Bytes, Event, Exit, What};

/// A conversation that has more events than this is shown without some of its middle.
const MOST_EVENTS: usize = 600;

pub struct World {
    pub room: Rc<Room>,
    pub rng: fastrand::Rng,
    pub begun: Instant,
    pub conversation: Vec<Event>,
    pub programs: Vec<Running>,
    pub streams: Vec<Stream>,
    pub listeners: Vec<Listener>,
    pub datagrams: Vec<Datagrams>,
    pub sockets: Sockets,
    pub ports: Ports,
    pub starvation: Starvation,
    /// The check itself lets the program send to a port at which nobody listens.
    pub talks_to_nobody: bool,
    /// Grows with everything that a program does and a peer can see.
    pub activity: u64,
    /// Bytes that the check has sent or typed.
    pub said: usize,
    /// Where somebody wants the packets.
    pub tap: Option<Tap>,
    buffer: Vec<u8>,
}

/// A peer's listening socket, and the connections that it took.
pub struct Listener {
    pub socket: TcpListener,
    pub name: String,
    /// Connections that no step has looked at yet, as places in `World::streams`.
    pub accepted: Vec<usize>,
}

/// A judged program that was started.
pub struct Running {
    pub name: String,
    pub command: String,
    pub pid: i32,
    pub gone: OwnedFd,
    /// `None` once its input has ended.
    pub stdin: Option<OwnedFd>,
    pub typed: Vec<u8>,
    pub ends_input: bool,
    pub stdout: Output,
    pub stderr: Output,
    pub exit: Option<Exit>,
}

/// What a descriptor that is ready belongs to; the number is its place in the world's lists.
#[derive(Clone, Copy)]
enum Ready {
    Lifeline,
    Gone,
    Stdin(usize),
    Output(usize),
    Stream(usize),
    Listener(usize),
    Datagrams(usize),
}

impl World {
    pub fn new(room: Rc<Room>) -> Self {
        Self {
            rng: fastrand::Rng::with_seed(room.order.seed),
            ports: Ports::new(room.order.namespaces),
            starvation: Starvation::new(),
            tap: room.record().map(Tap::open),
            room,
            begun: Instant::now(),
            conversation: Vec::new(),
            programs: Vec::new(),
            streams: Vec::new(),
            listeners: Vec::new(),
            datagrams: Vec::new(),
            sockets: Sockets::open(),
            talks_to_nobody: false,
            activity: 0,
            said: 0,
            buffer: vec![0; 128 * 1024],
        }
    }

    /// Writes an event into the conversation.
    pub fn record(&mut self, who: &str, to: Option<&str>, what: What) {
        self.record_between(who, to, None, what);
    }

    /// The same of an event on the network: `flow` leads from who did it to the other side.
    pub fn record_between(&mut self, who: &str, to: Option<&str>, flow: Option<Flow>, what: What) {
        let micros = self.begun.elapsed().as_micros() as u64;
        let event = Event { micros, who: who.to_owned(), to: to.map(str::to_owned), what };
        if let Some(tap) = &mut self.tap {
            tap.notes(&event, flow);
        }
        self.conversation.push(event);
        if self.conversation.len() > MOST_EVENTS {
            let left_out = self.conversation.remove(MOST_EVENTS / 2).stands_for();
            let next = &mut self.conversation[MOST_EVENTS / 2];
            let what = What::LeftOut(left_out + next.stands_for());
            *next = Event { micros: next.micros, who: String::new(), to: None, what };
        }
    }

    /// A peer is about to connect from this address.
    pub fn meets(&mut self, name: &str, ip: IpAddr) {
        if let Some(tap) = &mut self.tap {
            tap.meets(name, ip);
        }
    }

    /// A peer's name, with a number where somebody of this name is there already: two at one address are two.
    pub fn free_name(&self, name: &str) -> String {
        let is_taken = |name: &str| {
            self.streams.iter().any(|peer| peer.name == name && peer.socket.is_some() && peer.ended.is_none())
        };
        let mut names = std::iter::once(name.to_owned()).chain((2..).map(|number| format!("{name} {number}")));
        names.find(|name| !is_taken(name)).unwrap_or_default()
    }

    /// The judged program's name, for the other end of a peer's events.
    pub fn judged(&self) -> String {
        self.programs.last().map(|program| program.name.clone()).unwrap_or_default()
    }

    /// Waits at most `limit` until something is ready, and moves all bytes that can move.
    pub fn exchange(&mut self, limit: Duration) {
        for ready in self.ready(limit) {
            match ready {
                Ready::Lifeline => self.room.abandon(),
                Ready::Gone => self.reap(),
                // Who reads what is typed is doing something.
                Ready::Stdin(at) => self.activity += u64::from(self.programs[at].type_on() > 0),
                Ready::Output(at) => self.read_output(at),
                Ready::Stream(at) => self.turn_stream(at),
                Ready::Listener(at) => self.accept(at),
                Ready::Datagrams(at) => self.receive_datagrams(at),
            }
        }
        if let Some(tap) = &mut self.tap {
            tap.drain();
        }
    }

    fn ready(&self, limit: Duration) -> Vec<Ready> {
        let lifeline = self.room.lifeline();
        let mut waits = vec![(Ready::Lifeline, PollFd::new(&lifeline, PollFlags::empty()))];
        for (at, program) in self.programs.iter().enumerate() {
            if program.exit.is_none() {
                waits.push((Ready::Gone, PollFd::new(&program.gone, PollFlags::IN)));
            }
            if let Some(stdin) = program.stdin.as_ref().filter(|_| program.wants_to_type()) {
                waits.push((Ready::Stdin(at), PollFd::new(stdin, PollFlags::OUT)));
            }
            for pipe in [&program.stdout, &program.stderr].into_iter().filter_map(|output| output.pipe.as_ref()) {
                waits.push((Ready::Output(at), PollFd::new(pipe, PollFlags::IN)));
            }
        }
        for (at, stream) in self.streams.iter().enumerate() {
            let Some(socket) = &stream.socket else { continue };
            let mut flags = PollFlags::empty();
            flags.set(PollFlags::IN, stream.reads && stream.ended.is_none());
            flags.set(PollFlags::OUT, !stream.outbox.is_empty() || stream.says_goodbye);
            if !flags.is_empty() {
                waits.push((Ready::Stream(at), PollFd::new(socket, flags)));
            }
        }
        for (at, listener) in self.listeners.iter().enumerate() {
            waits.push((Ready::Listener(at), PollFd::new(&listener.socket, PollFlags::IN)));
        }
        for (at, datagrams) in self.datagrams.iter().enumerate() {
            waits.push((Ready::Datagrams(at), PollFd::new(&datagrams.socket, PollFlags::IN)));
        }
        let (ready, mut fds): (Vec<Ready>, Vec<PollFd>) = waits.into_iter().unzip();
        let limit = Timespec { tv_sec: limit.as_secs() as _, tv_nsec: limit.subsec_nanos() as _ };
        if poll(&mut fds, Some(&limit)).is_err() {
            return Vec::new();
        }
        ready.into_iter().zip(fds).filter(|(_, fd)| !fd.revents().is_empty()).map(|(ready, _)| ready).collect()
    }

    /// Collects what has ended: the programs themselves, and orphans of theirs.
    pub fn reap(&mut self) {
        let ended = sweep::reap();
        self.note_ends(ended);
    }

    /// Ends all processes of all programs, as one pulls a plug.
    pub fn end_programs(&mut self) {
        let name = self.judged();
        self.record("shell", Some(&name), What::Stopped("SIGKILL".to_owned()));
        let ended = sweep::end_all(self.room.order.namespaces);
        self.note_ends(ended);
    }

    pub fn note_ends(&mut self, ended: Vec<(i32, Exit)>) {
        for (pid, exit) in ended {
            let Some(at) = self.programs.iter().position(|program| program.pid == pid && program.exit.is_none()) else {
                continue;
            };
            // What it wrote before its end lies in its pipes; another process may still hold them.
            self.read_output(at);
            self.programs[at].exit = Some(exit);
            self.activity += 1;
            let name = self.programs[at].name.clone();
            self.record(&name, None, What::Exits(exit));
        }
    }

    fn read_output(&mut self, at: usize) {
        let program = &mut self.programs[at];
        let printed = program.stdout.read(&mut self.buffer);
        let complained = program.stderr.read(&mut self.buffer);
        let name = program.name.clone();
        self.activity += u64::from(!printed.is_empty()) + u64::from(!complained.is_empty());
        if !printed.is_empty() {
            self.record(&name, None, What::Prints(Bytes::of(&printed)));
        }
        if !complained.is_empty() {
            self.record(&name, None, What::Complains(Bytes::of(&complained)));
        }
    }

    fn turn_stream(&mut self, at: usize) {
        let stream = &mut self.streams[at];
        stream.send();
        if !stream.reads {
            return;
        }
        let came = stream.receive(&mut self.buffer);
        let (peer, flow) = (stream.name.clone(), Flow::new(stream.remote, stream.local));
        let program = self.judged();
        self.activity += u64::from(came.drained > 0);
        if let Some(tap) = &mut self.tap {
            tap.passes(flow, came.drained as u64);
        }
        if !came.bytes.is_empty() {
            self.activity += 1;
            self.record_between(&program, Some(&peer), Some(flow), What::Segment(Bytes::of(&came.bytes)));
        }
        if let Some(end) = came.ended {
            self.activity += 1;
            let what = if end == End::Reset { What::Resets } else { What::Closes };
            self.record_between(&program, Some(&peer), Some(flow), what);
        }
    }

    fn accept(&mut self, at: usize) {
        while let Ok((socket, from)) = self.listeners[at].socket.accept() {
            let name = self.listeners[at].name.clone();
            let Ok(stream) = Stream::new(socket, &name) else { continue };
            let flow = Flow::new(from, stream.local);
            self.listeners[at].accepted.push(self.streams.len());
            self.streams.push(stream);
            self.activity += 1;
            let program = self.judged();
            self.record_between(&program, Some(&name), Some(flow), What::Connects(from.to_string()));
        }
    }

    fn receive_datagrams(&mut self, at: usize) {
        let came = self.datagrams[at].receive(&mut self.buffer);
        let (peer, local) = (self.datagrams[at].name.clone(), self.datagrams[at].local);
        let program = self.judged();
        self.activity += came.len() as u64;
        for datagram in came {
            let flow = Flow::new(datagram.from, local);
            self.record_between(&program, Some(&peer), Some(flow), What::Datagram(Bytes::of(&datagram.bytes)));
        }
    }

    /// Bytes that came to the peers and that no step has asked for. A datagram takes room even if it is empty.
    pub fn unasked(&self) -> usize {
        let datagrams =
            self.datagrams.iter().flat_map(|peer| &peer.inbox).map(|datagram| datagram.bytes.len().max(1024));
        self.streams.iter().map(|stream| stream.unheard().len()).chain(datagrams).sum()
    }

    /// The local addresses of the peers' own connections.
    pub fn own_ends(&self) -> impl Iterator<Item = SocketAddr> {
        self.streams.iter().filter(|stream| stream.socket.is_some()).map(|stream| stream.local)
    }
}

impl Running {
    fn wants_to_type(&self) -> bool {
        !self.typed.is_empty() || self.ends_input
    }

    /// Types on, as far as the pipe takes it, and ends the input when that was asked for. Gives how many bytes it took.
    pub fn type_on(&mut self) -> usize {
        let due = self.typed.len();
        while !self.typed.is_empty() {
            let Some(stdin) = &self.stdin else { break };
            match rustix::io::write(stdin.as_fd(), &self.typed) {
                Ok(written) => drop(self.typed.drain(..written)),
                Err(rustix::io::Errno::INTR) => {}
                Err(rustix::io::Errno::AGAIN) => return due - self.typed.len(),
                // It closed its stdin: what it does not want to read is not typed.
                Err(_) => {
                    self.typed.clear();
                    self.stdin = None;
                }
            }
        }
        if self.ends_input {
            self.stdin = None;
        }
        due - self.typed.len()
    }
}

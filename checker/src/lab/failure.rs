//! A step that failed, with all that was seen: the evidence.

use super::stall::Look;
use super::stream::{End, Stream};
use super::world::World;
use super::{Lab, Stop};
use crate::kernel::calls::Shape;
use crate::kernel::processes;
use crate::kernel::sockets::{Socket, State, Transport};
use crate::kernel::threads::{Doing, Thread};
use crate::verdict::{Bytes, Event, Evidence, Finding, Message, Panic, Seen, Waits, WaitsOn, What};

/// Of a program with a crowd of threads, this many are looked at for the evidence.
const MOST_THREADS: usize = 16;

impl Lab {
    /// The check fails here. `wanted` and `came` are the bytes in question, where the step is about bytes.
    pub fn fails(&self, expected: Message, wanted: Option<&[u8]>, came: Option<&[u8]>, finding: Finding) -> Stop {
        // Who closes a connection is often about to end and to say why: whether that is seen must not be luck.
        self.comes_to_rest();
        self.fails_as_it_stands(expected, wanted, came, finding)
    }

    /// The check fails here because other bytes came: the first that differs is where they part.
    pub fn differs(&self, expected: Message, wanted: &[u8], came: &[u8]) -> Stop {
        let at = wanted.iter().zip(came).take_while(|(one, other)| one == other).count();
        self.fails(expected, Some(wanted), Some(came), Finding::Different { at })
    }

    /// The same as [`Self::fails`] at once, where the program has been waited for in vain.
    pub(super) fn fails_as_it_stands(
        &self,
        expected: Message,
        wanted: Option<&[u8]>,
        came: Option<&[u8]>,
        finding: Finding,
    ) -> Stop {
        let mut world = self.world.borrow_mut();
        let look = Look::take(&mut world);
        let programs = seen(&mut world, &look);
        let mut conversation = world.conversation.clone();
        tell_half_closed(&mut conversation, &world, &programs);
        Stop::Failed(Box::new(Evidence {
            expected,
            wanted: wanted.map(Bytes::of),
            came: came.map(Bytes::of),
            finding,
            micros: world.begun.elapsed().as_micros() as u64,
            programs,
            conversation,
        }))
    }

    /// The machine or the checker is to blame.
    pub fn cannot_judge(&self, reason: Message) -> Stop {
        Stop::NotJudged(reason)
    }
}

fn seen(world: &mut World, look: &Look) -> Vec<Seen> {
    let sockets = world.sockets.list().unwrap_or_default();
    let last = world.programs.len().saturating_sub(1);
    let describe = |(at, program): (usize, &super::world::Running)| Seen {
        name: program.name.clone(),
        command: program.command.clone(),
        exit: program.exit,
        panic: panic_in(&program.stderr.kept),
        stderr: Bytes::ending(&program.stderr.kept),
        unread_input: if at == last { unread_input(program.pid) } else { None },
        // All threads of the room belong to the program that was started last, or to its children.
        waits: if at == last { waits_of(look, &sockets) } else { Vec::new() },
    };
    // Of a check that starts several, those that did as they should have ended and say nothing about the failure.
    let concerned = |(at, program): &(usize, &super::world::Running)| *at == last || program.exit.is_none();
    world.programs.iter().enumerate().filter(concerned).map(describe).collect()
}

/// To a peer, one who has closed the writing side looks like one who has gone. Who goes on listening has not.
fn tell_half_closed(conversation: &mut [Event], world: &World, programs: &[Seen]) {
    let listens = |stream: &Stream| {
        let own = (stream.remote.to_string(), stream.local.to_string());
        let waits = programs.iter().flat_map(|program| &program.waits);
        waits
            .into_iter()
            .any(|waits| matches!(&waits.on, WaitsOn::Tcp { local, remote, .. } if (local, remote) == (&own.0, &own.1)))
    };
    for stream in world.streams.iter().filter(|stream| stream.ended == Some(End::InOrder) && listens(stream)) {
        let closing = |event: &&mut Event| event.to.as_ref() == Some(&stream.name) && event.what == What::Closes;
        if let Some(event) = conversation.iter_mut().rev().find(closing) {
            event.what = What::HalfCloses;
        }
    }
}

/// What lies in the pipe that is its stdin: asked of a duplicate of its own descriptor.
fn unread_input(process: i32) -> Option<u64> {
    rustix::io::ioctl_fionread(processes::duplicate(process, 0)?).ok()
}

fn waits_of(look: &Look, sockets: &[Socket]) -> Vec<Waits> {
    look.threads.iter().take(MOST_THREADS).map(|thread| waits(thread, sockets)).collect()
}

fn waits(thread: &Thread, sockets: &[Socket]) -> Waits {
    let (call, on) = match (&thread.doing, thread.state) {
        (_, 'T' | 't') => (None, WaitsOn::StoppedBySignal),
        (Doing::Computes, _) | (_, 'R') => (None, WaitsOn::Nothing),
        (Doing::Unknown, _) => (None, WaitsOn::Unknown),
        (Doing::Waits { call, .. }, _) => (Some(call.name().to_owned()), waits_on(thread, call.shape, sockets)),
    };
    Waits { process: thread.process, thread: thread.thread, call, on }
}

fn waits_on(thread: &Thread, shape: Shape, sockets: &[Socket]) -> WaitsOn {
    match shape {
        Shape::OnDescriptor => thread.descriptor().map_or(WaitsOn::Unknown, |fd| on_descriptor(thread, fd, sockets)),
        _ if !thread.waits_without_limit() => WaitsOn::Time,
        Shape::SeveralMillis(_) | Shape::SeveralPointer(_) => WaitsOn::Several,
        Shape::Lock => WaitsOn::Lock,
        Shape::Child => WaitsOn::Child,
        Shape::Sleep => WaitsOn::Time,
        Shape::Other => WaitsOn::Unknown,
    }
}

fn on_descriptor(thread: &Thread, fd: i32, sockets: &[Socket]) -> WaitsOn {
    let inode = processes::socket_inode(thread.process, fd);
    let Some(socket) = inode.and_then(|inode| sockets.iter().find(|socket| socket.inode == inode)) else {
        return match processes::descriptor(thread.process, fd) {
            _ if fd == 0 => WaitsOn::Stdin,
            Some(what) => WaitsOn::File(what),
            None => WaitsOn::Unknown,
        };
    };
    let local = socket.local.to_string();
    match (socket.transport, socket.state) {
        (Transport::Udp, _) => WaitsOn::Udp { local },
        (Transport::Tcp, State::Listening) => WaitsOn::Listener { local },
        (Transport::Tcp, _) => WaitsOn::Tcp { local, remote: socket.remote.to_string(), unread: socket.unread },
    }
}

/// Finds `thread 'main' panicked at src/main.rs:41:10:` and the line after it.
pub(super) fn panic_in(stderr: &[u8]) -> Option<Panic> {
    let text = String::from_utf8_lossy(stderr);
    let mut lines = text.lines().skip_while(|line| !is_panic(line));
    let (_, place) = lines.next()?.split_once("panicked at ")?;
    let message: Vec<&str> = lines.take_while(|line| !line.starts_with("note: run with")).collect();
    Some(Panic { message: message.join("\n"), place: place.trim_end_matches(':').to_owned() })
}

fn is_panic(line: &str) -> bool {
    line.starts_with("thread '") && line.contains("panicked at ")
}

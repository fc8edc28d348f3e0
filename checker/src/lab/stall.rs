//! Whether anything can still happen.
//!
//! A program is at rest when every thread of every process of it is blocked in a call without a time limit, or was
//! stopped, and nothing is on its way to it or from it. Two such looks, some milliseconds apart, between which nothing
//! ran, and it is stalled: nothing will ever happen any more.

use std::fs;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use rustix::net::sockopt::{Timeout, socket_timeout};

use super::world::World;
use crate::kernel::sockets::{Socket, State, Transport, find};
use crate::kernel::threads::{Doing, Thread};
use crate::kernel::{processes, sleep, softnet};

/// More processes, or threads, than any lab exercise has: for root, nothing else bounds them.
const CROWD: (usize, usize) = (300, 1024);

/// A sleep of which there is less left is soon over, and not worth a look at the sockets.
const LONG_SLEEP: Duration = Duration::from_secs(1);

/// The room's programs and sockets at one moment.
pub struct Look {
    pub processes: Vec<i32>,
    pub threads: Vec<Thread>,
    pub rest: Option<Rest>,
}

/// How long nothing happens by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    ForEver,
    /// Some sleep, the first of them until then at least.
    Until(Instant),
}

impl Look {
    pub fn take(world: &mut World) -> Self {
        world.reap();
        let listed = list(world);
        let threads: Vec<Thread> =
            listed.iter().filter_map(|(pid, tid)| Thread::look(*pid, *tid)).filter(lives).collect();
        let mut processes: Vec<i32> = threads.iter().map(|thread| thread.process).collect();
        processes.dedup();
        world.starvation.counts(&threads);
        let rest = rest_of(&threads, world.begun).filter(|_| processes.iter().all(|pid| !has_timers(*pid)));
        // The sockets last: what a thread wrote before it blocked is then in them.
        let sockets = if rest.is_some() { world.sockets.list().unwrap_or_default() } else { Vec::new() };
        let at_rest = rest.is_some()
            // Where the kernel does not count what it has not delivered, the two looks have to do.
            && softnet::waiting() == 0
            && !on_its_way(world, &processes, &sockets)
            && threads.iter().all(|thread| waits_for_nothing_there(thread, &sockets))
            // One that was listed may have started another and ended before it was looked at: then there is one of
            // whom nothing was seen.
            && list(world) == listed;
        Self { processes, threads, rest: rest.filter(|_| at_rest) }
    }

    /// Whether there are far too many of them. They were not looked at any further then.
    pub fn is_crowd(&self) -> bool {
        self.processes.len() > CROWD.0 || self.threads.len() > CROWD.1
    }

    /// Whether nothing has run between two looks.
    pub fn same_as(&self, other: &Self) -> bool {
        self.threads.len() == other.threads.len()
            && self.threads.iter().zip(&other.threads).all(|(one, two)| one.thread == two.thread && one.ran == two.ran)
    }
}

/// All threads of all processes of the room, dead ones that nobody has asked after among them. Of far too many processes
/// only the first threads.
pub fn list(world: &World) -> Vec<(i32, i32)> {
    let processes = processes::descendants(world.room.order.namespaces);
    let is_crowd = processes.len() > CROWD.0;
    let threads = |pid| if is_crowd { vec![pid] } else { processes::threads(pid) };
    processes.into_iter().flat_map(|pid| threads(pid).into_iter().map(move |tid| (pid, tid))).collect()
}

fn lives(thread: &Thread) -> bool {
    !matches!(thread.state, 'Z' | 'X')
}

/// When the first of these threads can go on by itself, if each of them waits; `None` if that is soon, or unknown.
fn rest_of(threads: &[Thread], begun: Instant) -> Option<Rest> {
    threads.iter().filter(|thread| !is_blocked(thread)).try_fold(Rest::ForEver, |rest, thread| {
        let is_long = |wakes: &Instant| thread.state == 'S' && *wakes > Instant::now() + LONG_SLEEP;
        let wakes = sleep::wakes(thread, begun).filter(is_long)?;
        Some(match rest {
            Rest::Until(first) => Rest::Until(first.min(wakes)),
            Rest::ForEver => Rest::Until(wakes),
        })
    })
}

fn is_blocked(thread: &Thread) -> bool {
    match thread.state {
        'T' | 't' => true,
        'S' => thread.waits_without_limit() && !has_time_limit(thread),
        _ => false,
    }
}

/// SO_RCVTIMEO or SO_SNDTIMEO on the socket that the thread waits on: asked of a duplicate of its descriptor. Where it
/// can't be had, nobody knows, and the thread does not count as blocked.
fn has_time_limit(thread: &Thread) -> bool {
    let Some(fd) = thread.descriptor() else { return false };
    if processes::socket_inode(thread.process, fd).is_none() {
        return false;
    }
    let limits = || {
        let socket = processes::duplicate(thread.process, fd)?;
        let receive = socket_timeout(&socket, Timeout::Recv).ok()?;
        Some(receive.is_some() || socket_timeout(&socket, Timeout::Send).ok()?.is_some())
    };
    limits().unwrap_or(true)
}

/// Whether a process has set itself an alarm: a timerfd, a POSIX timer, or a handler for an alarm's signal. Or an
/// io_uring, of which one can't see what it waits for.
fn has_timers(pid: i32) -> bool {
    const ALARMS: [u64; 3] = [14, 26, 27]; // SIGALRM, SIGVTALRM, SIGPROF: the same on every Linux that is met here
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).map(str::trim).unwrap_or_default();
    let caught = u64::from_str_radix(caught, 16).unwrap_or(0);
    ALARMS.iter().any(|signal| caught >> (signal - 1) & 1 == 1)
        || fs::read_to_string(format!("/proc/{pid}/timers")).is_ok_and(|timers| !timers.is_empty())
        || processes::descriptors(pid).into_iter().any(|fd| {
            processes::descriptor(pid, fd)
                .is_some_and(|what| what == "anon_inode:[timerfd]" || what == "anon_inode:[io_uring]")
        })
}

/// Whether something is between a program and a peer: a handshake, a segment, or bytes that nobody has taken in
/// although the other end has room.
fn on_its_way(world: &World, processes: &[i32], sockets: &[Socket]) -> bool {
    let ours: Vec<SocketAddr> = world.own_ends().collect();
    let theirs: Vec<u32> = processes
        .iter()
        .flat_map(|pid| processes::descriptors(*pid).into_iter().filter_map(|fd| processes::socket_inode(*pid, fd)))
        .collect();
    let unread_by_us = world.streams.iter().any(|stream| {
        stream.reads
            && stream.ended.is_none()
            && find(sockets, stream.local, stream.remote).is_some_and(|s| s.unread > 0)
    });
    unread_by_us
        || sockets
            .iter()
            .filter(|socket| socket.transport == Transport::Tcp)
            // The other end of ours may be nobody's any more: what was written before it was closed is still to come.
            .filter(|socket| {
                ours.contains(&socket.local) || ours.contains(&socket.remote) || theirs.contains(&socket.inode)
            })
            .any(|socket| is_moving(socket, sockets))
}

fn is_moving(socket: &Socket, sockets: &[Socket]) -> bool {
    if socket.state == State::Opening || socket.in_flight > 0 {
        return true;
    }
    // Bytes that are unsent while the other end has read everything are about to go.
    socket.unsent > 0 && find(sockets, socket.remote, socket.local).is_some_and(|other| other.unread == 0)
}

/// Whether nothing lies unread in the socket that a thread waits to read from. Who asked for more than there is
/// (MSG_WAITALL) waits all the same.
fn waits_for_nothing_there(thread: &Thread, sockets: &[Socket]) -> bool {
    let Doing::Waits { call, arguments } = &thread.doing else { return true };
    let reads = match call.name() {
        "read" | "readv" | "accept" | "accept4" => true,
        "recvfrom" => arguments[3] & libc::MSG_WAITALL as u64 == 0,
        "recvmsg" => arguments[2] & libc::MSG_WAITALL as u64 == 0,
        _ => false,
    };
    let inode = thread.descriptor().filter(|_| reads).and_then(|fd| processes::socket_inode(thread.process, fd));
    inode.is_none_or(|inode| sockets.iter().all(|socket| socket.inode != inode || socket.unread == 0))
}

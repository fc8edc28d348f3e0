//! The end of every process that a program started.

use std::collections::BTreeSet;
use std::fs;
use std::thread::sleep;
use std::time::Duration;

use rustix::io::Errno;
use rustix::process::{
    Pid, PidfdFlags, Signal, WaitOptions, WaitStatus, getpid, kill_process, kill_process_group, pidfd_open,
    pidfd_send_signal, wait, waitpid,
};

use crate::kernel::processes;
use crate::verdict::Exit;

/// What waiting for the end of children came to.
enum Left {
    Nobody,
    Somebody,
}

/// Collects children that have ended: their numbers, and how they ended.
pub fn reap() -> Vec<(i32, Exit)> {
    let mut ended = Vec::new();
    collect(&mut ended);
    ended
}

fn collect(ended: &mut Vec<(i32, Exit)>) -> Left {
    loop {
        match wait(WaitOptions::NOHANG) {
            Ok(Some((pid, status))) => {
                ended.extend(exit_of(status).map(|exit| (pid.as_raw_nonzero().get(), exit)));
            }
            Ok(None) => return Left::Somebody,
            Err(Errno::INTR) => {}
            Err(_) => return Left::Nobody,
        }
    }
}

fn exit_of(status: WaitStatus) -> Option<Exit> {
    match (status.exit_status(), status.terminating_signal()) {
        (Some(status), _) => Some(Exit::Status(status)),
        (_, Some(signal)) => Some(Exit::Signal(signal)),
        _ => None,
    }
}

/// Ends all that runs in this room, whatever it does about it, and waits until it has ended.
///
/// Each orphan becomes a child of this process, the first of its namespace or a subreaper: as long as anything is
/// left, it has a child, and the kernel knows that better than any list of processes.
pub fn end_all(own_namespace: bool) -> Vec<(i32, Exit)> {
    let mut ended = Vec::new();
    while let Left::Somebody = collect(&mut ended) {
        if own_namespace && getpid() == Pid::INIT {
            // All at once, so that nobody can start anything in between: the group 1 stands for all that one can see,
            // the first process excepted (kill(2)).
            let _ = kill_process_group(Pid::INIT, Signal::KILL);
        } else {
            stop_all();
            end_listed();
        }
        if let Left::Nobody = collect(&mut ended) {
            break;
        }
        sleep(Duration::from_micros(300));
    }
    ended
}

/// Rounds in which the multitude may still grow while it is stopped.
const ROUNDS: usize = 20;

/// Stops whatever multiplies, before any of it ends: one that ended would make room for the next.
fn stop_all() {
    let mut before = 0;
    for _ in 0..ROUNDS {
        let all = processes::descendants(false);
        if all.len() <= before.max(1) {
            return;
        }
        before = all.len();
        for pid in all {
            signal(pid, Signal::STOP);
        }
    }
}

/// Ends the children of this process, which are found at once, and all the others.
fn end_listed() {
    for child in children() {
        if let Some(child) = processes::pid(child) {
            let _ = kill_process(child, Signal::KILL);
        }
    }
    for pid in processes::descendants(false) {
        signal(pid, Signal::KILL);
    }
}

/// The children of this process (proc_pid_children(5); a kernel may do without).
fn children() -> Vec<i32> {
    let me = getpid().as_raw_nonzero().get();
    let lists =
        processes::threads(me).into_iter().map(|tid| fs::read_to_string(format!("/proc/{me}/task/{tid}/children")));
    match lists.collect::<Result<String, _>>() {
        Ok(list) => list.split_whitespace().filter_map(|pid| pid.parse().ok()).collect(),
        Err(_) => processes::children(),
    }
}

/// Ends the children of this process that are none of those `kept`, and what these leave: orphans of a room that was
/// killed.
pub fn end_strays(kept: &BTreeSet<i32>) {
    loop {
        let strays: Vec<Pid> =
            children().into_iter().filter(|pid| !kept.contains(pid)).filter_map(processes::pid).collect();
        if strays.is_empty() {
            return;
        }
        for stray in strays {
            let _ = kill_process(stray, Signal::KILL);
            let _ = waitpid(Some(stray), WaitOptions::empty());
        }
    }
}

/// Sends a signal to a descendant, and to nobody who has got its number meanwhile.
fn signal(pid: i32, signal: Signal) {
    let Some(Ok(process)) = processes::pid(pid).map(|pid| pidfd_open(pid, PidfdFlags::empty())) else { return };
    if processes::is_descendant(pid) {
        let _ = pidfd_send_signal(&process, signal);
    }
}

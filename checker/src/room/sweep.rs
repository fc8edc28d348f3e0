//! The end of every process that a program started.

use rustix::process::{Signal, WaitOptions, WaitStatus, kill_process, wait};

use crate::kernel::processes;
use crate::verdict::Exit;

/// Collects children that have ended: their numbers, and how they ended.
pub fn reap() -> Vec<(i32, Exit)> {
    let mut ended = Vec::new();
    while let Ok(Some((pid, status))) = wait(WaitOptions::NOHANG) {
        ended.extend(exit_of(status).map(|exit| (pid.as_raw_nonzero().get(), exit)));
    }
    ended
}

fn exit_of(status: WaitStatus) -> Option<Exit> {
    match (status.exit_status(), status.terminating_signal()) {
        (Some(status), _) => Some(Exit::Status(status)),
        (_, Some(signal)) => Some(Exit::Signal(signal)),
        _ => None,
    }
}

/// Ends all that runs in this room, whatever it does about it, and waits until it has ended.
pub fn end_all(own_namespace: bool) -> Vec<(i32, Exit)> {
    let mut ended = reap();
    loop {
        // What starts while others are ended is found in the next round: a child of this process, its subreaper.
        let left = processes::descendants(own_namespace);
        let alive: Vec<i32> = left.into_iter().filter(|pid| !is_zombie(*pid)).collect();
        if alive.is_empty() {
            ended.extend(reap());
            return ended;
        }
        for pid in alive.iter().filter_map(|pid| processes::pid(*pid)) {
            let _ = kill_process(pid, Signal::KILL);
        }
        if let Ok(Some((pid, status))) = wait(WaitOptions::empty()) {
            ended.extend(exit_of(status).map(|exit| (pid.as_raw_nonzero().get(), exit)));
        }
        ended.extend(reap());
    }
}

fn is_zombie(pid: i32) -> bool {
    processes::stat(pid).is_none_or(|stat| stat.state == 'Z')
}

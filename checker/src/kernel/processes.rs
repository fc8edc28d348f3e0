//! Which processes a room holds.

use std::fs;
use std::os::fd::OwnedFd;

use rustix::process::{Pid, PidfdFlags, PidfdGetfdFlags, getpid, pidfd_getfd, pidfd_open};

/// All processes that descend from this one, without itself. In a PID namespace of its own these are all that it
/// can see; elsewhere they are found by their parents, and a subreaper keeps orphans among them.
pub fn descendants(own_namespace: bool) -> Vec<i32> {
    let me = getpid().as_raw_nonzero().get();
    let all = numbers_in("/proc");
    if own_namespace {
        return all.into_iter().filter(|pid| *pid != me).collect();
    }
    let parents: Vec<(i32, i32)> = all.into_iter().filter_map(|pid| Some((pid, stat(pid)?.parent))).collect();
    let mut found = vec![me];
    let mut next = 0;
    while next < found.len() {
        let parent = found[next];
        found.extend(parents.iter().filter(|(_, p)| *p == parent).map(|(pid, _)| *pid));
        next += 1;
    }
    found.split_off(1)
}

/// The children of this process.
pub fn children() -> Vec<i32> {
    let me = getpid().as_raw_nonzero().get();
    numbers_in("/proc").into_iter().filter(|pid| stat(*pid).is_some_and(|stat| stat.parent == me)).collect()
}

/// Whether a process descends from this one.
pub fn is_descendant(pid: i32) -> bool {
    let me = getpid().as_raw_nonzero().get();
    std::iter::successors(Some(pid), |pid| stat(*pid).map(|stat| stat.parent)).take(4096).any(|pid| pid == me)
}

/// The threads of a process.
pub fn threads(pid: i32) -> Vec<i32> {
    numbers_in(&format!("/proc/{pid}/task"))
}

/// The descriptors that a process has open.
pub fn descriptors(pid: i32) -> Vec<i32> {
    numbers_in(&format!("/proc/{pid}/fd"))
}

fn numbers_in(folder: &str) -> Vec<i32> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok()).collect()
}

/// The beginning of `/proc/PID/stat`.
pub struct Stat {
    pub name: String,
    /// `R`, `S`, `T`, `Z` … of proc_pid_stat(5).
    pub state: char,
    pub parent: i32,
}

pub fn stat(pid: i32) -> Option<Stat> {
    parse_stat(&fs::read_to_string(format!("/proc/{pid}/stat")).ok()?)
}

/// The state of one thread.
pub fn thread_state(pid: i32, tid: i32) -> Option<char> {
    Some(parse_stat(&fs::read_to_string(format!("/proc/{pid}/task/{tid}/stat")).ok()?)?.state)
}

/// The name stands in parentheses and may itself hold spaces and parentheses.
fn parse_stat(text: &str) -> Option<Stat> {
    let (before, after) = (text.find('(')?, text.rfind(')')?);
    let mut columns = text.get(after + 1..)?.split_whitespace();
    Some(Stat {
        name: text.get(before + 1..after)?.to_owned(),
        state: columns.next()?.chars().next()?,
        parent: columns.next()?.parse().ok()?,
    })
}

/// The memory that a process really uses, in bytes.
pub fn resident(pid: i32) -> u64 {
    let statm = fs::read_to_string(format!("/proc/{pid}/statm")).unwrap_or_default();
    let pages: u64 = statm.split_whitespace().nth(1).and_then(|n| n.parse().ok()).unwrap_or(0);
    pages * rustix::param::page_size() as u64
}

/// The most memory that a process ever used, in bytes (`VmHWM` of proc_pid_status(5)).
pub fn most_resident(pid: i32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    kilobytes.and_then(|text| text.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) * 1024
}

/// The same, where a page that several processes share counts for each as its part of it: slower (Linux 4.14).
pub fn share(pid: i32) -> u64 {
    let sums = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    let own = sums.lines().find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix(" kB")?.trim().parse().ok());
    own.map_or_else(|| resident(pid), |kilobytes: u64| kilobytes << 10)
}

/// What a descriptor of a process is: `socket:[123]`, `pipe:[4]`, a path.
pub fn descriptor(pid: i32, fd: i32) -> Option<String> {
    Some(fs::read_link(format!("/proc/{pid}/fd/{fd}")).ok()?.to_string_lossy().into_owned())
}

/// A descriptor of its own for what another process has open (pidfd_getfd(2), Linux 5.6); `None` where the kernel does
/// not give it.
pub fn duplicate(number: i32, fd: i32) -> Option<OwnedFd> {
    let process = pidfd_open(pid(number)?, PidfdFlags::empty()).ok()?;
    pidfd_getfd(process, fd, PidfdGetfdFlags::empty()).ok()
}

/// The inode of a descriptor that is a socket.
pub fn socket_inode(pid: i32, fd: i32) -> Option<u32> {
    descriptor(pid, fd)?.strip_prefix("socket:[")?.strip_suffix(']')?.parse().ok()
}

/// Which process has this socket open, and its name, as far as this user may look.
pub fn holder_of(inode: u32) -> Option<(i32, String)> {
    let pid = numbers_in("/proc")
        .into_iter()
        .find(|pid| descriptors(*pid).into_iter().any(|fd| socket_inode(*pid, fd) == Some(inode)))?;
    Some((pid, stat(pid)?.name))
}

/// A process's number as rustix wants it.
pub fn pid(number: i32) -> Option<Pid> {
    Pid::from_raw(number)
}

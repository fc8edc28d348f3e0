//! What the kernel tells about programs.

use std::fs;
use std::time::{Duration, Instant};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

/// A program that does not listen after this will not.
const START: Duration = Duration::from_secs(10);

/// A thousand clients need more descriptors than some systems allow at first; programs that are started inherit it.
pub fn allow_many_descriptors() {
    let limit = getrlimit(Resource::Nofile);
    if let Err(error) = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, maximum: limit.maximum }) {
        println!("the limit of open files stays as it is: {error}\n");
    }
}

/// Lets all of this program, and what is started meanwhile, share one core: so nothing depends on which of several
/// cores the system lets a program wake up on, which makes more of a difference than the program.
pub fn on_one_core(work: impl FnOnce()) -> Result<(), String> {
    let words = |error: rustix::io::Errno| error.to_string();
    let all = sched_getaffinity(None).map_err(words)?;
    let mut one = CpuSet::new();
    let core = (0..CpuSet::MAX_CPU).find(|core| all.is_set(*core));
    one.set(core.ok_or("no core at all")?);
    sched_setaffinity(None, &one).map_err(words)?;
    work();
    sched_setaffinity(None, &all).map_err(words)
}

/// Waits until somebody listens at a port of this machine, without connecting to it: some take one client alone.
pub fn wait_for_listener(port: u16) -> Result<(), String> {
    let (address, listening) = (format!("0100007F:{port:04X}"), "0A");
    let begun = Instant::now();
    while begun.elapsed() < START {
        let sockets = fs::read_to_string("/proc/net/tcp").map_err(|error| format!("/proc/net/tcp: {error}"))?;
        let is_it = |line: &str| {
            let mut fields = line.split_whitespace().skip(1);
            fields.next() == Some(&address) && fields.nth(1) == Some(listening)
        };
        if sockets.lines().any(is_it) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    Err("does not listen".to_owned())
}

/// How long the threads of a process have computed so far, and how often they have waited for something and gone on.
pub fn effort(pid: u32) -> Option<(Duration, u64)> {
    let (mut nanos, mut wakes) = (0, 0);
    for thread in fs::read_dir(format!("/proc/{pid}/task")).ok()? {
        let folder = thread.ok()?.path();
        let ran = fs::read_to_string(folder.join("schedstat")).ok()?;
        nanos += ran.split_whitespace().next()?.parse::<u64>().ok()?;
        let status = fs::read_to_string(folder.join("status")).ok()?;
        let waits = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?;
        wakes += waits.trim().parse::<u64>().ok()?;
    }
    Some((Duration::from_nanos(nanos), wakes))
}

/// What a process has in memory now.
pub fn resident(pid: u32) -> Option<u64> {
    status(pid, "VmRSS:")
}

/// The most that a process ever had in memory.
pub fn peak(pid: u32) -> Option<u64> {
    status(pid, "VmHWM:")
}

/// A number of proc_pid_status(5) in bytes; `None` when the process has ended.
fn status(pid: u32, field: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(field))?;
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes * 1024)
}

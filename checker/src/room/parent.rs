//! The checker's side of a room: start it, wait for its answer.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::DumpableBehavior;

use super::{Order, folder, role, sweep};
use crate::verdict::{Message, Outcome, Verdict};

/// No check takes this long, however loaded the machine: a room that does is itself at fault.
const LONGEST: Duration = Duration::from_secs(180);

/// Runs one check in a room of its own and waits for its outcome. Call it from a thread that lives on.
pub fn run(order: &Order) -> Outcome {
    timed(|| ask(order, None))
}

/// The same, and the room records the packets of its loopback in this file (`crate::packets`).
pub fn run_recorded(order: &Order, file: File) -> Outcome {
    timed(|| ask(order, Some(file)))
}

fn timed(ask: impl FnOnce() -> io::Result<Outcome>) -> Outcome {
    let begun = Instant::now();
    let mut outcome = ask().unwrap_or_else(Outcome::broke);
    outcome.micros = begun.elapsed().as_micros() as u64;
    outcome
}

/// Whether this machine lets an ordinary user have namespaces; if not, why.
pub fn namespaces() -> Result<(), Message> {
    let outcome = ask(&Order::only_to_try(), None).unwrap_or_else(Outcome::broke);
    match outcome.reason {
        None => Ok(()),
        Some(reason) => {
            let why = reason.args.into_iter().map(|(_, what)| what).collect::<String>();
            // Nothing is wrong with a disk: `unshare` says so where a limit of namespaces is reached.
            if why == io::Error::from(Errno::NOSPC).to_string() {
                return Err(Message::new("reason-no-namespace-left"));
            }
            Err(Message::new("reason-no-namespaces").with("error", why))
        }
    }
}

fn ask(order: &Order, record: Option<File>) -> io::Result<Outcome> {
    if !order.namespaces {
        prepare_for_the_worst();
    }
    let (role, stderr) = match record {
        _ if !order.namespaces => (role::PLAIN, Stdio::null()),
        None => (role::OUTER, Stdio::null()),
        Some(file) => (role::RECORDED, Stdio::from(file)),
    };
    let mut started = Started::new(role, stderr)?;
    let child = &mut started.child;
    let mut order = serde_json::to_vec(order)?;
    order.push(b'\n');
    // The pipe stays open until the answer is there: it is by its end that a room knows that the checker is gone.
    let mut lifeline = child.stdin.take();
    let answer = match lifeline.as_mut().map(|pipe| pipe.write_all(&order)) {
        Some(Err(error)) => Err(error),
        _ => answer_of(child),
    };
    drop(lifeline);
    drop(started);
    let answer = answer?;
    if answer.is_empty() {
        return Err(io::Error::other("the room ended without an answer"));
    }
    Ok(serde_json::from_slice(&answer)?)
}

/// Without namespaces a program may do to the checker, and to its room, what the user may do. It shall not read or
/// trace the checker, from which it could forge a verdict; and what a room leaves that was killed by its program comes
/// to the checker instead of going on by itself.
fn prepare_for_the_worst() {
    let _ = rustix::process::set_dumpable_behavior(DumpableBehavior::NotDumpable);
    let _ = rustix::process::set_child_subreaper(Some(rustix::process::getpid()));
}

/// The rooms that run: any other child is a stray.
static ROOMS: Mutex<BTreeSet<i32>> = Mutex::new(BTreeSet::new());

fn rooms() -> MutexGuard<'static, BTreeSet<i32>> {
    ROOMS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A room that was started. Nothing of it is left when it is dropped.
struct Started {
    child: Child,
    /// What it leaves comes to the checker.
    leaves_strays: bool,
    folder: PathBuf,
}

impl Started {
    fn new(role: &str, stderr: Stdio) -> io::Result<Self> {
        let folder = folder::name();
        // Nobody shall take the room for a stray before it is in the list.
        let mut rooms = rooms();
        let child = command(role, &folder).stderr(stderr).spawn()?;
        rooms.insert(child.id() as i32);
        Ok(Self { child, leaves_strays: role == role::PLAIN, folder })
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        // A room that has answered ends at once; one that did not is ended.
        drop(self.child.stdin.take());
        let ended = self.child.wait_or_kill();
        let mut rooms = rooms();
        rooms.remove(&(self.child.id() as i32));
        if self.leaves_strays && !ended.is_ok_and(|status| status.success()) {
            sweep::end_strays(&rooms);
        }
        drop(rooms);
        if self.folder.exists() {
            folder::remove(&self.folder);
        }
    }
}

fn command(role: &str, folder: &Path) -> Command {
    // Even if the file has been replaced since: this is the checker that runs.
    let mut command = Command::new("/proc/self/exe");
    command.args(["room", role]).arg(folder);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    // Ctrl-C in the terminal is for the checker; the room follows it through its lifeline.
    command.process_group(0);
    command
}

/// Everything that the room writes until it closes its stdout.
fn answer_of(child: &mut Child) -> io::Result<Vec<u8>> {
    let Some(pipe) = child.stdout.take() else { return Ok(Vec::new()) };
    let mut pipe = File::from(OwnedFd::from(pipe));
    let until = Instant::now() + LONGEST;
    let (mut answer, mut buffer) = (Vec::new(), [0; 16 * 1024]);
    loop {
        let left = until.saturating_duration_since(Instant::now());
        let left = Timespec { tv_sec: left.as_secs() as _, tv_nsec: 0 };
        match poll(&mut [PollFd::new(&pipe, PollFlags::IN)], Some(&left)) {
            Ok(0) => return Err(io::Error::other("the room did not answer")),
            Err(Errno::INTR) => continue,
            Err(error) => return Err(error.into()),
            Ok(_) => {}
        }
        match pipe.read(&mut buffer)? {
            0 => return Ok(answer),
            read => answer.extend(&buffer[..read]),
        }
    }
}

trait WaitOrKill {
    fn wait_or_kill(&mut self) -> io::Result<ExitStatus>;
}

impl WaitOrKill for Child {
    fn wait_or_kill(&mut self) -> io::Result<ExitStatus> {
        let id = rustix::process::Pid::from_child(self);
        let gone = rustix::process::pidfd_open(id, rustix::process::PidfdFlags::empty())?;
        let patience = Timespec { tv_sec: 10, tv_nsec: 0 };
        if poll(&mut [PollFd::new(&gone, PollFlags::IN)], Some(&patience)) == Ok(0) {
            self.kill()?;
        }
        self.wait()
    }
}

impl Outcome {
    /// The machine or the checker is to blame, for this reason.
    pub fn not_judged(reason: Message) -> Self {
        Self { verdict: Verdict::NotJudged, reason: Some(reason), evidence: None, conversation: Vec::new(), micros: 0 }
    }

    /// The room itself failed.
    pub(super) fn broke(what: impl Display) -> Self {
        Self::not_judged(Message::new("reason-checker-failed").with("what", what))
    }

    pub(super) fn nothing_to_do() -> Self {
        Self { verdict: Verdict::Pass, reason: None, evidence: None, conversation: Vec::new(), micros: 0 }
    }
}

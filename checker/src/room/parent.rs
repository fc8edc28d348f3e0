//! The checker's side of a room: start it, wait for its answer.

use std::fmt::Display;
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::{Order, role};
use crate::verdict::{Message, Outcome, Verdict};

/// No check takes this long, however loaded the machine: a room that does is itself at fault.
const LONGEST: Duration = Duration::from_secs(180);

/// Runs one check in a room of its own and waits for its outcome. Call it from a thread that lives on.
pub fn run(order: &Order) -> Outcome {
    let begun = Instant::now();
    let mut outcome = ask(order).unwrap_or_else(Outcome::broke);
    outcome.micros = begun.elapsed().as_micros() as u64;
    outcome
}

/// Whether this machine lets an ordinary user have namespaces; if not, why.
pub fn namespaces() -> Result<(), Message> {
    let outcome = ask(&Order::only_to_try()).unwrap_or_else(Outcome::broke);
    match outcome.reason {
        None => Ok(()),
        Some(reason) => {
            let why = reason.args.into_iter().map(|(_, what)| what).collect::<String>();
            Err(Message::new("reason-no-namespaces").with("error", why))
        }
    }
}

fn ask(order: &Order) -> io::Result<Outcome> {
    let role = if order.namespaces { role::OUTER } else { role::PLAIN };
    let mut child = command(role)?.spawn()?;
    let mut order = serde_json::to_vec(order)?;
    order.push(b'\n');
    // The pipe stays open until the answer is there: it is by its end that a room knows that the checker is gone.
    let mut lifeline = child.stdin.take();
    let answer = match lifeline.as_mut().map(|pipe| pipe.write_all(&order)) {
        Some(Err(error)) => Err(error),
        _ => answer_of(&mut child),
    };
    drop(lifeline);
    end(&mut child);
    let answer = answer?;
    if answer.is_empty() {
        return Err(io::Error::other("the room ended without an answer"));
    }
    Ok(serde_json::from_slice(&answer)?)
}

fn command(role: &str) -> io::Result<Command> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["room", role]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    // Ctrl-C in the terminal is for the checker; the room follows it through its lifeline.
    command.process_group(0);
    Ok(command)
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
            Err(rustix::io::Errno::INTR) => continue,
            Err(error) => return Err(error.into()),
            Ok(_) => {}
        }
        match pipe.read(&mut buffer)? {
            0 => return Ok(answer),
            read => answer.extend(&buffer[..read]),
        }
    }
}

/// A room that has answered ends at once; one that did not is ended.
fn end(child: &mut Child) {
    drop(child.stdin.take());
    let _ = child.wait_or_kill();
}

trait WaitOrKill {
    fn wait_or_kill(&mut self) -> io::Result<()>;
}

impl WaitOrKill for Child {
    fn wait_or_kill(&mut self) -> io::Result<()> {
        let id = rustix::process::Pid::from_child(self);
        let gone = rustix::process::pidfd_open(id, rustix::process::PidfdFlags::empty())?;
        let patience = Timespec { tv_sec: 10, tv_nsec: 0 };
        if poll(&mut [PollFd::new(&gone, PollFlags::IN)], Some(&patience)) == Ok(0) {
            self.kill()?;
        }
        self.wait().map(drop)
    }
}

impl Outcome {
    /// The machine or the checker is to blame, for this reason.
    pub fn not_judged(reason: Message) -> Self {
        Self { verdict: Verdict::NotJudged, reason: Some(reason), evidence: None, micros: 0 }
    }

    /// The room itself failed.
    pub(super) fn broke(what: impl Display) -> Self {
        Self::not_judged(Message::new("reason-checker-failed").with("what", what))
    }

    pub(super) fn nothing_to_do() -> Self {
        Self { verdict: Verdict::Pass, reason: None, evidence: None, micros: 0 }
    }
}

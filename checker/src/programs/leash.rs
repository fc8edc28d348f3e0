//! A program that ends when the checker ends, however that is, and with it all that it started: the checker starts
//! itself again, which starts the program and watches a pipe whose other end the checker holds.

use std::ffi::{OsStr, OsString};
use std::io;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Pid, PidfdFlags, Signal, getpid, kill_process, pidfd_open, set_child_subreaper};

use crate::room::sweep;

/// The hidden subcommand.
pub const NAME: &str = "leash";

/// What a shell says of a command that it did not find.
pub const NOT_FOUND: u8 = 127;

/// And of one that it may not start.
pub const NOT_STARTED: u8 = 126;

/// A command for `program` that ends as soon as its stdin, a pipe, does.
pub fn command(program: &OsStr) -> Command {
    // Even if the file has been replaced since: this is the checker that runs.
    let mut command = Command::new("/proc/self/exe");
    command.arg(NAME).arg(program).stdin(Stdio::piped());
    // Ctrl-C in the terminal is for the checker: it is its end that counts here.
    command.process_group(0);
    command
}

/// `checker leash PROGRAM ARGUMENT…`
pub fn main(mut args: impl Iterator<Item = OsString>) -> ExitCode {
    let Some(program) = args.next() else { return ExitCode::FAILURE };
    match Command::new(program).args(args).stdin(Stdio::null()).spawn() {
        Ok(child) => watch(child).map_or(ExitCode::FAILURE, end_like),
        Err(error) if error.kind() == io::ErrorKind::NotFound => ExitCode::from(NOT_FOUND),
        Err(_) => ExitCode::from(NOT_STARTED),
    }
}

/// Waits for the end of the program, or else of the checker.
fn watch(mut child: Child) -> io::Result<ExitStatus> {
    // What the program leaves without a parent is not to escape.
    set_child_subreaper(Some(getpid()))?;
    let ended = pidfd_open(Pid::from_child(&child), PidfdFlags::empty())?;
    let lifeline = rustix::stdio::stdin();
    loop {
        let mut both = [PollFd::new(&ended, PollFlags::IN), PollFd::new(&lifeline, PollFlags::empty())];
        match poll(&mut both, None) {
            Err(rustix::io::Errno::INTR) => continue,
            polled => polled?,
        };
        if !both[0].revents().is_empty() {
            return child.wait();
        }
        sweep::end_all(false);
        return Err(io::ErrorKind::BrokenPipe.into());
    }
}

/// Ends in the same way: who waits for this process wants to know how the program ended.
fn end_like(status: ExitStatus) -> ExitCode {
    if let Some(signal) = status.signal().and_then(Signal::from_named_raw) {
        let _ = kill_process(getpid(), signal);
    }
    status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from)
}

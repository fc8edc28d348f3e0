//! The room's side: from the hidden subcommand to a place in which a check can run.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use rustix::process::{DumpableBehavior, Signal, WaitOptions};

use super::{Folder, Order, confine, folder, furnish, network, role, sweep};
use crate::verdict::Outcome;

/// A room that is ready for its check.
pub struct Room {
    pub order: Order,
    /// Where programs may write.
    pub folder: Folder,
    /// Whether its stderr is a file for the packets of its loopback.
    recorded: bool,
}

impl Room {
    /// Ends with the end of the checker: a check waits on it with everything else.
    pub fn lifeline(&self) -> BorrowedFd<'static> {
        rustix::stdio::stdin()
    }

    /// The file in which the packets are to be recorded, where somebody wants them.
    pub fn record(&self) -> Option<File> {
        let file = self.recorded.then(|| rustix::stdio::stderr().try_clone_to_owned().ok()).flatten();
        file.map(File::from)
    }

    /// The checker is gone: end everything at once.
    pub fn abandon(&self) -> ! {
        self.clear();
        std::process::exit(1)
    }

    fn clear(&self) {
        sweep::end_all(self.order.namespaces);
        if !self.order.namespaces {
            folder::remove(&self.folder.0);
        }
    }
}

/// Becomes the part of a room that the arguments say, and runs `check` where there is a room to run it in.
pub fn enter(arguments: &[String], check: impl FnOnce(&Rc<Room>) -> Outcome) -> ExitCode {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    confine::keep_descriptors();
    let done = match arguments.as_slice() {
        [role::OUTER, folder] => outer(Path::new(folder), false, check),
        [role::RECORDED, folder] => outer(Path::new(folder), true, check),
        [role::PLAIN, folder] => plain(Path::new(folder), check),
        _ => Err(io::Error::other("`checker room` is for the checker itself")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            answer(&Outcome::broke(error));
            ExitCode::FAILURE
        }
    }
}

fn answer(outcome: &Outcome) {
    if let Ok(json) = serde_json::to_vec(outcome) {
        let _ = io::stdout().write_all(&json);
        let _ = io::stdout().flush();
    }
}

/// Leaves for new namespaces, starts the first process there and waits for its end. It stays behind only to remove
/// the folder, which the first process sees as read-only but for the tmpfs on top of it.
fn outer(folder: &Path, recorded: bool, check: impl FnOnce(&Rc<Room>) -> Outcome) -> io::Result<()> {
    folder::make(folder)?;
    let ended = furnish::leave().and_then(|()| match confine::fork()? {
        Some(first) => Ok(rustix::process::waitpid(Some(first), WaitOptions::empty())?),
        None => std::process::exit(match first(folder, recorded, check) {
            Ok(()) => 0,
            Err(error) => {
                answer(&Outcome::broke(error));
                1
            }
        }),
    });
    folder::remove(folder);
    ended.map(drop)
}

/// The first process of the new namespaces.
fn first(folder: &Path, recorded: bool, check: impl FnOnce(&Rc<Room>) -> Outcome) -> io::Result<()> {
    rustix::process::set_parent_process_death_signal(Some(Signal::KILL))?;
    furnish::furnish(folder)?;
    network::bring_up()?;
    // A judged program can then neither trace this process nor read its descriptors.
    rustix::process::set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    judge(read_order()?, folder.join(furnish::WORK), recorded, check)
}

/// A room without namespaces.
fn plain(folder: &Path, check: impl FnOnce(&Rc<Room>) -> Outcome) -> io::Result<()> {
    rustix::process::set_child_subreaper(Some(rustix::process::getpid()))?;
    rustix::process::set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    let order = read_order()?;
    folder::make(folder)?;
    judge(order, folder.to_owned(), false, check)
}

fn judge(order: Order, folder: PathBuf, recorded: bool, check: impl FnOnce(&Rc<Room>) -> Outcome) -> io::Result<()> {
    let room = Rc::new(Room { order, folder: Folder(folder), recorded });
    let outcome = if room.order.is_only_to_try() { Outcome::nothing_to_do() } else { check(&room) };
    room.clear();
    answer(&outcome);
    Ok(())
}

/// One line of stdin. It is read byte by byte: nothing more may be taken from the pipe whose end tells so much.
fn read_order() -> io::Result<Order> {
    let mut stdin = File::from(rustix::stdio::stdin().as_fd().try_clone_to_owned()?);
    let (mut line, mut byte) = (Vec::new(), [0]);
    while stdin.read(&mut byte)? == 1 && byte != *b"\n" {
        line.extend(byte);
    }
    Ok(serde_json::from_slice(&line)?)
}

//! A program that ends when the checker ends, however that is, without `unsafe`: the checker starts itself again,
//! which ties itself to the first one and then becomes the program.

use std::ffi::{OsStr, OsString};
use std::os::unix::process::CommandExt;
use std::process::{Command, ExitCode, id};

use rustix::process::{Signal, getppid, set_parent_process_death_signal};

/// The hidden subcommand.
pub const NAME: &str = "leash";

/// What a shell says of a command that it did not find.
pub const NOT_FOUND: u8 = 127;

/// And of one that it may not start.
pub const NOT_STARTED: u8 = 126;

/// A command for `program` that ends with the thread that starts it.
pub fn command(program: &OsStr) -> Command {
    // Even if the file has been replaced since: this is the checker that runs.
    let mut command = Command::new("/proc/self/exe");
    command.arg(NAME).arg(id().to_string()).arg(program);
    command
}

/// `checker leash PARENT PROGRAM ARGUMENT…`
pub fn main(mut args: impl Iterator<Item = OsString>) -> ExitCode {
    let (parent, program) = (args.next(), args.next());
    let tied = set_parent_process_death_signal(Some(Signal::TERM)).is_ok();
    // The checker may have ended before that, and somebody else be the parent now.
    let now = getppid().map(|parent| parent.as_raw_nonzero().to_string());
    let (Some(program), true, true) = (program, tied, parent.and_then(|it| it.into_string().ok()) == now) else {
        return ExitCode::FAILURE;
    };
    let error = Command::new(program).args(args).exec();
    ExitCode::from(if error.kind() == std::io::ErrorKind::NotFound { NOT_FOUND } else { NOT_STARTED })
}

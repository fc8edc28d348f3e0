//! Where a check runs: namespaces, limits, and the end of everything that was started in it.
//!
//! # How a room works
//!
//! The checker starts itself again (`checker room`), and that child is the room: it gets its order as a line of JSON
//! on its stdin and answers with the outcome as JSON on its stdout. No judged program inherits either pipe. The
//! checker keeps the stdin pipe open as long as it lives; when it ends, in whatever way, the room sees the end of
//! that pipe and ends itself and all that it started.
//!
//! Where the kernel allows it, the room first leaves for user, PID, network, IPC and mount namespaces of its own, and
//! a second child becomes the first process there (`namespaces`, `entry`). When that process ends, the kernel ends
//! every other one in the namespace. Elsewhere (`--no-namespaces`) the room is a subreaper and sweeps up after itself
//! (`sweep`). In both, a program starts without any privilege and with limits (`confine`).

mod confine;
mod entry;
mod folder;
mod furnish;
mod network;
mod parent;
pub mod sweep;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::programs::Launch;

pub use confine::{Ring, start};
pub use entry::{Room, enter};
pub use parent::{namespaces, run, run_recorded};

/// What a room is to do: the check, the programs that it judges, and the seed of what is said.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Order {
    pub check: String,
    pub programs: BTreeMap<String, Launch>,
    pub seed: u64,
    /// Whether the check gets namespaces of its own.
    pub namespaces: bool,
    /// Whether the conversation is wanted of a check that passes, too.
    pub tells_all: bool,
}

impl Order {
    /// No check: only to see whether there can be a room with namespaces at all.
    fn only_to_try() -> Self {
        Self { check: String::new(), programs: BTreeMap::new(), seed: 0, namespaces: true, tells_all: false }
    }

    fn is_only_to_try(&self) -> bool {
        self.check.is_empty()
    }
}

/// The hidden subcommand's arguments: what kind of room the process is to be.
mod role {
    /// Leaves for new namespaces, and forks their first process.
    pub const OUTER: &str = "outer";
    /// The same, and its stderr is a file in which the packets of its loopback are recorded (`crate::packets`).
    pub const RECORDED: &str = "recorded";
    /// A room without namespaces.
    pub const PLAIN: &str = "plain";
}

/// The folder in which everything that a check writes lies.
#[derive(Clone, Debug)]
pub struct Folder(pub PathBuf);

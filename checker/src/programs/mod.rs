//! From a crate, or a command line, to something that can be started.

mod alone;
mod cargo;
mod command;
mod crates;
pub mod leash;
mod workspace;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

pub use command::named;
pub use crates::{Built, Failure, Package, build};
pub use workspace::find_root;

/// A program that can be started, before the arguments that a check gives it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Launch {
    /// The program and its first arguments, `["python3", "server.py"]`.
    pub argv: Vec<String>,
    /// The folder in which a relative path in `argv` is meant; `None` for a built program, which starts in the
    /// room's own folder.
    pub folder: Option<PathBuf>,
}

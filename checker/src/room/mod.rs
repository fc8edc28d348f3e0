//! Where a check runs: namespaces, limits, and the end of everything that was started in it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::programs::Launch;
use crate::verdict::{Message, Outcome, Verdict};

/// What a room is to do: the check, the programs that it judges, and the seed of what is said.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Order {
    pub check: String,
    pub programs: BTreeMap<String, Launch>,
    pub seed: u64,
    /// Whether the check gets namespaces of its own.
    pub namespaces: bool,
}

/// Runs one check in a room of its own and waits for its outcome. Call it from a thread that lives on.
pub fn run(_order: &Order) -> Outcome {
    Outcome {
        verdict: Verdict::NotJudged,
        reason: Some(Message::new("room-unfinished")),
        evidence: None,
        micros: 0,
    }
}

/// Whether this machine lets an ordinary user have namespaces; if not, why.
pub fn namespaces() -> Result<(), Message> {
    Ok(())
}

/// `checker room …`: the child process in which a check runs.
pub fn main(_args: Vec<String>) -> std::process::ExitCode {
    std::process::ExitCode::from(2)
}

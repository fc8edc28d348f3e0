//! What is left to see of a program after something has happened to it.

use super::failure::panic_in;
use super::{Program, Step};
use crate::verdict::{Finding, Message};

impl Program {
    /// All that it has shown so far, whether a step has looked at it or not.
    pub fn has_shown(&self) -> Vec<u8> {
        self.with(|program| program.stdout.kept.clone())
    }

    /// After a fence: none of its threads has panicked, though it runs on.
    pub fn has_not_panicked(&self) -> Step {
        match panic_in(self.complaint().as_bytes()) {
            None => Ok(()),
            Some(_) => {
                let finding = Finding::Said(Message::new("said-panicked"));
                Err(self.lab().fails(Message::new("expect-no-panic"), None, None, finding))
            }
        }
    }
}

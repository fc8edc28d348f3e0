//! Questions about which lines are missing.

use crate::verdict::Evidence;

impl Evidence {
    /// What came is what was wanted, without the empty line that it begins with.
    pub fn lacks_an_empty_line(&self) -> bool {
        self.whole().is_some_and(|(wanted, came)| wanted.len() > 1 && wanted.strip_prefix(b"\n") == Some(came))
    }
}

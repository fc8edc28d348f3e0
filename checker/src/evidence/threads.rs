//! Questions about a program of several threads.

use crate::verdict::Evidence;

impl Evidence {
    /// An exception (Python) or a panic (Rust) has ended a thread, and the program runs on without it.
    pub fn lost_a_thread(&self) -> bool {
        self.stderr_has("Exception in thread") && self.runs() || self.panicked_beside_main()
    }

    /// A thread that is not the first has panicked, and the program runs.
    pub fn panicked_beside_main(&self) -> bool {
        self.panicked() && self.runs() && !self.stderr_has("thread 'main'")
    }
}

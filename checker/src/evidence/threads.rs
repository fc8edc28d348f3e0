//! Questions about a program of several threads.

use crate::verdict::{Evidence, Waits, WaitsOn};

impl Evidence {
    /// An exception (Python) or a panic (Rust) has ended a thread, and the program runs on without it.
    pub fn lost_a_thread(&self) -> bool {
        self.stderr_has("Exception in thread") && self.runs() || self.panicked_beside_main()
    }

    /// Two threads wait in a write to the same client: nothing keeps the second away while the first writes.
    pub fn several_write_to_one(&self) -> bool {
        let writes = |waits: &&Waits| matches!(waits.call.as_deref(), Some("write" | "sendto" | "sendmsg" | "writev"));
        let writing: Vec<&WaitsOn> = self.waits().filter(writes).map(|waits| &waits.on).collect();
        let to = |on: &WaitsOn| if let WaitsOn::Tcp { remote, .. } = on { Some(remote.clone()) } else { None };
        let peers: Vec<String> = writing.into_iter().filter_map(to).collect();
        peers.iter().enumerate().any(|(at, peer)| peers[..at].contains(peer))
    }

    /// More than one thread waits, or computes.
    pub fn has_several_threads(&self) -> bool {
        self.waits().nth(1).is_some()
    }

    /// A thread that is not the first has panicked, and the program runs.
    pub fn panicked_beside_main(&self) -> bool {
        self.panicked() && self.runs() && !self.stderr_has("thread 'main'")
    }
}

//! A program that never rests: when nobody need wait any longer for what it may still do.

use std::fs;

use super::world::World;
use crate::verdict::What;

/// Even a slow language on a slow machine has long been through so many bytes.
const LITTLE: usize = 4096;

impl World {
    /// The program has nothing to compute for long: it had so little to read, and no file. And it is no more about to
    /// start, for something has come of it.
    pub fn has_given_little_to_do(&self) -> bool {
        let judged = self.judged();
        let since = self.conversation.rsplit(|event| matches!(event.what, What::Starts(_))).next().unwrap_or_default();
        let has_begun = since.iter().any(|event| event.who == judged);
        let given = self.conversation.iter().filter(|event| event.who != judged).map(|event| match &event.what {
            What::Datagram(bytes) | What::Segment(bytes) | What::Types(bytes) => bytes.len,
            What::LeftOut(_) => LITTLE,
            _ => 0,
        });
        let has_files = || fs::read_dir(&self.room.folder.0).map_or(true, |mut entries| entries.next().is_some());
        has_begun && given.sum::<usize>() < LITTLE && !has_files()
    }
}

//! Threads and processor time: who does the work, and what that one does when there is none.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::turn::{PATIENT, Patience};
use super::{Lab, Program, Step};
use crate::kernel::processes;
use crate::kernel::threads::{Effort, effort};
use crate::verdict::{Finding, Message};

/// A process and a thread of it.
pub type ThreadId = (i32, i32);

/// How long a program is watched that does not rest for good.
const SPAN: Duration = Duration::from_millis(4100);
/// How often it may wake up, beside once a second.
const MORE_WAKES: u64 = 2;
/// What it may compute in that time.
const MOST_TIME: Duration = Duration::from_millis(60);

impl Program {
    /// Whether it was built here from a crate, and not brought with a command of its own: only of such a one is known
    /// that all its threads are its own doing.
    pub fn is_built_here(&self) -> bool {
        let world = self.lab().world.borrow();
        world.room.order.programs.get(&self.lab().program).is_some_and(|launch| launch.folder.is_none())
    }

    /// Which of its threads has most to do while this happens.
    pub fn busiest_while(&self, happens: impl FnOnce() -> Step) -> Step<Option<ThreadId>> {
        let before = self.lab().efforts();
        happens()?;
        let spent = |(id, now): (ThreadId, Effort)| (before.get(&id).map_or(now, |then| now.since(then)), id);
        // Who waits for something, gets it and waits again does the work; one that never waits is known by its time.
        let busiest = self.lab().efforts().into_iter().map(spent).max_by_key(|(spent, _)| (spent.wakes, spent.time));
        Ok(busiest.map(|(_, id)| id))
    }

    /// In a span in which nobody says anything, this thread waits.
    pub fn idles(&self, (process, thread): ThreadId) -> Step {
        let begun = Instant::now();
        let Some(before) = effort(process, thread) else { return Ok(()) };
        let patience = Patience { idle: SPAN, whole: SPAN, ..PATIENT };
        // One that waits without a limit will not do anything by itself, and is not watched any longer.
        let restless = self.lab().wait_with(patience, false, |_| {
            let spent = effort(process, thread)?.since(&before);
            (spent.wakes > begun.elapsed().as_secs() + 1 + MORE_WAKES || spent.time > MOST_TIME).then_some(spent)
        });
        let expected = Message::new("expect-idle");
        match restless {
            Err(halt) => self.lab().unless_hopeless(expected, Err(halt)),
            Ok(spent) => {
                let said = Message::new("said-restless").with("wakes", spent.wakes);
                let said = said.with("time", spent.time.as_millis()).with("span", begun.elapsed().as_millis());
                Err(self.lab().fails(expected, None, None, Finding::Said(said)))
            }
        }
    }
}

impl Lab {
    /// What each thread of each process has done so far.
    fn efforts(&self) -> BTreeMap<ThreadId, Effort> {
        let ids = self.processes().into_iter().flat_map(|pid| {
            let threads = processes::threads(pid).into_iter();
            threads.map(move |thread| (pid, thread))
        });
        ids.filter_map(|(process, thread)| Some(((process, thread), effort(process, thread)?))).collect()
    }
}

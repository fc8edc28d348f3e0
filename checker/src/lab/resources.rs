//! What a program holds: descriptors, threads, memory.

use super::Lab;
use super::program::Program;
use super::stall;
use super::world::World;
use crate::kernel::processes;

/// What all processes of a program hold together.
#[derive(Clone, Copy, Debug)]
pub struct Holdings {
    pub descriptors: usize,
    pub threads: usize,
    /// Bytes.
    pub memory: u64,
}

impl Program {
    /// What it holds now. After a fence: what it is about to let go of counts too.
    pub fn holds(&self) -> Holdings {
        let processes = self.lab().processes();
        Holdings {
            descriptors: processes.iter().map(|pid| processes::descriptors(*pid).len()).sum(),
            threads: processes.iter().map(|pid| processes::threads(*pid).len()).sum(),
            memory: processes.iter().map(|pid| processes::resident(*pid)).sum(),
        }
    }

    /// The most memory that its processes ever used, in bytes.
    pub fn most_memory(&self) -> u64 {
        self.lab().processes().iter().map(|pid| processes::most_resident(*pid)).sum()
    }
}

impl Lab {
    pub(super) fn processes(&self) -> Vec<i32> {
        living(&self.world.borrow())
    }
}

/// The living processes of the room.
fn living(world: &World) -> Vec<i32> {
    let all = processes::descendants(world.room.order.namespaces);
    all.into_iter().filter(|pid| processes::stat(*pid).is_some_and(|stat| stat.state != 'Z')).collect()
}

/// Whether a signal has stopped all threads of the room.
pub fn have_stopped(world: &World) -> bool {
    let is_stopped =
        |(pid, tid)| processes::thread_state(pid, tid).is_none_or(|state| matches!(state, 'T' | 't' | 'Z' | 'X'));
    stall::list(world).into_iter().all(is_stopped)
}

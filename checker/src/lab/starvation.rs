//! How long the program could not run although it would: time that nobody may hold against it.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use crate::kernel::threads::{self, Thread};

/// The disk is no excuse for longer than this: a process that forks by vfork(2) looks just as if it waited for one.
const MOST_DISK: Duration = Duration::from_secs(10);

/// Longer than this without a look, and the whole machine stood still: a host that takes a virtual machine's processors
/// away, a laptop that was shut.
const STOOD_STILL: Duration = Duration::from_millis(500);

/// Looks are never further apart than this: where no verdict hangs on how long it takes, whatever is more is no
/// program's.
pub const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// What was starved until a look, since the check began.
#[derive(Clone, Copy, Default)]
pub struct Starved {
    /// Of the program's threads that wanted to run, the one that waited longest; and what the machine stood still.
    pub longest: Duration,
    /// The checker's own wait for a processor.
    pub own: Duration,
    /// As if all had waited one after another, the checker among them, though some did at the same time; and whenever
    /// the checker did not come to look.
    pub all: Duration,
    /// Not starved, on the contrary: how long the thread that ran most was on a processor.
    pub busy: Duration,
}

/// Counts from look to look, for threads come and go.
pub struct Starvation {
    /// When the last look was taken, and how long each thread had waited for a processor and been on one by then, in ns.
    looked: Instant,
    known: HashMap<i32, [u64; 2]>,
    /// What the checker itself had waited.
    own: u64,
    disk: Duration,
    total: Starved,
}

impl Starvation {
    pub fn new() -> Self {
        Self {
            looked: Instant::now(),
            known: HashMap::new(),
            own: threads::own_run_delay(),
            disk: Duration::ZERO,
            total: Starved::default(),
        }
    }

    /// A wait begins: what was before it is of no matter, and the machine may stand still before its first look.
    pub fn begins(&mut self) -> Starved {
        self.looked = Instant::now();
        self.total
    }

    /// Adds what has passed since the last look: the longest that one of these threads has waited for a processor, or all
    /// of it if one waits for a disk. Who sleeps loses nothing by it that the checker can't run.
    pub fn counts(&mut self, threads: &[Thread]) {
        let now = Instant::now();
        let passed = now - self.looked;
        let since = |thread: &Thread| {
            let before = self.known.get(&thread.thread).copied().unwrap_or_default();
            let times = times(thread);
            [0, 1].map(|at| Duration::from_nanos(times[at].saturating_sub(before[at])))
        };
        let (waits, ran): (Vec<Duration>, Vec<Duration>) = threads.iter().map(since).map(<(_, _)>::from).unzip();
        let most = |times: &[Duration]| times.iter().copied().max().unwrap_or_default().min(passed);
        let mut longest = most(&waits).max(passed.saturating_sub(STOOD_STILL));
        if threads.iter().any(|thread| thread.state == 'D') && self.disk < MOST_DISK {
            self.disk += passed - longest;
            longest = passed;
        }
        let own = threads::own_run_delay();
        let own_wait = Duration::from_nanos(own.saturating_sub(self.own));
        let with_own = waits.iter().sum::<Duration>() + own_wait;
        self.total.longest += longest;
        self.total.own += own_wait;
        // Two threads that never rest wait for a processor as fast as time passes: some of it has to count.
        self.total.all += longest.max(with_own.min(passed * 4 / 5)).max(passed.saturating_sub(BETWEEN_LOOKS));
        self.total.busy += most(&ran);
        self.looked = now;
        self.own = own;
        self.known = threads.iter().map(|thread| (thread.thread, times(thread))).collect();
    }

    pub fn total(&self) -> Starved {
        self.total
    }
}

fn times(thread: &Thread) -> [u64; 2] {
    [thread.run_delay(), thread.run_time()]
}

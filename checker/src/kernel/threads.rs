//! What each thread of a program is doing, and whether it has run since the last look.

use std::fs;
use std::time::Duration;

use super::calls::{self, Call, Shape};
use super::processes;

/// One thread at one moment.
#[derive(Clone, Debug)]
pub struct Thread {
    pub process: i32,
    pub thread: i32,
    /// `R`, `S`, `T` … of proc_pid_stat(5).
    pub state: char,
    pub doing: Doing,
    /// Time on a processor, time in wait for one (both in ns) and turns: `schedstat`, as the kernel writes it.
    pub ran: String,
}

/// What a thread does.
#[derive(Clone, Debug)]
pub enum Doing {
    Computes,
    /// It waits in a call; the arguments are those of the call.
    Waits {
        call: &'static Call,
        arguments: [u64; 6],
    },
    /// The kernel does not tell, or the call is none of which one knows how it waits.
    Unknown,
}

impl Thread {
    /// Looks at one thread; `None` when it has ended.
    pub fn look(process: i32, thread: i32) -> Option<Self> {
        let folder = format!("/proc/{process}/task/{thread}");
        // In this order: a thread that runs between the two readings is seen as one that ran.
        let call = fs::read_to_string(format!("{folder}/syscall")).unwrap_or_default();
        let state = processes::thread_state(process, thread)?;
        let ran = fs::read_to_string(format!("{folder}/schedstat")).unwrap_or_default();
        Some(Self { process, thread, state, doing: parse_syscall(&call), ran })
    }

    /// Time on a processor, in ns.
    pub fn run_time(&self) -> u64 {
        schedstat(&self.ran, TIME)
    }

    /// Time in wait for a processor, in ns.
    pub fn run_delay(&self) -> u64 {
        schedstat(&self.ran, DELAY)
    }

    /// Whether its call has no time limit among its arguments.
    pub fn waits_without_limit(&self) -> bool {
        let Doing::Waits { call, arguments } = &self.doing else { return false };
        match call.shape {
            Shape::OnDescriptor | Shape::Child | Shape::Other => true,
            Shape::SeveralMillis(at) => (arguments[at] as i32) < 0,
            Shape::SeveralPointer(at) => arguments[at] == 0,
            Shape::Lock => waits_in_futex(arguments[1]) && arguments[3] == 0,
            Shape::Sleep => false,
        }
    }

    /// The descriptor that its call waits on.
    pub fn descriptor(&self) -> Option<i32> {
        match &self.doing {
            Doing::Waits { call, arguments } if call.shape == Shape::OnDescriptor => Some(arguments[0] as i32),
            _ => None,
        }
    }
}

/// How long the calling thread itself has waited for a processor, in ns.
pub fn own_run_delay() -> u64 {
    schedstat(&fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default(), DELAY)
}

/// The numbers of a schedstat (sched-stats.rst of the kernel's documentation): time on a processor, and time in wait
/// for one, in ns.
const TIME: usize = 0;
const DELAY: usize = 1;

fn schedstat(text: &str, number: usize) -> u64 {
    text.split_whitespace().nth(number).and_then(|n| n.parse().ok()).unwrap_or(0)
}

/// FUTEX_WAIT, FUTEX_LOCK_PI, FUTEX_WAIT_BITSET and FUTEX_LOCK_PI2, without their flags (futex(2)).
fn waits_in_futex(operation: u64) -> bool {
    matches!(operation & 0x7f, 0 | 6 | 9 | 13)
}

/// `0 0x3 0x7f… …`: the number and six arguments; or `running`; or `-1 …`, blocked outside of a call.
fn parse_syscall(text: &str) -> Doing {
    if text.starts_with("running") {
        return Doing::Computes;
    }
    let mut words = text.split_whitespace();
    let Some(call) = words.next().and_then(|n| n.parse().ok()).and_then(calls::by_number) else {
        return Doing::Unknown;
    };
    let mut arguments = [0; 6];
    for (argument, word) in arguments.iter_mut().zip(words) {
        let Ok(value) = u64::from_str_radix(word.trim_start_matches("0x"), 16) else { return Doing::Unknown };
        *argument = value;
    }
    Doing::Waits { call, arguments }
}

/// What a thread has done so far.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// How often it waited for something and went on.
    pub wakes: u64,
    /// Time on a processor.
    pub time: Duration,
}

impl Effort {
    pub fn since(&self, before: &Self) -> Self {
        Self { wakes: self.wakes - before.wakes, time: self.time - before.time }
    }
}

/// What this thread has done; `None` when it has ended.
pub fn effort(process: i32, thread: i32) -> Option<Effort> {
    let folder = format!("/proc/{process}/task/{thread}");
    let status = fs::read_to_string(format!("{folder}/status")).ok()?;
    let wakes = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?.trim().parse().ok()?;
    let ran = fs::read_to_string(format!("{folder}/schedstat")).unwrap_or_default();
    Some(Effort { wakes, time: Duration::from_nanos(schedstat(&ran, TIME)) })
}

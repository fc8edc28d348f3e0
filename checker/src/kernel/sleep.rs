//! When a thread that sleeps will wake.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

use super::threads::{Doing, Thread};

/// `TIMER_ABSTIME` of clock_nanosleep(2).
const ABSOLUTE: u64 = 1;

/// The earliest moment at which it can go on by itself, of a thread that sleeps and was not there before `begun`; `None`
/// where nobody knows.
pub fn wakes(thread: &Thread, begun: Instant) -> Option<Instant> {
    let Doing::Waits { call, arguments } = &thread.doing else { return None };
    match call.name() {
        "nanosleep" => begun.checked_add(time_at(thread.process, arguments[0])?),
        "clock_nanosleep" if arguments[1] & ABSOLUTE == 0 => begun.checked_add(time_at(thread.process, arguments[2])?),
        "clock_nanosleep" => {
            let clock = match arguments[0] {
                0 => ClockId::Realtime,
                1 => ClockId::Monotonic,
                _ => return None,
            };
            let until = time_at(thread.process, arguments[2])?;
            let now = clock_gettime(clock);
            let now = Duration::new(now.tv_sec.try_into().ok()?, now.tv_nsec.try_into().ok()?);
            Instant::now().checked_add(until.saturating_sub(now))
        }
        _ => None,
    }
}

/// The `struct timespec` of a 64-bit system at this address of the process: seconds and nanoseconds.
fn time_at(process: i32, address: u64) -> Option<Duration> {
    let mut bytes = [0; 16];
    File::open(format!("/proc/{process}/mem")).ok()?.read_exact_at(&mut bytes, address).ok()?;
    let (seconds, nanoseconds) = bytes.split_at(8);
    let number = |half: &[u8]| half.try_into().map(i64::from_ne_bytes).ok();
    Some(Duration::new(number(seconds)?.try_into().ok()?, number(nanoseconds)?.try_into().ok()?))
}

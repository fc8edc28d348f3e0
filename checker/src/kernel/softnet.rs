//! Each processor's backlog of packets, in `/proc/net/softnet_stat`: a line a processor, hexadecimal columns without
//! names (`softnet_seq_show` in the kernel's net/core/net-procfs.c).

use std::fs;

/// Packets that found no room in a backlog.
const DROPPED: usize = 1;
/// Packets in the backlog now; older kernels have no such column.
const LENGTH: usize = 11;

/// How many packets the kernel has taken and not yet delivered; 0 where it does not tell.
pub fn waiting() -> u64 {
    sum(LENGTH)
}

/// How many packets it has thrown away because no backlog had room for them.
pub fn dropped() -> u64 {
    sum(DROPPED)
}

/// One column, of all processors together.
fn sum(column: usize) -> u64 {
    let table = fs::read_to_string("/proc/net/softnet_stat").unwrap_or_default();
    let count = |line: &str| u64::from_str_radix(line.split_whitespace().nth(column)?, 16).ok();
    table.lines().filter_map(count).sum()
}

//! Who does not read for a while: what waits for them.

use super::{ANA, BOB, CARO, Chat};
use crate::lab::Until::{self, WasLetGo};
use crate::lab::{Lab, Step, TcpPeer};

/// Who is behind, and not too far, is kept, and misses nothing once it reads again.
pub fn catches_up(lab: &Lab) -> Step {
    const NOT_TOO_FAR: usize = 1 << 19;
    const FAR: usize = 2 << 20;
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    let behind = leaves_behind([&ana, &bob, &caro], LONG_LINES, NOT_TOO_FAR)?;
    if bob.system_keeps().is_none() {
        return Err(bob.is_let_go_too_soon(behind.waiting));
    }
    // All of it, before anybody says anything more: that there is room again is reason enough to write.
    bob.goes_on();
    if bob.hears_until_the_end(&behind.said)? == WasLetGo {
        return Err(bob.is_let_go_too_soon(behind.waiting));
    }
    // Who is far behind may be let go. But whoever stays is told everything: to leave lines out is not the way.
    let behind = leaves_behind([&ana, &bob, &caro], LONG_LINES, FAR)?;
    reads_on(lab, [&ana, &bob, &caro], &behind).map(drop)
}

/// Who did not read reads all that was said meanwhile, and one line more: what comes behind lines that are left out
/// shows that they are.
fn reads_on(lab: &Lab, [talks, slept, listens]: [&TcpPeer; 3], behind: &Behind) -> Step<Until> {
    slept.goes_on();
    lab.settles()?;
    talks.says(format!("{}\n", lab.words()));
    let last = listens.hears_lines(1)?;
    slept.hears_until_the_end(&[&behind.said[..], &last].concat())
}

/// What was said to somebody who does not read.
pub struct Behind {
    pub said: Vec<Vec<u8>>,
    /// How much of it the system does not keep, so that it waits in the program; or no less than that, of who was let go.
    pub waiting: usize,
}

/// Of lines like these, what a write takes where there is little room is mostly a part.
const LONG_LINES: usize = 16_000;
/// Whether a long line passes is not always what a check is about.
pub const SHORT_LINES: usize = 1000;

/// One talks, in lines of this length, one listens, and one does not read, until so much waits for that one or the program has let it go.
pub fn leaves_behind([talks, sleeps, listens]: [&TcpPeer; 3], length: usize, wanted: usize) -> Step<Behind> {
    const PIECE: usize = 64_000;
    // Far more than any system keeps.
    const MOST_PIECES: usize = 400;
    listens.forgets_what_came();
    sleeps.forgets_what_came();
    sleeps.pauses();
    let (count, padding) = (PIECE / length, "0".repeat(length - 10));
    let mut behind = Behind { said: Vec::new(), waiting: 0 };
    let mut due = 0;
    for piece in 0..MOST_PIECES {
        let lines: String = (0..count).map(|line| format!("{padding}{:09}\n", piece * count + line)).collect();
        talks.says(lines);
        // Who listens and who does not get the same.
        let came = listens.hears_lines(count)?;
        listens.forgets_what_came();
        let size = came.iter().map(|line| line.len() + 1).sum::<usize>();
        behind.said.extend(came);
        due += size;
        let Some(kept) = sleeps.system_keeps() else {
            behind.waiting += size;
            break;
        };
        behind.waiting = due.saturating_sub(kept);
        if behind.waiting >= wanted {
            break;
        }
    }
    Ok(behind)
}

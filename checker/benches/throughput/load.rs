//! The load: lines are sent as fast as the relay takes them, and counted where they arrive.
//!
//! One thread does it all, in large pieces, and waits where there is nothing to do: the relay has the rest of the
//! machine.

use std::io::{self, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

/// A line with its end.
pub const LINE: usize = 64;

/// How much is written or read in one call at most.
const PIECE: usize = 256 * 1024;

/// When nothing has moved for so long, nothing will.
const QUIET: Duration = Duration::from_millis(700);

/// Who sends how much.
pub struct Load {
    /// So many clients send, the first ones.
    pub senders: usize,
    /// So many lines each, or without end.
    pub lines: Option<u64>,
    /// No longer than this.
    pub limit: Duration,
}

/// What came of it.
pub struct Delivered {
    /// Lines that arrived, one that arrives twice being two.
    pub lines: u64,
    /// Until the last one arrived.
    pub took: Duration,
    /// The longest time in which nothing arrived.
    pub silence: Duration,
    pub end: End,
}

#[derive(Clone, Copy, PartialEq)]
pub enum End {
    /// All lines have arrived.
    Complete,
    /// The time was over.
    Limit,
    /// All was sent, and then nothing more came: this share is lost.
    Lost(f64),
    /// Nothing could be sent any more, and nothing came.
    Stopped,
    /// The relay closed a connection.
    Closed,
}

impl Delivered {
    pub fn per_second(&self) -> f64 {
        self.lines as f64 / self.took.as_secs_f64()
    }
}

/// Lets all of these clients read while some of them send. Who sends does not get its own.
pub fn run(clients: &[TcpStream], load: &Load) -> io::Result<Delivered> {
    clients.iter().try_for_each(|client| client.set_nonblocking(true))?;
    let each = load.lines.map_or(u64::MAX, |lines| lines * LINE as u64);
    let due = load.lines.map_or(u64::MAX, |lines| lines * load.senders as u64 * (clients.len() as u64 - 1));
    let mut unsent = vec![0; clients.len()];
    unsent[..load.senders].fill(each);
    let text = [[b'x'; LINE - 1].as_slice(), b"\n"].concat().repeat(PIECE / LINE);
    let mut piece = vec![0; PIECE];
    let begun = Instant::now();
    let mut done = Delivered { lines: 0, took: Duration::ZERO, silence: Duration::ZERO, end: End::Complete };
    while done.lines < due {
        let Some(ready) = wait(clients, &unsent)? else {
            let all: u64 = unsent.iter().sum();
            done.end = if all > 0 { End::Stopped } else { End::Lost(1.0 - done.lines as f64 / due as f64) };
            break;
        };
        if begun.elapsed() > load.limit {
            done.end = End::Limit;
            break;
        }
        let before = done.lines;
        for ((mut client, unsent), ready) in clients.iter().zip(&mut unsent).zip(ready) {
            if ready.contains(PollFlags::OUT) {
                // A line that was cut is continued where it was.
                let from = ((each - *unsent) % LINE as u64) as usize;
                let size = (text.len() - from).min(usize::try_from(*unsent).unwrap_or(usize::MAX));
                *unsent -= some(client.write(&text[from..from + size]))?.unwrap_or(0) as u64;
            }
            if ready.intersects(PollFlags::IN | PollFlags::HUP | PollFlags::ERR) {
                match some(client.read(&mut piece))? {
                    Some(0) => {
                        done.end = End::Closed;
                        return Ok(done);
                    }
                    size => done.lines += memchr::memchr_iter(b'\n', &piece[..size.unwrap_or(0)]).count() as u64,
                }
            }
        }
        if done.lines > before {
            let now = begun.elapsed();
            done.silence = done.silence.max(now - done.took);
            done.took = now;
        }
    }
    clients.iter().try_for_each(|client| client.set_nonblocking(false))?;
    Ok(done)
}

/// Waits until something can be read or sent, and says where; `None` when it is quiet.
fn wait(clients: &[TcpStream], unsent: &[u64]) -> io::Result<Option<Vec<PollFlags>>> {
    let wanted = |unsent: &u64| if *unsent > 0 { PollFlags::IN | PollFlags::OUT } else { PollFlags::IN };
    let mut polled: Vec<PollFd> =
        clients.iter().zip(unsent).map(|(client, unsent)| PollFd::new(client, wanted(unsent))).collect();
    let quiet = Timespec::try_from(QUIET).expect("less than a second");
    let ready = poll(&mut polled, Some(&quiet))?;
    Ok((ready > 0).then(|| polled.iter().map(PollFd::revents).collect()))
}

/// The size, or nothing if it was not ready after all.
fn some(moved: io::Result<usize>) -> io::Result<Option<usize>> {
    match moved {
        Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(None),
        moved => moved.map(Some),
    }
}

//! Much data at once: made while it is sent, looked at and forgotten while it comes.

use std::fs::File;
use std::io::Read;
use std::rc::Rc;

use super::stream::End;
use super::{Lab, Step, TcpPeer, TcpServerPeer};
use crate::kernel::processes;
use crate::verdict::{Bytes, Finding, Message, What};

/// A prime, so that no program's blocks fall together with the repetitions.
const PERIOD: usize = 65_521;
/// What is made and sent in one go.
const PIECE: usize = 1 << 20;

/// A large content that is nowhere as a whole: a block, again and again.
#[derive(Clone)]
pub struct Bulk {
    block: Rc<[u8]>,
    pub len: u64,
}

impl Bulk {
    /// `len` bytes that nobody can know beforehand.
    pub fn random(lab: &Lab, len: u64) -> Self {
        let mut block = vec![0; PERIOD];
        lab.world.borrow_mut().rng.fill(&mut block);
        Self { block: block.into(), len }
    }

    pub fn zeros(len: u64) -> Self {
        Self { block: vec![0; PERIOD].into(), len }
    }

    /// The bytes from `at` on, at most this many of them.
    fn piece(&self, at: u64, most: usize) -> Vec<u8> {
        let length = (self.len - at).min(most as u64) as usize;
        let mut piece = Vec::with_capacity(length);
        self.blocks(at, length, |block| {
            piece.extend_from_slice(block);
            true
        });
        piece
    }

    /// Hands out the bytes of this range, block by block, as long as it is wanted.
    fn blocks(&self, at: u64, length: usize, mut take: impl FnMut(&[u8]) -> bool) {
        let (mut at, mut left) = ((at % PERIOD as u64) as usize, length);
        while left > 0 {
            let block = &self.block[at..(at + left).min(PERIOD)];
            if !take(block) {
                return;
            }
            left -= block.len();
            at = 0;
        }
    }

    /// Whether `came` stands at this place.
    fn has(&self, at: u64, came: &[u8]) -> bool {
        if at + came.len() as u64 > self.len {
            return false;
        }
        let (mut rest, mut same) = (came, true);
        self.blocks(at, came.len(), |block| {
            let (one, after) = rest.split_at(block.len());
            rest = after;
            same = one == block;
            same
        });
        same
    }

    /// Where a file differs, at most 1 MiB before the first byte that does.
    pub fn differs_from(&self, mut file: File) -> Option<u64> {
        let (mut at, mut buffer) = (0, vec![0; PIECE]);
        while at < self.len {
            let read = file.read(&mut buffer).unwrap_or(0);
            if read == 0 || !self.has(at, &buffer[..read]) {
                return Some(at);
            }
            at += read as u64;
        }
        None
    }

    /// All of it, for a content that is not that large.
    pub fn to_vec(&self) -> Vec<u8> {
        self.piece(0, self.len as usize)
    }
}

/// What a peer does with a large content that comes: it compares and forgets it.
pub struct Drain {
    wanted: Bulk,
    /// How much has come and is right.
    pub came: u64,
    pub is_wrong: bool,
}

impl Drain {
    pub fn take(&mut self, bytes: &[u8]) {
        // What comes after its end is for others to judge.
        let left = self.wanted.len.saturating_sub(self.came).min(bytes.len() as u64);
        self.is_wrong |= left > 0 && !self.wanted.has(self.came, &bytes[..left as usize]);
        self.came += bytes.len() as u64;
    }
}

impl TcpPeer {
    /// Sends this part of a large content, piece by piece as the program takes it. One that stops taking it, or
    /// closes, is for the next step to judge.
    pub fn pours(&self, bulk: &Bulk, part: std::ops::Range<u64>) -> Step {
        self.note_bulk(bulk, &part);
        let mut at = part.start;
        let poured = self.lab.wait(|world| {
            let stream = &mut world.streams[self.at];
            if stream.ended.is_some() || !stream.outbox.is_empty() {
                return stream.ended.map(|_| ());
            }
            let most = (part.end - at).min(PIECE as u64) as usize;
            stream.outbox = bulk.piece(at, most);
            stream.send();
            at += most as u64;
            world.activity += 1;
            (at == part.end).then_some(())
        });
        self.lab.unless_hopeless(self.said("expect-takes"), poured)
    }

    fn note_bulk(&self, bulk: &Bulk, part: &std::ops::Range<u64>) {
        let shown = Bytes { len: (part.end - part.start) as usize, ..Bytes::of(&bulk.piece(part.start, 600)) };
        self.record(What::Segment(shown));
    }

    /// The next bytes that come are this part of a large content, from its beginning on. More may come after them.
    pub fn hears_bulk(&self, bulk: &Bulk, length: u64) -> Step {
        {
            let stream = &mut self.lab.world.borrow_mut().streams[self.at];
            let mut drain = Drain { wanted: bulk.clone(), came: 0, is_wrong: false };
            drain.take(&stream.inbox.split_off(stream.heard));
            stream.drain = Some(drain);
        }
        let heard = self.lab.wait(|world| {
            let stream = &world.streams[self.at];
            let drain = stream.drain.as_ref()?;
            if drain.is_wrong {
                let said = Message::new("said-differs-about").with("at", drain.came);
                return Some(Err(Finding::Said(said)));
            }
            if drain.came >= length {
                return Some(Ok(()));
            }
            stream.ended.map(|end| Err(Finding::Closed { reset: end == End::Reset }))
        });
        let expected = self.said("expect-bulk").with("size", length);
        match heard {
            Ok(Ok(())) => Ok(()),
            Ok(Err(finding)) => Err(self.lab.fails(expected, None, None, finding)),
            Err(halt) => Err(self.lab.failed(expected, None, None, halt)),
        }
    }

    /// The connection comes to its end, in order or not: what the program sent before has been looked at.
    pub fn hears_it_end(&self) -> Step {
        let ended = self.lab.wait(|world| world.streams[self.at].ended);
        ended.map(drop).map_err(|halt| self.lab.failed(self.said("expect-end"), None, None, halt))
    }

    /// Whether the program has closed the connection, or reset it.
    pub fn is_closed(&self) -> bool {
        self.lab.world.borrow_mut().exchange(std::time::Duration::ZERO);
        self.with(|stream| stream.ended.is_some())
    }
}

impl TcpServerPeer {
    /// Whoever connected has sent nothing: after a fence.
    pub fn hears_nothing(&self) -> Step {
        let came: Vec<u8> = {
            let mut world = self.lab.world.borrow_mut();
            world.exchange(std::time::Duration::ZERO);
            world.exchange(std::time::Duration::ZERO);
            let world = &*world;
            let taken = world.listeners[self.at].accepted.iter();
            taken.flat_map(|at| world.streams[*at].inbox.iter().copied()).collect()
        };
        if came.is_empty() {
            return Ok(());
        }
        let expected = Message::new("expect-nothing-more").with("who", "receiver");
        Err(self.lab.fails(expected, None, Some(&came), Finding::Unwanted))
    }
}

impl Lab {
    /// The memory that is the programs' own, in bytes: files that they have mapped are not counted.
    pub fn own_memory(&self) -> u64 {
        let pids = processes::descendants(self.world.borrow().room.order.namespaces);
        pids.into_iter().map(own_memory).sum()
    }

    /// Since it was `before`, the programs' own memory has grown by less than this.
    pub fn memory_has_grown_less_than(&self, most: u64, before: u64) -> Step {
        let grown = self.own_memory().saturating_sub(before);
        if grown < most {
            return Ok(());
        }
        let expected = Message::new("expect-memory-grows-less").with("most", most >> 20);
        let said = Message::new("said-memory").with("memory", grown >> 20);
        Err(self.fails(expected, None, None, Finding::Said(said)))
    }

    /// At this moment, the programs' own memory is less than this.
    pub fn memory_is_less_than(&self, most: u64) -> Step {
        let memory = self.own_memory();
        if memory < most {
            return Ok(());
        }
        let expected = Message::new("expect-memory-less").with("most", most >> 20);
        let said = Message::new("said-memory").with("memory", memory >> 20);
        Err(self.fails(expected, None, None, Finding::Said(said)))
    }
}

/// `RssAnon` of proc_pid_status(5).
fn own_memory(pid: i32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
    line.and_then(|text| text.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) << 10
}

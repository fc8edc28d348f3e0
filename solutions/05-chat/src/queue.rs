//! What waits to be written to one client: a queue between the threads that have something for it
//! and the one that writes.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// When so many bytes wait, whoever has more of them waits too.
const FULL: usize = 1024 * 1024;

/// More than this, and what is put in last, never waits.
const TOO_MUCH: usize = 8 * 1024 * 1024;

/// What is put in is gathered in pieces of this size or a little more: each is written in one call.
const PIECE: usize = 64 * 1024;

pub struct Queue {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

struct Waiting {
    pieces: VecDeque<Vec<u8>>,
    /// The bytes in all the pieces.
    size: usize,
    /// When a piece was taken last, or when the first one came after there was none.
    moved: Instant,
    closed: bool,
}

/// Too much waits already.
pub struct Overflow;

impl Queue {
    pub fn new() -> Queue {
        let waiting = Waiting { pieces: VecDeque::new(), size: 0, moved: Instant::now(), closed: false };
        Queue { waiting: Mutex::new(waiting), changed: Condvar::new() }
    }

    /// Adds `bytes`. If the queue is full, waits until there is room, so that nobody can send faster
    /// than the others read; but not when nothing has been taken for as long as `patience`.
    pub fn put(&self, bytes: &[u8], patience: Duration) -> Result<(), Overflow> {
        let mut waiting = self.lock();
        while waiting.size >= FULL && waiting.moved.elapsed() < patience {
            let left = patience.saturating_sub(waiting.moved.elapsed());
            // Unlocks the queue while it waits.
            waiting = self.changed.wait_timeout(waiting, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        if waiting.size >= TOO_MUCH {
            return Err(Overflow);
        }
        if waiting.closed {
            return Ok(());
        }
        if waiting.size == 0 {
            waiting.moved = Instant::now();
        }
        waiting.size += bytes.len();
        match waiting.pieces.back_mut() {
            Some(last) if last.len() < PIECE => last.extend_from_slice(bytes),
            _ => waiting.pieces.push_back(bytes.to_vec()),
        }
        // Unlocked first: whoever is woken can go on at once.
        drop(waiting);
        self.changed.notify_all();
        Ok(())
    }

    /// Waits until there is a piece, and takes it; `None` once the queue is closed.
    pub fn take(&self) -> Option<Vec<u8>> {
        let mut waiting = self.lock();
        while waiting.pieces.is_empty() && !waiting.closed {
            waiting = self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
        let piece = waiting.pieces.pop_front()?;
        let was_full = waiting.size >= FULL;
        waiting.size -= piece.len();
        waiting.moved = Instant::now();
        drop(waiting);
        if was_full {
            self.changed.notify_all();
        }
        Some(piece)
    }

    /// Throws away what waits. Whoever waits for the queue goes on.
    pub fn close(&self) {
        let mut waiting = self.lock();
        waiting.closed = true;
        waiting.pieces.clear();
        waiting.size = 0;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        // A thread that panicked while it held the lock is no reason for all the others to panic.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

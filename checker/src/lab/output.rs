//! What a program writes to its stdout or stderr, kept up to a bound.

use std::io;
use std::os::fd::OwnedFd;

/// One of a program's output pipes.
pub struct Output {
    /// `None` once it has ended.
    pub pipe: Option<OwnedFd>,
    /// The beginning of what came.
    pub kept: Vec<u8>,
    /// How much of `kept` steps have already looked at.
    pub looked_at: usize,
    /// How much came in all, and in how many lines.
    pub total: usize,
    lines: usize,
    most: usize,
}

impl Output {
    /// No exercise prints this much by itself, in bytes and in lines: who does prints without end.
    const FLOOD: (usize, usize) = (8 << 20, 50_000);

    pub fn new(pipe: OwnedFd, most: usize) -> Self {
        Self { pipe: Some(pipe), kept: Vec::new(), looked_at: 0, total: 0, lines: 0, most }
    }

    /// Reads what is there; gives the new bytes.
    pub fn read(&mut self, buffer: &mut [u8]) -> Vec<u8> {
        let mut new = Vec::new();
        // A few times only: a program that prints without end shall not keep the check from everything else.
        for _ in 0..4 {
            let Some(pipe) = &self.pipe else { break };
            match rustix::io::read(pipe, &mut *buffer) {
                Ok(0) => self.pipe = None,
                Ok(read) => new.extend(&buffer[..read]),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(rustix::io::Errno::INTR) => {}
                Err(_) => self.pipe = None,
            }
        }
        self.total += new.len();
        self.lines += new.iter().filter(|byte| **byte == b'\n').count();
        let room = self.most.saturating_sub(self.kept.len()).min(new.len());
        self.kept.extend(&new[..room]);
        new
    }

    /// Whether this is without end, for a program that was told `said` bytes: a server may log on stderr, which is free,
    /// all that it is told.
    pub fn is_flood(&self, said: usize) -> bool {
        self.total > Self::FLOOD.0 + 4 * said || self.lines > Self::FLOOD.1 + said
    }

    /// What came since the last step that looked.
    pub fn unseen(&self) -> &[u8] {
        &self.kept[self.looked_at..]
    }
}

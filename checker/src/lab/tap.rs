//! The packets of the room's loopback, written down while a check runs, where somebody asked for them.

use std::collections::{HashMap, VecDeque};
use std::fs::File;
use std::io::{self, BufWriter};
use std::net::IpAddr;
use std::time::{Duration, SystemTime};

use crate::packets::{self, Flow, Packet, Step, Story};
use crate::room::Ring;
use crate::verdict::{Event, What};

/// What is kept of each packet costs this much more in the file that is made of it.
const OVERHEAD: usize = 64;

/// After this much, the headers of a packet are all that is kept of it: they tell who sent how much to whom.
const WHOLE: usize = 4 << 20;
const HEADERS: usize = 128;

/// After this much, nothing is kept but the last of them all.
const MOST: usize = 16 << 20;
const LAST: usize = 256;

/// More steps than this nobody reads.
const STEPS: usize = 2000;

/// A record that grows while the check runs.
pub struct Tap {
    /// None where the kernel gives none.
    ring: Option<Ring>,
    out: BufWriter<File>,
    /// Why it could not be written any further.
    trouble: Option<io::Error>,
    kept: usize,
    last: VecDeque<Packet>,
    /// How many bytes have gone over each stream.
    sent: HashMap<Flow, u64>,
    story: Story,
}

impl Tap {
    /// Takes down what goes over the loopback from now on.
    pub fn open(file: File) -> Self {
        let (ring, trouble) = match Ring::open() {
            Ok(ring) => (Some(ring), None),
            Err(error) => (None, Some(error)),
        };
        Self::new(file, ring, trouble)
    }

    fn new(file: File, ring: Option<Ring>, trouble: Option<io::Error>) -> Self {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        Self {
            ring,
            trouble,
            out: BufWriter::new(file),
            kept: 0,
            last: VecDeque::new(),
            sent: HashMap::new(),
            story: Story { begun: nanos(now), ..Story::default() },
        }
    }

    /// Writes down what has come since.
    pub fn drain(&mut self) {
        let Some(mut ring) = self.ring.take() else { return };
        ring.take(|packet| {
            let size = if self.kept < WHOLE { packet.bytes.len() } else { packet.bytes.len().min(HEADERS) };
            self.story.shortened |= size < packet.len as usize;
            self.keep(Packet { nanos: nanos(packet.at), len: packet.len, bytes: packet.bytes[..size].to_vec() });
        });
        self.ring = Some(ring);
    }

    fn keep(&mut self, packet: Packet) {
        if self.kept < MOST {
            self.kept += packet.bytes.len() + OVERHEAD;
            return self.write(&packet);
        }
        if self.last.len() == LAST {
            self.last.pop_front();
            self.story.left_out += 1;
        }
        self.last.push_back(packet);
    }

    fn write(&mut self, packet: &Packet) {
        if self.trouble.is_none() {
            self.trouble = packets::write(&mut self.out, packet).err();
        }
    }

    /// Something happened; over the network, if there is a `flow`.
    pub fn notes(&mut self, event: &Event, flow: Option<Flow>) {
        self.drain();
        let len = match &event.what {
            What::Segment(bytes) => bytes.len as u64,
            _ => 0,
        };
        let before = flow.map_or(0, |flow| self.passes(flow, len));
        if self.story.steps.len() < STEPS {
            self.story.steps.push(Step { event: event.clone(), flow, before });
        }
    }

    /// Somebody is about to connect from this address.
    pub fn meets(&mut self, name: &str, ip: IpAddr) {
        if self.story.callers.len() < STEPS {
            self.story.callers.push((name.to_owned(), ip));
        }
    }

    /// So many more bytes went over a stream. Gives how many did before.
    pub fn passes(&mut self, flow: Flow, len: u64) -> u64 {
        let sent = self.sent.entry(flow).or_default();
        *sent += len;
        *sent - len
    }

    /// Writes what is still to be written: the check is over.
    pub fn ends(mut self) {
        self.drain();
        for packet in std::mem::take(&mut self.last) {
            self.write(&packet);
        }
        self.story.missed = self.ring.as_ref().and_then(|ring| ring.missed().ok()).unwrap_or(0).into();
        self.story.trouble = self.trouble.take().map(|error| error.to_string());
        // If even this can't be written, the checker sees that it is missing.
        let _ = packets::end(&mut self.out, &self.story);
    }
}

fn nanos(since: Duration) -> u64 {
    since.as_nanos() as u64
}

#[cfg(test)]
mod tests {
    use std::io::Seek;

    use super::*;
    use crate::packets::Record;

    #[test]
    fn a_file_does_not_grow_without_end() {
        let mut file = tempfile::tempfile().expect("a file");
        let mut tap = Tap::new(file.try_clone().expect("a file"), None, None);
        // More than `MOST`, of headers alone.
        let all = 100_000;
        for nanos in 0..all {
            tap.keep(Packet { nanos, len: 65_000, bytes: vec![7; HEADERS] });
        }
        tap.ends();
        assert!(file.metadata().expect("a file").len() < (MOST + (1 << 20)) as u64);

        file.rewind().expect("a file");
        let mut file = io::BufReader::new(file);
        let (mut count, mut last) = (0, 0);
        let story = loop {
            match packets::read(&mut file).expect("a record") {
                Record::Packet(packet) => (count, last) = (count + 1, packet.nanos),
                Record::Story(story) => break story,
            }
        };
        assert_eq!((last, count + story.left_out), (all - 1, all));
        assert!(story.left_out > 0 && story.trouble.is_none());
    }
}

//! Peers that speak TCP: what one end of a connection says and hears.

use std::net::{Shutdown, SocketAddr};

use super::compare::{Agreement, agreement, best, find, line_around, nearest};
use super::stream::{End, Stream};
use super::turn::{Halt, SHORT};
use super::{Lab, Step, Stop};
use crate::verdict::{Bytes, Finding, Message, What};

/// One end of a connection with the judged program at the other.
#[derive(Clone)]
pub struct TcpPeer {
    pub(super) lab: Lab,
    pub(super) at: usize,
    /// This end's own address.
    pub address: SocketAddr,
}

impl TcpPeer {
    pub(super) fn with<T>(&self, look: impl FnOnce(&mut Stream) -> T) -> T {
        look(&mut self.lab.world.borrow_mut().streams[self.at])
    }

    pub(super) fn record(&self, what: What) {
        let mut world = self.lab.world.borrow_mut();
        let stream = &world.streams[self.at];
        let (name, flow) = (stream.name.clone(), stream.flow());
        let program = world.judged();
        world.record_between(&name, Some(&program), Some(flow), what);
    }

    /// Sends, as one segment where it fits in one.
    pub fn says(&self, bytes: impl AsRef<[u8]>) {
        self.is_to_say(bytes.as_ref());
        self.with(Stream::send);
    }

    /// Sends, and closes its writing side: where it fits in one segment, the FIN comes in the same.
    pub fn says_its_last(&self, bytes: impl AsRef<[u8]>) {
        self.is_to_say(bytes.as_ref());
        self.half_closes();
    }

    fn is_to_say(&self, bytes: &[u8]) {
        self.record(What::Segment(Bytes::of(bytes)));
        self.lab.world.borrow_mut().said += bytes.len();
        self.with(|stream| stream.outbox.extend(bytes));
    }

    /// Sends each piece as a segment of its own, the next when the program has taken in the one before.
    pub fn says_in_pieces<'a>(&self, pieces: impl IntoIterator<Item = &'a [u8]>) -> Step {
        for piece in pieces {
            self.says(piece);
            self.is_taken_in()?;
        }
        Ok(())
    }

    /// The program has read all that was sent. One that rests without reading is not waited for: what it does then is
    /// for the next step to judge.
    pub fn is_taken_in(&self) -> Step {
        let (local, remote) = self.with(|stream| (stream.local, stream.remote));
        let read = self.lab.wait_for_kernel(|world| {
            let arrived = world.sockets.connection(local, remote).is_none_or(|own| own.unsent == 0);
            // Only then: what arrives after this look is not missed.
            let read = arrived && world.sockets.connection(remote, local).is_none_or(|other| other.unread == 0);
            read.then_some(())
        });
        self.lab.unless_hopeless(self.said("expect-takes"), read)
    }

    /// Something that came from this peer is not yet read by the program.
    pub fn has_unread(&self) -> bool {
        let (local, remote) = self.with(|stream| (stream.local, stream.remote));
        self.lab.world.borrow_mut().sockets.connection(remote, local).is_some_and(|other| other.unread > 0)
    }

    /// The next bytes that come are exactly these.
    pub fn hears(&self, wanted: impl AsRef<[u8]>) -> Step {
        self.hears_one_of(&[wanted.as_ref().to_vec()])
    }

    /// The next bytes that come are one of these, which are all right.
    pub fn hears_one_of(&self, wanted: &[Vec<u8>]) -> Step {
        let heard = self.lab.wait(|world| {
            let stream = &world.streams[self.at];
            match best(wanted, stream.unheard()).0 {
                Agreement::Full(length) => Some(Ok(length)),
                Agreement::Differs(at) => Some(Err(Finding::Different { at })),
                Agreement::SoFar => stream.ended.map(|end| Err(Finding::Closed { reset: end == End::Reset })),
            }
        });
        match heard {
            Ok(Ok(length)) => {
                self.with(|stream| stream.heard += length);
                Ok(())
            }
            Ok(Err(finding)) => Err(self.hears_wrongly(wanted, finding)),
            Err(halt) => {
                let came = self.with(|stream| stream.unheard().to_vec());
                let wanted = best(wanted, &came).1;
                Err(self.lab.failed(self.said("expect-bytes"), Some(wanted), Some(&came), halt))
            }
        }
    }

    fn hears_wrongly(&self, wanted: &[Vec<u8>], finding: Finding) -> Stop {
        // For the report, the rest of a line that is wrong already is worth a moment.
        let _ = self.lab.wait_with(SHORT, false, |world| {
            let stream = &world.streams[self.at];
            (stream.unheard().contains(&b'\n') || stream.ended.is_some()).then_some(())
        });
        let came = self.with(|stream| stream.unheard().to_vec());
        let wanted = best(wanted, &came).1;
        let shown = came.len().min(wanted.len() + 200);
        self.lab.fails(self.said("expect-bytes"), Some(wanted), Some(&came[..shown]), finding)
    }

    /// Somewhere among the lines that come next is one of these, which are all right. What else comes is for a check of
    /// its own to judge.
    pub fn hears_line_among(&self, wanted: &[Vec<u8>]) -> Step {
        let mut looked_at = 0;
        let heard = self.lab.wait(|world| {
            let stream = &world.streams[self.at];
            let unheard = stream.unheard();
            while let Some(length) = memchr::memchr(b'\n', &unheard[looked_at..]) {
                let line = &unheard[looked_at..=looked_at + length];
                looked_at += line.len();
                if wanted.iter().any(|one| agreement(one, line) == Agreement::Full(line.len())) {
                    return Some(Ok(looked_at));
                }
            }
            stream.ended.map(|end| Err(Finding::Closed { reset: end == End::Reset }))
        });
        let failed = match heard {
            Ok(Ok(length)) => {
                self.with(|stream| stream.heard += length);
                return Ok(());
            }
            Ok(Err(finding)) => Err(finding),
            Err(halt) => Ok(halt),
        };
        Err(self.misses_a_line(wanted, failed))
    }

    /// After a failure and something that made the program go on: this had not come, and did then.
    pub fn was_told_late(&self, wanted: &[u8]) -> Stop {
        let said = Finding::Said(Message::new("said-one-behind"));
        self.lab.fails(self.said("expect-line"), Some(wanted), None, said)
    }

    fn misses_a_line(&self, wanted: &[Vec<u8>], failed: Result<Halt, Finding>) -> Stop {
        let came = self.with(|stream| stream.unheard().to_vec());
        let (start, answer, agreed) = nearest(wanted, &came);
        let came = &came[start..];
        let expected = self.said("expect-line");
        if agreed < came.len() {
            let shown = came.len().min(answer.len() + 200);
            let finding = Finding::Different { at: agreed };
            return self.lab.fails(expected, Some(answer), Some(&came[..shown]), finding);
        }
        match failed {
            Ok(halt) => self.lab.failed(expected, Some(answer), Some(came), halt),
            Err(finding) => self.lab.fails(expected, Some(answer), Some(came), finding),
        }
    }

    /// So many lines come, whatever is in them; each without its `\n`.
    pub fn hears_lines(&self, count: usize) -> Step<Vec<Vec<u8>>> {
        // Each byte is looked at once: there may be very many.
        let (mut looked_at, mut came) = (0, 0);
        let heard = self.lab.wait(|world| {
            let stream = &world.streams[self.at];
            for at in memchr::memchr_iter(b'\n', &stream.unheard()[looked_at..]) {
                came += 1;
                if came == count {
                    return Some(Ok(looked_at + at + 1));
                }
            }
            looked_at = stream.unheard().len();
            stream.ended.map(|end| Err(Finding::Closed { reset: end == End::Reset }))
        });
        let expected = Message::new("expect-lines").with("who", self.name()).with("count", count).with("came", came);
        let length = match heard {
            Ok(Ok(length)) => length,
            Ok(Err(finding)) => return Err(self.lab.fails(expected, None, None, finding)),
            Err(halt) => return Err(self.lab.failed(expected, None, None, halt)),
        };
        Ok(self.with(|stream| {
            let mut start = 0;
            let lines = memchr::memchr_iter(b'\n', &stream.unheard()[..length]).map(|end| {
                let line = &stream.unheard()[start..end];
                start = end + 1;
                line.to_vec()
            });
            let lines = lines.collect();
            stream.heard += length;
            lines
        }))
    }

    /// What has come so far is of no matter.
    pub fn forgets_what_came(&self) {
        self.with(|stream| {
            stream.inbox.clear();
            stream.heard = 0;
        });
    }

    /// After a fence: this has never come.
    pub fn has_not_heard(&self, unwanted: impl AsRef<[u8]>) -> Step {
        let came = self.with(|stream| stream.inbox.clone());
        let Ok(end) = find(&[unwanted.as_ref().to_vec()], &came, 0) else { return Ok(()) };
        let line = line_around(&came, end);
        Err(self.lab.fails(self.said("expect-line-not"), None, Some(line), Finding::Unwanted))
    }

    /// All that has come so far is exactly one of these: after a fence.
    pub fn has_heard_nothing_but(&self, wanted: &[Vec<u8>]) -> Step {
        let came = self.with(|stream| stream.inbox.clone());
        let (at, answer) = match best(wanted, &came) {
            (Agreement::Full(length), _) if length == came.len() => return Ok(()),
            (Agreement::Full(length), answer) => (length, answer),
            (Agreement::SoFar, answer) => (came.len(), answer),
            (Agreement::Differs(at), answer) => (at, answer),
        };
        Err(self.lab.fails(self.said("expect-only"), Some(answer), Some(&came), Finding::Different { at }))
    }

    /// The program closes its side, in order, whatever it sends before.
    pub fn is_let_go(&self) -> Step {
        match self.ended()? {
            End::InOrder => Ok(()),
            End::Reset => Err(self.lab.fails(self.said("expect-end"), None, None, Finding::Closed { reset: true })),
        }
    }

    /// The program is gone, and so is the connection; how the system ends it is no matter.
    pub fn is_cut_off(&self) -> Step {
        self.ended().map(drop)
    }

    fn ended(&self) -> Step<End> {
        let ended = self.lab.wait(|world| world.streams[self.at].ended);
        ended.map_err(|halt| self.lab.failed(self.said("expect-end"), None, None, halt))
    }

    /// Nothing has come that no step asked for. Only after a fence this says something.
    pub fn hears_nothing_more(&self) -> Step {
        self.lab.world.borrow_mut().exchange(std::time::Duration::ZERO);
        let came = self.with(|stream| stream.unheard().to_vec());
        if came.is_empty() {
            return Ok(());
        }
        Err(self.lab.fails(self.said("expect-nothing-more"), None, Some(&came), Finding::Unwanted))
    }

    /// The program closes its side in order, and has sent nothing more before.
    pub fn hears_the_end(&self) -> Step {
        let ended = self.lab.wait(|world| {
            let stream = &world.streams[self.at];
            stream.ended.or_else(|| (!stream.unheard().is_empty()).then_some(End::InOrder))
        });
        match ended {
            Ok(End::InOrder) => self.hears_nothing_more(),
            Ok(End::Reset) => {
                let expected = self.said("expect-end");
                Err(self.lab.fails(expected, None, None, Finding::Closed { reset: true }))
            }
            Err(halt) => Err(self.lab.failed(self.said("expect-end"), None, None, halt)),
        }
    }

    /// Closes its writing side (FIN), after all that was sent, and goes on listening.
    pub fn half_closes(&self) {
        self.record(What::HalfCloses);
        self.with(|stream| {
            stream.says_goodbye = true;
            stream.send();
        });
    }

    /// Closes the connection in order.
    pub fn closes(&self) {
        self.record(What::Closes);
        self.with(|stream| {
            if let Some(socket) = stream.socket.take() {
                let _ = socket.shutdown(Shutdown::Both);
            }
        });
    }

    /// Resets the connection (RST).
    pub fn resets(&self) {
        self.record(What::Resets);
        self.with(Stream::reset);
    }

    fn name(&self) -> String {
        self.with(|stream| stream.name.clone())
    }

    pub(super) fn said(&self, id: &str) -> Message {
        Message::new(id).with("who", self.name())
    }
}

//! Lines on a connection of which some come by themselves, between those that a step waits for.

use super::stream::{End, Stream};
use super::turn::{PATIENT, Patience};
use super::{Step, TcpPeer};
use crate::verdict::Message;

/// What comes by itself must not keep a step waiting: its patience is that for a program from which nothing comes.
const A_LINE: Patience = Patience { whole: PATIENT.idle, ..PATIENT };

/// What a step heard that waited for a line.
pub enum Heard {
    /// Without its `\n`.
    Line(Vec<u8>),
    /// The connection has come to its end before.
    End { reset: bool },
}

/// How far somebody came in what was to be heard.
#[derive(PartialEq, Eq)]
pub enum Until {
    /// All of it was heard.
    TheLastLine,
    /// The connection came to its end before, with nothing missing so far.
    WasLetGo,
}

impl TcpPeer {
    /// The next line of which `counts` says that it is one to stop at; those before it are passed over. `expected` and
    /// `wanted` are for the report, should none come.
    pub fn next_line(
        &self,
        expected: Message,
        wanted: Option<&[u8]>,
        counts: impl FnMut(&[u8]) -> bool,
    ) -> Step<Heard> {
        self.next_line_within(A_LINE, expected, wanted, counts)
    }

    /// What was heard last is the end of a line: a connection may end without one.
    pub fn has_heard_to_an_end(&self) -> bool {
        self.with(|stream| stream.heard().ends_with(b"\n"))
    }

    fn next_line_within(
        &self,
        patience: Patience,
        expected: Message,
        wanted: Option<&[u8]>,
        mut counts: impl FnMut(&[u8]) -> bool,
    ) -> Step<Heard> {
        let mut look = |stream: &mut Stream| {
            while let Some(line) = stream.next_line() {
                if counts(&line) {
                    return Some(Heard::Line(line));
                }
            }
            stream.ended.map(|end| Heard::End { reset: end == End::Reset })
        };
        // Thousands may have come together.
        if let Some(heard) = self.with(&mut look) {
            return Ok(heard);
        }
        let heard = self.lab.wait_with(patience, false, |world| look(&mut world.streams[self.at]));
        heard.map_err(|halt| {
            let rest = self.with(|stream| stream.unheard().to_vec());
            self.lab.failed(expected, wanted, Some(&rest), halt)
        })
    }

    /// These lines come and no others, each without its `\n`, until the last of them or the end of the connection.
    pub fn hears_until_the_end(&self, wanted: &[Vec<u8>]) -> Step<Until> {
        for wanted in wanted {
            match self.next_line_within(PATIENT, self.said("expect-line"), Some(wanted), |_| true)? {
                Heard::Line(line) if line == *wanted => {}
                // The end may come in the middle of a line.
                Heard::Line(part) if wanted.starts_with(&part) && self.with(|stream| stream.is_over()) => {
                    return Ok(Until::WasLetGo);
                }
                Heard::Line(line) => return Err(self.lab.differs(self.said("expect-line"), wanted, &line)),
                Heard::End { .. } => return Ok(Until::WasLetGo),
            }
        }
        Ok(Until::TheLastLine)
    }

    /// All that has come so far, whether a step has looked at it or not.
    pub fn all_that_came(&self) -> Vec<u8> {
        self.with(|stream| stream.inbox.clone())
    }
}

//! Answers of one line: what such a line begins with is one matter, whether it is exactly that line another.

use super::{Step, Stop, TcpPeer};

impl TcpPeer {
    /// The answer to this is exactly that, and what it answers is worth telling where it is not.
    pub fn hears_in_answer_to(&self, told: &[u8], wanted: impl AsRef<[u8]>) -> Step {
        self.hears(wanted).map_err(|stop| match stop {
            Stop::Failed(mut evidence) => {
                evidence.expected = self.said("expect-bytes-in-answer").with("told", told.escape_ascii());
                Stop::Failed(evidence)
            }
            other => other,
        })
    }

    /// What comes next begins with this. The rest of the line, and whether it ends at all, is for a check of its own to
    /// judge.
    pub fn hears_an_answer(&self, beginning: impl AsRef<[u8]>) -> Step {
        self.hears(beginning)?;
        self.hears_a_line_out().map(drop)
    }

    /// What comes up to the end of a line; or, where none comes, until the connection ends or nothing happens any more.
    pub fn hears_a_line_out(&self) -> Step<Vec<u8>> {
        let heard = self.lab.wait(|world| {
            let stream = &world.streams[self.at];
            (stream.unheard().contains(&b'\n') || stream.ended.is_some()).then_some(())
        });
        self.lab.unless_hopeless(self.said("expect-bytes"), heard)?;
        Ok(self.with(|stream| {
            let unheard = stream.unheard();
            let length = memchr::memchr(b'\n', unheard).map_or(unheard.len(), |at| at + 1);
            let line = unheard[..length].to_vec();
            stream.heard += length;
            line
        }))
    }

    /// Something has come that no step asked for yet: after a fence.
    pub fn has_something_to_hear(&self) -> bool {
        self.with(|stream| !stream.unheard().is_empty())
    }

    /// What comes until the connection ends, or until nothing happens any more.
    pub fn hears_all(&self) -> Step<Vec<u8>> {
        let heard = self.lab.wait(|world| world.streams[self.at].ended.map(drop));
        self.lab.unless_hopeless(self.said("expect-bytes"), heard)?;
        Ok(self.with(|stream| {
            let came = stream.unheard().to_vec();
            stream.heard += came.len();
            came
        }))
    }
}

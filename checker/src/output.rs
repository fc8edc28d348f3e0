//! Where the checker writes: stdout as long as somebody reads it, and stderr in lines that fit.

use std::io::{self, BufWriter, StdoutLock, Write};
use std::os::fd::AsFd;

use crate::report;

/// stdout, for a piece that belongs together. Whoever closes the pipe early (`| head -1`) has read enough: the work and
/// its exit status are the same, and nobody is told anything.
pub fn stdout() -> BufWriter<UntilClosed> {
    BufWriter::new(UntilClosed(io::stdout().lock()))
}

/// Swallows what nobody reads any more.
pub struct UntilClosed(StdoutLock<'static>);

impl Write for UntilClosed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        unless_closed(self.0.write(bytes), bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        unless_closed(self.0.flush(), ())
    }
}

fn unless_closed<T>(done: io::Result<T>, otherwise: T) -> io::Result<T> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(otherwise),
        done => done,
    }
}

/// Says something on stderr, in lines that fit, if anybody is there.
pub fn complain(text: &str) {
    pass_on(&report::wrap(text, width(io::stderr())).join("\n"));
}

/// Says on stderr what somebody else has said: its lines stay as they are.
pub fn pass_on(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}

/// How wide lines may be on this stream.
pub fn width(stream: impl AsFd) -> usize {
    report::width(columns(stream))
}

/// How wide a diagram may be on it.
pub fn breadth(stream: impl AsFd) -> usize {
    report::breadth(columns(stream))
}

fn columns(stream: impl AsFd) -> Option<u16> {
    rustix::termios::tcgetwinsize(stream).ok().map(|size| size.ws_col).filter(|columns| *columns > 0)
}

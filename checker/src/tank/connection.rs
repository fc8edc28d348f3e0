//! The connection of one driver: bytes in, lines out.

use std::io::{self, Read};
use std::net::{SocketAddr, TcpStream};

/// The longest line that is taken, without its end.
pub const LONGEST_LINE: usize = 64 * 1024;

pub struct Connection {
    pub stream: TcpStream,
    pub driver: SocketAddr,
    /// The beginning of a line that has not ended.
    begun: Vec<u8>,
    /// The rest of a line that is too long comes, and goes nowhere.
    skips: bool,
}

/// How a connection stands after a read.
pub enum Standing {
    Open,
    Left,
    Reset,
}

/// A line without its end; or the beginning of one that is too long, and the limit.
pub type Line<'a> = Result<&'a [u8], (&'a [u8], usize)>;

impl Connection {
    pub fn new(stream: TcpStream, driver: SocketAddr) -> Self {
        Self { stream, driver, begun: Vec::new(), skips: false }
    }

    /// Reads once, so that a driver who never pauses holds up nobody, and hands on each line that ends.
    pub fn reads(&mut self, buffer: &mut [u8], mut take: impl FnMut(Line)) -> Standing {
        match self.stream.read(buffer) {
            Ok(0) => {
                // In order: the last line counts without its end.
                if !self.begun.is_empty() {
                    take(Ok(without_return(&self.begun)));
                }
                Standing::Left
            }
            Ok(size) => {
                self.splits(&buffer[..size], take);
                Standing::Open
            }
            Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted) => {
                Standing::Open
            }
            Err(_) => Standing::Reset,
        }
    }

    fn splits(&mut self, mut bytes: &[u8], mut take: impl FnMut(Line)) {
        while let Some(end) = memchr::memchr(b'\n', bytes) {
            self.adds(&bytes[..end], &mut take);
            if !self.skips {
                take(Ok(without_return(&self.begun)));
            }
            self.begun.clear();
            self.skips = false;
            bytes = &bytes[end + 1..];
        }
        self.adds(bytes, &mut take);
    }

    fn adds(&mut self, piece: &[u8], take: &mut impl FnMut(Line)) {
        if self.skips {
            return;
        }
        self.begun.extend_from_slice(piece);
        // A `\r` may still turn out to be a part of the line's end.
        if without_return(&self.begun).len() > LONGEST_LINE {
            take(Err((&self.begun, LONGEST_LINE)));
            self.begun = Vec::new();
            self.skips = true;
        }
    }
}

fn without_return(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

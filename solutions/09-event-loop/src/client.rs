//! One client: the line that it has begun, and what waits to be written to it.

use std::collections::VecDeque;
use std::io::{self, BufRead, ErrorKind, IoSlice, Read, Write};
use std::net::SocketAddr;
use std::rc::Rc;

use mio::net::TcpStream;

/// Lines of 64 KiB must pass; one that never ends must not fill the memory.
const LONGEST_LINE: usize = 128 * 1024;

/// No more than this ever waits for one client.
const MOST_WAITING: usize = 1024 * 1024;

/// When so much waits, nobody is heard until the client has caught up.
const MUCH_WAITING: usize = 128 * 1024;

/// So many pieces are written in one call at most.
const PIECES: usize = 256;

pub struct Client {
    pub stream: TcpStream,
    pub address: SocketAddr,
    /// An event told, once, that it has something to say, and it has not been heard to the end.
    pub speaks: bool,
    /// Its connection takes nothing more, until an event tells otherwise.
    pub is_full: bool,
    /// The others have waited for it long enough: they go on without it, until it has caught up.
    pub given_up: bool,
    /// `IP: `, which stands before each of its lines.
    prefix: Vec<u8>,
    /// The line of which the end has not come, with the prefix.
    begun: Vec<u8>,
    /// What is to be written: the bytes are there once, however many clients they wait for.
    queue: VecDeque<Rc<[u8]>>,
    /// So much of the first piece is written already.
    written: usize,
    /// So many bytes wait in all.
    waiting: usize,
}

impl Client {
    pub fn new(stream: TcpStream, address: SocketAddr) -> Client {
        let prefix = format!("{}: ", address.ip().to_canonical()).into_bytes();
        Client {
            stream,
            address,
            speaks: false,
            is_full: false,
            given_up: false,
            prefix,
            begun: Vec::new(),
            queue: VecDeque::new(),
            written: 0,
            waiting: 0,
        }
    }

    /// What it says next, ready for the others; `None` when it says no more.
    pub fn hear(&mut self, buffer: &mut [u8]) -> io::Result<Option<Vec<u8>>> {
        let size = self.stream.read(buffer)?;
        if size > 0 {
            return self.lines(&buffer[..size]).map(Some);
        }
        // A last line without an end is a line.
        let mut last = std::mem::take(&mut self.begun);
        last.push(b'\n');
        Ok(Some(last).filter(|line| line.len() > 1))
    }

    /// Puts the prefix before each line, and keeps the line of which the end has not come.
    fn lines(&mut self, mut bytes: &[u8]) -> io::Result<Vec<u8>> {
        let mut lines = std::mem::take(&mut self.begun);
        let mut start = 0;
        while !bytes.is_empty() {
            if lines.len() == start {
                lines.extend_from_slice(&self.prefix);
            }
            bytes.read_until(b'\n', &mut lines)?;
            if lines.ends_with(b"\n") {
                if lines.ends_with(b"\r\n") {
                    lines.truncate(lines.len() - 2);
                    lines.push(b'\n');
                }
                start = lines.len();
            }
        }
        self.begun = lines.split_off(start);
        if self.begun.len() > LONGEST_LINE {
            return Err(io::Error::other("sent a line that is too long"));
        }
        Ok(lines)
    }

    /// These lines wait for it from now on. An error when it is too far behind.
    pub fn tell(&mut self, lines: &Rc<[u8]>) -> io::Result<()> {
        if self.waiting + lines.len() > MOST_WAITING {
            self.write()?;
        }
        if self.waiting + lines.len() > MOST_WAITING {
            return Err(io::Error::other("reads too slowly"));
        }
        self.waiting += lines.len();
        self.queue.push_back(Rc::clone(lines));
        Ok(())
    }

    /// Writes as much as the connection takes; what is left waits for the next event.
    pub fn write(&mut self) -> io::Result<()> {
        while !self.is_full && !self.queue.is_empty() {
            let mut pieces = [IoSlice::new(&[]); PIECES];
            let mut written = self.written;
            for (piece, bytes) in pieces.iter_mut().zip(&self.queue) {
                *piece = IoSlice::new(&bytes[written..]);
                written = 0;
            }
            match self.stream.write_vectored(&pieces) {
                Ok(size) => self.took(size),
                Err(error) if error.kind() == ErrorKind::WouldBlock => self.is_full = true,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        self.given_up &= !self.queue.is_empty();
        Ok(())
    }

    /// The connection has taken so many bytes of what waits.
    fn took(&mut self, size: usize) {
        self.waiting -= size;
        self.written += size;
        while let Some(piece) = self.queue.front() {
            if self.written < piece.len() {
                break;
            }
            self.written -= piece.len();
            self.queue.pop_front();
        }
    }

    /// Whether the others should wait for it.
    pub fn is_behind(&self) -> bool {
        self.waiting >= MUCH_WAITING && !self.given_up
    }
}

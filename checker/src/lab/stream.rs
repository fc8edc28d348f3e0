//! One end of a TCP connection, held by a peer of the check.

use std::io::{self, Read};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::Duration;

use rustix::io::Errno;
use rustix::net::SendFlags;

use super::bulk::Drain;
use crate::packets::Flow;

/// How a connection was ended by the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// FIN: all that was sent has come.
    InOrder,
    /// RST.
    Reset,
}

pub struct Stream {
    /// `None` once the peer has closed it.
    pub socket: Option<TcpStream>,
    /// The peer whose end this is.
    pub name: String,
    pub local: SocketAddr,
    pub remote: SocketAddr,
    pub inbox: Vec<u8>,
    /// How much of `inbox` steps have already looked at.
    pub heard: usize,
    pub outbox: Vec<u8>,
    /// Whether the peer takes in what comes.
    pub reads: bool,
    /// The writing side is to be closed as soon as the outbox is empty.
    pub says_goodbye: bool,
    pub ended: Option<End>,
    /// What comes is acknowledged at once, not after the usual 40 ms.
    pub acknowledges: bool,
    /// Looks at what comes in the inbox's stead.
    pub drain: Option<Drain>,
}

/// What one look at a stream brought.
#[derive(Default)]
pub struct Came {
    pub bytes: Vec<u8>,
    /// How many more went into the drain.
    pub drained: usize,
    pub ended: Option<End>,
}

impl Stream {
    pub fn new(socket: TcpStream, name: &str) -> io::Result<Self> {
        socket.set_nonblocking(true)?;
        // Each piece that a check sends is to be a segment of its own.
        socket.set_nodelay(true)?;
        Ok(Self {
            local: socket.local_addr()?,
            remote: socket.peer_addr()?,
            socket: Some(socket),
            name: name.to_owned(),
            inbox: Vec::new(),
            heard: 0,
            outbox: Vec::new(),
            reads: true,
            says_goodbye: false,
            ended: None,
            acknowledges: false,
            drain: None,
        })
    }

    /// The way that its own bytes take.
    pub fn flow(&self) -> Flow {
        Flow::new(self.local, self.remote)
    }

    pub fn unheard(&self) -> &[u8] {
        &self.inbox[self.heard..]
    }

    /// What steps have looked at.
    pub fn heard(&self) -> &[u8] {
        &self.inbox[..self.heard]
    }

    /// Nothing more will come, and steps have looked at all that came.
    pub fn is_over(&self) -> bool {
        self.ended.is_some() && self.unheard().is_empty()
    }

    /// The next line that no step has looked at, without its `\n`. When the connection was closed in order, what came
    /// last is a line without one.
    pub fn next_line(&mut self) -> Option<Vec<u8>> {
        let unheard = self.unheard();
        let (line, length) = match memchr::memchr(b'\n', unheard) {
            Some(at) => (unheard[..at].to_vec(), at + 1),
            None if self.ended == Some(End::InOrder) && !unheard.is_empty() => (unheard.to_vec(), unheard.len()),
            None => return None,
        };
        self.heard += length;
        Some(line)
    }

    /// Takes in what is there.
    pub fn receive(&mut self, buffer: &mut [u8]) -> Came {
        let mut came = Came::default();
        let Some(socket) = self.socket.as_mut().filter(|_| self.ended.is_none()) else { return came };
        for _ in 0..8 {
            match socket.read(buffer) {
                Ok(0) => came.ended = Some(End::InOrder),
                Ok(read) => {
                    match &mut self.drain {
                        Some(drain) => {
                            drain.take(&buffer[..read]);
                            came.drained += read;
                        }
                        None => came.bytes.extend(&buffer[..read]),
                    }
                    continue;
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(_) => came.ended = Some(End::Reset),
            }
            break;
        }
        if self.acknowledges {
            // The system forgets about it again and again (tcp(7)).
            let _ = rustix::net::sockopt::set_tcp_quickack(&*socket, true);
        }
        self.inbox.extend(&came.bytes);
        self.ended = came.ended;
        came
    }

    /// Sends as much as the connection takes; what is left waits. Whether the other side is gone shows when reading.
    pub fn send(&mut self) {
        let Some(socket) = self.socket.as_ref() else { return };
        // The last bytes wait for the FIN that follows (MSG_MORE, send(2)): one segment brings both.
        let more = if self.says_goodbye { SendFlags::MORE } else { SendFlags::empty() };
        while !self.outbox.is_empty() {
            match rustix::net::send(socket, &self.outbox, SendFlags::NOSIGNAL | more) {
                Ok(written) => drop(self.outbox.drain(..written)),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => return,
                Err(_) => self.outbox.clear(),
            }
        }
        if std::mem::take(&mut self.says_goodbye) {
            let _ = socket.shutdown(Shutdown::Write);
        }
    }

    /// Closes it with a reset instead of in order (SO_LINGER of 0, socket(7)).
    pub fn reset(&mut self) {
        if let Some(socket) = self.socket.take() {
            let _ = rustix::net::sockopt::set_socket_linger(&socket, Some(Duration::ZERO));
        }
    }
}

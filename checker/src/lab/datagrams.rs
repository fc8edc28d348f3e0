//! A UDP socket, held by a peer of the check.

use std::collections::VecDeque;
use std::io;
use std::net::{SocketAddr, UdpSocket};
use std::time::Instant;

/// A datagram that came.
#[derive(Clone, Debug)]
pub struct Datagram {
    pub bytes: Vec<u8>,
    pub from: SocketAddr,
    pub at: Instant,
}

pub struct Datagrams {
    pub socket: UdpSocket,
    /// The peer whose socket this is.
    pub name: String,
    pub local: SocketAddr,
    pub inbox: VecDeque<Datagram>,
}

impl Datagrams {
    pub fn new(socket: UdpSocket, name: &str) -> io::Result<Self> {
        socket.set_nonblocking(true)?;
        // Room for a burst of the largest datagrams.
        let _ = rustix::net::sockopt::set_socket_recv_buffer_size(&socket, 4 << 20);
        let local = socket.local_addr()?;
        Ok(Self { socket, name: name.to_owned(), local, inbox: VecDeque::new() })
    }

    /// Takes in what is there.
    pub fn receive(&mut self, buffer: &mut [u8]) -> Vec<Datagram> {
        let mut came = Vec::new();
        while let Ok((read, from)) = self.socket.recv_from(buffer) {
            came.push(Datagram { bytes: buffer[..read].to_vec(), from, at: Instant::now() });
            if came.len() == 256 {
                break;
            }
        }
        self.inbox.extend(came.iter().cloned());
        came
    }
}

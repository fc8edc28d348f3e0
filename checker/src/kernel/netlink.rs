//! The little of netlink that is needed: a request, and the messages that answer it.

use std::io;
use std::os::fd::OwnedFd;

use rustix::net::{AddressFamily, RecvFlags, SendFlags, SocketFlags, SocketType, netlink, recv, send, socket_with};

const HEADER: usize = 16;
const NLM_F_REQUEST: u16 = 1;
const NLMSG_ERROR: u16 = 2;
const NLMSG_DONE: u16 = 3;

/// A netlink socket. Answers are read to their end in each request, so it can be used again at once.
pub struct Netlink {
    fd: OwnedFd,
    buffer: Vec<u8>,
}

impl Netlink {
    /// For questions about sockets (sock_diag(7)).
    pub fn for_sockets() -> io::Result<Self> {
        Self::open(Some(netlink::SOCK_DIAG))
    }

    /// For interfaces and addresses (rtnetlink(7)).
    pub fn for_routes() -> io::Result<Self> {
        Self::open(None)
    }

    fn open(protocol: Option<rustix::net::Protocol>) -> io::Result<Self> {
        let fd = socket_with(AddressFamily::NETLINK, SocketType::RAW, SocketFlags::CLOEXEC, protocol)?;
        Ok(Self { fd, buffer: vec![0; 64 * 1024] })
    }

    /// Sends a request and hands each message of the answer to `each`; ends at the kernel's DONE or its error.
    pub fn ask(&mut self, kind: u16, flags: u16, body: &[u8], mut each: impl FnMut(&[u8])) -> io::Result<()> {
        let mut request = Vec::with_capacity(HEADER + body.len());
        request.extend(((HEADER + body.len()) as u32).to_ne_bytes());
        request.extend(kind.to_ne_bytes());
        request.extend((flags | NLM_F_REQUEST).to_ne_bytes());
        request.extend([0; 8]); // sequence number and port: one request at a time needs neither
        request.extend(body);
        send(&self.fd, &request, SendFlags::empty())?;
        loop {
            let (read, _) = recv(&self.fd, &mut self.buffer[..], RecvFlags::empty())?;
            let mut rest = &self.buffer[..read];
            while let Some((kind, body, next)) = message(rest) {
                match kind {
                    NLMSG_DONE => return Ok(()),
                    NLMSG_ERROR => return acknowledged(body),
                    _ => each(body),
                }
                rest = next;
            }
        }
    }
}

/// The first message of `bytes`: its type, its body, and what follows it.
fn message(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let length = u32_at(bytes, 0)? as usize;
    let kind = u16_at(bytes, 4)?;
    let body = bytes.get(HEADER..length)?;
    let next = length.next_multiple_of(4).min(bytes.len());
    Some((kind, body, &bytes[next..]))
}

/// An error message with the number 0 is the acknowledgement of a request.
fn acknowledged(body: &[u8]) -> io::Result<()> {
    match u32_at(body, 0).map(|number| number as i32) {
        Some(0) => Ok(()),
        Some(number) => Err(io::Error::from_raw_os_error(-number)),
        None => Err(io::Error::other("the kernel's netlink answer was cut off")),
    }
}

/// The number in the machine's byte order at this offset.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_ne_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_ne_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

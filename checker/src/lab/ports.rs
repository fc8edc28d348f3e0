//! Ports that are free for the program under test.

use std::io;
use std::net::{SocketAddr, TcpListener, UdpSocket};
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{self as unix, UnixDatagram};

use super::{Lab, Step};
use crate::kernel::processes;
use crate::kernel::sockets::{Socket, State, Transport};
use crate::verdict::Message;

/// Below what Linux gives to outgoing connections (ip_local_port_range), so that nobody takes one by chance.
const RANGE: std::ops::Range<u16> = 12_000..31_000;

/// How this check comes to ports for its program.
pub struct Ports {
    own_network: bool,
}

impl Ports {
    pub fn new(own_network: bool) -> Self {
        Self { own_network }
    }
}

/// Takes a port for this room alone; `None` while another one has it.
///
/// A socket that is named after the port keeps the others away. Such a name lies in no folder, and ends with the
/// process: the socket is never closed before, for the programs of a check outlive it until the room is swept.
fn lock(port: u16) -> Option<()> {
    let name = unix::SocketAddr::from_abstract_name(format!("checker-port-{port}")).ok()?;
    std::mem::forget(UnixDatagram::bind_addr(&name).ok()?);
    Some(())
}

/// Whether a port with its two bytes the wrong way round is another port, so that such a program is seen to be wrong.
fn tells_byte_order(port: u16) -> bool {
    port != port.swap_bytes()
}

/// Opens a socket, again while the kernel gives it a port that does not tell the byte order.
pub fn at_a_telling_port<T>(open: impl Fn() -> io::Result<(SocketAddr, T)>) -> io::Result<(SocketAddr, T)> {
    // A port that was asked for stays what it is, however often one tries.
    const TRIES: usize = 10;
    let mut opened = open()?;
    for _ in 1..TRIES {
        if tells_byte_order(opened.0.port()) {
            break;
        }
        let Ok(other) = open() else { break };
        opened = other;
    }
    Ok(opened)
}

/// A port is free when both families and both transports can have it.
fn is_free(port: u16) -> bool {
    UdpSocket::bind(("0.0.0.0", port)).is_ok() && TcpListener::bind(("0.0.0.0", port)).is_ok()
}

impl Lab {
    /// A port that nobody else has, for the program to listen on.
    pub fn port(&self) -> u16 {
        loop {
            let mut world = self.world.borrow_mut();
            let port = world.rng.u16(RANGE);
            if !tells_byte_order(port) {
                continue;
            }
            // In this order: to try a port is to have it for a moment, when nobody else may need it.
            if world.ports.own_network || (lock(port).is_some() && is_free(port)) {
                return port;
            }
            // However long this takes, the checker may end meanwhile.
            world.exchange(std::time::Duration::ZERO);
        }
    }

    /// The port that the exercise has by default, for this check alone. In a room it is always free; elsewhere another
    /// check may have it, which is waited for, or a stranger, who is named.
    pub fn default_port(&self, port: u16) -> Step<u16> {
        if self.world.borrow().ports.own_network {
            return Ok(port);
        }
        loop {
            let mut world = self.world.borrow_mut();
            if lock(port).is_some() {
                break;
            }
            world.exchange(std::time::Duration::from_millis(5));
        }
        let sockets = self.world.borrow_mut().sockets.list().unwrap_or_default();
        match sockets.iter().find(|socket| holds(socket, port)) {
            None => Ok(port),
            Some(socket) => {
                let (pid, name) = processes::holder_of(socket.inode).unwrap_or((0, "?".to_owned()));
                let reason = Message::new("reason-port-held").with("port", port).with("pid", pid).with("name", name);
                Err(self.cannot_judge(reason))
            }
        }
    }
}

fn holds(socket: &Socket, port: u16) -> bool {
    socket.local.port() == port && (socket.transport == Transport::Udp || socket.state == State::Listening)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::at_a_telling_port;

    /// The port at which a socket ends up, if the kernel gives these.
    fn given(ports: &[u16]) -> u16 {
        let left = RefCell::new(ports.iter());
        let open = || match left.borrow_mut().next() {
            Some(port) => Ok((([127, 0, 0, 1], *port).into(), ())),
            None => Err(std::io::ErrorKind::AddrInUse.into()),
        };
        at_a_telling_port(open).expect("there was a port").0.port()
    }

    #[test]
    fn no_peer_has_a_port_that_is_the_same_backwards() {
        assert_eq!(given(&[0x9c9c, 0xabab, 0x9cab]), 0x9cab);
        assert_eq!(given(&[0x22b8, 0x9cab]), 0x22b8);
        // One that was asked for is taken as it is.
        assert_eq!(given(&[0x1717]), 0x1717);
    }
}

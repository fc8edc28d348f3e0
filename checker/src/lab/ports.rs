//! Ports that are free for the program under test.

use std::net::{TcpListener, UdpSocket};
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixDatagram};

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
    let name = SocketAddr::from_abstract_name(format!("checker-port-{port}")).ok()?;
    std::mem::forget(UnixDatagram::bind_addr(&name).ok()?);
    Some(())
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

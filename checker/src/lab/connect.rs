//! How a TCP connection comes about: a peer connects to the program, or listens, and the program connects to it.

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use rustix::net::{AddressFamily, SocketFlags, SocketType, bind, connect, socket_with, sockopt};

use super::listening::listeners_at;
use super::ports::at_a_telling_port;
use super::stream::Stream;
use super::world::{Listener, World};
use super::{Lab, Step, TcpPeer};
use crate::kernel::sockets::Socket;
use crate::verdict::{Finding, Message, What};

/// The longest that a connection may take.
const ANSWER: Duration = Duration::from_secs(5);

/// A peer that listens.
#[derive(Clone)]
pub struct TcpServerPeer {
    pub(super) lab: Lab,
    pub(super) at: usize,
    pub address: SocketAddr,
}

impl Lab {
    /// A peer called `name` connects from `ip` to the program, which listens at `to`.
    pub fn connects(&self, name: &str, ip: &str, to: SocketAddr) -> Step<TcpPeer> {
        let refused = |error: &io::Error| self.cannot_open(name, &to.to_string(), error);
        let ip: IpAddr = ip.parse().map_err(|error| refused(&io::Error::other(error)))?;
        self.world.borrow_mut().meets(name, ip);
        // Somebody whom the kernel does not answer tries again after 1, 2, 4 … s (tcp(7), tcp_syn_retries).
        let room = self.wait_for_kernel(|world| (!backlog_is_full(world, to)).then_some(()));
        let expected = || Message::new("expect-accepts").with("who", name).with("address", to);
        room.map_err(|halt| self.failed(expected(), None, None, halt))?;
        let socket = match connected_from(ip, to) {
            Ok(socket) => socket,
            Err(error) if error.kind() == io::ErrorKind::ConnectionRefused => {
                let finding = Finding::Said(Message::new("said-refused").with("address", to));
                return Err(self.fails(expected(), None, None, finding));
            }
            Err(error) => return Err(refused(&error)),
        };
        let name = self.world.borrow().free_name(name);
        let peer = self.keep(Stream::new(socket, &name).map_err(|error| refused(&error))?);
        peer.record(What::Connects(peer.address.to_string()));
        Ok(peer)
    }

    /// Whether nobody can connect there before the program accepts somebody.
    pub fn backlog_is_full(&self, address: SocketAddr) -> bool {
        backlog_is_full(&mut self.world.borrow_mut(), address)
    }

    /// Whether anybody takes connections there.
    pub fn takes_connections(&self, address: SocketAddr) -> bool {
        let listeners = listeners_at(&mut self.world.borrow_mut(), address.port());
        // A connection is the only proof, for an IPv6 socket may take both families or not.
        !listeners.is_empty() && TcpStream::connect(address).is_ok()
    }

    fn keep(&self, stream: Stream) -> TcpPeer {
        let mut world = self.world.borrow_mut();
        let address = stream.local;
        world.streams.push(stream);
        TcpPeer { lab: self.clone(), at: world.streams.len() - 1, address }
    }

    /// A peer called `name` listens at a free port of this address.
    pub fn tcp_server(&self, name: &str, ip: &str) -> Step<TcpServerPeer> {
        self.tcp_server_at(name, ip, 0)
    }

    pub fn tcp_server_at(&self, name: &str, ip: &str, port: u16) -> Step<TcpServerPeer> {
        let open = || {
            let socket = TcpListener::bind((ip, port))?;
            socket.set_nonblocking(true)?;
            Ok((socket.local_addr()?, socket))
        };
        let (address, socket) = at_a_telling_port(open)
            .map_err(|error| self.cannot_open(name, &format!("TCP {ip}, port {port}"), &error))?;
        let mut world = self.world.borrow_mut();
        world.record(name, None, What::Listens(format!("TCP {address}")));
        world.listeners.push(Listener { socket, name: name.to_owned(), accepted: Vec::new() });
        Ok(TcpServerPeer { lab: self.clone(), at: world.listeners.len() - 1, address })
    }
}

/// Whether all who listen at this address have as many to accept as they have room for.
fn backlog_is_full(world: &mut World, address: SocketAddr) -> bool {
    let listeners = listeners_at(world, address.port());
    !listeners.is_empty() && listeners.iter().all(Socket::is_full)
}

fn connected_from(ip: IpAddr, to: SocketAddr) -> io::Result<TcpStream> {
    let family = if ip.is_ipv4() { AddressFamily::INET } else { AddressFamily::INET6 };
    let open = || {
        let socket = socket_with(family, SocketType::STREAM, SocketFlags::CLOEXEC, None)?;
        sockopt::set_socket_reuseaddr(&socket, true)?;
        bind(&socket, &SocketAddr::new(ip, 0))?;
        let socket = TcpStream::from(socket);
        Ok((socket.local_addr()?, socket))
    };
    let (_, socket) = at_a_telling_port(open)?;
    // Of several who listen at one port the kernel may choose one whose queue is full: connect(2) waits no longer.
    sockopt::set_socket_timeout(&socket, sockopt::Timeout::Send, Some(ANSWER))?;
    connect(&socket, &to)?;
    Ok(socket)
}

impl TcpServerPeer {
    /// The program connects.
    pub fn is_connected(&self) -> Step<TcpPeer> {
        let came = self.lab.wait(|world| {
            let accepted = &mut world.listeners[self.at].accepted;
            (!accepted.is_empty()).then(|| accepted.remove(0))
        });
        let at = came.map_err(|halt| {
            let name = self.lab.world.borrow().listeners[self.at].name.clone();
            let expected = Message::new("expect-connection").with("who", name).with("address", self.address);
            self.lab.failed(expected, None, None, halt)
        })?;
        let address = self.lab.world.borrow().streams[at].local;
        Ok(TcpPeer { lab: self.lab.clone(), at, address })
    }
}

//! Where a program listens, as the kernel lists it.

use std::io;
use std::net::{IpAddr, SocketAddr};

use super::world::World;
use super::{Program, Step};
use crate::kernel::processes;
use crate::kernel::sockets::{Socket, Sockets};
use crate::verdict::{Finding, Message};

/// What lists the sockets of one kind.
type List = fn(&mut Sockets) -> io::Result<Vec<Socket>>;

impl Program {
    /// It listens for TCP connections on this port; gives the address at which it does.
    pub fn listens(&self, port: u16) -> Step<SocketAddr> {
        self.opens("expect-listening", port, Sockets::listeners)
    }

    /// It has accepted everybody who connected to this port, however long it takes for each. One that rests without
    /// accepting is not waited for: what comes of that is for the next step to judge.
    pub fn has_accepted_all(&self, port: u16) -> Step {
        let all = |world: &mut World| listeners_at(world, port).iter().all(|socket| socket.unread == 0);
        let accepted = self.lab().wait_for_kernel(|world| all(world).then_some(()));
        self.lab().unless_hopeless(Message::new("expect-quiet"), accepted)
    }

    /// It listens for TCP connections on this port, at one of these addresses or at several, and at no other.
    pub fn listens_only_at(&self, addresses: &[IpAddr], port: u16) -> Step {
        self.listens(port)?;
        // One socket is there; it may be about to open another.
        self.lab().settles()?;
        let listeners = listeners_at(&mut self.lab().world.borrow_mut(), port);
        let mut open = listeners.iter().map(|socket| socket.local);
        // An IPv6 socket may be bound to `::ffff:127.0.0.2`.
        let Some(other) = open.find(|local| !addresses.contains(&local.ip().to_canonical())) else { return Ok(()) };
        let told: Vec<String> = addresses.iter().map(IpAddr::to_string).collect();
        let expected = Message::new("expect-listening-only").with("where", told.join(", ")).with("port", port);
        let said = Message::new("said-listens-elsewhere").with("address", other);
        Err(self.lab().fails(expected, None, None, Finding::Said(said)))
    }

    /// It is bound to this UDP port; gives the address.
    pub fn binds(&self, port: u16) -> Step<SocketAddr> {
        self.opens("expect-bound", port, Sockets::udp)
    }

    /// It is bound to this UDP port, and takes what comes to any of the machine's addresses; or, if it has connected its
    /// socket, what comes from its partner.
    pub fn binds_everywhere(&self, port: u16) -> Step {
        self.binds(port)?;
        let sockets = self.lab().world.borrow_mut().sockets.udp().unwrap_or_default();
        let own = |socket: &&Socket| socket.local.port() == port;
        match sockets.iter().filter(own).find(|socket| !socket.local.ip().is_unspecified() && socket.remote.port() == 0)
        {
            None => Ok(()),
            Some(socket) => {
                let said = Message::new("said-listens-elsewhere").with("address", socket.local);
                let expected = self.said("expect-bound-everywhere").with("port", port);
                Err(self.lab().fails(expected, None, None, Finding::Said(said)))
            }
        }
    }

    /// Readiness is what the kernel lists, whatever a program prints.
    fn opens(&self, expected: &str, port: u16, list: List) -> Step<SocketAddr> {
        let ready = self.lab().wait_for_kernel(|world| {
            let ours: Vec<SocketAddr> = world.datagrams.iter().map(|peer| peer.local).collect();
            let sockets = list(&mut world.sockets).unwrap_or_default();
            let mut open = sockets.iter().filter(|socket| !ours.contains(&socket.local));
            open.find(|socket| socket.local.port() == port).map(|socket| socket.local)
        });
        ready.map_err(|halt| {
            let expected = self.said(expected).with("port", port);
            match self.opened_instead(list) {
                Some(other) => {
                    let said = Message::new("said-listens-elsewhere").with("address", other);
                    self.lab().fails(expected, None, None, Finding::Said(said))
                }
                None => self.lab().failed(expected, None, None, halt),
            }
        })
    }

    /// A socket of this kind that the program has on another port.
    fn opened_instead(&self, list: List) -> Option<SocketAddr> {
        let mut world = self.lab().world.borrow_mut();
        let own: Vec<u32> = inodes(&world);
        let sockets = list(&mut world.sockets).unwrap_or_default();
        sockets.iter().find(|socket| own.contains(&socket.inode)).map(|socket| socket.local)
    }
}

/// Who listens at this port, whatever the address.
pub(super) fn listeners_at(world: &mut World, port: u16) -> Vec<Socket> {
    let mut listeners = world.sockets.listeners().unwrap_or_default();
    listeners.retain(|socket| socket.local.port() == port);
    listeners
}

/// The sockets that the room's programs have open.
fn inodes(world: &World) -> Vec<u32> {
    processes::descendants(world.room.order.namespaces)
        .into_iter()
        .flat_map(|pid| processes::descriptors(pid).into_iter().filter_map(move |fd| processes::socket_inode(pid, fd)))
        .collect()
}

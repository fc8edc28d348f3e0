//! What waits for a peer who does not read: in the system, and in the program.

use rustix::net::sockopt;

use super::turn::SILENCE;
use super::world::World;
use super::{Step, Stop, TcpPeer};
use crate::kernel::processes;
use crate::kernel::sockets::State;
use crate::verdict::{Finding, Message};

impl TcpPeer {
    /// From now on, what comes stays in the system's buffers, which are made small.
    pub fn stops_reading(&self) {
        self.pauses();
        self.receives_into(4096);
    }

    /// Takes in again what comes.
    pub fn reads_again(&self) {
        self.goes_on();
        self.receives_into(1 << 20);
    }

    /// For a while, what comes stays in the system's buffers. They stay as large as they are: whose were once made small
    /// is caught up with only slowly.
    pub fn pauses(&self) {
        self.with(|stream| stream.reads = false);
    }

    /// Takes in again what comes, after a pause.
    pub fn goes_on(&self) {
        self.with(|stream| stream.reads = true);
    }

    fn receives_into(&self, size: usize) {
        self.with(|stream| {
            if let Some(socket) = &stream.socket {
                let _ = sockopt::set_socket_recv_buffer_size(socket, size);
            }
        });
    }

    /// From now on the system keeps only little of what the program writes to this peer: on the loopback it is some
    /// megabytes otherwise, more than a slow network would ever take in. Where the program's socket can't be had, it
    /// stays as it is.
    pub fn is_far_away(&self) {
        const LITTLE: usize = 4096;
        // The program waits for each acknowledgement then.
        self.with(|stream| stream.acknowledges = true);
        let (local, remote) = self.with(|stream| (stream.local, stream.remote));
        let mut world = self.lab.world.borrow_mut();
        let Some(inode) = world.sockets.connection(remote, local).map(|socket| socket.inode) else { return };
        for pid in processes::descendants(world.room.order.namespaces) {
            let own = |fd: &i32| processes::socket_inode(pid, *fd) == Some(inode);
            let Some(fd) = processes::descriptors(pid).into_iter().find(own) else { continue };
            if let Some(socket) = processes::duplicate(pid, fd) {
                let _ = sockopt::set_socket_send_buffer_size(&socket, LITTLE);
                // What waits is put together in packets, and a line may be in two of them.
                let _ = sockopt::set_tcp_nodelay(&socket, false);
            }
        }
    }

    /// How much the system keeps of what the program has written to this peer, who does not read; `None` once the
    /// program has let the peer go.
    pub fn system_keeps(&self) -> Option<usize> {
        self.kept(&mut self.lab.world.borrow_mut())
    }

    fn kept(&self, world: &mut World) -> Option<usize> {
        let (local, remote) = (world.streams[self.at].local, world.streams[self.at].remote);
        let theirs = world.sockets.connection(remote, local)?;
        // A connection that was closed with something left to send lives on, and is nobody's.
        let is_open = theirs.state == State::Established && theirs.inode != 0;
        let unread = world.sockets.connection(local, remote).map_or(0, |own| own.unread);
        is_open.then_some((theirs.unsent + unread) as usize)
    }

    /// The program lets this peer go, for whom so many bytes wait in the program itself.
    pub fn is_let_go_with(&self, waiting: usize) -> Step {
        let gone = self.lab.wait_with(SILENCE, true, |world| self.kept(world).is_none().then_some(()));
        let expected = self.said("expect-let-go");
        gone.map_err(|halt| {
            if !halt.is_just_waiting() {
                return self.lab.failed(expected, None, None, halt);
            }
            let said = Message::new("said-waits").with("kib", waiting >> 10);
            self.lab.fails(expected, None, None, Finding::Said(said))
        })
    }

    /// The program has let this peer go, although no more than so many bytes waited.
    pub fn is_let_go_too_soon(&self, waiting: usize) -> Stop {
        let said = Message::new("said-let-go").with("kib", waiting >> 10);
        self.lab.fails(self.said("expect-kept"), None, None, Finding::Said(said))
    }
}

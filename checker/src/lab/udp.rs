//! A peer that speaks UDP.

use std::net::{SocketAddr, UdpSocket};

use super::datagrams::{Datagram, Datagrams};
use super::ports::at_a_telling_port;
use super::{Lab, Program, Step};
use crate::packets::Flow;
use crate::verdict::{Bytes, Finding, Message, What};

/// A peer with a UDP socket.
#[derive(Clone)]
pub struct UdpPeer {
    pub(super) lab: Lab,
    pub(super) at: usize,
    pub address: SocketAddr,
}

impl Lab {
    /// A peer with this name and a socket at any port of this address: `127.0.0.2`.
    pub fn udp_peer(&self, name: &str, ip: &str) -> Step<UdpPeer> {
        self.udp_peer_at(name, ip, 0)
    }

    pub fn udp_peer_at(&self, name: &str, ip: &str, port: u16) -> Step<UdpPeer> {
        let open = || {
            let peer = Datagrams::new(UdpSocket::bind((ip, port))?, name)?;
            Ok((peer.local, peer))
        };
        let (address, peer) = at_a_telling_port(open)
            .map_err(|error| self.cannot_open(name, &format!("UDP {ip}, port {port}"), &error))?;
        let mut world = self.world.borrow_mut();
        world.record(name, None, What::Binds(format!("UDP {address}")));
        world.datagrams.push(peer);
        Ok(UdpPeer { lab: self.clone(), at: world.datagrams.len() - 1, address })
    }

    /// The first of these peers to which a datagram comes; the first of all where none does.
    pub fn one_of<'a>(&self, peers: &[&'a UdpPeer]) -> Step<&'a UdpPeer> {
        let heard = self.wait(|world| peers.iter().find(|peer| !world.datagrams[peer.at].inbox.is_empty()).copied());
        heard.or_else(|halt| {
            peers.first().copied().ok_or_else(|| self.failed(Message::new("expect-quiet"), None, None, halt))
        })
    }

    /// A socket of a peer could not be made: the machine's fault.
    pub(super) fn cannot_open(&self, name: &str, address: &str, error: &std::io::Error) -> super::Stop {
        let reason = Message::new("reason-peer-socket").with("who", name).with("address", address);
        self.cannot_judge(reason.with("error", error))
    }
}

impl UdpPeer {
    /// Sends one datagram.
    pub fn says(&self, to: SocketAddr, bytes: impl AsRef<[u8]>) -> Step {
        let bytes = bytes.as_ref();
        let mut world = self.lab.world.borrow_mut();
        let (name, program) = (world.datagrams[self.at].name.clone(), world.judged());
        let flow = Flow::new(world.datagrams[self.at].local, to);
        world.record_between(&name, Some(&program), Some(flow), What::Datagram(Bytes::of(bytes)));
        let sent = world.datagrams[self.at].socket.send_to(bytes, to);
        sent.map(drop).map_err(|error| self.lab.cannot_open(&name, &to.to_string(), &error))
    }

    /// The next datagram that comes is exactly this.
    pub fn hears(&self, wanted: impl AsRef<[u8]>) -> Step<Datagram> {
        let wanted = wanted.as_ref();
        let datagram = self.hears_any(Some(wanted))?;
        if datagram.bytes == wanted {
            return Ok(datagram);
        }
        Err(self.lab.differs(self.said("expect-datagram"), wanted, &datagram.bytes))
    }

    /// The next datagram that comes is exactly one of these.
    pub fn hears_one_of(&self, wanted: &[Vec<u8>]) -> Step {
        let first = wanted.first().map(Vec::as_slice);
        let datagram = self.hears_any(first)?;
        if wanted.contains(&datagram.bytes) {
            return Ok(());
        }
        Err(self.lab.differs(self.said("expect-datagram"), first.unwrap_or_default(), &datagram.bytes))
    }

    /// This comes, sooner or later; what else came before it is for [`Self::has_heard_only`] to judge.
    pub fn hears_among(&self, wanted: impl AsRef<[u8]>) -> Step {
        let wanted = wanted.as_ref();
        let heard = self.lab.wait(|world| {
            let inbox = &mut world.datagrams[self.at].inbox;
            let at = inbox.iter().position(|datagram| datagram.bytes == wanted)?;
            inbox.drain(..=at);
            Some(())
        });
        heard.map_err(|halt| {
            let last = self.lab.world.borrow().datagrams[self.at].inbox.back().map(|datagram| datagram.bytes.clone());
            let expected = self.said("expect-datagram");
            match last {
                None => self.lab.failed(expected, Some(wanted), None, halt),
                Some(last) => self.lab.differs(expected, wanted, &last),
            }
        })
    }

    /// Something has come that no step asked for yet: after a fence.
    pub fn has_heard_something(&self) -> bool {
        !self.lab.world.borrow().datagrams[self.at].inbox.is_empty()
    }

    /// This has come, once, and nothing else: after a fence.
    pub fn has_heard_only(&self, wanted: impl AsRef<[u8]>) -> Step {
        self.has_heard_nothing_but(&wanted)?;
        self.hears(&wanted)?;
        self.hears_nothing_more()
    }

    /// Whatever has come that no step asked for is this: after a fence.
    pub fn has_heard_nothing_but(&self, allowed: impl AsRef<[u8]>) -> Step {
        self.has_heard_none(|datagram| datagram != allowed.as_ref())
    }

    /// This has not come: after a fence.
    pub fn has_not_heard(&self, unwanted: impl AsRef<[u8]>) -> Step {
        self.has_heard_none(|datagram| datagram == unwanted.as_ref())
    }

    fn has_heard_none(&self, unwanted: impl Fn(&[u8]) -> bool) -> Step {
        let found = {
            let mut world = self.lab.world.borrow_mut();
            world.exchange(std::time::Duration::ZERO);
            let inbox = &world.datagrams[self.at].inbox;
            inbox.iter().find(|datagram| unwanted(&datagram.bytes)).map(|datagram| datagram.bytes.clone())
        };
        match found {
            None => Ok(()),
            Some(bytes) => Err(self.lab.fails(self.said("expect-no-datagram"), None, Some(&bytes), Finding::Unwanted)),
        }
    }

    /// The next datagram that comes was sent from this address.
    pub fn hears_from(&self, sender: SocketAddr) -> Step {
        let expected = self.said("expect-datagram-from").with("address", sender);
        match self.lab.wait(|world| world.datagrams[self.at].inbox.pop_front()) {
            Ok(datagram) if datagram.from == sender => Ok(()),
            Ok(datagram) => {
                let said = Message::new("said-came-from").with("address", datagram.from);
                Err(self.lab.fails(expected, None, Some(&datagram.bytes), Finding::Said(said)))
            }
            Err(halt) => Err(self.lab.failed(expected, None, None, halt)),
        }
    }

    /// The next datagram that comes, whatever it is; `wanted` is for the report.
    pub fn hears_any(&self, wanted: Option<&[u8]>) -> Step<Datagram> {
        let came = self.lab.wait(|world| world.datagrams[self.at].inbox.pop_front());
        came.map_err(|halt| {
            let expected = self.said("expect-datagram");
            // In a room nobody else sends anything: a datagram to nobody was the program's, and meant for this peer.
            let alone = self.lab.world.borrow().room.order.namespaces && !self.lab.world.borrow().talks_to_nobody;
            if alone && self.lab.datagrams_to_nobody() > 0 {
                let said = Message::new("said-sent-elsewhere");
                return self.lab.fails(expected, wanted, None, Finding::Said(said));
            }
            self.lab.failed(expected, wanted, None, halt)
        })
    }

    /// No datagram has come that no step asked for. Only after a fence this says something.
    pub fn hears_nothing_more(&self) -> Step {
        self.has_heard_none(|_| true)
    }

    /// Nothing comes until the program ends, with this status. One that sends again and again is not waited for.
    pub fn hears_nothing_until_it_ends(&self, program: &Program, status: i32) -> Step {
        program.ends_unless(status, |world| !world.datagrams[self.at].inbox.is_empty())?;
        self.hears_nothing_more()
    }

    pub(super) fn said(&self, id: &str) -> Message {
        Message::new(id).with("who", &self.lab.world.borrow().datagrams[self.at].name)
    }
}

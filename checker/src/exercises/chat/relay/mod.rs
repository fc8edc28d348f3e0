//! `chat-relay [BIND]`, and what another exercise's relay has in common with it.
//!
//! Not judged from outside: what becomes of a line while somebody is just connecting, whether one who has said its
//! last word still gets what is said, and when exactly one who does not read is disconnected (all left open).

pub(in crate::exercises) mod behind;
pub(in crate::exercises) mod crowd;
pub(in crate::exercises) mod service;
mod table;
pub(in crate::exercises) mod talk;

use std::net::{IpAddr, SocketAddr};

use super::suspicion::{FULL_IS_NO_ERROR, LEAVES_LINES_OUT, LIMIT_TOO_LOW, QUEUE_WITHOUT_BOUND, WRITE_TAKES_A_PART};
use crate::exercises::Check;
use crate::lab::{Lab, Program, Step, TcpPeer};
use crate::verdict::Message;
pub(in crate::exercises) use table::checks_of_a_relay;

/// What both relays of the course owe.
pub const CHECKS: &[Check] = checks_of_a_relay!("05", "chat-relay");

/// What 05 asks of its relay beside what every relay owes.
pub const BESIDE: &[Check] = &[Check::of("chat-relay", "05.catches-up", 1, behind::catches_up)
    .needs(&["05.slow-reader"])
    .suspects(&[LIMIT_TOO_LOW, FULL_IS_NO_ERROR, WRITE_TAKES_A_PART, LEAVES_LINES_OUT])];

/// What comes last.
pub const EXTRA: &[Check] = &[Check::of("chat-relay", "05.bounded-memory", 3, crowd::bounds_what_waits)
    .needs(&["05.slow-reader"])
    .suspects(&[QUEUE_WITHOUT_BOUND])
    .extra()];

pub const ANA: &str = "127.0.0.2";
pub const BOB: &str = "127.0.0.3";
pub const CARO: &str = "127.0.0.4";

/// A relay that is ready, and where.
pub struct Chat<'a> {
    pub lab: &'a Lab,
    pub relay: Program,
    pub address: SocketAddr,
}

impl<'a> Chat<'a> {
    pub fn start(lab: &'a Lab) -> Step<Self> {
        Self::start_at(lab, lab.port())
    }

    fn start_at(lab: &'a Lab, port: u16) -> Step<Self> {
        let relay = lab.start(&[format!("127.0.0.1:{port}")])?;
        relay.listens(port)?;
        Ok(Self { lab, relay, address: SocketAddr::from(([127, 0, 0, 1], port)) })
    }

    /// These join, each from its address, and the relay has come to rest: it knows them all, in this order.
    pub fn join<const N: usize>(&self, ips: [&str; N]) -> Step<[TcpPeer; N]> {
        let mut peers = Vec::new();
        for ip in ips {
            if !peers.is_empty() {
                self.lab.comes_to_rest();
            }
            peers.push(self.joins(name_of(ip), ip)?);
        }
        self.knows_all()?;
        peers.try_into().map_err(|_| self.lab.cannot_judge(Message::new("reason-peer-socket")))
    }

    /// A crowd of this many joins, all from addresses of their own.
    pub fn crowd(&self, size: usize) -> Step<Vec<TcpPeer>> {
        let join = |at| self.joins(&format!("guest {at}"), &format!("127.0.{}.{}", 1 + at / 250, 1 + at % 250));
        let crowd: Vec<TcpPeer> = (0..size).map(join).collect::<Step<_>>()?;
        self.knows_all()?;
        Ok(crowd)
    }

    /// One joins, and is taken in before anybody else comes: that several come at once is for a check of its own.
    fn joins(&self, name: &str, ip: &str) -> Step<TcpPeer> {
        let peer = self.lab.connects(name, ip, self.address)?;
        self.relay.has_accepted_all(self.address.port())?;
        Ok(peer)
    }

    /// Everybody who connected is accepted, and the relay has come to rest: it may be slow at it, and it is no matter
    /// for these checks what reaches somebody who is just connecting.
    fn knows_all(&self) -> Step {
        self.relay.has_accepted_all(self.address.port())?;
        self.lab.settles()
    }

    /// One says something, and the other hears it: the relay is well.
    pub fn carries(&self, from: &TcpPeer, to: &TcpPeer) -> Step {
        let text = self.lab.words();
        from.says(format!("{text}\n"));
        to.hears_line_among(&said_by(from, &text))
    }
}

fn name_of(ip: &str) -> &'static str {
    match ip {
        ANA => "ana",
        BOB => "bob",
        CARO => "caro",
        _ => "eve",
    }
}

/// `IP: LINE` and a newline, in each way of writing the address that is right.
pub fn said_by(peer: &TcpPeer, line: impl AsRef<[u8]>) -> Vec<Vec<u8>> {
    let ip = peer.address.ip();
    let mut ways = vec![ip.to_string()];
    if let IpAddr::V4(ip) = ip {
        ways.push(ip.to_ipv6_mapped().to_string());
    }
    ways.into_iter().map(|ip| [ip.as_bytes(), b": ", line.as_ref(), b"\n"].concat()).collect()
}

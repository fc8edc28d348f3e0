//! Many datagrams at once. The kernel keeps what a program has not received yet, up to a bound, and throws away what
//! comes then: that is nobody's fault, and the kernel counts it.

use std::collections::HashSet;
use std::net::SocketAddr;
use std::time::Duration;

use super::{Lab, Step, UdpPeer};
use crate::kernel::{sockets, softnet};

/// So many are sent before the peers take in what has come to them.
const IN_ONE_GO: usize = 25;

/// A burst that is under way, and what the kernel had thrown away before.
pub struct Burst {
    sent: Vec<String>,
    to: SocketAddr,
    overflown: u64,
}

impl Lab {
    /// `count` datagrams to be sent to the program in one burst: each differs from the others.
    pub fn burst(&self, count: usize, to: SocketAddr) -> Burst {
        let sent = (0..count).map(|at| format!("{} {at}\n", self.words())).collect();
        Burst { sent, to, overflown: softnet::dropped() }
    }
}

impl UdpPeer {
    /// Sends this part of a burst as fast as the kernel takes it.
    pub fn bursts(&self, burst: &Burst, part: std::ops::Range<usize>) -> Step {
        for some in burst.sent[part].chunks(IN_ONE_GO) {
            some.iter().try_for_each(|datagram| self.says(burst.to, datagram))?;
            // Their own sockets have a bound, too.
            self.lab.world.borrow_mut().exchange(Duration::ZERO);
        }
        Ok(())
    }

    /// All datagrams of a burst come, in whatever order, but for those that the kernel did not accept.
    pub fn hears_burst(&self, burst: &Burst) -> Step {
        let mut missing: HashSet<&[u8]> = burst.sent.iter().map(String::as_bytes).collect();
        let all_there = self.lab.wait(|world| {
            let inbox = &mut world.datagrams[self.at].inbox;
            // To ask the kernel takes a moment: only when nothing is coming.
            let comes = !inbox.is_empty();
            for datagram in inbox.drain(..) {
                missing.remove(datagram.bytes.as_slice());
            }
            let thrown_away = || burst.thrown_away(&[burst.to, self.address]);
            (missing.is_empty() || (!comes && missing.len() <= thrown_away())).then_some(())
        });
        all_there.map_err(|halt| {
            let count = burst.sent.len().saturating_sub(burst.thrown_away(&[burst.to, self.address]));
            let came = burst.sent.len() - missing.len();
            self.lab.failed(self.said("expect-burst").with("count", count).with("came", came), None, None, halt)
        })
    }
}

impl Burst {
    /// How many datagrams the kernel has thrown away since: for want of room in these sockets, or on the way to them.
    fn thrown_away(&self, sockets: &[SocketAddr]) -> usize {
        (sockets::dropped(sockets) + softnet::dropped().saturating_sub(self.overflown)) as usize
    }
}

//! What only the machine itself can tell: what a name stands for, and which datagrams reached nobody.

use std::fs;
use std::net::{Ipv6Addr, TcpListener, ToSocketAddrs};

use super::{Lab, Step};
use crate::verdict::Message;

impl Lab {
    /// The addresses for which `localhost` stands. In a room these are ::1 and 127.0.0.1; elsewhere the machine
    /// decides, and one that has a single address for it can only show that a name is resolved at all.
    pub fn addresses_of_localhost(&self) -> Step<Vec<String>> {
        let known = ("localhost", 0).to_socket_addrs();
        let known = known.map_err(|error| self.cannot_judge(Message::new("reason-no-name").with("error", error)))?;
        let mut addresses: Vec<String> = known.map(|address| address.ip().to_string()).collect();
        addresses.sort();
        addresses.dedup();
        Ok(addresses)
    }

    /// A machine without IPv6 is no fault of the program's.
    pub fn has_ipv6(&self) -> Step {
        TcpListener::bind((Ipv6Addr::LOCALHOST, 0))
            .map(drop)
            .map_err(|_| self.cannot_judge(Message::new("reason-no-ipv6")))
    }

    /// How many datagrams have reached a port at which nobody listens: each is answered by an ICMP "port unreachable".
    pub fn datagrams_to_nobody(&self) -> u64 {
        counter("/proc/net/snmp", "Udp:", "NoPorts")
    }

    /// Waits until there are more of them than these.
    pub fn more_datagrams_to_nobody(&self, than: u64) -> Step {
        // These are expected: they say nothing about an address.
        self.world.borrow_mut().talks_to_nobody = true;
        let more = self.wait_for_kernel(|_| (counter("/proc/net/snmp", "Udp:", "NoPorts") > than).then_some(()));
        more.map_err(|halt| self.failed(Message::new("expect-sends-to-nobody"), None, None, halt))
    }
}

/// A counter of proc_net(5): a line of names, and a line of numbers below it.
fn counter(path: &str, protocol: &str, name: &str) -> u64 {
    let table = fs::read_to_string(path).unwrap_or_default();
    let mut lines = table.lines().filter(|line| line.starts_with(protocol));
    let (Some(names), Some(numbers)) = (lines.next(), lines.next()) else { return 0 };
    let column = names.split_whitespace().position(|word| word == name);
    column.and_then(|at| numbers.split_whitespace().nth(at)?.parse().ok()).unwrap_or(0)
}

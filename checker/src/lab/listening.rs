//! Where a server listens, as the kernel lists it.

use std::net::IpAddr;

use super::connect::listeners_at;
use super::{Program, Step};
use crate::verdict::{Finding, Message};

impl Program {
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
}

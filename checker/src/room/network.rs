//! The network of a room: its loopback interface.

use std::io;
use std::net::Ipv4Addr;

use crate::kernel::netlink::Netlink;

const RTM_NEWLINK: u16 = 16;
const RTM_NEWADDR: u16 = 20;
const NLM_F_ACK: u16 = 4;
const NLM_F_CREATE: u16 = 0x400;
const IFA_LOCAL: u16 = 2;

/// The loopback's number in every network namespace.
const LOOPBACK: u32 = 1;

/// The classroom router's own address: in a room, a program can be told to use the course's addresses.
const CLASSROOM: Ipv4Addr = Ipv4Addr::new(10, 3, 141, 1);

/// Turns the loopback on (with 127.0.0.0/8 and ::1) and gives it the classroom's address.
pub fn bring_up() -> io::Result<()> {
    let mut netlink = Netlink::for_routes()?;
    netlink.ask(RTM_NEWLINK, NLM_F_ACK, &interface_up(), |_| {})?;
    netlink.ask(RTM_NEWADDR, NLM_F_ACK | NLM_F_CREATE, &new_address(CLASSROOM), |_| {})
}

/// `struct ifinfomsg` that sets IFF_UP (rtnetlink(7)).
fn interface_up() -> Vec<u8> {
    let up = libc::IFF_UP as u32;
    let mut message = vec![libc::AF_UNSPEC as u8, 0, 0, 0];
    message.extend(LOOPBACK.to_ne_bytes());
    message.extend(up.to_ne_bytes());
    message.extend(up.to_ne_bytes()); // which of the flags are meant
    message
}

/// `struct ifaddrmsg` and the address.
fn new_address(address: Ipv4Addr) -> Vec<u8> {
    let mut message = vec![libc::AF_INET as u8, 32, 0, libc::RT_SCOPE_UNIVERSE];
    message.extend(LOOPBACK.to_ne_bytes());
    message.extend(8u16.to_ne_bytes()); // the attribute's length
    message.extend(IFA_LOCAL.to_ne_bytes());
    message.extend(address.octets());
    message
}

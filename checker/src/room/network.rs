//! The network of a room: its loopback interface.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

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

/// Where a machine has an address beside 127.0.0.1 but none beside ::1, `getaddrinfo` with AI_ADDRCONFIG (Node's way, and
/// Perl's) keeps IPv6 addresses back, even those that were given as such: so a room has one of each kind.
const CLASSROOM_IPV6: Ipv6Addr = Ipv6Addr::new(0xfd00, 0x10, 3, 0x141, 0, 0, 0, 1);

/// Turns the loopback on (with 127.0.0.0/8 and ::1) and gives it the classroom's addresses.
pub fn bring_up() -> io::Result<()> {
    let mut netlink = Netlink::for_routes()?;
    netlink.ask(RTM_NEWLINK, NLM_F_ACK, &interface_up(), |_| {})?;
    let mut gets = |address| netlink.ask(RTM_NEWADDR, NLM_F_ACK | NLM_F_CREATE, &new_address(address), |_| {});
    gets(CLASSROOM.into())?;
    // A kernel without IPv6 says no; what that means for a check, the check says.
    let _ = gets(CLASSROOM_IPV6.into());
    Ok(())
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
fn new_address(address: IpAddr) -> Vec<u8> {
    let (family, octets) = match address {
        IpAddr::V4(address) => (libc::AF_INET, address.octets().to_vec()),
        IpAddr::V6(address) => (libc::AF_INET6, address.octets().to_vec()),
    };
    let mut message = vec![family as u8, 8 * octets.len() as u8, 0, libc::RT_SCOPE_UNIVERSE];
    message.extend(LOOPBACK.to_ne_bytes());
    message.extend((4 + octets.len() as u16).to_ne_bytes()); // the attribute's length
    message.extend(IFA_LOCAL.to_ne_bytes());
    message.extend(octets);
    message
}

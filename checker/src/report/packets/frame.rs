//! The little that has to be known of a packet to find the step that it belongs to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use crate::packets::Flow;

/// A packet's ends, and what it is between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    pub flow: Flow,
    pub part: Part,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Datagram,
    Segment {
        /// The number of its first byte in the stream, as TCP counts.
        sequence: u32,
        len: u32,
        opens: bool,
        /// FIN, or RST.
        ends: bool,
    },
}

const UDP: u8 = 17;
const TCP: u8 = 6;

impl Frame {
    /// Reads an Ethernet frame with UDP or TCP over IP in it. Anything else, as an ICMP message, is none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (ends, protocol, body, len) = match (u16_at(bytes, 12)?, bytes.get(14..)?) {
            (0x0800, packet) => ipv4(packet)?,
            (0x86dd, packet) => ipv6(packet)?,
            _ => return None,
        };
        let from = SocketAddr::new(ends[0], u16_at(body, 0)?);
        let to = SocketAddr::new(ends[1], u16_at(body, 2)?);
        let part = match protocol {
            UDP => Part::Datagram,
            TCP => segment(body, len)?,
            _ => return None,
        };
        Some(Self { flow: Flow::new(from, to), part })
    }
}

/// The two addresses, the protocol in it, what is kept of that, and how long all of that was.
type Inner<'a> = ([IpAddr; 2], u8, &'a [u8], u32);

fn ipv4(packet: &[u8]) -> Option<Inner<'_>> {
    let address = |at: usize| Some(IpAddr::from(Ipv4Addr::from(<[u8; 4]>::try_from(packet.get(at..at + 4)?).ok()?)));
    let header = usize::from(packet.first()? & 0xf) * 4;
    let len = u32::from(u16_at(packet, 2)?).checked_sub(header as u32)?;
    Some(([address(12)?, address(16)?], *packet.get(9)?, packet.get(header..)?, len))
}

fn ipv6(packet: &[u8]) -> Option<Inner<'_>> {
    let address = |at: usize| Some(IpAddr::from(Ipv6Addr::from(<[u8; 16]>::try_from(packet.get(at..at + 16)?).ok()?)));
    Some(([address(8)?, address(24)?], *packet.get(6)?, packet.get(40..)?, u16_at(packet, 4)?.into()))
}

fn segment(body: &[u8], len: u32) -> Option<Part> {
    const FIN: u8 = 1;
    const SYN: u8 = 2;
    const RST: u8 = 4;
    let sequence = u32::from_be_bytes(body.get(4..8)?.try_into().ok()?);
    let header = u32::from(body.get(12)? >> 4) * 4;
    let flags = *body.get(13)?;
    Some(Part::Segment {
        sequence,
        len: len.checked_sub(header)?,
        opens: flags & SYN != 0,
        ends: flags & (FIN | RST) != 0,
    })
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

//! What a room hands over about the packets of its loopback: each packet, and at the end what they were about.
//!
//! A room writes it into a file that its checker has opened and reads afterwards. In it stand records, one after the
//! other: four bytes for how much of the packet was kept, four for its length, eight for its time, in nanoseconds
//! since 1970, and what was kept of it. The last record is the story, as JSON; its length is [`STORY`].

use std::io::{self, Read, Write};
use std::net::{IpAddr, SocketAddr};

use serde::{Deserialize, Serialize};

use crate::verdict::Event;

/// No packet is this long.
const STORY: u32 = u32::MAX;

/// Far more than any story takes: a file that says more than this is no such file.
const LONGEST: u32 = 64 << 20;

/// A packet, as far as it was kept.
#[derive(Clone, Debug)]
pub struct Packet {
    /// Since 1970.
    pub nanos: u64,
    pub len: u32,
    pub bytes: Vec<u8>,
}

/// What went on while the packets went to and fro.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Story {
    /// When the check began, in nanoseconds since 1970.
    pub begun: u64,
    pub steps: Vec<Step>,
    /// Who has tried to connect, and from where: somebody whom nobody lets in takes no step.
    pub callers: Vec<(String, IpAddr)>,
    /// Packets for which there was no room in the kernel's memory.
    pub missed: u64,
    /// Packets that were left out, as there were too many.
    pub left_out: u64,
    /// Of long packets, or after very many, only the beginning was kept.
    pub shortened: bool,
    /// Why there are no packets.
    pub trouble: Option<String>,
}

/// A step of the conversation, and where its packets are.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Step {
    pub event: Event,
    /// Between whom it went, where it went over the network.
    pub flow: Option<Flow>,
    /// For bytes on a stream, how many went the same way before.
    pub before: u64,
}

/// One direction of a conversation between two sockets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Flow {
    pub from: SocketAddr,
    pub to: SocketAddr,
}

impl Flow {
    /// IPv4 addresses that an IPv6 socket writes as `::ffff:127.0.0.1` are what stands in the packets.
    pub fn new(from: SocketAddr, to: SocketAddr) -> Self {
        let plain = |address: SocketAddr| SocketAddr::new(address.ip().to_canonical(), address.port());
        Self { from: plain(from), to: plain(to) }
    }
}

/// One record.
pub enum Record {
    Packet(Packet),
    Story(Story),
}

/// Writes one packet.
pub fn write(out: &mut impl Write, packet: &Packet) -> io::Result<()> {
    record(out, packet.len, packet.nanos, &packet.bytes)
}

/// Writes the last record.
pub fn end(out: &mut impl Write, story: &Story) -> io::Result<()> {
    record(out, STORY, 0, &serde_json::to_vec(story)?)?;
    out.flush()
}

fn record(out: &mut impl Write, len: u32, nanos: u64, bytes: &[u8]) -> io::Result<()> {
    out.write_all(&(bytes.len() as u32).to_le_bytes())?;
    out.write_all(&len.to_le_bytes())?;
    out.write_all(&nanos.to_le_bytes())?;
    out.write_all(bytes)
}

/// Reads the next record.
pub fn read(from: &mut impl Read) -> io::Result<Record> {
    let (mut number, mut nanos) = ([0; 4], [0; 8]);
    from.read_exact(&mut number)?;
    let kept = u32::from_le_bytes(number);
    from.read_exact(&mut number)?;
    let len = u32::from_le_bytes(number);
    from.read_exact(&mut nanos)?;
    if kept > LONGEST {
        return Err(io::Error::other("this is no record of packets"));
    }
    let mut bytes = vec![0; kept as usize];
    from.read_exact(&mut bytes)?;
    if len == STORY {
        return Ok(Record::Story(serde_json::from_slice(&bytes)?));
    }
    Ok(Record::Packet(Packet { nanos: u64::from_le_bytes(nanos), len, bytes }))
}

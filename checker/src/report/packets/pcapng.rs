//! The blocks of a pcapng file, as Wireshark and its like read it (draft-ietf-opsawg-pcapng).

use std::io::{self, Write};
use std::net::IpAddr;

const SECTION: u32 = 0x0a0d_0d0a;
const INTERFACE: u32 = 1;
const NAMES: u32 = 4;
const STATISTICS: u32 = 5;
const PACKET: u32 = 6;

const ETHERNET: u16 = 1;

/// An option: its code, and its value.
type Opt<'a> = (u16, &'a [u8]);

const COMMENT: u16 = 1;

/// The beginning of a file, with a comment about all of it, and what wrote it.
pub fn section(out: &mut dyn Write, comment: &str, application: &str) -> io::Result<()> {
    const APPLICATION: u16 = 4;
    let mut body = Vec::new();
    body.extend(0x1a2b_3c4d_u32.to_le_bytes()); // tells that all numbers are little-endian
    body.extend([1, 0, 0, 0]); // version 1.0
    body.extend(u64::MAX.to_le_bytes()); // the section's length: to the end of the file
    options(&mut body, &[(COMMENT, comment.as_bytes()), (APPLICATION, application.as_bytes())]);
    block(out, SECTION, &body)
}

/// The interface, of whose packets at most `most` bytes are kept.
pub fn interface(out: &mut dyn Write, name: &str, most: u32) -> io::Result<()> {
    const NAME: u16 = 2;
    const RESOLUTION: u16 = 9;
    let mut body = Vec::new();
    body.extend(ETHERNET.to_le_bytes());
    body.extend([0; 2]);
    body.extend(most.to_le_bytes());
    options(&mut body, &[(NAME, name.as_bytes()), (RESOLUTION, &[9])]); // times are in nanoseconds
    block(out, INTERFACE, &body)
}

/// Who is behind the addresses.
pub fn names(out: &mut dyn Write, names: &[(IpAddr, String)]) -> io::Result<()> {
    let mut body = Vec::new();
    for (address, name) in names {
        let (kind, address) = match address {
            IpAddr::V4(address) => (1, address.octets().to_vec()),
            IpAddr::V6(address) => (2, address.octets().to_vec()),
        };
        option(&mut body, kind, &[&address, name.as_bytes(), b"\0"].concat());
    }
    option(&mut body, 0, &[]);
    block(out, NAMES, &body)
}

/// A packet: its time in nanoseconds since 1970, its length on the wire, what is kept of it, and comments.
pub fn packet(out: &mut dyn Write, nanos: u64, len: u32, kept: &[u8], comments: &[String]) -> io::Result<()> {
    let mut body = Vec::new();
    body.extend(0u32.to_le_bytes()); // the first interface
    body.extend(((nanos >> 32) as u32).to_le_bytes());
    body.extend((nanos as u32).to_le_bytes());
    body.extend((kept.len() as u32).to_le_bytes());
    body.extend(len.to_le_bytes());
    padded(&mut body, kept);
    let comments: Vec<Opt> = comments.iter().map(|comment| (COMMENT, comment.as_bytes())).collect();
    options(&mut body, &comments);
    block(out, PACKET, &body)
}

/// At the end: how many packets there were no room for.
pub fn statistics(out: &mut dyn Write, nanos: u64, missed: u64) -> io::Result<()> {
    const DROPPED: u16 = 5;
    let mut body = Vec::new();
    body.extend(0u32.to_le_bytes());
    body.extend(((nanos >> 32) as u32).to_le_bytes());
    body.extend((nanos as u32).to_le_bytes());
    options(&mut body, &[(DROPPED, &missed.to_le_bytes())]);
    block(out, STATISTICS, &body)
}

fn block(out: &mut dyn Write, kind: u32, body: &[u8]) -> io::Result<()> {
    let length = (body.len() as u32 + 12).to_le_bytes();
    out.write_all(&kind.to_le_bytes())?;
    out.write_all(&length)?;
    out.write_all(body)?;
    out.write_all(&length)
}

/// Options, and their end, where there are any.
fn options(body: &mut Vec<u8>, options: &[Opt]) {
    for (code, value) in options {
        option(body, *code, value);
    }
    if !options.is_empty() {
        option(body, 0, &[]);
    }
}

fn option(body: &mut Vec<u8>, code: u16, value: &[u8]) {
    // The length has two bytes: a comment beyond them is cut, which leaves it readable.
    let value = &value[..value.len().min(usize::from(u16::MAX) - 3)];
    body.extend(code.to_le_bytes());
    body.extend((value.len() as u16).to_le_bytes());
    padded(body, value);
}

fn padded(body: &mut Vec<u8>, bytes: &[u8]) {
    body.extend(bytes);
    body.resize(body.len().next_multiple_of(4), 0);
}

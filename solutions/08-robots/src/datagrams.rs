//! What both programs do with datagrams.

use std::io::{self, Write};
use std::net::{IpAddr, SocketAddr, ToSocketAddrs, UdpSocket};

/// Room for the largest datagram there is: what does not fit in the buffer would be lost.
const BUFFER_SIZE: usize = 65_536;

/// Waits for one datagram. It comes whole: one `recv_from` for each `send_to`.
pub fn receive(socket: &UdpSocket) -> io::Result<(Vec<u8>, SocketAddr)> {
    let mut datagram = vec![0; BUFFER_SIZE];
    let (size, sender) = socket.recv_from(&mut datagram)?;
    // A copy of what came: the large buffer must not wait in a queue.
    Ok((datagram[..size].to_vec(), sender))
}

/// Prints `IP:PORT TEXT`.
pub fn show(sender: SocketAddr, datagram: &[u8]) -> io::Result<()> {
    // Anybody may send anything: bytes that are no UTF-8 are shown as U+FFFD.
    let text = String::from_utf8_lossy(without_end(datagram));
    // Not `println!`, which panics when nobody reads stdout any more.
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "{sender} {text}")?;
    stdout.flush()
}

/// `line` without the `\n`, or the `\r\n` of a Windows terminal, at its end.
fn without_end(line: &[u8]) -> &[u8] {
    let shorter = line.strip_suffix(b"\r\n").or(line.strip_suffix(b"\n"));
    shorter.unwrap_or(line)
}

/// The first address of `name` that `socket` can send to: an IPv4 socket knows IPv4 addresses only,
/// and to an IPv6 one `127.0.0.1` is `::ffff:127.0.0.1`.
pub fn address_for(socket: &UdpSocket, name: &str) -> io::Result<SocketAddr> {
    let is_ipv6 = socket.local_addr()?.is_ipv6();
    let mut addresses = name.to_socket_addrs().map_err(about(name))?;
    let suitable = addresses.find_map(|address| match address.ip() {
        IpAddr::V4(ip) if is_ipv6 => Some(SocketAddr::new(ip.to_ipv6_mapped().into(), address.port())),
        IpAddr::V6(_) if !is_ipv6 => None,
        _ => Some(address),
    });
    suitable.ok_or_else(|| about(name)(io::Error::other("no address that an IPv4 socket can send to")))
}

/// Puts `what` before an error: who reads it must know which address it is about.
pub fn about(what: &str) -> impl Fn(io::Error) -> io::Error {
    move |error| io::Error::other(format!("{what}: {error}"))
}

//! All sockets of this network namespace, as the kernel lists them: sock_diag(7), or /proc/net where it has none.

use std::fs;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use super::netlink::{Netlink, u32_at};

/// Asks for one transport's sockets of one family.
const SOCK_DIAG_BY_FAMILY: u16 = 20;
/// The older question, for TCP of both families: the kernel looks through its table of connections, the machine's large
/// one, once instead of twice.
const TCPDIAG_GETSOCK: u16 = 18;
const NLM_F_ACK: u16 = 4;
const NLM_F_DUMP: u16 = 0x300;
const INET_DIAG_INFO: u16 = 2;
/// Asks for that attribute.
const INFO: u8 = 1 << (INET_DIAG_INFO - 1);

/// The kernel's number of the state; a set of states has a bit for each.
const LISTEN: u8 = 10;
const ALL_STATES: u32 = u32::MAX;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    Tcp,
    Udp,
}

/// The states of a TCP socket that matter here; the numbers are those of the kernel's `tcp_states.h`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Established,
    /// SYN-SENT or SYN-RECEIVED: the handshake is under way.
    Opening,
    Listening,
    TimeWait,
    /// Closing, closed, or a UDP socket that is not connected.
    Other,
}

/// One socket.
#[derive(Clone, Copy, Debug)]
pub struct Socket {
    pub transport: Transport,
    pub state: State,
    pub local: SocketAddr,
    pub remote: SocketAddr,
    /// Bytes that wait to be read; for a listener, connections that wait to be accepted.
    pub unread: u32,
    /// Bytes written and not yet acknowledged by the other end.
    pub unsent: u32,
    /// How many connections may wait to be accepted: the listener's backlog (listen(2)), where the kernel tells it.
    pub backlog: Option<u32>,
    /// TCP segments on their way; 0 where the kernel does not tell, and where the other end's window is shut: it throws
    /// away what comes, until it has read (RFC 9293, section 3.8.6.1).
    pub in_flight: u32,
    /// What `/proc/PID/fd` calls `socket:[INODE]`.
    pub inode: u32,
}

impl Socket {
    /// So many wait to be accepted that the kernel answers nobody else who connects: `sk_acceptq_is_full` in its
    /// include/net/sock.h. The queue has room for one more than the backlog says.
    pub fn is_full(&self) -> bool {
        self.state == State::Listening && self.backlog.is_some_and(|backlog| self.unread > backlog)
    }
}

/// The connected socket with these two ends.
pub fn find(sockets: &[Socket], local: SocketAddr, remote: SocketAddr) -> Option<&Socket> {
    sockets.iter().find(|socket| same(socket.local, local) && same(socket.remote, remote))
}

/// The same address, also where an IPv6 socket writes an IPv4 one as `::ffff:127.0.0.1`.
fn same(one: SocketAddr, two: SocketAddr) -> bool {
    one.port() == two.port() && one.ip().to_canonical() == two.ip().to_canonical()
}

/// Lists sockets, again and again.
pub struct Sockets {
    /// `None` where the kernel has no sock_diag at all.
    netlink: Option<Netlink>,
    /// The kernel has once told of a single connection: that it knows none is then to be believed.
    tells_of_one: bool,
}

impl Sockets {
    pub fn open() -> Self {
        Self { netlink: Netlink::for_sockets().ok(), tells_of_one: false }
    }

    /// All TCP and UDP sockets, of both families.
    pub fn list(&mut self) -> io::Result<Vec<Socket>> {
        let mut found = self.of(Transport::Tcp, ALL_STATES)?;
        found.extend(self.udp()?);
        Ok(found)
    }

    /// The TCP sockets that listen. The kernel has them apart, and need not look through its table of connections, the
    /// machine's large one.
    pub fn listeners(&mut self) -> io::Result<Vec<Socket>> {
        let mut found = self.of(Transport::Tcp, 1 << LISTEN)?;
        found.retain(|socket| socket.state == State::Listening);
        Ok(found)
    }

    pub fn udp(&mut self) -> io::Result<Vec<Socket>> {
        self.of(Transport::Udp, ALL_STATES)
    }

    /// The TCP socket with these two ends. The kernel finds it without a look through its whole table.
    pub fn connection(&mut self, local: SocketAddr, remote: SocketAddr) -> Option<Socket> {
        let mut found = Vec::new();
        self.tells_of_one |= self.ask_for_one(local, remote, &mut found).is_ok();
        if !self.tells_of_one {
            found = self.of(Transport::Tcp, ALL_STATES).unwrap_or_default();
        }
        // Where none is connected, the kernel tells of the listener.
        find(&found, local, remote).copied()
    }

    fn ask_for_one(&mut self, local: SocketAddr, remote: SocketAddr, found: &mut Vec<Socket>) -> io::Result<()> {
        let netlink = self.netlink.as_mut().ok_or(io::ErrorKind::Unsupported)?;
        let (local_ip, remote_ip) = (local.ip().to_canonical(), remote.ip().to_canonical());
        let family = if local_ip.is_ipv4() { libc::AF_INET } else { libc::AF_INET6 };
        // `struct inet_diag_req_v2`: any interface, and no cookie.
        let start = [family as u8, libc::IPPROTO_TCP as u8, INFO, 0];
        let ports = [local.port().to_be_bytes(), remote.port().to_be_bytes()].concat();
        let ends = [padded(local_ip), padded(remote_ip)].concat();
        let request = [&start[..], &ALL_STATES.to_ne_bytes(), &ports, &ends, &[0; 4], &[0xff; 8]].concat();
        netlink
            .ask(SOCK_DIAG_BY_FAMILY, NLM_F_ACK, &request, |message| found.extend(parse_diag(Transport::Tcp, message)))
    }

    /// A small kernel may know one of the transports here and not the other: each is asked for on its own.
    fn of(&mut self, transport: Transport, states: u32) -> io::Result<Vec<Socket>> {
        let mut found = Vec::new();
        if self.dump(transport, states, &mut found).is_err() {
            found.clear();
            read_proc_net(transport, &mut found)?;
        }
        Ok(found)
    }

    fn dump(&mut self, transport: Transport, states: u32, found: &mut Vec<Socket>) -> io::Result<()> {
        let netlink = self.netlink.as_mut().ok_or(io::ErrorKind::Unsupported)?;
        // `struct inet_diag_req` and `struct inet_diag_req_v2`, with any address.
        let (any, states) = ([0; 48], states.to_ne_bytes());
        let mut ask = |kind, start: [u8; 4], rest: [&[u8]; 3]| {
            let request = [&start[..], &rest.concat()].concat();
            netlink.ask(kind, NLM_F_DUMP, &request, |message| found.extend(parse_diag(transport, message)))
        };
        match transport {
            Transport::Tcp => ask(TCPDIAG_GETSOCK, [0, 0, 0, INFO], [&any, &states, &[0; 4]]),
            Transport::Udp => {
                let of = |family: i32| [family as u8, libc::IPPROTO_UDP as u8, INFO, 0];
                ask(SOCK_DIAG_BY_FAMILY, of(libc::AF_INET), [&states, &any, &[]])?;
                // A machine without IPv6 has no sockets of it.
                let _ = ask(SOCK_DIAG_BY_FAMILY, of(libc::AF_INET6), [&states, &any, &[]]);
                Ok(())
            }
        }
    }
}

/// `struct inet_diag_msg` and its attributes.
fn parse_diag(transport: Transport, message: &[u8]) -> Option<Socket> {
    let (family, state) = (*message.first()?, state_of(transport, *message.get(1)?));
    // A listener uses the same fields for its backlog: it sends nothing itself.
    let sends = state != State::Listening;
    Some(Socket {
        transport,
        state,
        local: address(family, message.get(8..24)?, message.get(4..6)?)?,
        remote: address(family, message.get(24..40)?, message.get(6..8)?)?,
        unread: u32_at(message, 56)?,
        unsent: u32_at(message, 60).filter(|_| sends).unwrap_or(0),
        backlog: u32_at(message, 60).filter(|_| !sends),
        inode: u32_at(message, 68)?,
        in_flight: tcp_in_flight(message.get(72..)?).filter(|_| sends).unwrap_or(0),
    })
}

fn state_of(transport: Transport, state: u8) -> State {
    match (transport, state) {
        (_, 1) => State::Established,
        (Transport::Tcp, 2 | 3 | 12) => State::Opening,
        (Transport::Tcp, LISTEN) => State::Listening,
        (Transport::Tcp, 6) => State::TimeWait,
        _ => State::Other,
    }
}

/// As `struct inet_diag_sockid` has it.
fn padded(ip: IpAddr) -> [u8; 16] {
    match ip {
        IpAddr::V4(ip) => {
            let mut bytes = [0; 16];
            bytes[..4].copy_from_slice(&ip.octets());
            bytes
        }
        IpAddr::V6(ip) => ip.octets(),
    }
}

fn address(family: u8, ip: &[u8], port: &[u8]) -> Option<SocketAddr> {
    let port = u16::from_be_bytes(port.try_into().ok()?);
    let ip: IpAddr = if i32::from(family) == libc::AF_INET {
        Ipv4Addr::from(<[u8; 4]>::try_from(ip.get(..4)?).ok()?).into()
    } else {
        Ipv6Addr::from(<[u8; 16]>::try_from(ip).ok()?).into()
    };
    Some(SocketAddr::new(ip, port))
}

/// `tcpi_unacked` of the attribute INET_DIAG_INFO, unless its `tcpi_snd_wnd` (Linux 5.4) is 0.
fn tcp_in_flight(mut attributes: &[u8]) -> Option<u32> {
    loop {
        let length = usize::from(u16::from_ne_bytes(attributes.get(..2)?.try_into().ok()?));
        let kind = u16::from_ne_bytes(attributes.get(2..4)?.try_into().ok()?);
        if kind == INET_DIAG_INFO {
            let info = attributes.get(4..length)?;
            return if u32_at(info, 228) == Some(0) { Some(0) } else { u32_at(info, 24) };
        }
        attributes = attributes.get(length.max(4).next_multiple_of(4)..)?;
    }
}

/// How many datagrams found no room in the UDP sockets at these addresses: the last column of proc_pid_net(5).
pub fn dropped(locals: &[SocketAddr]) -> u64 {
    let tables = ["/proc/net/udp", "/proc/net/udp6"].map(|table| fs::read_to_string(table).unwrap_or_default());
    let count = |line: &str| {
        let mut columns = line.split_whitespace().skip(1);
        let local = hex_address(columns.next()?)?;
        let at = |ip: IpAddr| local.ip().is_unspecified() || local.ip().to_canonical() == ip;
        let own = |other: &SocketAddr| local.port() == other.port() && at(other.ip());
        if locals.iter().any(own) { columns.last()?.parse::<u64>().ok() } else { None }
    };
    tables.iter().flat_map(|table| table.lines()).filter_map(count).sum()
}

/// The text tables of proc_pid_net(5): slower, and everywhere.
fn read_proc_net(transport: Transport, found: &mut Vec<Socket>) -> io::Result<()> {
    let (v4, v6) = match transport {
        Transport::Tcp => ("/proc/net/tcp", "/proc/net/tcp6"),
        Transport::Udp => ("/proc/net/udp", "/proc/net/udp6"),
    };
    let table = fs::read_to_string(v4)? + &fs::read_to_string(v6).unwrap_or_default();
    found.extend(table.lines().filter_map(|line| parse_proc_net(transport, line)));
    Ok(())
}

fn parse_proc_net(transport: Transport, line: &str) -> Option<Socket> {
    let mut columns = line.split_whitespace().skip(1);
    let (local, remote) = (hex_address(columns.next()?)?, hex_address(columns.next()?)?);
    let state = u8::from_str_radix(columns.next()?, 16).ok()?;
    let (unsent, unread) = columns.next()?.split_once(':')?;
    let inode = columns.nth(4)?.parse().ok()?;
    Some(Socket {
        transport,
        state: state_of(transport, state),
        local,
        remote,
        unread: u32::from_str_radix(unread, 16).ok()?,
        unsent: u32::from_str_radix(unsent, 16).ok()?,
        backlog: None,
        in_flight: 0,
        inode,
    })
}

/// `0100007F:22B8`: words in the machine's byte order, the port as a number.
fn hex_address(text: &str) -> Option<SocketAddr> {
    let (ip, port) = text.split_once(':')?;
    let mut bytes = Vec::new();
    for word in 0..ip.len() / 8 {
        bytes.extend(u32::from_str_radix(ip.get(word * 8..word * 8 + 8)?, 16).ok()?.to_ne_bytes());
    }
    let family = if bytes.len() == 4 { libc::AF_INET } else { libc::AF_INET6 };
    address(family as u8, &bytes, &u16::from_str_radix(port, 16).ok()?.to_be_bytes())
}

//! `chat-relay [BIND]`.
//!
//! Not judged from outside: what becomes of a line while somebody is just connecting, whether one who has said its
//! last word still gets what is said, and when exactly one who does not read is disconnected (all left open).

mod crowd;
mod service;
mod talk;

use std::net::{IpAddr, SocketAddr};

use super::suspicion::{
    CLOSES_AT_AN_EMPTY_LINE, CUTS_OFF_A_LONG_LINE, DESCRIPTOR_LEFT_OPEN, ENDS_WITH_A_CLIENT, FORGETS_THE_NEWLINE,
    FORGETS_TO_FORGET, LINE_WITHOUT_SENDER, LOCK_HELD_WHILE_WRITING, MIXES_LINES, NEVER_LETS_GO,
    ONE_SLOW_READER_HOLDS_UP_ALL, PORT_IN_THE_PREFIX, QUEUE_WITHOUT_BOUND, SENDER_HEARS_ITSELF, SENDER_TOLD_BY_IP_ONLY,
    SENDS_SOMETHING_ELSE, THREAD_LEFT_OVER,
};
use crate::exercises::Check;
use crate::exercises::suspicion::{
    BINDS_LOOPBACK_ONLY, DIES_OF_A_RESET, IGNORES_ITS_ARGUMENTS, INSISTS_ON_UTF_8, IPV4_ONLY,
    KEEPS_THE_CARRIAGE_RETURN, LINE_TOO_SHORT_BUFFER, LOSES_THE_LAST_LINE, NEW_BUFFER_FOR_EACH_LINE, NO_REUSE_ADDRESS,
    ONE_READ_IS_ONE_MESSAGE, PRINTS_SOMETHING_ELSE, STDIN_END_STOPS_IT, TRIMS_THE_LINE,
};
use crate::lab::{Lab, Program, Step, TcpPeer};
use crate::verdict::Message;

pub const CHECKS: &[Check] = &[
    check("05.relays", 8, talk::relays)
        .suspects(&[
            IGNORES_ITS_ARGUMENTS,
            PORT_IN_THE_PREFIX,
            LINE_WITHOUT_SENDER,
            FORGETS_THE_NEWLINE,
            SENDS_SOMETHING_ELSE,
        ])
        .by_hand("nc 127.0.0.1 6000    (in two terminals)"),
    check("05.sends-nothing-else", 2, talk::sends_nothing_else).needs(RELAYS).suspects(&[SENDS_SOMETHING_ELSE]),
    check("05.spares-the-sender", 3, talk::spares_the_sender).needs(RELAYS).suspects(&[SENDER_HEARS_ITSELF]),
    check("05.same-address", 3, talk::tells_two_at_one_address).needs(RELAYS).suspects(&[SENDER_TOLD_BY_IP_ONLY]),
    check("05.everybody", 3, talk::tells_everybody).needs(RELAYS),
    check("05.order", 2, crowd::keeps_the_order).needs(TALKS),
    check("05.whole-lines", 2, crowd::keeps_lines_whole).needs(TALKS).suspects(&[MIXES_LINES]),
    check("05.line-in-pieces", 3, talk::puts_a_line_together).needs(RELAYS).suspects(&[ONE_READ_IS_ONE_MESSAGE]),
    check("05.lines-together", 2, talk::takes_lines_apart)
        .needs(TALKS)
        .suspects(&[NEW_BUFFER_FOR_EACH_LINE, ONE_READ_IS_ONE_MESSAGE]),
    check("05.late-joiner", 2, talk::tells_who_joins_late).needs(RELAYS),
    check("05.leaving", 2, talk::forgets_who_leaves).needs(TALKS).suspects(&[ENDS_WITH_A_CLIENT, FORGETS_TO_FORGET]),
    check("05.rejoins", 1, talk::lets_join_again).needs(&["05.leaving"]),
    check("05.reset", 2, talk::survives_a_reset).needs(&["05.leaving"]).suspects(&[DIES_OF_A_RESET]),
    check("05.half-close", 2, talk::lets_go_who_said_the_last_word).needs(TALKS).suspects(&[NEVER_LETS_GO]),
    check("05.last-line", 1, talk::counts_a_last_line).needs(RELAYS).suspects(&[LOSES_THE_LAST_LINE]),
    check("05.leftovers", 2, crowd::leaves_nothing_over)
        .needs(&["05.leaving", "05.half-close"])
        .suspects(&[DESCRIPTOR_LEFT_OPEN, THREAD_LEFT_OVER]),
    check("05.silent-client", 2, crowd::is_not_held_up_by_silence).needs(RELAYS),
    check("05.slow-reader", 3, crowd::is_not_held_up_by_who_does_not_read)
        .needs(TALKS)
        .suspects(&[LOCK_HELD_WHILE_WRITING, ONE_SLOW_READER_HOLDS_UP_ALL]),
    check("05.long-line", 2, crowd::takes_a_long_line)
        .needs(TALKS)
        .suspects(&[LINE_TOO_SHORT_BUFFER, CUTS_OFF_A_LONG_LINE]),
    check("05.endless-line", 1, crowd::survives_an_endless_line).needs(RELAYS),
    check("05.any-bytes", 2, talk::passes_any_bytes).needs(TALKS).suspects(&[TRIMS_THE_LINE, INSISTS_ON_UTF_8]),
    check("05.crlf", 2, talk::takes_off_a_carriage_return).needs(RELAYS).suspects(&[KEEPS_THE_CARRIAGE_RETURN]),
    check("05.empty-line", 1, talk::passes_an_empty_line).needs(TALKS).suspects(&[CLOSES_AT_AN_EMPTY_LINE]),
    check("05.ipv6", 2, service::speaks_ipv6).needs(RELAYS).suspects(&[IPV4_ONLY]),
    check("05.prints-nothing", 1, service::prints_nothing).needs(RELAYS).suspects(&[PRINTS_SOMETHING_ELSE]),
    check("05.stdin-ends", 1, service::outlives_its_stdin).needs(RELAYS).suspects(&[STDIN_END_STOPS_IT]),
    check("05.port-in-use", 1, service::tells_that_the_port_is_in_use).needs(RELAYS),
    check("05.restarts-at-once", 1, service::restarts_at_once).needs(RELAYS).suspects(&[NO_REUSE_ADDRESS]),
    check("05.usage", 1, service::refuses_wrong_usage),
    check("05.unknown-name", 1, service::tells_of_an_unknown_name).needs(RELAYS),
    check("05.defaults", 1, service::has_its_defaults).needs(RELAYS).suspects(&[BINDS_LOOPBACK_ONLY]),
    check("05.bounded-memory", 3, crowd::bounds_what_waits)
        .needs(&["05.slow-reader"])
        .suspects(&[QUEUE_WITHOUT_BOUND])
        .extra(),
];

const RELAYS: &[&str] = &["05.relays"];
const TALKS: &[&str] = &["05.everybody"];

const fn check(name: &'static str, points: u32, run: fn(&Lab) -> Step) -> Check {
    Check::of("chat-relay", name, points, run)
}

const ANA: &str = "127.0.0.2";
const BOB: &str = "127.0.0.3";
const CARO: &str = "127.0.0.4";

/// A relay that is ready, and where.
struct Chat<'a> {
    lab: &'a Lab,
    relay: Program,
    address: SocketAddr,
}

impl<'a> Chat<'a> {
    fn start(lab: &'a Lab) -> Step<Self> {
        Self::start_at(lab, lab.port())
    }

    fn start_at(lab: &'a Lab, port: u16) -> Step<Self> {
        let relay = lab.start(&[format!("127.0.0.1:{port}")])?;
        relay.listens(port)?;
        Ok(Self { lab, relay, address: SocketAddr::from(([127, 0, 0, 1], port)) })
    }

    /// These join, each from its address, and the relay has come to rest: it knows them all.
    fn join<const N: usize>(&self, ips: [&str; N]) -> Step<[TcpPeer; N]> {
        let mut peers = Vec::new();
        for ip in ips {
            peers.push(self.lab.connects(name_of(ip), ip, self.address)?);
        }
        self.knows_all()?;
        peers.try_into().map_err(|_| self.lab.cannot_judge(Message::new("reason-peer-socket")))
    }

    /// A crowd of this many joins, all from addresses of their own.
    fn crowd(&self, size: usize) -> Step<Vec<TcpPeer>> {
        let join = |at| self.lab.connects(&format!("guest {at}"), &format!("127.0.1.{at}"), self.address);
        let crowd: Vec<TcpPeer> = (1..=size).map(join).collect::<Step<_>>()?;
        self.knows_all()?;
        Ok(crowd)
    }

    /// Everybody who connected is accepted, and the relay has come to rest: it may be slow at it, and it is no matter
    /// for these checks what reaches somebody who is just connecting.
    fn knows_all(&self) -> Step {
        self.relay.has_accepted_all(self.address.port())?;
        self.lab.settles()
    }

    /// One says something, and the other hears it: the relay is well.
    fn carries(&self, from: &TcpPeer, to: &TcpPeer) -> Step {
        let text = self.lab.words();
        from.says(format!("{text}\n"));
        to.hears_line_among(&said_by(from, &text))
    }
}

fn name_of(ip: &str) -> &'static str {
    match ip {
        ANA => "ana",
        BOB => "bob",
        CARO => "caro",
        _ => "eve",
    }
}

/// `IP: LINE` and a newline, in each way of writing the address that is right.
fn said_by(peer: &TcpPeer, line: impl AsRef<[u8]>) -> Vec<Vec<u8>> {
    let ip = peer.address.ip();
    let mut ways = vec![ip.to_string()];
    if let IpAddr::V4(ip) = ip {
        ways.push(ip.to_ipv6_mapped().to_string());
    }
    ways.into_iter().map(|ip| [ip.as_bytes(), b": ", line.as_ref(), b"\n"].concat()).collect()
}

//! The exercises: one file each, with its checks in the order in which a student meets them.

mod bind_address;
pub mod chat;
pub mod event_loop;
pub mod image;
pub mod mini_tank;
mod port_in_use;
pub mod robots;
mod shown;
mod suspicion;
pub mod tcp_client;
pub mod tcp_server;
mod typed;
pub mod udp_listener;
pub mod udp_sender;

use std::net::{IpAddr, SocketAddr};

use crate::lab::{Lab, Step};
use crate::verdict::Evidence;

/// An exercise: what `catalog` lists.
pub struct Exercise {
    /// 4, written `04`.
    pub number: u8,
    /// `tcp-server`; the folder is `04-tcp-server`.
    pub name: &'static str,
    /// The contracts' names of the programs that it asks for, in the order in which its README goes through them.
    pub programs: &'static [&'static str],
    pub checks: &'static [Check],
    /// It goes further than the course: its points are counted apart, and nobody has to begin it.
    pub bonus: bool,
    pub texts: Texts,
}

impl Exercise {
    /// `04-tcp-server`, its folder among the exercises, the solutions and the tests.
    pub fn folder(&self) -> String {
        format!("{:02}-{}", self.number, self.name)
    }

    /// The stub of one of its programs: a crate of several has a file for each.
    pub fn source(&self, program: &str) -> String {
        if self.programs.len() == 1 { "main.rs".to_owned() } else { format!("{program}.rs") }
    }
}

/// The Fluent files of one exercise.
pub struct Texts {
    pub en: &'static str,
    pub fr: &'static str,
}

/// One behaviour, one name, one number of points.
///
/// Its purpose is the Fluent message `check-NAME`, without the number: `check-silent-client`. The attribute `.page`
/// of that message is what `checker explain 04.silent-client` shows.
#[derive(Clone, Copy)]
pub struct Check {
    /// `04.silent-client`
    pub name: &'static str,
    /// Which of the exercise's programs is judged.
    pub program: &'static str,
    pub points: u32,
    /// The contracts mark it "Extra".
    pub extra: bool,
    /// Simpler checks without which this one says nothing.
    pub needs: &'static [&'static str],
    /// What this check's evidence may speak for, the most telling first.
    pub suspects: &'static [Suspect],
    /// How to see it by hand, as one would type it in a terminal.
    pub by_hand: Option<&'static str>,
    pub run: fn(&Lab) -> Step,
}

/// A misconception, and the evidence on which it is diagnosed.
pub struct Suspect {
    /// `one-read-is-one-message`
    pub misconception: &'static str,
    pub fits: fn(&Evidence) -> bool,
}

impl Check {
    /// A check of `program`, which is worth `points`.
    pub const fn of(program: &'static str, name: &'static str, points: u32, run: fn(&Lab) -> Step) -> Self {
        Self { name, program, points, extra: false, needs: &[], suspects: &[], by_hand: None, run }
    }

    pub const fn needs(mut self, needs: &'static [&'static str]) -> Self {
        self.needs = needs;
        self
    }

    pub const fn suspects(mut self, suspects: &'static [Suspect]) -> Self {
        self.suspects = suspects;
        self
    }

    pub const fn by_hand(mut self, line: &'static str) -> Self {
        self.by_hand = Some(line);
        self
    }

    pub const fn extra(mut self) -> Self {
        self.extra = true;
        self
    }
}

/// These lists, one after the other: `N` is how many checks there are in all.
const fn joined<const N: usize>(lists: &[&[Check]]) -> [Check; N] {
    let mut all = [lists[0][0]; N];
    let (mut list, mut at, mut next) = (0, 0, 0);
    while next < N {
        if at == lists[list].len() {
            (list, at) = (list + 1, 0);
        } else {
            all[next] = lists[list][at];
            (at, next) = (at + 1, next + 1);
        }
    }
    all
}

/// Addresses that are wrong usage in every exercise: no port, a port that is no number, one that is too large, and a
/// port alone.
fn wrong_addresses() -> [&'static [&'static str]; 4] {
    [&["127.0.0.1"], &["127.0.0.1:http"], &["127.0.0.1:65536"], &["8888"]]
}

/// What elsewhere ends a line, between letters: a lone `\r`, VT, FF, NEL and U+2028. Here nothing but `\n` does.
const OTHER_ENDS: &str = "a\rb\x0bc\x0cd\u{85}e\u{2028}f";

/// Lines like any other: what one types to leave some programs, and none of these.
const WORDS: [&str; 8] = ["quit", "exit", "/quit", "bye", "end", "stop", "fin", "q"];

/// Text like any other: printf(3) puts a number in its place where it is the format.
const FORMAT: &str = "100 %d";

/// What may leave when this is typed: whether a `\r` is sent along is left open.
fn with_returns_or_without(typed: &[u8]) -> [Vec<u8>; 2] {
    [typed.to_vec(), typed.iter().copied().filter(|byte| *byte != b'\r').collect()]
}

/// How a program may print this address of a peer: an IPv6 socket that takes IPv4 clients as well knows them as
/// `::ffff:127.0.0.1`.
fn printed(peer: SocketAddr) -> Vec<String> {
    match peer.ip() {
        IpAddr::V4(ip) => vec![peer.to_string(), format!("[{}]:{}", ip.to_ipv6_mapped(), peer.port())],
        IpAddr::V6(_) => vec![peer.to_string()],
    }
}

/// These texts as `IP:PORT TEXT` and a newline each, in every way that is right.
fn printed_lines(peer: SocketAddr, texts: &[&str]) -> Vec<Vec<u8>> {
    let lines = |address: &String| texts.iter().map(|text| format!("{address} {text}\n")).collect::<String>();
    printed(peer).iter().map(|address| lines(address).into_bytes()).collect()
}

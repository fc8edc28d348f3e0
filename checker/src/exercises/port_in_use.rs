//! A port that somebody has already is an error that names the address: be it another program's, or that of the same
//! program in another terminal, which may have asked to share it (SO_REUSEPORT; over UDP SO_REUSEADDR is enough,
//! socket(7)).

use std::net::SocketAddr;

use crate::lab::{Lab, Program, Step};

/// Of a program that listens over TCP at its first argument; `rest` are the others.
pub fn over_tcp(lab: &Lab, rest: &[&str]) -> Step {
    let other = lab.tcp_server("other", "127.0.0.1")?;
    both_are_refused(lab, other.address, Program::listens, rest)
}

/// The same over UDP.
pub fn over_udp(lab: &Lab, rest: &[&str]) -> Step {
    let other = lab.udp_peer("other", "127.0.0.1")?;
    both_are_refused(lab, other.address, Program::binds, rest)
}

/// Another program's address, and one that the program itself has `opened`.
fn both_are_refused(
    lab: &Lab,
    taken: SocketAddr,
    opened: fn(&Program, u16) -> Step<SocketAddr>,
    rest: &[&str],
) -> Step {
    is_refused(lab, &taken.to_string(), rest)?;
    let port = lab.port();
    let address = format!("127.0.0.1:{port}");
    opened(&lab.start(&with(&address, rest))?, port)?;
    is_refused(lab, &address, rest)
}

fn is_refused(lab: &Lab, address: &str, rest: &[&str]) -> Step {
    lab.start(&with(address, rest))?.fails_naming(&[address])
}

fn with<'a>(address: &'a str, rest: &[&'a str]) -> Vec<&'a str> {
    [&[address], rest].concat()
}

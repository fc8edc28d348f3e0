//! BIND decides where a server listens: at the address that it names, and nowhere else. It may be a name, too.

use std::net::IpAddr;

use crate::lab::{Lab, Step};

/// An address that is this machine's, and that nobody listens at by chance.
const OWN: &str = "127.0.0.2";

/// Of a program that listens over TCP at its first argument; `rest` are the others.
pub fn over_tcp(lab: &Lab, rest: &[&str]) -> Step {
    listens_at(lab, OWN, &[OWN.to_owned()], rest)?;
    // Which of the addresses of a name it takes is open, and it may take them all.
    listens_at(lab, "localhost", &lab.addresses_of_localhost()?, rest)
}

fn listens_at(lab: &Lab, host: &str, addresses: &[String], rest: &[&str]) -> Step {
    let port = lab.port();
    let bind = format!("{host}:{port}");
    let program = lab.start(&[&[bind.as_str()], rest].concat())?;
    let addresses: Vec<IpAddr> = addresses.iter().filter_map(|address| address.parse().ok()).collect();
    program.listens_only_at(&addresses, port)?;
    program.is_stopped();
    Ok(())
}

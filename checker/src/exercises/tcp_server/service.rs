//! A server among servers: its address, its port, its arguments, its end.

use std::net::SocketAddr;

use super::{Server, asks, printed};
use crate::exercises::{port_in_use, wrong_addresses};
use crate::lab::{Lab, Step};

/// Who is merely silent is not cut off.
pub fn does_not_cut_off_who_is_silent(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    asks(&ana, &lab.words())?;
    lab.stays_silent()?;
    asks(&ana, &lab.words())
}

/// A server runs until it is stopped, whatever happens to its stdin.
pub fn outlives_its_stdin(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    server.program.ends_input();
    server.program.keeps_running()?;
    server.serves("ana")
}

/// A port that somebody has already is an error that names the address.
pub fn tells_that_the_port_is_in_use(lab: &Lab) -> Step {
    port_in_use::over_tcp(lab, &[])
}

/// A server that was stopped can be started again at once, although its last connections are still remembered.
pub fn restarts_at_once(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    asks(&ana, &lab.words())?;
    // The side that closes first remembers the connection (TIME-WAIT): here the server's.
    server.program.is_stopped();
    ana.is_cut_off()?;
    ana.closes();
    Server::start_at(lab, server.address.port())?.serves("bob")
}

/// An IPv6 address stands in brackets, in BIND and in what is printed.
pub fn speaks_ipv6(lab: &Lab) -> Step {
    lab.has_ipv6()?;
    let port = lab.port();
    let program = lab.start(&[format!("[::1]:{port}")])?;
    program.listens(port)?;
    let client = |name| lab.connects(name, "::1", ([0, 0, 0, 0, 0, 0, 0, 1], port).into());
    let ana = client("ana")?;
    let line = lab.words();
    asks(&ana, &line)?;
    ana.closes();
    printed::in_the_end(lab, &program, &ana, &line, || client("bob"))
}

/// It listens at the address that it was given, and at no other; a name is an address too.
pub fn listens_only_where_it_was_told(lab: &Lab) -> Step {
    let port = lab.port();
    let program = lab.start(&[format!("127.0.0.5:{port}")])?;
    program.listens_only_at(&[[127, 0, 0, 5].into()], port)?;
    is_served_at(lab, ([127, 0, 0, 5], port).into())?;
    program.is_stopped();

    let port = lab.port();
    let named = lab.start(&[format!("localhost:{port}")])?;
    // One of the addresses for which the name stands.
    is_served_at(lab, named.listens(port)?)
}

fn is_served_at(lab: &Lab, address: SocketAddr) -> Step {
    let ip = if address.is_ipv4() { "127.0.0.2" } else { "::1" };
    let ana = lab.connects("ana", ip, address)?;
    asks(&ana, &lab.words())?;
    ana.closes();
    Ok(())
}

/// Wrong usage is told, with status 2.
pub fn refuses_wrong_usage(lab: &Lab) -> Step {
    for arguments in wrong_addresses() {
        lab.start(arguments)?.refuses_its_arguments()?;
    }
    lab.start(&["127.0.0.1:8888", "surplus"])?.refuses_its_arguments()
}

/// A name that nobody knows is an error at run time.
pub fn tells_of_an_unknown_name(lab: &Lab) -> Step {
    lab.start(&["nobody.invalid:8888"])?.fails_naming(&["nobody.invalid"])
}

/// Without arguments it listens on port 8888, at every address.
pub fn has_its_defaults(lab: &Lab) -> Step {
    let port = lab.default_port(8888)?;
    let program = lab.start::<&str>(&[])?;
    program.listens(port)?;
    for (name, to) in [("ana", [127, 0, 0, 1]), ("bob", [127, 0, 0, 9])] {
        let client = lab.connects(name, "127.0.0.2", (to, port).into())?;
        asks(&client, &lab.words())?;
        client.closes();
        // Whether one is served while another is about to leave is for another check.
        lab.settles()?;
    }
    Ok(())
}

/// Extra: a client that says nothing holds up nobody.
pub fn is_not_held_up_by_silence(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    let bob = server.client("bob")?;
    asks(&bob, &lab.words())?;
    let caro = server.client("caro")?;
    asks(&caro, &lab.words())?;
    asks(&ana, &lab.words())
}

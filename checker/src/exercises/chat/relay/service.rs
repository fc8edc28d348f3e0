//! A server among servers: its address, its port, its arguments, its end.

use std::net::SocketAddr;

use super::{ANA, BOB, CARO, Chat};
use crate::exercises::{bind_address, port_in_use, wrong_addresses};
use crate::lab::{Lab, Step};

/// Told to listen at `[::]`, it takes IPv6 clients, and IPv4 ones beside them where its socket takes both.
pub fn speaks_ipv6(lab: &Lab) -> Step {
    lab.has_ipv6()?;
    let port = lab.port();
    let relay = lab.start(&[format!("[::]:{port}")])?;
    relay.listens(port)?;
    let address = SocketAddr::from(([0, 0, 0, 0, 0, 0, 0, 1], port));
    let chat = Chat { lab, relay, address };
    let to = ([127, 0, 0, 1], port).into();
    if !lab.takes_connections(to) {
        let [ana, bob] = chat.join(["::1", "::1"])?;
        return chat.carries(&ana, &bob);
    }
    // Who came to try has gone again.
    lab.settles()?;
    let [ana] = chat.join(["::1"])?;
    let caro = lab.connects("caro", CARO, to)?;
    lab.settles()?;
    chat.carries(&ana, &caro)?;
    chat.carries(&caro, &ana)
}

/// What the relay has to say goes over the network: stdout stays empty.
pub fn prints_nothing(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    chat.carries(&ana, &bob)?;
    bob.closes();
    lab.settles()?;
    caro.resets();
    lab.settles()?;
    chat.relay.shows_nothing_but(&[Vec::new()])
}

/// A server runs until it is stopped, whatever happens to its stdin.
pub fn outlives_its_stdin(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    chat.relay.ends_input();
    chat.relay.keeps_running()?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    chat.carries(&ana, &bob)
}

/// A port that somebody has already is an error that names the address.
pub fn tells_that_the_port_is_in_use(lab: &Lab) -> Step {
    port_in_use::over_tcp(lab, &[])
}

/// A relay that was stopped can be started again at once, although its last connections are still remembered.
pub fn restarts_at_once(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    chat.carries(&ana, &bob)?;
    // The side that closes first remembers the connection (TIME-WAIT): here the relay's.
    chat.relay.is_stopped();
    ana.is_cut_off()?;
    ana.closes();
    bob.closes();
    let chat = Chat::start_at(lab, chat.address.port())?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    chat.carries(&ana, &bob)
}

/// Wrong usage is told, with status 2.
pub fn refuses_wrong_usage(lab: &Lab) -> Step {
    for arguments in wrong_addresses() {
        lab.start(arguments)?.refuses_its_arguments()?;
    }
    lab.start(&["127.0.0.1:6000", "surplus"])?.refuses_its_arguments()
}

/// A name that nobody knows is an error at run time.
pub fn tells_of_an_unknown_name(lab: &Lab) -> Step {
    lab.start(&["nobody.invalid:6000"])?.fails_naming(&["nobody.invalid"])
}

/// It listens at the address that it was given, and at no other; and a name will do.
pub fn listens_only_where_it_was_told(lab: &Lab) -> Step {
    bind_address::over_tcp(lab, &[])
}

/// Without arguments it listens on port 6000, at every address.
pub fn has_its_defaults(lab: &Lab) -> Step {
    let port = lab.default_port(6000)?;
    let relay = lab.start::<&str>(&[])?;
    relay.listens(port)?;
    let chat = Chat { lab, relay, address: ([127, 0, 0, 1], port).into() };
    let [ana] = chat.join([ANA])?;
    let bob = lab.connects("bob", BOB, ([127, 0, 0, 9], port).into())?;
    lab.settles()?;
    chat.carries(&ana, &bob)
}

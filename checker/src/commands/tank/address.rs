//! Where the tank listens, as it is given on the command line.

use std::net::{SocketAddr, ToSocketAddrs};

use crate::verdict::Message;

/// The addresses for which `HOST:PORT` stands.
pub fn read(given: &str) -> Result<Vec<SocketAddr>, Message> {
    let wrong = || Message::new("trouble-tank-address").quoting("given", given);
    if let Ok(address) = given.parse() {
        return Ok(vec![address]);
    }
    let (host, port) = given.rsplit_once(':').ok_or_else(wrong)?;
    let port: u16 = port.parse().map_err(|_| wrong())?;
    // What has a colon or a bracket and is no address is no name either.
    if host.is_empty() || host.contains([':', '[', ']']) {
        return Err(wrong());
    }
    let unknown = |error: &dyn std::fmt::Display| {
        Message::new("trouble-tank-unknown-host").quoting("host", host).with("error", error)
    };
    let addresses: Vec<SocketAddr> = (host, port).to_socket_addrs().map_err(|error| unknown(&error))?.collect();
    if addresses.is_empty() { Err(unknown(&"-")) } else { Ok(addresses) }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn names_and_addresses_have_a_port() {
        for given in ["0.0.0.0:6002", "[::1]:0", "localhost:65535"] {
            assert!(read(given).is_ok_and(|addresses| !addresses.is_empty()), "{given}");
        }
        for given in
            ["", "6002", ":6002", "localhost", "localhost:", "localhost:65536", "localhost:x", "::1:6002", "[::1]"]
        {
            assert!(read(given).is_err_and(|told| told.id == "trouble-tank-address"), "{given}");
        }
    }
}

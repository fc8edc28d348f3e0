//! What clients cost a relay that merely has them.

use crate::contestants::Relay;
use crate::{cell, crowd, proc};

const CLIENTS: [usize; 2] = [100, 1000];

pub fn measure(relays: &[Relay]) {
    println!("Memory of the relay with clients that each have heard a line, in MB\n");
    print!("{:<18}", "");
    CLIENTS.iter().for_each(|count| print!("{:>15}", format!("{count} clients")));
    println!();
    for relay in relays.iter().filter(|relay| relay.is_installed()) {
        print!("{:<18}", relay.name);
        for count in CLIENTS {
            match with_clients(relay, count) {
                Ok(bytes) => print!("{:>15}", cell(bytes.map(|bytes| bytes as f64 / 1e6), 1)),
                Err(error) => print!("   {error}"),
            }
        }
        println!();
    }
}

fn with_clients(relay: &Relay, count: usize) -> Result<Option<u64>, String> {
    let running = relay.start()?;
    let _clients = crowd::join(running.address, count).map_err(|error| error.to_string())?;
    Ok(proc::resident(running.child.id()))
}

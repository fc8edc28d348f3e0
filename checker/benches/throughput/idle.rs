//! What many clients cost who say nothing.

use std::thread;
use std::time::Duration;

use crate::contestants::Relay;
use crate::{cell, crowd, proc};

const CLIENTS: usize = 500;

/// Nobody says anything for so long, after a moment in which the relay comes to rest.
const SILENCE: Duration = Duration::from_secs(3);
const MOMENT: Duration = Duration::from_millis(500);

/// What was seen of a relay: its memory with two clients and with all, and what it did in the silence.
struct Seen {
    memory: [u64; 2],
    time: Duration,
    wakes: u64,
}

pub fn measure(relays: &[Relay]) {
    println!("{CLIENTS} clients that each have heard some lines, and then say nothing for {} s\n", SILENCE.as_secs());
    println!("{:<18}{:>12}{:>14}{:>16}{:>10}", "", "memory", "per client", "computes for", "wakes up");
    for relay in relays.iter().filter(|relay| relay.is_installed()) {
        match look(relay) {
            Ok(seen) => {
                let more = seen.memory[1].saturating_sub(seen.memory[0]) as f64 / (CLIENTS - 2) as f64;
                let memory = cell(Some(seen.memory[1] as f64 / 1e6), 1);
                let time = cell(Some(seen.time.as_secs_f64() * 1000.0), 1);
                println!("{:<18}{memory:>9} MB{:>11.1} kB{time:>13} ms{:>10}", relay.name, more / 1e3, seen.wakes);
            }
            Err(error) => println!("{:<18}{error}", relay.name),
        }
    }
}

fn look(relay: &Relay) -> Result<Seen, String> {
    let memory = |count| {
        let running = relay.start()?;
        let clients = crowd::join(running.address, count).map_err(|error| error.to_string())?;
        let resident = proc::resident(running.child.id()).ok_or("has ended")?;
        Ok::<_, String>((resident, running, clients))
    };
    let few = memory(2)?.0;
    let (many, running, _clients) = memory(CLIENTS)?;
    let effort = || proc::effort(running.child.id()).ok_or("has ended");
    thread::sleep(MOMENT);
    let before = effort()?;
    thread::sleep(SILENCE);
    let after = effort()?;
    Ok(Seen { memory: [few, many], time: after.0 - before.0, wakes: after.1 - before.1 })
}

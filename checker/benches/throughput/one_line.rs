//! How long a single line takes from one client through the relay to another.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::contestants::{Relay, Running};
use crate::load::LINE;
use crate::{cell, crowd, proc};

/// So many lines through each relay in turn, and so many turns.
const LINES: usize = 100;
const TURNS: usize = 40;

/// A line that has not arrived after this will not.
const DEADLINE: Duration = Duration::from_secs(2);

pub fn measure(relays: &[Relay]) {
    println!("One line's way from a client through the relay to another, one there, one back");
    println!("({} lines, by turns with the other relays; and in relation to ncat --broker)\n", LINES * TURNS);
    println!("{:<18}{:>12}{:>12}{:>10}{:>10}", "on one core", "p50", "p99", "p50", "p99");
    match proc::on_one_core(|| measure_here(relays)) {
        Ok(()) => println!("on all cores"),
        Err(error) => println!("   cannot stay on one: {error}\n\non all cores"),
    }
    measure_here(relays);
}

/// On the cores that this program and what it starts may use now.
fn measure_here(relays: &[Relay]) {
    let mut ways: Vec<Result<Way, String>> = relays.iter().map(Way::open).collect();
    for _ in 0..TURNS {
        for way in &mut ways {
            if let Err(error) = way.as_mut().map_or(Ok(()), Way::measure) {
                *way = Err(error.to_string());
            }
        }
    }
    ways.iter_mut().flatten().for_each(|way| way.took.sort());
    let broker = relays.iter().position(|relay| relay.name == "ncat --broker");
    let broker = broker.and_then(|at| ways[at].as_ref().ok());
    for (relay, way) in relays.iter().zip(&ways) {
        match way {
            Err(error) => println!("{:<18}   {error}", relay.name),
            Ok(way) => {
                let [p50, p99] = [50, 99].map(|percent| way.percentile(percent) * 1e6);
                let ratios =
                    [50, 99].map(|percent| broker.map(|other| way.percentile(percent) / other.percentile(percent)));
                let [ratio50, ratio99] = ratios.map(|ratio| cell(ratio, 2));
                println!("{:<18}{p50:>9.1} µs{p99:>9.1} µs{ratio50:>10}{ratio99:>10}", relay.name);
            }
        }
    }
}

/// Through a relay from one client to another, and the times that lines took for it.
struct Way {
    _relay: Running,
    clients: Vec<TcpStream>,
    took: Vec<Duration>,
}

impl Way {
    fn open(relay: &Relay) -> Result<Self, String> {
        let running = relay.start()?;
        let clients = crowd::join(running.address, 2).map_err(|error| error.to_string())?;
        for client in &clients {
            client.set_read_timeout(Some(DEADLINE)).map_err(|error| error.to_string())?;
        }
        Ok(Self { _relay: running, clients, took: Vec::new() })
    }

    fn measure(&mut self) -> io::Result<()> {
        let line = [[b'x'; LINE - 1].as_slice(), b"\n"].concat();
        let mut piece = vec![0; 4096];
        for _ in 0..LINES {
            self.clients.reverse();
            let [mut one, mut other] = [&self.clients[0], &self.clients[1]];
            let begun = Instant::now();
            one.write_all(&line)?;
            let mut end = None;
            while end != Some(b'\n') {
                let size = other.read(&mut piece)?;
                end = Some(*piece[..size].last().ok_or(io::ErrorKind::UnexpectedEof)?);
            }
            self.took.push(begun.elapsed());
        }
        Ok(())
    }

    /// In seconds.
    fn percentile(&self, percent: usize) -> f64 {
        self.took[(self.took.len() - 1) * percent / 100].as_secs_f64()
    }
}

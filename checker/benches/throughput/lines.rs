//! How many lines a relay delivers in a second.

use std::time::Duration;

use crate::contestants::Relay;
use crate::crowd;
use crate::load::{self, Delivered, End, Load};
use crate::{cell, median};

const ROUNDS: usize = 3;

/// A run ends when about so many lines have arrived, or after this time.
const DUE: u64 = 6_000_000;
const LIMIT: Duration = Duration::from_millis(500);

/// Who sends, one or all, and how many clients there are.
pub type Case = (&'static str, usize);

/// How the first relay compares with the others.
pub fn measure(relays: &[Relay], cases: &[Case]) {
    println!("Lines of {} bytes that arrive, in thousands a second, all receivers together", load::LINE);
    let name = relays[0].name;
    println!("(median of {ROUNDS} runs by turns; and the {name}'s number in relation to each of the others)\n");
    print!("{:<16}", "");
    relays.iter().for_each(|relay| print!("{:>15}", relay.name));
    relays.iter().skip(1).for_each(|relay| print!("{:>10}", format!("/ {}", relay.short)));
    println!();
    for &(way, count) in cases {
        let senders = if way == "one" { 1 } else { count };
        let lines = DUE / (senders * (count - 1)) as u64;
        let load = Load { senders, lines: Some(lines), limit: LIMIT };
        let mut rates = vec![Vec::new(); relays.len()];
        let mut notes = Vec::new();
        for _ in 0..ROUNDS {
            for (relay, rates) in relays.iter().zip(&mut rates).filter(|(relay, _)| relay.is_installed()) {
                let note = match run(relay, count, &load) {
                    Ok(delivered) => {
                        rates.push(delivered.per_second() / 1000.0);
                        in_words(delivered.end)
                    }
                    Err(error) => Some(error),
                };
                notes.extend(note.map(|note| format!("{} {note}", relay.name)));
            }
        }
        let medians: Vec<Option<f64>> = rates.iter().map(|rates| median(rates)).collect();
        print!("{:<16}", format!("{way} to all, {count}"));
        medians.iter().for_each(|rate| print!("{:>15}", cell(*rate, 0)));
        medians[1..].iter().for_each(|rate| {
            let ratio = medians[0].zip(*rate).map(|(solution, other)| solution / other);
            print!("{:>10}", cell(ratio, 2));
        });
        println!();
        notes.iter().for_each(|note| println!("{:<16}{note}", ""));
    }
}

fn run(relay: &Relay, count: usize, load: &Load) -> Result<Delivered, String> {
    let running = relay.start()?;
    let clients = crowd::join(running.address, count).map_err(|error| error.to_string())?;
    load::run(&clients, load).map_err(|error| error.to_string())
}

/// What there is to say of a run that did not end as it should.
pub fn in_words(end: End) -> Option<String> {
    match end {
        End::Complete | End::Limit => None,
        End::Lost(share) => Some(format!("lost {:.0} % of the lines", share * 100.0)),
        End::Stopped => Some("stopped for everybody".to_owned()),
        End::Closed => Some("disconnected a client".to_owned()),
    }
}

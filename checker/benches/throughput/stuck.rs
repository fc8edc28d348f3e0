//! What is left of a relay's pace beside a client that does not read, and how much memory that takes.

use std::time::Duration;

use crate::contestants::Relay;
use crate::lines::in_words;
use crate::load::{self, Delivered, Load};
use crate::{cell, crowd, median, proc};

/// The others stop for everybody, which needs to be seen once.
const ROUNDS: usize = 3;
const ROUNDS_OF_OTHERS: usize = 1;

/// One sends to the others, so many in all.
const CLIENTS: usize = 10;

/// Long enough that all of the system's buffers are full long before.
const LIMIT: Duration = Duration::from_secs(3);

pub fn measure(relays: &[Relay]) {
    println!("One to all, {CLIENTS} clients, for {} s, alone and beside one more that does not read", LIMIT.as_secs());
    println!(
        "(thousand lines a second, all that read together; median of {ROUNDS} runs by turns, others {ROUNDS_OF_OTHERS}; the longest time"
    );
    println!("in which nobody got anything; the relay's memory at its highest)\n");
    println!("{:<18}{:>10}{:>10}{:>10}{:>12}{:>12}{:>14}", "", "alone", "beside", "share", "silence", "memory", "");
    for (number, relay) in relays.iter().enumerate().filter(|(_, relay)| relay.is_installed()) {
        let rounds = if number == 0 { ROUNDS } else { ROUNDS_OF_OTHERS };
        let (mut alone, mut beside, mut silences, mut peaks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut note = None;
        for _ in 0..rounds {
            for stuck in [0, 1] {
                match run(relay, stuck) {
                    Ok((delivered, _)) if stuck == 0 => alone.push(pace(&delivered)),
                    Ok((delivered, peak)) => {
                        beside.push(pace(&delivered));
                        silences.push(delivered.silence);
                        peaks.extend(peak);
                        note = note.or(in_words(delivered.end));
                    }
                    Err(error) => note = Some(error),
                }
            }
        }
        let (alone, beside) = (median(&alone), median(&beside));
        println!(
            "{:<18}{:>10}{:>10}{:>10}{:>9} ms{:>9} MB   {}",
            relay.name,
            cell(alone, 0),
            cell(beside, 0),
            cell(alone.zip(beside).map(|(alone, beside)| beside / alone), 2),
            cell(median(&silences).map(|silence| silence.as_secs_f64() * 1000.0), 0),
            cell(peaks.iter().max().map(|peak| *peak as f64 / 1e6), 1),
            note.unwrap_or_default(),
        );
    }
}

/// Thousand lines a second; who stops early keeps the rest of the time to itself.
fn pace(delivered: &Delivered) -> f64 {
    delivered.lines as f64 / LIMIT.as_secs_f64() / 1000.0
}

fn run(relay: &Relay, stuck: usize) -> Result<(Delivered, Option<u64>), String> {
    let running = relay.start()?;
    let clients = crowd::join(running.address, CLIENTS + stuck).map_err(|error| error.to_string())?;
    let load = Load { senders: 1, lines: None, limit: LIMIT };
    // The last ones hear that all are here, and then read no more.
    let delivered = load::run(&clients[..CLIENTS], &load).map_err(|error| error.to_string())?;
    Ok((delivered, proc::peak(running.child.id())))
}

//! Very many clients: at the same time, and one after the other.

use crate::exercises::chat::relay::{ANA, BOB, Chat, said_by};
use crate::lab::{Lab, Step};

/// Five hundred are connected: what one says goes to all the others.
pub fn serves_five_hundred(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let crowd = chat.crowd(500)?;
    let (Some(first), Some(last)) = (crowd.first(), crowd.last()) else { return Ok(()) };
    let text = lab.words();
    first.says(format!("{text}\n"));
    crowd[1..].iter().try_for_each(|guest| guest.hears_line_among(&said_by(first, &text)))?;
    chat.carries(last, first)
}

/// A hundred connect and are gone again in the same moment, two at a time, in all ways in which one can go.
pub fn outlives_who_pass_by(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    for pair in 0..50 {
        let mut passed = Ok(());
        // The program sleeps meanwhile: whoever it is told of has left when it looks.
        chat.relay.sleeps_while(|| passed = (0..2).try_for_each(|at| passes_by(&chat, pair * 2 + at)));
        passed?;
        chat.relay.has_accepted_all(chat.address.port())?;
        chat.carries(&ana, &bob)?;
    }
    chat.carries(&bob, &ana)
}

fn passes_by(chat: &Chat, number: usize) -> Step {
    // A server may ask for so short a queue that there is only room for one.
    if chat.lab.backlog_is_full(chat.address) {
        return Ok(());
    }
    let guest = chat.lab.connects("eve", &format!("127.0.1.{}", 1 + number), chat.address)?;
    match number % 3 {
        0 => guest.closes(),
        1 => guest.resets(),
        _ => {
            guest.says("hello, and good");
            guest.resets();
        }
    }
    Ok(())
}

//! Much at once: many who talk, much that is said, and those who take nothing in.

use std::collections::BTreeMap;

use super::{ANA, BOB, CARO, Chat, said_by};
use crate::lab::{Lab, Step, Stop, TcpPeer};
use crate::verdict::{Finding, Message};

/// The lines of one sender arrive in their order, also while another talks.
pub fn keeps_the_order(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    caro.forgets_what_came();
    for part in 0..8 {
        for peer in [&ana, &bob] {
            let lines: String = (part * 25..part * 25 + 25).map(|n| format!("number {n}\n")).collect();
            peer.says(lines);
        }
    }
    let mut next = BTreeMap::new();
    for line in caro.hears_lines(400)? {
        let line = String::from_utf8_lossy(&line).into_owned();
        // Whoever does not take lines apart that came together passes some on without a sender.
        let Some((sender, number)) = line.split_once(": ") else { return Err(not_whole(lab, line.as_bytes())) };
        let due: &mut usize = next.entry(sender.to_owned()).or_default();
        let wanted = format!("{sender}: number {due}");
        if number != format!("number {due}") {
            return Err(out_of_order(lab, &wanted, &line));
        }
        *due += 1;
    }
    Ok(())
}

fn out_of_order(lab: &Lab, wanted: &str, came: &str) -> Stop {
    let expected = Message::new("expect-order").with("who", "caro");
    lab.differs(expected, wanted.as_bytes(), came.as_bytes())
}

/// When ten talk at once, each line is still in one piece.
pub fn keeps_lines_whole(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [caro] = chat.join([CARO])?;
    let crowd = chat.crowd(10)?;
    caro.forgets_what_came();
    for n in 0..12 {
        let mut said = Vec::new();
        for guest in &crowd {
            let text = format!("{} {n}", lab.words());
            // In two pieces each, so that all of them have begun a line before any has ended one.
            let (begins, ends) = text.split_at(6);
            guest.says(begins);
            said.push((guest, text.clone(), format!("{ends}\n")));
        }
        crowd.iter().try_for_each(|guest| guest.is_taken_in())?;
        said.iter().for_each(|(guest, _, ends)| guest.says(ends));
        let wanted: Vec<Vec<u8>> = said.iter().flat_map(|(guest, text, _)| said_by(guest, text)).collect();
        // All of them before anybody begins another: two lines that come together are for another check.
        for line in caro.hears_lines(said.len())? {
            if !wanted.contains(&[line.as_slice(), b"\n"].concat()) {
                return Err(not_whole(lab, &line));
            }
        }
    }
    Ok(())
}

/// This line came to caro, and nobody has said it.
fn not_whole(lab: &Lab, line: &[u8]) -> Stop {
    let expected = Message::new("expect-whole-lines").with("who", "caro");
    lab.fails(expected, None, Some(&[line, b"\n"].concat()), Finding::Unwanted)
}

/// A crowd comes and goes, in all ways in which one can go, and the relay is as it was before.
pub fn leaves_nothing_over(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    chat.carries(&ana, &bob)?;
    lab.settles()?;
    let before = chat.relay.holds();
    for _ in 0..2 {
        let crowd = chat.crowd(16)?;
        crowd.iter().for_each(|guest| guest.says("half a line, and a whole one\nand so"));
        lab.settles()?;
        for (at, guest) in crowd.iter().enumerate() {
            match at % 3 {
                0 => guest.closes(),
                1 => guest.resets(),
                _ => guest.half_closes(),
            }
        }
        lab.settles()?;
        chat.carries(&ana, &bob)?;
        // One that tidies up now and then is given the time to do so.
        lab.stays_silent()?;
    }
    let after = chat.relay.holds();
    // A handful may be an allocator's or a pool's; a crowd is a leak.
    let left = |before: usize, after: usize, what: &str| match after.saturating_sub(before) {
        0..=6 => Ok(()),
        many => {
            let said = Message::new(what).with("count", many);
            Err(lab.fails(Message::new("expect-as-before"), None, None, Finding::Said(said)))
        }
    };
    left(before.descriptors, after.descriptors, "said-descriptors-left")?;
    left(before.threads, after.threads, "said-threads-left")
}

/// Who says nothing at all, and who never ends its line, holds up nobody, and is not cut off.
pub fn is_not_held_up_by_silence(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [silent, half, bob, caro] = chat.join(["127.0.0.8", "127.0.0.9", BOB, CARO])?;
    half.says("this line has no e");
    half.is_taken_in()?;
    lab.stays_silent()?;
    chat.carries(&bob, &caro)?;
    chat.carries(&caro, &silent)?;
    half.says("nd\n");
    bob.hears_line_among(&said_by(&half, "this line has no end"))
}

/// Who does not read holds up nobody: all that is said goes on reaching the others.
pub fn is_not_held_up_by_who_does_not_read(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    bob.stops_reading();
    // Short lines: whether long ones pass is for another check to judge.
    talks_at_length(lab, [&ana, &caro], 1000, 10)?;
    lab.settles()?;
    chat.carries(&caro, &ana)
}

/// So many MiB go from one to the other, in lines of this length: far more than the system itself keeps for who does
/// not read. Of what goes to one who does read there is never much under way: nobody may lose patience with them.
fn talks_at_length(lab: &Lab, [from, to]: [&TcpPeer; 2], length: usize, mebibytes: usize) -> Step {
    let line = format!("{}\n", lab.letters(length - 1));
    let count = (1 << 18) / length;
    for _ in 0..4 * mebibytes {
        from.says(line.repeat(count));
        // Not only one talks: who needs a lock that is held meanwhile shows that it is.
        to.hears_lines(count).or_else(|_| {
            to.says("are you there?\n");
            to.hears_lines(count)
        })?;
        from.forgets_what_came();
    }
    Ok(())
}

/// A line may be 64 KiB long.
pub fn takes_a_long_line(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    let text = lab.letters(64 * 1024);
    ana.says(format!("{text}\n"));
    bob.hears_line_among(&said_by(&ana, &text))?;
    chat.carries(&bob, &ana)
}

/// A line that is longer may cost its sender the connection, and nobody else anything.
pub fn survives_an_endless_line(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    let text = lab.letters(64 * 1024);
    for _ in 0..20 {
        ana.says(&text);
    }
    ana.is_taken_in()?;
    lab.settles()?;
    chat.carries(&bob, &caro)
}

/// Extra: what waits for one client never takes more than 32 MiB of the relay's memory.
pub fn bounds_what_waits(lab: &Lab) -> Step {
    const MOST: u64 = 32 << 20;
    // What an allocator keeps beside, and what is under way to those who read.
    const BESIDE: u64 = 12 << 20;
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    let before = chat.relay.holds().memory;
    bob.stops_reading();
    for _ in 0..13 {
        talks_at_length(lab, [&ana, &caro], 4000, 4)?;
        // Nothing waits for whoever has been let go. What the program holds now is on nobody's account: there are
        // languages that collect their garbage later.
        if bob.system_keeps().is_none() {
            lab.settles()?;
            return chat.carries(&caro, &ana);
        }
    }
    let grew = chat.relay.most_memory().saturating_sub(before);
    if grew <= MOST + BESIDE {
        return Ok(());
    }
    let said = Message::new("said-memory").with("memory", grew >> 20);
    Err(lab.fails(Message::new("expect-bounded-memory"), None, None, Finding::Said(said)))
}

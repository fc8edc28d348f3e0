//! What a receiver says: the line that answers a sender, and the line that it prints.

use super::Image;
use super::receiver::Receiver;
use crate::exercises::FORMAT;
use crate::lab::{Lab, Step, TcpPeer};
use crate::verdict::{Finding, Message};

/// The answer is exactly one line, `OK SIZE` or `ERR REASON`; then the connection is closed.
pub fn answers_with_a_line(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    let ana = receiver.sender("ana")?;
    let image = Image::small(lab);
    ana.says(image.on_the_wire());
    ana.hears(image.answer())?;
    ana.hears_the_end()?;
    ana.closes();
    // Whether a second transfer is taken, and whether this name is refused, is for other checks to judge.
    receiver.program.is_stopped();
    let receiver = Receiver::start(lab)?;
    let bob = receiver.sender("bob")?;
    bob.says(Image::named("..", lab.words()).on_the_wire());
    let answer = bob.hears_all()?;
    if !answer.starts_with(b"ERR") {
        return Ok(());
    }
    is_a_refusal(lab, &answer)?;
    bob.hears_it_end()
}

/// `ERR REASON`, and nothing after the line's end.
fn is_a_refusal(lab: &Lab, answer: &[u8]) -> Step {
    let said = match answer.strip_prefix(b"ERR").and_then(|rest| rest.strip_suffix(b"\n")) {
        Some(rest) if rest.trim_ascii().is_empty() => "said-no-reason",
        Some([b' ', reason @ ..]) if !reason.contains(&b'\n') => return Ok(()),
        _ => "said-another-line",
    };
    let expected = Message::new("expect-refusal").with("who", "bob");
    Err(lab.fails(expected, None, Some(answer), Finding::Said(Message::new(said))))
}

/// `IP NAME SIZE`, in every way that is right: an IPv6 socket writes an IPv4 address as `::ffff:127.0.0.2`.
pub fn printed(sender: &TcpPeer, image: &Image) -> Vec<Vec<u8>> {
    let ip = sender.address.ip();
    let spellings = [ip.to_string(), format!("::ffff:{ip}")];
    let ways = if ip.is_ipv4() { &spellings[..] } else { &spellings[..1] };
    ways.iter().map(|ip| format!("{ip} {} {}\n", image.name, image.size()).into_bytes()).collect()
}

/// `IP NAME SIZE` is printed, for each file with its own.
pub fn prints(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    let ana = receiver.sender("ana")?;
    let image = Image::small(lab);
    ana.says(image.on_the_wire());
    receiver.has_taken(&image, &ana)?;
    // Whether it is there at once is another check's business: a buffer that has to be full is filled.
    receiver.program.shows_in_the_end(&printed(&ana, &image), || receiver.fill())?;
    // Whether others are taken, and one of nothing, is for other checks to judge: what is taken is printed.
    let mut lines = Vec::new();
    for (name, image) in [
        ("bob", Image::small(lab)),
        ("caro", Image::named("empty.png", "")),
        ("ana", Image::small(lab)),
        ("bob", Image::small(lab)),
    ] {
        let Some(sender) = receiver.is_tried_with(image.on_the_wire(), name)? else { break };
        let answer = sender.hears_a_line_out()?;
        sender.closes();
        if answer.starts_with(b"OK") {
            // Of two lines on their way either could be first.
            lab.settles()?;
            lines.push(printed(&sender, &image));
        }
    }
    lines.iter().try_for_each(|line| receiver.program.shows_in_the_end(line, || receiver.fill()))
}

/// stdout carries a line for each file, and nothing else: none for what is refused or breaks off.
pub fn prints_nothing_else(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    let ana = receiver.sender("ana")?;
    let image = Image::small(lab);
    ana.says(image.on_the_wire());
    receiver.has_taken(&image, &ana)?;
    lab.settles()?;
    let mut lines = printed(&ana, &image);
    receiver.program.shows_nothing_but(&lines)?;
    // A name is text like any other. Whether this one is taken is for another check to judge.
    let odd = Image::named(format!("{FORMAT} d'été.png"), lab.words());
    if let Some(eve) = receiver.is_tried_with(odd.on_the_wire(), "eve")? {
        let answer = eve.hears_a_line_out()?;
        eve.closes();
        lab.settles()?;
        if answer.starts_with(b"OK") {
            let second = printed(&eve, &odd);
            lines = lines.iter().flat_map(|one| second.iter().map(move |two| [&one[..], two].concat())).collect();
            receiver.program.shows_nothing_but(&lines)?;
        }
    }
    // Whether the name is refused is for another check to judge.
    if let Some(bob) = receiver.is_tried_with(Image::named("..", lab.words()).on_the_wire(), "bob")? {
        let answer = bob.hears_a_line_out()?;
        bob.closes();
        if answer.starts_with(b"OK") {
            return Ok(());
        }
    }
    // This one goes in the middle of the name.
    if let Some(caro) = receiver.is_tried_with(&image.on_the_wire()[..6], "caro")? {
        caro.is_taken_in()?;
        caro.closes();
    }
    lab.settles()?;
    receiver.program.shows_nothing_but(&lines)
}

/// The line is there when the file is.
pub fn shows_at_once(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    let ana = receiver.sender("ana")?;
    let image = Image::small(lab);
    ana.says(image.on_the_wire());
    receiver.has_taken(&image, &ana)?;
    receiver.program.shows_one_of(&printed(&ana, &image))
}

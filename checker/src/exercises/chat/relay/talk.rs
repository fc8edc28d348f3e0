//! What is said, and who hears it; who comes, and who goes.

use super::{ANA, BOB, CARO, Chat, said_by};
use crate::exercises::WORDS;
use crate::exercises::chat::ENDS_NO_LINE;
use crate::lab::{Lab, Step, Stop, TcpPeer};
use crate::verdict::{Finding, Message};

/// A line reaches another client as `IP: LINE`.
pub fn relays(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    let text = lab.words();
    let wanted = said_by(&ana, &text);
    ana.says(format!("{text}\n"));
    bob.hears_line_among(&wanted).map_err(|stop| {
        // One that passes on what it has when its sender has said everything waits for that.
        ana.half_closes();
        match bob.hears_line_among(&wanted) {
            Ok(()) => at_the_end(lab, &wanted[0]),
            Err(_) => stop,
        }
    })
}

fn at_the_end(lab: &Lab, wanted: &[u8]) -> Stop {
    let said = Message::new("said-answers-at-the-end").with("who", "ana");
    lab.fails(Message::new("expect-line").with("who", "bob"), Some(wanted), None, Finding::Said(said))
}

/// Each line comes once, and nothing else does: no greeting, no news of who comes and goes.
pub fn sends_nothing_else(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro, eve] = chat.join([ANA, BOB, CARO, "127.0.0.9"])?;
    caro.closes();
    lab.settles()?;
    let text = lab.words();
    ana.says(format!("{text}\n"));
    bob.hears_line_among(&said_by(&ana, &text))?;
    // Last, because whether a relay outlives it is for another check to judge.
    eve.resets();
    lab.settles()?;
    bob.has_heard_nothing_but(&said_by(&ana, &text))
}

/// A line does not go back to the connection that it came from.
pub fn spares_the_sender(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    let text = lab.words();
    ana.says(format!("{text}\n"));
    bob.hears_line_among(&said_by(&ana, &text))?;
    // Whatever the relay had sent back to ana would have come before bob's line.
    chat.carries(&bob, &ana)?;
    ana.has_not_heard(&text)
}

/// Another client at the same address is somebody else.
pub fn tells_two_at_one_address(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, eve] = chat.join([ANA, ANA])?;
    chat.carries(&ana, &eve)?;
    chat.carries(&eve, &ana)
}

/// Three clients, and twenty: a line goes to each of the others.
pub fn tells_everybody(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    for _ in 0..2 {
        let text = lab.words();
        ana.says(format!("{text}\n"));
        bob.hears_line_among(&said_by(&ana, &text))?;
        caro.hears_line_among(&said_by(&ana, &text))?;
    }
    let crowd = chat.crowd(17)?;
    let text = lab.words();
    caro.says(format!("{text}\n"));
    crowd.iter().try_for_each(|guest| guest.hears_line_among(&said_by(&caro, &text)))
}

/// A line ends with `\n`, not with a segment.
pub fn puts_a_line_together(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    let text = lab.words();
    ana.says_in_pieces(text.as_bytes().chunks(1))?;
    ana.says("\n");
    bob.hears_line_among(&said_by(&ana, &text))
}

/// A hundred lines in one segment are a hundred lines.
pub fn takes_lines_apart(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    let texts: Vec<String> = (0..100).map(|n| format!("number {n}")).collect();
    ana.says(texts.join("\n") + "\n");
    texts.iter().try_for_each(|text| {
        bob.hears_line_among(&said_by(&ana, text)).map_err(|stop| keeps_it_back(&ana, &bob, text, stop))
    })?;
    // Short ones behind one of which the half was there: where one looked for its end is no place to look for theirs.
    let text = lab.words();
    ana.says(&text);
    ana.is_taken_in()?;
    ana.says(format!("{text}\na\nb\nb\nc\n"));
    bob.hears_line_among(&said_by(&ana, text.repeat(2)))?;
    ["a", "b", "b", "c"].into_iter().try_for_each(|text| bob.hears_line_among(&said_by(&ana, text)))
}

/// After a failure: what comes once more has been said was not lost, but lay in the program.
fn keeps_it_back(ana: &TcpPeer, bob: &TcpPeer, text: &str, failure: Stop) -> Stop {
    ana.says("more\n");
    let wanted = said_by(ana, text);
    match bob.hears_line_among(&wanted) {
        Ok(()) => bob.was_told_late(&wanted[0]),
        Err(_) => failure,
    }
}

/// Who has left may come back.
pub fn lets_join_again(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    chat.carries(&ana, &bob)?;
    ana.closes();
    lab.settles()?;
    let [ana] = chat.join([ANA])?;
    chat.carries(&ana, &bob)?;
    chat.carries(&bob, &ana)
}

/// Who joins late gets what is said from then on, and nothing from before.
pub fn tells_who_joins_late(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    let early = lab.words();
    ana.says(format!("{early}\n"));
    bob.hears_line_among(&said_by(&ana, &early))?;
    let [caro] = chat.join([CARO])?;
    chat.carries(&bob, &caro)?;
    caro.has_not_heard(&early)
}

/// Who leaves is forgotten, and the others talk on.
pub fn forgets_who_leaves(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    // Who leaves is in the middle of whatever list there is: another comes right behind, from either end.
    let [bob] = chat.join([BOB])?;
    let [ana] = chat.join([ANA])?;
    let [caro] = chat.join([CARO])?;
    let [eve] = chat.join(["127.0.0.9"])?;
    chat.carries(&ana, &caro)?;
    ana.closes();
    lab.settles()?;
    goes_on_without_a_gap(&chat, &bob, &caro)?;
    caro.closes();
    lab.settles()?;
    goes_on_without_a_gap(&chat, &eve, &bob)?;
    chat.carries(&bob, &eve)
}

/// Somebody has left, and these talk on.
fn goes_on_without_a_gap(chat: &Chat, from: &TcpPeer, to: &TcpPeer) -> Step {
    // The first line to somebody who is gone meets a reset, those after it a broken pipe.
    (0..4).try_for_each(|_| chat.carries(from, to)).map_err(|stop| match (stop, chat.carries(from, to)) {
        (Stop::Failed(mut evidence), Ok(())) if evidence.nothing_came() => {
            evidence.finding = Finding::Said(Message::new("said-this-one-only"));
            Stop::Failed(evidence)
        }
        (stop, _) => stop,
    })
}

/// A reset is a way to leave, also in the middle of a line.
pub fn survives_a_reset(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    ana.says("half a li");
    ana.is_taken_in()?;
    ana.resets();
    // Whoever is to die of it has the time to do so before others are served.
    lab.settles()?;
    (0..3).try_for_each(|_| chat.carries(&bob, &caro))?;
    bob.resets();
    let [eve] = chat.join(["127.0.0.9"])?;
    chat.carries(&caro, &eve)?;
    chat.relay.has_not_panicked()
}

/// Who closes its writing side has said its last word: the relay closes the connection too.
pub fn lets_go_who_said_the_last_word(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    let text = lab.words();
    ana.says_its_last(format!("{text}\n"));
    bob.hears_line_among(&said_by(&ana, &text))?;
    ana.is_let_go()?;
    chat.carries(&bob, &caro)
}

/// A last line without `\n` is a line, once its sender has closed in order.
pub fn counts_a_last_line(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    let [text, other] = lab.lines::<2>();
    // The end comes with it, and after it.
    ana.says_its_last(&text);
    bob.hears_line_among(&said_by(&ana, &text))?;
    caro.says(&other);
    caro.is_taken_in()?;
    caro.half_closes();
    bob.hears_line_among(&said_by(&caro, &other))
}

/// The blanks around a line belong to it, and bytes that are no UTF-8 are passed on as they came. So is a NUL, which ends
/// a text in C, and what ends a line elsewhere.
pub fn passes_any_bytes(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    let blanks = format!("\t  {}  \t", lab.words());
    ana.says(format!("{blanks}\n"));
    bob.hears_line_among(&said_by(&ana, &blanks))?;
    let latin1 = [b"caf\xe9 ", lab.words().as_bytes(), b" \xff\xfe"].concat();
    ana.says([&latin1, b"\n".as_slice()].concat());
    bob.hears_line_among(&said_by(&ana, &latin1))?;
    for within in ENDS_NO_LINE {
        let text = format!("{}{within}{}", lab.words(), lab.words());
        ana.says(format!("{text}\n"));
        bob.hears_line_among(&said_by(&ana, &text))?;
    }
    for word in WORDS {
        ana.says(format!("{word}\n"));
        bob.hears_line_among(&said_by(&ana, word))?;
    }
    let text = format!("{}\r", lab.words());
    ana.says(format!("{text}\r\n"));
    // One of them goes. Who does not take off even that one loses nothing by it here.
    bob.hears_line_among(&[said_by(&ana, &text), said_by(&ana, format!("{text}\r"))].concat())
}

/// A Windows terminal ends its lines with `\r\n`.
pub fn takes_off_a_carriage_return(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    let text = lab.words();
    ana.says(format!("{text}\r\n"));
    bob.hears_line_among(&said_by(&ana, &text))
}

/// An empty line is a line.
pub fn passes_an_empty_line(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    ana.says("\n");
    bob.hears_line_among(&said_by(&ana, ""))?;
    chat.carries(&ana, &bob)
}

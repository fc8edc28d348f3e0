//! One thread that waits, and what an event tells it.

use crate::exercises::chat::relay::behind::{SHORT_LINES, leaves_behind};
use crate::exercises::chat::relay::{ANA, BOB, CARO, Chat, said_by};
use crate::lab::{Lab, Step, TcpPeer, unless_it_fails};
use crate::verdict::{Finding, Message};

/// One thread serves everybody. Threads that another language's runtime starts are not held against a program that was
/// brought with a command of its own: theirs must merely not become more with every client.
pub fn has_one_thread(lab: &Lab) -> Step {
    const CLIENTS: usize = 40;
    const BESIDE: usize = 16;
    let chat = Chat::start(lab)?;
    lab.settles()?;
    let most = if chat.relay.is_built_here() { 1 } else { chat.relay.holds().threads + BESIDE };
    let crowd = chat.crowd(CLIENTS)?;
    for pair in crowd.chunks(2) {
        chat.carries(&pair[0], &pair[1])?;
    }
    let threads = chat.relay.holds().threads;
    if threads <= most {
        return Ok(());
    }
    let said = Message::new("said-threads").with("threads", threads).with("clients", CLIENTS);
    Err(lab.fails(Message::new("expect-one-thread"), None, None, Finding::Said(said)))
}

/// While nobody says anything, it waits, and uses no processor time: once a second at the most it may wake up.
pub fn is_idle(lab: &Lab) -> Step {
    let (chat, [ana, bob]) = after_much(lab)?;
    let worker = chat.relay.busiest_while(|| (0..50).try_for_each(|_| chat.carries(&ana, &bob)))?;
    lab.settles()?;
    if let Some(worker) = worker {
        chat.relay.idles(worker)?;
    }
    chat.carries(&bob, &ana)
}

/// A relay at which somebody was behind and has caught up, and somebody has left: nothing of it is left to do. One that
/// can't do that, which is for other checks to judge, is asked for less.
fn after_much(lab: &Lab) -> Step<(Chat<'_>, [TcpPeer; 2])> {
    for what in [is_behind_for_a_while, leaves] as [fn(&Chat, &[TcpPeer; 3]) -> Step; 2] {
        let chat = Chat::start(lab)?;
        let all = chat.join([ANA, BOB, CARO])?;
        if unless_it_fails(what(&chat, &all))?.is_some() {
            let [ana, bob, _] = all;
            return Ok((chat, [ana, bob]));
        }
        chat.relay.is_stopped();
    }
    let chat = Chat::start(lab)?;
    let all = chat.join([ANA, BOB])?;
    Ok((chat, all))
}

fn is_behind_for_a_while(chat: &Chat, all: &[TcpPeer; 3]) -> Step {
    let [ana, bob, caro] = all;
    let behind = leaves_behind([ana, bob, caro], SHORT_LINES, 1 << 16)?;
    bob.goes_on();
    bob.hears_until_the_end(&behind.said)?;
    leaves(chat, all)
}

fn leaves(chat: &Chat, [ana, bob, caro]: &[TcpPeer; 3]) -> Step {
    caro.closes();
    chat.carries(ana, bob)
}

/// Several connect while the program sleeps: one event may tell of all of them.
pub fn takes_in_all_who_knock(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana] = chat.join([ANA])?;
    let mut knocked = Vec::new();
    chat.relay.sleeps_while(|| {
        for (name, ip) in [("bob", BOB), ("caro", CARO)] {
            // A server may ask for so short a queue that there is only room for one.
            if !lab.backlog_is_full(chat.address) {
                knocked.push(lab.connects(name, ip, chat.address));
            }
        }
    });
    let knocked = knocked.into_iter().collect::<Step<Vec<_>>>()?;
    lab.settles()?;
    knocked.iter().try_for_each(|other| chat.carries(&ana, other))?;
    knocked.iter().try_for_each(|other| chat.carries(other, &ana))
}

/// Much is said while the program sleeps: one event may tell of all of it.
pub fn reads_to_the_end(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob] = chat.join([ANA, BOB])?;
    // As much as the system keeps for a program that does not read, and not more.
    let lines = format!("{}\n", lab.letters(999)).repeat(48);
    bob.forgets_what_came();
    chat.relay.sleeps_while(|| ana.says(lines));
    bob.hears_lines(48)?;
    chat.carries(&bob, &ana)
}

/// A line comes drop by drop, and meanwhile the others talk.
pub fn puts_drops_together(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [eve, ana, bob] = chat.join(["127.0.0.9", ANA, BOB])?;
    let text = lab.words();
    for drop in text.as_bytes().chunks(1) {
        eve.says(drop);
        eve.is_taken_in()?;
        chat.carries(&ana, &bob)?;
    }
    eve.says("\n");
    bob.hears_line_among(&said_by(&eve, &text))
}

//! Several replies, and what is shown of them.

use super::Conversation;
use crate::lab::{Lab, Step, unless_it_fails};

/// stdout carries the replies and nothing else: no prompt, no news of the connection.
pub fn prints_nothing_else(lab: &Lab) -> Step {
    let (lines, replies) = (lab.lines::<3>(), lab.lines::<3>());
    let talk = Conversation::about(lab, lines.join("\n") + "\n")?;
    let mut shown = Vec::new();
    for (line, reply) in lines.iter().zip(&replies) {
        // Whether there is a second one is for another check to judge.
        if unless_it_fails(talk.answers(line, reply))?.is_none() {
            break;
        }
        shown.extend(format!("{reply}\n").into_bytes());
    }
    lab.settles()?;
    talk.client.shows_nothing_but(&[shown])
}

/// Line after line, reply after reply.
pub fn asks_several_times(lab: &Lab) -> Step {
    let [one, two] = lab.lines();
    // Who types the same again has typed something again.
    let lines = [&one, &two, &two].map(String::as_str);
    let replies = lab.lines::<3>();
    let talk = Conversation::about(lab, lines.join("\n") + "\n")?;
    for (line, reply) in lines.iter().zip(&replies) {
        talk.answers(line, reply)?;
    }
    replies.iter().try_for_each(|reply| talk.shows(format!("{reply}\n")))
}

//! A connection that ends before a reply that is owed.

use super::Conversation;
use crate::lab::{Lab, Step, unless_it_fails};

/// A server that closes without the reply that it owes: an error, at once.
pub fn tells_that_the_server_closed(lab: &Lab) -> Step {
    let line = lab.words();
    let talk = Conversation::about(lab, format!("{line}\n"))?;
    talk.server.hears(format!("{line}\n"))?;
    talk.server.closes();
    talk.client.fails_naming(&[&talk.server.address.to_string()])
}

/// A reply that breaks off before its `\n` is none, to whatever line; nor is a reset.
pub fn tells_that_a_reply_broke_off(lab: &Lab) -> Step {
    let line = lab.words();
    let talk = Conversation::about(lab, format!("{line}\n"))?;
    talk.server.hears(format!("{line}\n"))?;
    talk.server.says("OK ... only half of");
    talk.server.closes();
    talk.client.fails_naming(&[&talk.server.address.to_string()])?;

    let talk = Conversation::about(lab, format!("{line}\n"))?;
    talk.server.hears(format!("{line}\n"))?;
    talk.server.resets();
    talk.client.fails_naming(&[&talk.server.address.to_string()])?;

    let talk = Conversation::about(lab, format!("{line}\n{line} again\n"))?;
    talk.answers(&line, "first reply")?;
    // Whether there is a second line at all is for another check to judge.
    let Some(()) = unless_it_fails(talk.server.hears(format!("{line} again\n")))? else { return Ok(()) };
    talk.server.closes();
    talk.client.fails_naming(&[&talk.server.address.to_string()])
}

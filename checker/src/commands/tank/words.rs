//! What happens to the tank, in sentences.

use crate::report;
use crate::tank::command::Command;
use crate::tank::event::{Event, Refusal, Stop, What};
use crate::texts::Texts;
use crate::verdict::Message;

/// How a sentence is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Good,
    Bad,
    /// It may interest somebody.
    Faint,
}

/// What is said of an event. Nothing is said of a heartbeat: there are two a second.
pub fn sentence(event: &Event, texts: &Texts) -> Option<(Tone, String)> {
    let driver = event.driver;
    let told = |id: &str| Message::new(id).with("driver", driver);
    let (tone, message) = match &event.what {
        What::Connected { behind: None } => (Tone::Good, told("tank-connected")),
        What::Connected { behind: Some(other) } => (Tone::Bad, told("tank-connected-behind").with("other", other)),
        What::TurnedAway => (Tone::Bad, told("tank-turned-away")),
        What::Left => (Tone::Faint, told("tank-left")),
        What::Reset => (Tone::Bad, told("tank-reset")),
        What::Drives => (Tone::Good, told("tank-drives")),
        What::Obeyed(Command::Heartbeat) | What::Refused { command: Command::Heartbeat, .. } => return None,
        What::Obeyed(Command::Buzz) => (Tone::Plain, Message::new("tank-buzz")),
        What::Obeyed(Command::Move { angle, strength }) => {
            (Tone::Plain, Message::new("tank-move").with("angle", angle).with("strength", strength))
        }
        What::Refused { command, why } => {
            let (id, other) = match why {
                Refusal::Behind(other) => ("tank-refused-behind", other.to_string()),
                Refusal::NoHeartbeat => ("tank-refused-no-heartbeat", String::new()),
            };
            (Tone::Bad, told(id).with("cmd", command.name()).with("other", other))
        }
        What::Wrong { line, why } => {
            (Tone::Bad, Message::new("tank-wrong").quoting("line", line).with("why", texts.text(&why.0)))
        }
        What::Lost => (Tone::Bad, told("tank-lost")),
        // The order itself has been shown.
        What::Stopped { why: Stop::Ordered, .. } => return None,
        What::Stopped { why: Stop::DriverLost | Stop::DriverGone, .. } => (Tone::Bad, Message::new("tank-stopped")),
    };
    Some((tone, harmless(&texts.text(&message))))
}

/// A driver's words may have anything in them.
pub fn harmless(sentence: &str) -> String {
    report::harmless(sentence.as_bytes()).replace('\n', "\\n")
}

//! What the tank understood, as JSON Lines: for tests, and for whoever wants to look at times.

use std::process::ExitCode;
use std::time::Duration;

use serde_json::{Value, json};

use super::super::Trouble;
use super::words;
use crate::tank::command::Command;
use crate::tank::event::{Event, Refusal, What};
use crate::tank::server::Server;
use crate::texts::Texts;

pub fn run(server: &mut Server, texts: &Texts) -> Result<ExitCode, Trouble> {
    let listening = json!({ "event": "listening", "address": server.address()?.to_string() });
    let first = at(server.now(), listening).to_string();
    super::shows(server, &first, |event| Some(line(event, texts).to_string()))
}

fn line(event: &Event, texts: &Texts) -> Value {
    let mut line = match &event.what {
        What::Connected { behind } => json!({ "event": "connected", "drives": behind.is_none() }),
        What::TurnedAway => json!({ "event": "turned-away" }),
        What::Left => json!({ "event": "left" }),
        What::Reset => json!({ "event": "reset" }),
        What::Drives => json!({ "event": "drives" }),
        What::Obeyed(Command::Heartbeat) => json!({ "event": "heartbeat" }),
        What::Obeyed(Command::Buzz) => json!({ "event": "command", "cmd": Command::Buzz.name() }),
        What::Obeyed(command @ Command::Move { angle, strength }) => {
            json!({ "event": "command", "cmd": command.name(), "angle": angle, "strength": strength })
        }
        What::Refused { command, why } => refused(*command, *why),
        What::Wrong { line, why } => {
            json!({ "event": "wrong", "reason": why.reason(), "line": line, "text": words::harmless(&texts.text(&why.0)) })
        }
        What::Lost => json!({ "event": "lost" }),
        What::Stopped { why, x, y, heading } => json!({
            "event": "stopped", "reason": why.reason(),
            "x": hundredths(*x), "y": hundredths(*y), "heading": hundredths(*heading),
        }),
    };
    line["driver"] = json!(event.driver.to_string());
    at(event.at, line)
}

fn refused(command: Command, why: Refusal) -> Value {
    json!({ "event": "refused", "cmd": command.name(), "reason": why.reason() })
}

fn at(time: Duration, mut line: Value) -> Value {
    line["millis"] = json!(time.as_millis() as u64);
    line
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

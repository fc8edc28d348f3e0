//! What a driver says to the tank: a JSON object a line, understood by what it means.

use serde_json::{Map, Value};

/// A command, as the tank understands it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Heartbeat,
    Buzz,
    Move { angle: i64, strength: i64 },
}

pub const STOP: Command = Command::Move { angle: 0, strength: 0 };

impl Command {
    /// What a line says: blanks and the order of the keys are free. A key too many, a number in quotation marks or a
    /// fraction makes it no command; whether a whole number is written `10` or `10.0` is left open.
    pub fn of(line: &[u8]) -> Option<Self> {
        let Value::Object(object) = serde_json::from_slice(line).ok()? else { return None };
        let command = match object.get("cmd")?.as_str()? {
            "heartbeat" => Self::Heartbeat,
            "buzz" => Self::Buzz,
            "robotMovement" => {
                Self::Move { angle: whole_number(&object, "angle")?, strength: whole_number(&object, "strength")? }
            }
            _ => return None,
        };
        (object.len() == command.keys()).then_some(command)
    }

    pub fn is_heartbeat(line: &[u8]) -> bool {
        Self::of(line) == Some(Self::Heartbeat)
    }

    /// As the contract writes it, with the end of the line.
    pub fn line(self) -> String {
        match self {
            Self::Heartbeat => r#"{"cmd":"heartbeat"}"#.to_owned() + "\n",
            Self::Buzz => r#"{"cmd":"buzz"}"#.to_owned() + "\n",
            Self::Move { angle, strength } => {
                format!(r#"{{"cmd":"robotMovement","angle":{angle},"strength":{strength}}}"#) + "\n"
            }
        }
    }

    /// The order for it, as one types it.
    pub fn order(self) -> String {
        match self {
            Self::Heartbeat => String::new(),
            Self::Buzz => "buzz\n".to_owned(),
            Self::Move { angle, strength } => format!("move {angle} {strength}\n"),
        }
    }

    fn keys(self) -> usize {
        match self {
            Self::Heartbeat | Self::Buzz => 1,
            Self::Move { .. } => 3,
        }
    }
}

/// Where what came parts from what was wanted, but for blanks that JSON allows.
pub fn first_difference(wanted: &[u8], came: &[u8]) -> usize {
    let (mut left, mut within_text) = (wanted, false);
    for (at, byte) in came.iter().enumerate() {
        match left.split_first() {
            Some((first, rest)) if first == byte => {
                within_text ^= *byte == b'"';
                left = rest;
            }
            _ if !within_text && b" \t".contains(byte) => {}
            _ => return at,
        }
    }
    came.len()
}

fn whole_number(object: &Map<String, Value>, key: &str) -> Option<i64> {
    let number = object.get(key)?.as_f64()?;
    (number.fract() == 0.0 && number.abs() < 1e9).then_some(number as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_what_it_means() {
        let same: [&[u8]; 3] = [
            br#"{"cmd":"robotMovement","angle":-10,"strength":50}"#,
            b" { \"strength\" : 50, \"angle\" : -10, \"cmd\" : \"robotMovement\" }\r",
            br#"{"cmd":"robotMovement","angle":-10.0,"strength":50}"#,
        ];
        for line in same {
            assert_eq!(Command::of(line), Some(Command::Move { angle: -10, strength: 50 }));
        }
    }

    #[test]
    fn what_means_something_else_is_no_command() {
        let wrong = [
            r#"{"cmd":"robotMovement","angle":"10","strength":50}"#,
            r#"{"cmd":"robotMovement","angle":1.5,"strength":50}"#,
            r#"{"cmd":"robotMovement","angle":10}"#,
            r#"{"cmd":"buzz","angle":10}"#,
            r#"{'cmd':'buzz'}"#,
            r#"{"cmd":"buzz"}{"cmd":"buzz"}"#,
            r#"["buzz"]"#,
            "",
        ];
        for line in wrong {
            assert_eq!(Command::of(line.as_bytes()), None, "{line}");
        }
    }

    #[test]
    fn blanks_between_words_are_no_difference() {
        let wanted = Command::Move { angle: -10, strength: 50 }.line();
        let came = "{\"cmd\": \"robotMovement\", \"angle\": -10, \"strength\": 5}\n";
        assert_eq!(came.get(first_difference(wanted.as_bytes(), came.as_bytes())..), Some("}\n"));
        let within = "{\"cmd\":\"robot Movement\"}\n";
        assert_eq!(within.get(first_difference(wanted.as_bytes(), within.as_bytes())..), Some(" Movement\"}\n"));
    }

    #[test]
    fn what_it_writes_it_understands() {
        for command in [Command::Heartbeat, Command::Buzz, STOP, Command::Move { angle: -180, strength: 100 }] {
            assert_eq!(Command::of(command.line().trim_end().as_bytes()), Some(command));
        }
    }
}

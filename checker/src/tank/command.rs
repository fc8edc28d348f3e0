//! From a line to a command, or to a sentence that says what is wrong with it.

use serde_json::{Map, Value};

use crate::closest;
use crate::verdict::Message;

/// What the tank can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Heartbeat,
    Buzz,
    Move { angle: i16, strength: i16 },
}

impl Command {
    const NAMES: [&str; 3] = ["heartbeat", "buzz", "robotMovement"];

    /// Its name on the wire.
    pub fn name(self) -> &'static str {
        let [heartbeat, buzz, movement] = Self::NAMES;
        match self {
            Self::Heartbeat => heartbeat,
            Self::Buzz => buzz,
            Self::Move { .. } => movement,
        }
    }
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong(pub Message);

impl Wrong {
    const PREFIX: &str = "tank-wrong-";

    fn new(reason: &str) -> Self {
        Self(Message::new(&format!("{}{reason}", Self::PREFIX)))
    }

    /// A line that is longer than this many bytes.
    pub fn too_long(limit: usize) -> Self {
        Self::new("too-long").with("limit", limit)
    }

    fn with(self, name: &str, value: impl std::fmt::Display) -> Self {
        Self(self.0.with(name, value))
    }

    fn quoting(self, name: &str, words: &str) -> Self {
        Self(self.0.quoting(name, &beginning(words, 40)))
    }

    /// What a name of theirs may have been meant to be.
    fn with_closest<'a>(self, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match closest::names(name, known).first() {
            Some(closest) => Self(self.0.quoting("closest", closest)),
            None => self.with("closest", "none"),
        }
    }

    /// The same in one word, for scripts.
    pub fn reason(&self) -> &str {
        self.0.id.strip_prefix(Self::PREFIX).unwrap_or(&self.0.id)
    }
}

/// As much of somebody's words as there is room for.
pub fn beginning(words: &str, most: usize) -> String {
    match words.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

/// Reads one line, without its end.
pub fn read(line: &[u8]) -> Result<Command, Wrong> {
    let text =
        std::str::from_utf8(line).map_err(|error| Wrong::new("not-utf-8").with("byte", error.valid_up_to() + 1))?;
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let value = match values.next() {
        None => return Err(Wrong::new("empty")),
        Some(Err(error)) => return Err(no_json(text, &error)),
        Some(Ok(value)) => value,
    };
    let rest = text.get(values.byte_offset()..).unwrap_or_default().trim();
    match value {
        _ if !rest.is_empty() => Err(Wrong::new("after").quoting("rest", rest)),
        Value::Object(object) => command(&object),
        other => Err(Wrong::new("no-object").with("kind", kind(&other)).with("example", r#"{"cmd":"buzz"}"#)),
    }
}

fn no_json(text: &str, error: &serde_json::Error) -> Wrong {
    if let Some(wire) = typed(text) {
        return Wrong::new("order").with("wire", wire);
    }
    if error.is_eof() {
        return Wrong::new("cut");
    }
    if text.contains('\'') && !text.contains('"') {
        return Wrong::new("single-quotes");
    }
    let before = text.char_indices().take_while(|(at, _)| at + 1 < error.column()).count();
    Wrong::new("not-json").with("place", before + 1)
}

/// What an order as it is typed to a driver would be on the wire.
fn typed(text: &str) -> Option<&'static str> {
    match text.split_whitespace().next()? {
        "buzz" => Some(r#"{"cmd":"buzz"}"#),
        "heartbeat" => Some(r#"{"cmd":"heartbeat"}"#),
        "move" => Some(r#"{"cmd":"robotMovement","angle":10,"strength":50}"#),
        "quit" => Some(r#"{"cmd":"robotMovement","angle":0,"strength":0}"#),
        _ => None,
    }
}

fn command(object: &Map<String, Value>) -> Result<Command, Wrong> {
    let name = match object.get("cmd") {
        None => return Err(Wrong::new("no-cmd").with("example", r#""cmd":"buzz""#)),
        Some(Value::String(name)) => name.as_str(),
        Some(other) => return Err(Wrong::new("cmd-kind").with("kind", kind(other))),
    };
    let keys: &[&str] = match name {
        "heartbeat" | "buzz" => &["cmd"],
        "robotMovement" => &["cmd", "angle", "strength"],
        _ => return Err(Wrong::new("unknown-cmd").quoting("cmd", name).with_closest(name, Command::NAMES)),
    };
    if let Some(key) = object.keys().find(|key| !keys.contains(&key.as_str())) {
        let unknown = Wrong::new("unknown-key").with("cmd", name).quoting("key", key);
        return Err(unknown.with_closest(key, keys.iter().copied()));
    }
    match name {
        "heartbeat" => Ok(Command::Heartbeat),
        "buzz" => Ok(Command::Buzz),
        _ => Ok(Command::Move {
            angle: whole(object, "angle", -180, 180)?,
            strength: whole(object, "strength", 0, 100)?,
        }),
    }
}

fn whole(object: &Map<String, Value>, key: &str, low: i16, high: i16) -> Result<i16, Wrong> {
    let wrong = |reason| Wrong::new(reason).with("key", key).with("low", low).with("high", high);
    let number = match object.get(key) {
        None => return Err(wrong("missing")),
        Some(Value::Number(number)) => number,
        Some(other) => return Err(wrong("kind").with("kind", kind(other))),
    };
    // JSON knows only one kind of number: 10.0 is 10.
    match number.as_f64() {
        Some(value) if value.fract() != 0.0 => Err(wrong("not-whole").quoting("value", &number.to_string())),
        Some(value) if (f64::from(low)..=f64::from(high)).contains(&value) => Ok(value as i16),
        _ => Err(wrong("range").quoting("value", &number.to_string())),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::{Lang, Texts};

    #[test]
    fn right_commands_are_understood_however_they_are_spaced() {
        assert_eq!(read(br#"{"cmd":"heartbeat"}"#), Ok(Command::Heartbeat));
        assert_eq!(read(b" { \"cmd\" : \"buzz\" }\t"), Ok(Command::Buzz));
        for (angle, strength) in [(-180, 0), (180, 100), (0, 0), (10, 50)] {
            let line = format!(r#"{{"strength":{strength}, "cmd":"robotMovement", "angle":{angle}}}"#);
            assert_eq!(read(line.as_bytes()), Ok(Command::Move { angle, strength }), "{line}");
        }
        let same = Command::Move { angle: 10, strength: 50 };
        assert_eq!(read(br#"{"cmd":"robotMovement","angle":10.0,"strength":5e1}"#), Ok(same));
    }

    #[test]
    fn each_wrong_line_has_its_own_sentence() {
        let wrong: [(&[u8], &str, &str); 26] = [
            (b"", "empty", "empty"),
            (b"  ", "empty", "empty"),
            (b"\xff\xfe", "not-utf-8", "byte 1"),
            (b"buzz", "order", r#"{"cmd":"buzz"}"#),
            (b"move 10 50", "order", "robotMovement"),
            (b"{'cmd':'buzz'}", "single-quotes", "quotation marks"),
            (br#"{"cmd":"bu"#, "cut", "ends before"),
            (br#"{"cmd"="buzz"}"#, "not-json", "character 7"),
            (br#"{"cmd":"buzz"}{"cmd":"buzz"}"#, "after", r#"“{"cmd":"buzz"}”"#),
            (b"[1,2]", "no-object", "a list"),
            (b"null", "no-object", "null"),
            (b"{}", "no-cmd", "no “cmd”"),
            (br#"{"command":"buzz"}"#, "no-cmd", "no “cmd”"),
            (br#"{"cmd":5}"#, "cmd-kind", "a number"),
            (br#"{"cmd":"heartBeat"}"#, "unknown-cmd", "Did you mean “heartbeat”?"),
            (br#"{"cmd":"fly"}"#, "unknown-cmd", "“fly”"),
            (br#"{"cmd":"buzz","volume":11}"#, "unknown-key", "“volume”"),
            (br#"{"cmd":"robotMovement","Angle":1,"strength":2}"#, "unknown-key", "Did you mean “angle”?"),
            (br#"{"cmd":"robotMovement","strength":2}"#, "missing", "angle"),
            (br#"{"cmd":"robotMovement","angle":1}"#, "missing", "0 to 100"),
            (br#"{"cmd":"robotMovement","angle":"1","strength":2}"#, "kind", "without quotation marks"),
            (br#"{"cmd":"robotMovement","angle":1.5,"strength":2}"#, "not-whole", "1.5"),
            (br#"{"cmd":"robotMovement","angle":181,"strength":2}"#, "range", "181"),
            (br#"{"cmd":"robotMovement","angle":0,"strength":-1}"#, "range", "-1"),
            (br#"{"cmd":"robotMovement","angle":1e300,"strength":2}"#, "range", "-180 to 180"),
            (b"{\"cmd\":\"\x01\"}", "not-json", "character"),
        ];
        let texts = Texts::for_language(Lang::En);
        for (line, reason, word) in wrong {
            let told = read(line).expect_err("it is wrong");
            let sentence = texts.text(&told.0);
            let line = String::from_utf8_lossy(line);
            assert_eq!(told.reason(), reason, "{line}: {sentence}");
            assert!(sentence.contains(word), "{line}: {sentence}");
            assert!(!sentence.contains("{$"), "an argument is missing: {sentence}");
        }
    }

    #[test]
    fn deep_and_large_rubbish_is_only_rubbish() {
        for line in ["[".repeat(60_000), format!("\"{}\"", "é".repeat(30_000)), "9".repeat(60_000)] {
            assert!(read(line.as_bytes()).is_err());
        }
    }
}

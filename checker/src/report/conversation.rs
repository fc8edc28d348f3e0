//! The conversation of a check, as it happened: when, who, to whom, what.

use super::bytes::{end_of, harmless, show};
use super::layout::{both_ends, columns, pad_left, pad_right};
use crate::texts::Texts;
use crate::verdict::{Bytes, Event, Exit, What};

/// At most so many turns, unless more are asked for.
pub const TURNS: usize = 18;
pub const TURNS_VERBOSE: usize = 400;

/// A turn of the conversation, in columns.
struct Row {
    when: String,
    who: String,
    what: String,
}

/// The lines of a conversation, none wider than `width`. Its end is always there.
pub fn lines(events: &[Event], width: usize, verbose: bool, texts: &Texts) -> Vec<String> {
    let most = if verbose { TURNS_VERBOSE } else { TURNS };
    let (first, _, last) = both_ends(events, most);
    let shown = || first.iter().chain(last);
    let whens = shown().map(|event| columns(&texts.millis(event.micros))).max().unwrap_or(0);
    let whos = shown().map(|event| columns(&who(event))).max().unwrap_or(0);
    let room = width.saturating_sub(whens + whos + 4).max(16);
    let line = |event: &Event| {
        let row = row(event, room, texts);
        format!("{}  {}  {}", pad_left(&row.when, whens), pad_right(&row.who, whos), row.what)
    };
    let mut lines: Vec<String> = first.iter().map(line).collect();
    let hidden = &events[first.len()..events.len() - last.len()];
    let left_out: usize = hidden.iter().map(Event::stands_for).sum();
    if left_out > 0 {
        lines.push(texts.text_of("lines-left-out", &[("count", &left_out)]));
    }
    lines.extend(last.iter().map(line));
    lines
}

/// All of one turn in a line.
pub fn line(event: &Event, texts: &Texts) -> String {
    const ROOM: usize = 160;
    let row = row(event, ROOM, texts);
    format!("{}  {}  {}", row.when, row.who, row.what)
}

fn row(event: &Event, room: usize, texts: &Texts) -> Row {
    Row { when: texts.millis(event.micros), who: who(event), what: what(&event.what, room, texts) }
}

fn who(event: &Event) -> String {
    match &event.to {
        Some(to) => format!("{} → {to}", event.who),
        None => event.who.clone(),
    }
}

fn what(what: &What, room: usize, texts: &Texts) -> String {
    if let What::Starts(command) = what {
        return starts(command, room, texts);
    }
    let (words, bytes) = words(what, texts);
    let Some(bytes) = bytes else { return words };
    let room = room.saturating_sub(columns(&words) + 1);
    format!("{words} {}", show(bytes, None, room, texts).text).trim_end().to_owned()
}

/// What happened, in words, and the bytes that belong to it.
pub fn words<'a>(what: &'a What, texts: &Texts) -> (String, Option<&'a Bytes>) {
    let (id, bytes) = match what {
        What::Starts(command) => return (about("event-starts", "command", command, texts), None),
        What::Listens(address) => return (about("event-listens", "address", address, texts), None),
        What::Binds(address) => return (about("event-binds", "address", address, texts), None),
        What::Connects(address) => return (about("event-connects", "address", address, texts), None),
        What::Stopped(signal) => return (about("event-stopped", "signal", signal, texts), None),
        What::Exits(exit) => return (ended(*exit, texts), None),
        What::LeftOut(count) => return (texts.text_of("lines-left-out", &[("count", count)]), None),
        What::EndsInput => ("event-ends-input", None),
        What::HalfCloses => ("event-half-closes", None),
        What::Closes => ("event-closes", None),
        What::Resets => ("event-resets", None),
        What::Datagram(bytes) => ("event-datagram", Some(bytes)),
        What::Segment(bytes) => ("event-segment", Some(bytes)),
        What::Types(bytes) => ("event-types", Some(bytes)),
        What::Prints(bytes) => ("event-prints", Some(bytes)),
        What::Complains(bytes) => ("event-complains", Some(bytes)),
    };
    (texts.text_of(id, &[]), bytes)
}

fn starts(command: &str, room: usize, texts: &Texts) -> String {
    let bare = columns(&texts.text_of("event-starts", &[("command", &"")]));
    let command = end_of(&harmless(command.as_bytes()), room.saturating_sub(bare + 1));
    texts.text_of("event-starts", &[("command", &command)])
}

fn about(id: &str, name: &str, value: &str, texts: &Texts) -> String {
    texts.text_of(id, &[(name, &harmless(value.as_bytes()))])
}

/// "ends with status 1", "is ended by signal 13 (SIGPIPE)"
pub fn ended(exit: Exit, texts: &Texts) -> String {
    match exit {
        Exit::Status(status) => texts.text_of("event-exits", &[("status", &status)]),
        Exit::Signal(signal) => texts.text_of("event-killed", &[("signal", &signal), ("name", &signal_name(signal))]),
    }
}

fn signal_name(signal: i32) -> &'static str {
    match signal {
        libc::SIGABRT => "SIGABRT",
        libc::SIGBUS => "SIGBUS",
        libc::SIGFPE => "SIGFPE",
        libc::SIGHUP => "SIGHUP",
        libc::SIGILL => "SIGILL",
        libc::SIGINT => "SIGINT",
        libc::SIGKILL => "SIGKILL",
        libc::SIGPIPE => "SIGPIPE",
        libc::SIGSEGV => "SIGSEGV",
        libc::SIGSTOP => "SIGSTOP",
        libc::SIGTERM => "SIGTERM",
        libc::SIGXCPU => "SIGXCPU",
        libc::SIGXFSZ => "SIGXFSZ",
        _ => "?",
    }
}

//! Bytes that a stranger's program sent, made readable, and harmless for the terminal that shows them.

use std::ops::Range;

use super::layout::columns;
use crate::texts::Texts;
use crate::verdict::Bytes;

/// Bytes in one line, and where in it the marked one stands.
pub struct Shown {
    pub text: String,
    /// The column of the marked byte, and how many columns it takes.
    pub mark: Option<(usize, usize)>,
}

/// What is shown as one: a character, or a byte that is none.
struct Unit {
    text: String,
    /// Its place in the bytes, and the place after it.
    at: Range<usize>,
    /// It stands for bytes that are not kept.
    gap: bool,
}

/// Bytes in at most about `room` columns. With a mark, they are shortened around it; a mark behind the last byte
/// stands after the text.
pub fn show(bytes: &Bytes, mark: Option<usize>, room: usize, texts: &Texts) -> Shown {
    let gap = |bytes| gap(bytes, texts);
    let units = units_of(bytes, &gap);
    let whole: usize = units.iter().map(|unit| columns(&unit.text)).sum();
    match mark {
        Some(at) => around(&units, at, bytes.len, room, texts),
        None if whole <= room => Shown { text: text_of(&units), mark: None },
        None => both_ends(&units, room, &gap),
    }
}

/// Bytes in at most about `room` columns, where how many there are is said elsewhere.
pub fn show_in_short(bytes: &Bytes, room: usize) -> String {
    let gap = |_| "…".to_owned();
    let units = units_of(bytes, &gap);
    let whole: usize = units.iter().map(|unit| columns(&unit.text)).sum();
    if whole <= room { text_of(&units) } else { both_ends(&units, room, &gap).text }
}

/// Where two runs of bytes differ first, as far as both are kept.
pub fn first_difference(wanted: &Bytes, came: &Bytes) -> Option<usize> {
    let pairs = wanted.head.iter().zip(&came.head);
    let same = pairs.take_while(|(wanted, came)| wanted == came).count();
    let ended = same == wanted.head.len().min(came.head.len());
    let known = wanted.left_out() == 0 || came.left_out() == 0 || !ended;
    (known && !(ended && wanted.len == came.len)).then_some(same)
}

/// Whether the byte at this place is kept, or it is the place behind the last one.
pub fn is_kept(bytes: &Bytes, at: usize) -> bool {
    at < bytes.head.len() || at >= bytes.len.saturating_sub(bytes.tail.len())
}

/// A command of which the beginning matters least, in at most `room` columns.
pub fn end_of(text: &str, room: usize) -> String {
    let over = columns(text).saturating_sub(room.max(2));
    if over == 0 {
        return text.to_owned();
    }
    std::iter::once('…').chain(text.chars().skip(over + 1)).collect()
}

/// Lines of text from a judged program: only what could play with the terminal is escaped.
pub fn harmless(text: &[u8]) -> String {
    let mut result = String::new();
    for chunk in text.utf8_chunks() {
        for char in chunk.valid().chars() {
            match char {
                '\n' => result.push('\n'),
                '\t' => result.push_str("    "),
                '\\' => result.push('\\'),
                other => result.push_str(&readable(other)),
            }
        }
        chunk.invalid().iter().for_each(|byte| result.push_str(&hex(*byte)));
    }
    result
}

/// What stands for so many bytes.
type Gap<'a> = &'a dyn Fn(usize) -> String;

fn units_of(bytes: &Bytes, gap: Gap) -> Vec<Unit> {
    let mut all = units(&bytes.head, 0);
    let left_out = bytes.left_out();
    if left_out > 0 {
        let from = bytes.head.len();
        all.push(Unit { text: gap(left_out), at: from..from + left_out, gap: true });
    }
    all.extend(units(&bytes.tail, bytes.len.saturating_sub(bytes.tail.len())));
    all
}

fn units(bytes: &[u8], from: usize) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut at = from;
    let mut push = |text: String, len: usize| {
        units.push(Unit { text, at: at..at + len, gap: false });
        at += len;
    };
    for chunk in bytes.utf8_chunks() {
        chunk.valid().chars().for_each(|char| push(readable(char), char.len_utf8()));
        chunk.invalid().iter().for_each(|byte| push(hex(*byte), 1));
    }
    units
}

fn readable(char: char) -> String {
    match char {
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        '\t' => "\\t".to_owned(),
        '\\' => "\\\\".to_owned(),
        '\0'..='\u{7f}' if char.is_control() => hex(char as u8),
        _ if char.is_control() || is_invisible(char) => char.escape_unicode().to_string(),
        _ => char.to_string(),
    }
}

/// What has no width, or turns the direction of what stands beside it.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn hex(byte: u8) -> String {
    format!("\\x{byte:02x}")
}

fn text_of(units: &[Unit]) -> String {
    units.iter().map(|unit| unit.text.as_str()).collect()
}

fn gap(bytes: usize, texts: &Texts) -> String {
    texts.text_of("bytes-left-out", &[("count", &bytes)])
}

fn both_ends(units: &[Unit], room: usize, gap: Gap) -> Shown {
    let count = units.last().map_or(0, |unit| unit.at.end);
    let room = room.saturating_sub(columns(&gap(count)));
    let end = units.len() - fitting(units.iter().rev(), room / 4);
    let start = fitting(units.iter(), room - room / 4).min(end);
    let middle = &units[start..end];
    let left_out = middle.first().map_or(0, |unit| unit.at.start)..middle.last().map_or(0, |unit| unit.at.end);
    let text = [text_of(&units[..start]), gap(left_out.len()), text_of(&units[end..])];
    Shown { text: text.concat(), mark: None }
}

/// The part around a mark. What is left out before it depends on nothing behind it, so that two runs of bytes that
/// are the same up to the mark stand exactly one below the other.
fn around(units: &[Unit], at: usize, len: usize, room: usize, texts: &Texts) -> Shown {
    let marked = units.iter().position(|unit| unit.at.end > at).unwrap_or(units.len());
    let column: usize = units[..marked].iter().map(|unit| columns(&unit.text)).sum();
    let start = if column <= room / 2 { 0 } else { marked - fitting(units[..marked].iter().rev(), room / 4) };
    let mut text = match units.get(start) {
        Some(first) if start > 0 => gap(first.at.start, texts),
        _ => String::new(),
    };
    text.push_str(&text_of(&units[start..marked]));
    let column = columns(&text);
    let width = units.get(marked).map_or(1, |unit| columns(&unit.text));
    text.push_str(&rest(&units[marked..], len, room.saturating_sub(column), texts));
    Shown { text, mark: Some((column, width)) }
}

fn rest(units: &[Unit], len: usize, room: usize, texts: &Texts) -> String {
    let all = text_of(units);
    if columns(&all) <= room {
        return all;
    }
    let mut shown = fitting(units.iter(), room.saturating_sub(columns(&gap(len, texts)))).max(1);
    // Two gaps in a row are one.
    while shown > 1 && units[shown - 1].gap {
        shown -= 1;
    }
    let end = units.get(shown).map_or(len, |unit| unit.at.start);
    match len - end {
        0 => all,
        left_out => text_of(&units[..shown]) + &gap(left_out, texts),
    }
}

/// How many of these units, one after the other, fit into `room` columns.
fn fitting<'a>(units: impl Iterator<Item = &'a Unit>, room: usize) -> usize {
    let mut taken = 0;
    units
        .take_while(|unit| {
            taken += columns(&unit.text);
            taken <= room
        })
        .count()
}

//! The compiler's own words, with its colours and no other control sequence.

use std::iter::Peekable;
use std::str::Chars;

use super::bytes::harmless;

/// A compiler's message, fit for a terminal: colours stay where they are wanted, and nothing else that a source file
/// quoted in it could do to the terminal.
pub fn words(message: &str, colour: bool) -> String {
    let mut result = String::new();
    let mut plain = String::new();
    let mut chars = message.chars().peekable();
    while let Some(char) = chars.next() {
        if char != '\u{1b}' {
            plain.push(char);
            continue;
        }
        result.push_str(&harmless(std::mem::take(&mut plain).as_bytes()));
        let sequence = sequence(&mut chars);
        if colour && is_colour(&sequence) {
            result.push_str("\u{1b}[");
            result.push_str(&sequence);
        }
    }
    result + &harmless(plain.as_bytes())
}

/// What follows an escape and its bracket, to its last letter; nothing where it is no such sequence.
fn sequence(chars: &mut Peekable<Chars>) -> String {
    let mut sequence = String::new();
    if chars.next_if_eq(&'[').is_none() {
        return sequence;
    }
    while let Some(char) = chars.next_if(|char| ('\u{20}'..='\u{3f}').contains(char)) {
        sequence.push(char);
    }
    sequence.extend(chars.next_if(|char| ('\u{40}'..='\u{7e}').contains(char)));
    sequence
}

fn is_colour(sequence: &str) -> bool {
    sequence.strip_suffix('m').is_some_and(|numbers| numbers.chars().all(|char| char.is_ascii_digit() || char == ';'))
}

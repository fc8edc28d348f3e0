//! Words that a program takes for something else than text, and words that it leaves out.

use super::{Suspect, suspect, text_stands_alone};
use crate::exercises::WORDS;
use crate::verdict::{Evidence, What};

pub const SPECIAL_WORD: Suspect = suspect("special-word", |e| wants_a_word(e) || typed_a_word_last(e));

/// What was wanted is such a word, with an address before it or alone.
fn wants_a_word(evidence: &Evidence) -> bool {
    let wanted = evidence.wanted.as_ref().map(|wanted| wanted.head.trim_ascii_end()).unwrap_or_default();
    is_a_word(wanted.rsplit(|byte| *byte == b' ').next().unwrap_or_default())
}

fn typed_a_word_last(evidence: &Evidence) -> bool {
    let typed = evidence.conversation.iter().rev().find_map(|event| match &event.what {
        What::Types(bytes) => Some(bytes.head.trim_ascii_end()),
        _ => None,
    });
    typed.is_some_and(is_a_word)
}

fn is_a_word(text: &[u8]) -> bool {
    WORDS.iter().any(|word| word.as_bytes() == text)
}

/// The text is shown, and nothing before it.
pub const SHOWS_NO_ADDRESS: Suspect = suspect("shows-no-address", |e| e.expected("shows") && text_stands_alone(e));

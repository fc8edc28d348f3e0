//! What stands beside an arrow, or at a lifeline.

use super::Style;
use crate::report::bytes::{end_of, show_in_short};
use crate::report::conversation;
use crate::report::layout::{columns, wrap};
use crate::texts::Texts;
use crate::verdict::{Bytes, What};

/// Words, or bytes with their length, or both.
#[derive(Clone)]
pub struct Label {
    pub words: String,
    pub bytes: Option<Bytes>,
    /// Which piece of how many the bytes are.
    pub piece: Option<(usize, usize)>,
}

impl Label {
    pub fn of(what: &What, piece: Option<(usize, usize)>, texts: &Texts) -> Self {
        let (words, bytes) = match what {
            // That it is sent is what the arrow says.
            What::Segment(bytes) => (String::new(), Some(bytes)),
            What::Types(bytes) => (texts.text_of("diagram-types", &[]), Some(bytes)),
            What::EndsInput => (texts.text_of("diagram-ends-input", &[]), None),
            other => conversation::words(other, texts),
        };
        Self { words, bytes: bytes.cloned(), piece }
    }

    /// In lines of at most about `room` columns. Bytes take one line, whatever their number.
    pub fn lines(&self, room: usize, style: &Style, texts: &Texts) -> Vec<String> {
        let words = (style.words)(&self.words);
        let Some(bytes) = &self.bytes else {
            return wrap(&words, room).iter().map(|line| end_of(line, room)).collect();
        };
        let size = (style.words)(&self.size(bytes, texts));
        let left = room.saturating_sub(columns(&words) + columns(&size) + 2);
        let shown = shown(bytes, left, style);
        let parts = [&words, &shown, &size];
        vec![parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")]
    }

    /// "(26 bytes, piece 2 of 3)"
    fn size(&self, bytes: &Bytes, texts: &Texts) -> String {
        let size = texts.text_of("diagram-size", &[("count", &bytes.len)]);
        match self.piece {
            Some((n, of)) => format!("({size}, {})", texts.text_of("diagram-piece", &[("n", &n), ("of", &of)])),
            None => format!("({size})"),
        }
    }
}

/// Bytes in so much room. Letters that the style writes in other ways may need more of it.
fn shown(bytes: &Bytes, room: usize, style: &Style) -> String {
    let mut ask = room;
    loop {
        let shown = (style.bytes)(&show_in_short(bytes, ask));
        let over = columns(&shown).saturating_sub(room);
        if over == 0 || ask == 0 {
            return shown;
        }
        ask = ask.saturating_sub(over);
    }
}

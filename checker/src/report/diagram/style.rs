//! The letters of which a terminal's diagram is made.

/// Lines and arrows, and how texts are written beside them.
pub struct Style {
    pub lifeline: char,
    pub crossing: char,
    /// An arrow leaves a lifeline to the right, and to the left.
    pub leaves: [char; 2],
    pub line: char,
    pub heads: [char; 2],
    /// Something happened at a lifeline, or should have.
    pub event: char,
    pub not_there: char,
    pub end: char,
    pub gap: char,
    pub wrong: char,
    pub words: fn(&str) -> String,
    /// The same for bytes that are shown: no letter may become another.
    pub bytes: fn(&str) -> String,
}

impl Style {
    /// For a locale with UTF-8.
    pub const LINES: Self = Self {
        lifeline: '│',
        crossing: '┼',
        leaves: ['├', '┤'],
        line: '─',
        heads: ['►', '◄'],
        event: '●',
        not_there: '○',
        end: '╳',
        gap: '┊',
        wrong: '✗',
        words: str::to_owned,
        bytes: str::to_owned,
    };

    /// For any other.
    pub const ASCII: Self = Self {
        lifeline: '|',
        crossing: '+',
        leaves: ['|', '|'],
        line: '-',
        heads: ['>', '<'],
        event: '*',
        not_there: 'o',
        end: 'X',
        gap: ':',
        wrong: '!',
        words: plain_words,
        bytes: plain_bytes,
    };

    /// What the locale allows: of `LC_ALL`, `LC_CTYPE` and `LANG`, the first that is not empty decides.
    pub fn of_environment() -> &'static Self {
        let named = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
        let locale = named.into_iter().find(|value| !value.is_empty()).unwrap_or_default().to_ascii_lowercase();
        if locale.contains("utf-8") || locale.contains("utf8") { &Self::LINES } else { &Self::ASCII }
    }
}

/// The words of the texts: an accent may go.
fn plain_words(text: &str) -> String {
    const LETTERS: [(&str, char); 7] =
        [("àâä", 'a'), ("éèêë", 'e'), ("îï", 'i'), ("ôö", 'o'), ("ùûü", 'u'), ("ç", 'c'), ("ÉÈÊ", 'E')];
    let plain = |char: char| LETTERS.iter().find(|(accented, _)| accented.contains(char)).map_or(char, |(_, to)| *to);
    plain_bytes(&text.chars().map(plain).collect::<String>())
}

fn plain_bytes(text: &str) -> String {
    let mut plain = String::new();
    for char in text.chars() {
        match char {
            '…' => plain.push_str("..."),
            '’' => plain.push('\''),
            '“' | '”' | '«' | '»' => plain.push('"'),
            '\u{a0}' => plain.push(' '),
            '\0'..='\u{7f}' => plain.push(char),
            other => plain.extend(other.escape_unicode()),
        }
    }
    plain
}

//! The few colours of a report. Each of them only underlines what a word or a mark says as well.

use std::fmt::Display;

use anstyle::{AnsiColor, Style};

pub const PLAIN: Style = Style::new();
pub const HEADING: Style = Style::new().bold();
pub const GOOD: Style = AnsiColor::Green.on_default();
pub const BAD: Style = AnsiColor::Red.on_default().bold();
pub const CAUSE: Style = AnsiColor::Cyan.on_default().bold();
pub const FAINT: Style = Style::new().dimmed();

/// `text` in this style, or as it is where colours are off.
pub fn paint(colour: bool, style: Style, text: impl Display) -> String {
    if colour { format!("{style}{text}{style:#}") } else { text.to_string() }
}

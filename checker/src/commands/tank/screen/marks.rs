//! What the picture is drawn with: what the terminal's letters allow.

use ratatui::buffer::Buffer;
use ratatui::symbols::Marker;

use crate::report::diagram::Style;

/// How fine the floor is drawn. The console of Linux has no letters with eight dots.
pub fn marker() -> Marker {
    let console = std::env::var_os("TERM").is_some_and(|term| term == "linux");
    if console || is_plain() { Marker::HalfBlock } else { Marker::Braille }
}

/// Where the locale has only ASCII, letters lose their accents, and everything else becomes something like it.
pub fn made_plain(buffer: &mut Buffer) {
    if !is_plain() {
        return;
    }
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        if symbol.is_ascii() {
            continue;
        }
        let plain = match symbol {
            "│" => "|".to_owned(),
            "─" => "-".to_owned(),
            "┌" | "┐" | "└" | "┘" => "+".to_owned(),
            "▀" | "▄" | "█" => "#".to_owned(),
            "\u{a0}" => " ".to_owned(),
            other => Some((Style::ASCII.words)(other)).filter(|plain| plain.len() == 1).unwrap_or("*".to_owned()),
        };
        cell.set_symbol(&plain);
    }
}

fn is_plain() -> bool {
    Style::of_environment().line == Style::ASCII.line
}

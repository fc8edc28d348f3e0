//! The one live line that a terminal shows while the checker works.

use std::io::{self, IsTerminal};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::texts::Texts;
use crate::verdict::Message;

pub struct Live<'a> {
    bar: ProgressBar,
    texts: &'a Texts,
}

impl<'a> Live<'a> {
    /// A live line on stderr, if both it and stdout are terminals.
    pub fn new(texts: &'a Texts) -> Self {
        let seen = io::stdout().is_terminal() && io::stderr().is_terminal();
        let target = if seen { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
            bar.set_style(style);
        }
        if seen {
            bar.enable_steady_tick(Duration::from_millis(100));
            clear_at_the_end(bar.clone());
        }
        Self { bar, texts }
    }

    /// Says what is going on: `live-building` or `live-checking`, and how much of it is done.
    pub fn says(&self, id: &str, done: usize, of: usize) {
        if !self.bar.is_hidden() {
            self.bar.set_message(self.texts.text(&Message::new(id).with("done", done).with("of", of)));
        }
    }

    /// Takes the line away while something else is printed.
    pub fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        self.bar.suspend(print)
    }
}

/// Whoever interrupts the checker (Ctrl-C) finds no half a line left. It ends by the signal, as it would without this.
fn clear_at_the_end(bar: ProgressBar) {
    // Where signals cannot be watched, the line stays: no reason not to work.
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM, SIGHUP]) else { return };
    thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            bar.finish_and_clear();
            let _ = emulate_default_handler(signal);
        }
    });
}

impl Drop for Live<'_> {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

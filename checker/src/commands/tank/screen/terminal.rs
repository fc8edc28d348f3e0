//! The terminal while the tank is shown on it. However the tank ends, it is afterwards what it was before.

use std::io::{self, Stdout, Write};
use std::panic;
use std::sync::OnceLock;

use ratatui::backend::TermionBackend;
use ratatui::{Frame, Terminal};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

/// How the terminal was set: a panic has to find it.
static BEFORE: OnceLock<Termios> = OnceLock::new();

/// To the other screen, without a cursor; and back.
const TAKE: &str = "\x1b[?1049h\x1b[?25l";
const GIVE_BACK: &str = "\x1b[0m\x1b[?25h\x1b[?1049l";

pub struct Screen(Terminal<TermionBackend<Stdout>>);

impl Screen {
    pub fn takes() -> io::Result<Self> {
        let before = tcgetattr(io::stdin())?;
        let mut raw = BEFORE.get_or_init(|| before).clone();
        raw.make_raw();
        let told = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            gives_back();
            told(panic);
        }));
        // From here on its end gives the terminal back.
        let screen = Self(Terminal::new(TermionBackend::new(io::stdout()))?);
        tcsetattr(io::stdin(), OptionalActions::Flush, &raw)?;
        let mut out = io::stdout();
        out.write_all(TAKE.as_bytes())?;
        out.flush()?;
        Ok(screen)
    }

    /// Draws; only what has changed goes to the terminal.
    pub fn draws(&mut self, draw: impl FnOnce(&mut Frame)) -> io::Result<()> {
        self.0.draw(draw).map(|_| ())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        gives_back();
    }
}

/// Where the terminal has gone there is nothing to give back.
fn gives_back() {
    let mut out = io::stdout();
    let _ = out.write_all(GIVE_BACK.as_bytes()).and_then(|()| out.flush());
    if let Some(before) = BEFORE.get() {
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, before);
    }
}

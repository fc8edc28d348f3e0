//! The tank as a picture that moves.

mod floor;
mod marks;
mod picture;
mod terminal;

use std::collections::VecDeque;
use std::io::{self, IsTerminal, Read};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use rustix::event::PollFlags;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGWINCH};
use signal_hook::low_level::{emulate_default_handler, pipe};

use super::super::{Trouble, colour};
use super::words::{self, Tone};
use crate::cli::Call;
use crate::tank::Wheel;
use crate::tank::event::Event;
use crate::tank::server::{Server, Watched};
use crate::texts::Texts;
use picture::Picture;
use terminal::Screen;

/// From one picture to the next, while anything moves.
const FRAME: Duration = Duration::from_millis(50);
/// How long a buzz is seen.
const BUZZ: Duration = Duration::from_secs(1);

/// Whether there is somebody who sees a picture and can end it.
pub fn is_possible() -> bool {
    let draws = std::env::var_os("TERM").is_some_and(|term| term != "dumb");
    draws && io::stdout().is_terminal() && io::stdin().is_terminal()
}

pub fn run(server: &mut Server, call: &Call) -> Result<ExitCode, Trouble> {
    let mut signals = signals()?;
    let stdin = io::stdin();
    let mut heard = Heard::default();
    let address = server.address()?;
    let mut screen = Screen::takes()?;
    let mut drawn: Option<Instant> = None;
    loop {
        let picture = Picture {
            tank: server.tank(),
            now: server.now(),
            heard: &heard.0,
            address,
            texts: &call.texts,
            colour: colour(call.color),
        };
        let is_due = drawn.is_none_or(|drawn| drawn.elapsed() >= FRAME);
        if is_due {
            screen.draws(|frame| picture.is_drawn(frame))?;
            drawn = Some(Instant::now());
        }
        // With nothing to come, nothing is drawn: the tank costs no time then.
        let waits = (!is_due || picture.changes_by_itself()).then_some(FRAME);
        let keys: Watched = (stdin.as_fd(), PollFlags::IN);
        let watched: Vec<Watched> =
            [keys].into_iter().chain(signals.iter().map(|(_, told)| (told.as_fd(), PollFlags::IN))).collect();
        let ready = server.waits(&watched, waits)?;
        heard.adds(server.take_events(), &call.texts);
        if ready[0] && wants_to_end()? {
            return Ok(ExitCode::SUCCESS);
        }
        let signalled: Vec<i32> = signals
            .iter_mut()
            .zip(&ready[1..])
            .filter(|(_, ready)| **ready)
            .map(|((signal, told), _)| {
                let _ = told.read(&mut [0; 64]);
                *signal
            })
            .collect();
        // A new size is seen by drawing.
        if let Some(signal) = signalled.into_iter().find(|signal| *signal != SIGWINCH) {
            drop(screen);
            emulate_default_handler(signal)?;
            return Ok(ExitCode::FAILURE);
        }
    }
}

/// Each signal that is waited for, and what becomes readable when it comes.
fn signals() -> io::Result<Vec<(i32, UnixStream)>> {
    [SIGWINCH, SIGINT, SIGTERM, SIGHUP]
        .into_iter()
        .map(|signal| {
            let (told, tells) = UnixStream::pair()?;
            told.set_nonblocking(true)?;
            pipe::register(signal, tells)?;
            Ok((signal, told))
        })
        .collect()
}

/// What was typed: `q`, or Ctrl-C, which is a key like any other here. Nothing at all: nobody is there any more.
fn wants_to_end() -> io::Result<bool> {
    let mut keys = [0; 256];
    let size = rustix::io::read(io::stdin(), &mut keys)?;
    Ok(size == 0 || keys[..size].iter().any(|key| matches!(key, b'q' | b'Q' | 0x03)))
}

/// What has happened last, in sentences.
#[derive(Default)]
struct Heard(VecDeque<Said>);

struct Said {
    at: Duration,
    tone: Tone,
    sentence: String,
}

impl Heard {
    const MOST: usize = 200;

    fn adds(&mut self, events: Vec<Event>, texts: &Texts) {
        // Of a flood only the end would be seen.
        let flood = events.len().saturating_sub(4 * Self::MOST);
        for event in &events[flood..] {
            let Some((tone, sentence)) = words::sentence(event, texts) else { continue };
            if self.0.len() == Self::MOST {
                self.0.pop_front();
            }
            self.0.push_back(Said { at: event.at, tone, sentence });
        }
    }
}

impl Picture<'_> {
    /// Whether it will look different soon, although nothing comes.
    fn changes_by_itself(&self) -> bool {
        matches!(self.tank.wheel, Wheel::Held { .. }) || self.tank.body.is_moving() || self.buzzes()
    }

    fn buzzes(&self) -> bool {
        self.tank.buzzed.is_some_and(|buzzed| self.now.saturating_sub(buzzed) < BUZZ)
    }
}

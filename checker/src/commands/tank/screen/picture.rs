//! One picture: how the tank stands, its floor, and what it heard.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Line;
use ratatui::widgets::{Block, Gauge, Paragraph};

use super::super::words::Tone;
use super::{Said, floor, marks};
use crate::report;
use crate::tank::{PATIENCE, Tank, Wheel};
use crate::texts::Texts;
use crate::verdict::Message;

pub struct Picture<'a> {
    pub tank: &'a Tank,
    pub now: Duration,
    pub heard: &'a VecDeque<Said>,
    pub address: SocketAddr,
    pub texts: &'a Texts,
    pub colour: bool,
}

/// From so many columns on, what is heard stands beside the floor, and not below it.
const WIDE: u16 = 110;
/// How many lines tell how the tank stands, and how many lines of what it heard are kept free, if it can be.
const STATE: u16 = 4;
const HEARD: u16 = 7;

impl Picture<'_> {
    pub fn is_drawn(&self, frame: &mut Frame) {
        let all = frame.area();
        if all.width >= WIDE {
            let [left, right] = Layout::horizontal([Constraint::Percentage(62), Constraint::Fill(1)]).areas(all);
            let [state, room] = Layout::vertical([Constraint::Length(STATE), Constraint::Fill(1)]).areas(left);
            self.state_is_drawn(frame, state);
            self.floor_is_drawn(frame, room);
            self.heard_is_drawn(frame, right);
        } else {
            let most = all.height.saturating_sub(STATE + HEARD);
            let lines = floor::lines(all.width).min(most);
            let parts = [Constraint::Length(STATE), Constraint::Length(lines), Constraint::Fill(1)];
            let [state, room, rest] = Layout::vertical(parts).areas(all);
            self.state_is_drawn(frame, state);
            self.floor_is_drawn(frame, room);
            self.heard_is_drawn(frame, rest);
        }
        marks::made_plain(frame.buffer_mut());
    }

    fn state_is_drawn(&self, frame: &mut Frame, room: Rect) {
        let [title, driver, heartbeat, movement] = Layout::vertical([Constraint::Length(1); 4]).areas(room);
        let title_style = self.style(Color::Reset).add_modifier(Modifier::BOLD);
        let quit = self.text("tank-quit");
        let width = (quit.chars().count() as u16 + 1).min(room.width);
        let [name, keys] = Layout::horizontal([Constraint::Fill(1), Constraint::Length(width)]).areas(title);
        let called = self.texts.text_of("tank-title", &[("address", &self.address)]);
        frame.render_widget(Line::styled(called, title_style), name);
        frame.render_widget(Line::raw(quit).right_aligned(), keys);
        frame.render_widget(self.driver(), driver);
        self.heartbeat_is_drawn(frame, heartbeat);
        frame.render_widget(self.movement(), movement);
    }

    fn driver(&self) -> Line<'static> {
        match self.tank.wheel {
            Wheel::Free => Line::raw(self.text("tank-free")),
            Wheel::Held { driver, .. } => {
                Line::styled(self.texts.text_of("tank-held", &[("driver", &driver)]), self.style(Color::Green))
            }
            Wheel::Lost { driver } => {
                let text = self.texts.text_of("tank-lost-now", &[("driver", &driver)]);
                Line::styled(text, self.style(Color::Red).add_modifier(Modifier::REVERSED))
            }
        }
    }

    /// A bar that runs out.
    fn heartbeat_is_drawn(&self, frame: &mut Frame, room: Rect) {
        let Wheel::Held { beat, .. } = self.tank.wheel else {
            return frame.render_widget(Line::raw(self.text("tank-no-heartbeat")), room);
        };
        let ago = self.now.saturating_sub(beat);
        let left = (1.0 - ago.as_secs_f64() / PATIENCE.as_secs_f64()).clamp(0.0, 1.0);
        let color = if left < 0.35 { Color::Red } else { Color::Green };
        let ago = self.texts.seconds(ago.as_micros() as u64);
        let label = self.texts.text_of("tank-heartbeat", &[("ago", &ago)]);
        let bar = Gauge::default().ratio(left).label(label).gauge_style(self.style(color));
        frame.render_widget(bar, room);
    }

    fn movement(&self) -> Line<'static> {
        let body = &self.tank.body;
        let mut line = match body.is_moving() {
            true => {
                Line::raw(self.texts.text_of("tank-moving", &[("angle", &body.angle), ("strength", &body.strength)]))
            }
            false => Line::raw(self.text("tank-standing")),
        };
        if self.buzzes() {
            let style = self.style(Color::Yellow).add_modifier(Modifier::BOLD | Modifier::REVERSED);
            line.push_span("  ");
            line.push_span(ratatui::text::Span::styled(self.text("tank-buzzing"), style));
        }
        line
    }

    fn floor_is_drawn(&self, frame: &mut Frame, room: Rect) {
        let tank = match self.tank.wheel {
            _ if !self.colour => Color::Reset,
            _ if self.buzzes() => Color::Yellow,
            Wheel::Held { .. } => Color::Green,
            Wheel::Lost { .. } => Color::Red,
            Wheel::Free => Color::Reset,
        };
        let trail = if self.colour { Color::Blue } else { Color::Reset };
        floor::is_drawn(&self.tank.body, tank, trail, frame, room);
    }

    /// The last of what was heard, the newest at the bottom.
    fn heard_is_drawn(&self, frame: &mut Frame, room: Rect) {
        let block = Block::bordered().title(self.text("tank-heard"));
        let inner = block.inner(room);
        let mut lines: Vec<Line> = Vec::new();
        for said in self.heard.iter().rev() {
            if lines.len() >= usize::from(inner.height) {
                break;
            }
            lines.extend(self.said(said, usize::from(inner.width)).into_iter().rev());
        }
        lines.truncate(usize::from(inner.height));
        lines.reverse();
        frame.render_widget(Paragraph::new(lines).block(block), room);
    }

    fn said(&self, said: &Said, width: usize) -> Vec<Line<'static>> {
        const INDENT: &str = "  ";
        let style = match said.tone {
            Tone::Plain => self.style(Color::Reset),
            Tone::Good => self.style(Color::Green),
            Tone::Bad => self.style(Color::Red),
            Tone::Faint => self.style(Color::Reset).add_modifier(Modifier::DIM),
        };
        let time = self.texts.seconds(said.at.as_micros() as u64);
        let room = width.saturating_sub(INDENT.len()).max(1);
        let text = broken(&format!("{time} {}", said.sentence), room);
        let lines = report::wrap(&text, room).into_iter().enumerate();
        lines.map(|(at, line)| Line::styled(format!("{}{line}", if at > 0 { INDENT } else { "" }), style)).collect()
    }

    fn text(&self, id: &str) -> String {
        self.texts.text(&Message::new(id))
    }

    fn style(&self, color: Color) -> Style {
        if self.colour { Style::new().fg(color) } else { Style::new() }
    }
}

/// The same text with no word in it that is longer than a line.
fn broken(text: &str, room: usize) -> String {
    let pieces = text.split(' ').flat_map(|word| {
        let letters: Vec<char> = word.chars().collect();
        letters.chunks(room).map(|piece| piece.iter().collect::<String>()).collect::<Vec<_>>()
    });
    pieces.collect::<Vec<_>>().join(" ")
}

//! A diagram in the letters of a terminal.
//!
//! Of two parties, what they say stands in the arrows between them. With more of them the arrows are short, and what
//! is said stands beside them all.

use super::{Diagram, Lifelines, Mark, Row, Style, Turn};
use crate::report::layout::{columns, pad_left};
use crate::texts::Texts;

/// In lines shorter than this, arrows say nothing that can be read.
pub const NARROWEST: usize = 50;
/// What is said shall have so many columns beside the arrows.
const LABEL: usize = 30;
/// Between names, and between a lifeline and what is written beside it.
const GAP: usize = 2;
/// From one lifeline to the next, at the least.
const NEXT: usize = 5;
/// An arrow around the text in it: `├── text ─►│`.
const ARROW: usize = 6;
/// What a time takes up to ten seconds: `999.9 ms`, `1,234 ms`.
const TIME: usize = 8;
/// A blank, the mark and a blank behind it.
const MARK: usize = 3;

/// A line, and whether it is about what went wrong.
pub type Line = (String, bool);

/// Whether the columns of these parties leave room for what they say, in lines of `width`.
pub fn fits(parties: &[String], width: usize) -> bool {
    parties.len() <= 2 || spread(parties, TIME + MARK).last().is_none_or(|last| last + GAP + LABEL <= width)
}

/// The lines of a diagram, none wider than `width`.
pub fn lines(diagram: &Diagram, width: usize, style: &Style, texts: &Texts) -> Vec<Line> {
    // Not less than that, so that how fast a program is moves nothing.
    let times = diagram.turns().map(|turn| columns(&texts.short_millis(turn.micros))).fold(TIME, usize::max);
    let page = Page::of(diagram, times + MARK, width, style, texts);
    let mut lines = vec![(page.header(), false)];
    let mut alive = Lifelines::of(diagram);
    for row in &diagram.rows {
        match row {
            Row::LeftOut(count) => lines.push((page.left_out(*count, &alive), false)),
            Row::Turn(turn) => lines.extend(page.turn(turn, times, &mut alive)),
        }
    }
    lines.extend(page.others().map(|line| (line, false)));
    lines
}

/// Lifelines as near to each other as the parties' names allow.
fn spread(parties: &[String], start: usize) -> Vec<usize> {
    let mut lifelines: Vec<usize> = Vec::new();
    let mut before = 0;
    for party in parties.iter().map(|party| columns(party)) {
        let half = party.div_ceil(2);
        let at = lifelines.last().map_or(start + half, |last| last + (before + half + GAP).max(NEXT));
        lifelines.push(at);
        before = party / 2;
    }
    lifelines
}

/// A line that is drawn letter by letter.
struct Canvas(Vec<char>);

impl Canvas {
    fn set(&mut self, at: usize, letter: char) {
        if self.0.len() <= at {
            self.0.resize(at + 1, ' ');
        }
        self.0[at] = letter;
    }

    fn put(&mut self, at: usize, text: &str) {
        text.chars().enumerate().for_each(|(n, letter)| self.set(at + n, letter));
    }

    fn line(self) -> String {
        self.0.into_iter().collect::<String>().trim_end().to_owned()
    }
}

/// Where everything stands.
struct Page<'a> {
    diagram: &'a Diagram,
    style: &'a Style,
    texts: &'a Texts,
    /// The column of each party's lifeline.
    lifelines: Vec<usize>,
    /// What is said stands beside all lifelines, from this column on; or else between them.
    beside: Option<usize>,
    width: usize,
}

impl<'a> Page<'a> {
    fn of(diagram: &'a Diagram, start: usize, width: usize, style: &'a Style, texts: &'a Texts) -> Self {
        let near = spread(&diagram.parties, start);
        let last = near.last().copied().unwrap_or(start);
        let beside = (diagram.parties.len() != 2).then_some(last + GAP + 1);
        let mut page = Self { diagram, style, texts, lifelines: near, beside, width };
        if beside.is_none() {
            page.move_apart();
        }
        page
    }

    /// The second of two lifelines as far from the first as the longest text between them asks for.
    fn move_apart(&mut self) {
        let [left, right] = self.lifelines[..] else { return };
        let last_name = self.diagram.parties.last().map_or(0, |name| columns(name));
        let most = self.width.saturating_sub(last_name.div_ceil(2));
        let room = most.saturating_sub(left + 1 + ARROW);
        let longest = self.diagram.turns().flat_map(|turn| turn.label.lines(room, self.style, self.texts));
        let longest = longest.map(|line| columns(&line)).max().unwrap_or(0);
        self.lifelines[1] = (left + 1 + ARROW + longest).clamp(right, most.max(right));
    }

    fn header(&self) -> String {
        let mut canvas = Canvas(Vec::new());
        for (name, at) in self.diagram.parties.iter().zip(&self.lifelines) {
            canvas.put(at.saturating_sub(columns(name) / 2), &(self.style.words)(name));
        }
        canvas.line()
    }

    fn left_out(&self, count: usize, alive: &Lifelines) -> String {
        let mut canvas = self.drawn(alive, self.style.gap);
        let text = (self.style.words)(&self.texts.text_of("lines-left-out", &[("count", &count)]));
        let first = self.lifelines.first().copied().unwrap_or(0);
        canvas.put(self.beside.unwrap_or(first + 4), &text);
        canvas.line()
    }

    /// Who has no column.
    fn others(&self) -> Option<String> {
        let (first, last) = (self.diagram.others.first()?, self.diagram.others.last()?);
        let count = self.diagram.others.len();
        let args: [(&str, &dyn std::fmt::Display); 3] = [("count", &count), ("first", first), ("last", last)];
        Some((self.style.words)(&self.texts.text_of("diagram-others", &args)))
    }

    /// The lifelines of all who are there.
    fn drawn(&self, alive: &Lifelines, letter: char) -> Canvas {
        let mut canvas = Canvas(Vec::new());
        self.lifelines.iter().zip(&alive.0).filter(|(_, alive)| **alive).for_each(|(at, _)| canvas.set(*at, letter));
        canvas
    }

    fn turn(&self, turn: &Turn, times: usize, alive: &mut Lifelines) -> Vec<Line> {
        let (from, to) = self.diagram.ends(turn);
        let (at, room, to_the_right) = self.place_of_text(from, to);
        let mut lines = Vec::new();
        for (n, text) in turn.label.lines(room, self.style, self.texts).iter().enumerate() {
            let mut canvas = self.drawn(alive, self.style.lifeline);
            if n == 0 {
                canvas.put(0, &pad_left(&(self.style.words)(&self.texts.short_millis(turn.micros)), times));
                if turn.mark.is_some() {
                    canvas.set(times + 1, self.style.wrong);
                }
                self.draw(&mut canvas, turn, alive);
                alive.pass(turn, from);
            }
            let pushed = if to_the_right { room.saturating_sub(columns(text)) } else { 0 };
            // An arrow leaves a blank on either side of its text.
            let within = n == 0 && from != to && self.beside.is_none() && !text.is_empty();
            canvas.put(at + pushed - usize::from(within), &if within { format!(" {text} ") } else { text.clone() });
            lines.push((canvas.line(), turn.mark.is_some()));
        }
        lines
    }

    /// Where the text of such a turn begins, how much room it has, and whether it stands at the right end of that.
    fn place_of_text(&self, from: usize, to: usize) -> (usize, usize, bool) {
        if let Some(at) = self.beside {
            return (at, self.width.saturating_sub(at), false);
        }
        let [left, right] = self.lifelines[..] else { return (0, self.width, false) };
        if from != to {
            return (left + 4, (right - left - 1).saturating_sub(ARROW), false);
        }
        (left + 2, (right - left).saturating_sub(3), from == 1)
    }

    /// The arrow, or the sign at a lifeline.
    fn draw(&self, canvas: &mut Canvas, turn: &Turn, alive: &Lifelines) {
        let style = self.style;
        let (from, to) = self.diagram.ends(turn);
        let (start, end) = (self.lifelines[from], self.lifelines[to]);
        let missing = turn.mark == Some(Mark::Missing);
        if from == to {
            let sign = if turn.life == super::Life::Ends { style.end } else { style.event };
            return canvas.set(start, if missing { style.not_there } else { sign });
        }
        let (low, high) = (start.min(end), start.max(end));
        for at in low + 1..high {
            let crossed = self.lifelines.iter().zip(&alive.0).any(|(lifeline, alive)| *lifeline == at && *alive);
            let letter = match (crossed, missing) {
                (true, true) => style.lifeline,
                (true, false) => style.crossing,
                // What is not there is drawn with gaps.
                (false, true) if (high - at) % 2 == 0 && at != low + 2 => ' ',
                (false, _) => style.line,
            };
            canvas.set(at, letter);
        }
        let leftwards = usize::from(end < start);
        if !missing {
            canvas.set(start, style.leaves[leftwards]);
        }
        canvas.set(if end < start { end + 1 } else { end - 1 }, style.heads[leftwards]);
    }
}

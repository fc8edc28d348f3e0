//! A diagram as a picture: SVG that stands alone, whose texts are texts.

mod ink;

use self::ink::{Ink, LETTER};
use super::{Diagram, Life, Lifelines, Limits, Mark, Row, Story, Style, Turn};
use crate::report::layout::{columns, wrap};
use crate::report::{Judged, failure};
use crate::texts::Texts;
use crate::verdict::Verdict;

/// Of longer conversations, a page shows a part.
const TURNS: usize = 60;
const PARTIES: usize = 8;
/// So many letters of what is said.
const SAID: usize = 58;
/// And of the lines above the diagram.
const HEADING: usize = 96;

const MARGIN: f64 = 16.0;
const LINE: f64 = 18.0;
/// A turn whose text is one line.
const TURN: f64 = 32.0;
/// Where the times end, and the marks begin.
const TIMES: f64 = 100.0;

/// The conversation of a judged check as an SVG file; `None` where there was none.
pub fn picture(judged: &Judged, texts: &Texts) -> Option<String> {
    let evidence = judged.outcome.evidence.as_deref();
    let events = evidence.map_or(&judged.outcome.conversation, |evidence| &evidence.conversation);
    if events.is_empty() {
        return None;
    }
    let story = Story { events, evidence, program: judged.check.program };
    let limits = Limits { turns: TURNS, fits: &|parties| parties.len() <= PARTIES };
    let diagram = Diagram::of(&story, &limits, texts);
    let (title, told) = (title(judged, texts), told(judged, texts));
    let mut page = Page::of(&diagram, texts);
    page.heading(&title, &told);
    page.draw();
    Some(page.picture(&title, &told.join(" ")))
}

/// `04.crlf: a line that ends in \r\n is understood`
fn title(judged: &Judged, texts: &Texts) -> String {
    texts.text_of("picture-title", &[("check", &judged.check.name), ("purpose", &texts.purpose(judged.check))])
}

/// How it ended: what was expected and what came.
fn told(judged: &Judged, texts: &Texts) -> Vec<String> {
    match &judged.outcome.evidence {
        Some(evidence) => failure::in_short(evidence, texts),
        None if judged.outcome.verdict == Verdict::Pass => vec![texts.text_of("picture-passed", &[])],
        None => Vec::new(),
    }
}

/// Where everything stands.
struct Page<'a> {
    diagram: &'a Diagram,
    texts: &'a Texts,
    /// The middle of each party's lifeline.
    lifelines: Vec<f64>,
    /// How far a turn's text reaches to the right.
    right: f64,
    y: f64,
    ink: Ink,
    /// What lies under all else.
    under: Ink,
}

fn letters(count: usize) -> f64 {
    count as f64 * LETTER
}

/// How wide the box with a party's name is.
fn boxed(name: &str) -> f64 {
    letters(columns(name)) + 20.0
}

fn label(turn: &Turn, texts: &Texts) -> Vec<String> {
    turn.label.lines(SAID, &Style::LINES, texts)
}

/// How wide a turn's text is.
fn broad(turn: &Turn, texts: &Texts) -> f64 {
    letters(label(turn, texts).iter().map(|line| columns(line)).max().unwrap_or(0))
}

impl<'a> Page<'a> {
    /// Everybody stands beside each other, with as much between the last two as the longest text asks for.
    fn of(diagram: &'a Diagram, texts: &'a Texts) -> Self {
        let arrows = diagram.turns().filter(|turn| turn.to.is_some()).map(|turn| broad(turn, texts) + 40.0);
        let between = arrows.fold(120.0, f64::max);
        let mut lifelines: Vec<f64> = Vec::new();
        let mut before = 0.0;
        for (at, name) in diagram.parties.iter().enumerate() {
            let half = boxed(name) / 2.0;
            let near = before + half + 12.0;
            let step = if at + 1 == diagram.parties.len() { near.max(between) } else { near };
            lifelines.push(lifelines.last().map_or(TIMES + 30.0 + half, |last| last + step));
            before = half;
        }
        let mut page =
            Self { diagram, texts, lifelines, right: 0.0, y: MARGIN, ink: Ink::default(), under: Ink::default() };
        let ends = diagram.turns().map(|turn| {
            let (from, to) = diagram.ends(turn);
            page.lifelines[from.max(to)] + if from == to { 14.0 + broad(turn, texts) } else { 0.0 }
        });
        let last = page.lifelines.last().copied().unwrap_or(TIMES) + before;
        page.right = ends.fold(last, f64::max);
        page
    }

    fn heading(&mut self, title: &str, told: &[String]) {
        for (at, text) in std::iter::once(title).chain(told.iter().map(String::as_str)).enumerate() {
            for line in wrap(text, HEADING) {
                self.y += LINE;
                self.ink.text(if at == 0 { "title" } else { "faint" }, MARGIN, self.y, &line);
                self.right = self.right.max(MARGIN + letters(columns(&line)));
            }
        }
        self.y += LINE;
    }

    fn draw(&mut self) {
        let diagram = self.diagram;
        for (name, x) in diagram.parties.iter().zip(&self.lifelines) {
            let width = boxed(name);
            self.ink.rect("box", (x - width / 2.0, self.y), (width, 26.0));
            self.ink.text("name", *x, self.y + 18.0, name);
        }
        self.y += 26.0;
        let mut since: Vec<Option<f64>> =
            Lifelines::of(diagram).0.iter().map(|alive| alive.then_some(self.y)).collect();
        for row in &diagram.rows {
            match row {
                Row::LeftOut(count) => self.left_out(*count),
                Row::Turn(turn) => self.turn(turn, &mut since),
            }
        }
        self.y += LINE;
        (0..since.len()).for_each(|party| self.lifeline(party, &mut since));
        if let (Some(first), Some(last)) = (diagram.others.first(), diagram.others.last()) {
            let count = diagram.others.len();
            let others = [("count", &count as &dyn std::fmt::Display), ("first", first), ("last", last)];
            self.y += LINE;
            self.ink.text("faint", MARGIN, self.y, &self.texts.text_of("diagram-others", &others));
        }
    }

    /// The lifeline of somebody who was there until here.
    fn lifeline(&mut self, party: usize, since: &mut [Option<f64>]) {
        if let Some(begun) = since[party].take() {
            let x = self.lifelines[party];
            self.under.line("lifeline", (x, begun), (x, self.y));
        }
    }

    fn left_out(&mut self, count: usize) {
        self.y += TURN;
        let text = self.texts.text_of("lines-left-out", &[("count", &count)]);
        let x = self.between();
        self.ink.text("said faint", x, self.y - 8.0, &text);
    }

    /// The middle between the last two.
    fn between(&self) -> f64 {
        match self.lifelines[..] {
            [.., one, other] => (one + other) / 2.0,
            _ => self.lifelines.last().copied().unwrap_or(TIMES),
        }
    }

    fn turn(&mut self, turn: &Turn, since: &mut [Option<f64>]) {
        let (from, to) = self.diagram.ends(turn);
        let lines = label(turn, self.texts);
        let more = LINE * lines.len().saturating_sub(1) as f64;
        // An arrow has its text above it, an event beside it.
        let (above, below) = if from == to { (TURN - 8.0, more + 8.0) } else { (TURN + more - 6.0, 6.0) };
        self.y += above;
        match turn.life {
            Life::GoesOn => {}
            Life::Begins => since[from] = Some(self.y),
            Life::Ends => self.lifeline(from, since),
        }
        let y = self.y;
        self.y += below;
        let time = self.texts.short_millis(turn.micros);
        let (start, end, between) = (self.lifelines[from], self.lifelines[to], self.between());
        let (last, broad) = (self.lifelines.last().copied().unwrap_or(start), broad(turn, self.texts));
        let class = match turn.mark {
            None => "turn",
            Some(Mark::Wrong) => "wrong",
            Some(Mark::Missing) => "wrong missing",
        };
        self.ink.group(class, |ink| {
            ink.text("time", TIMES, y + 4.0, &time);
            if turn.mark.is_some() {
                ink.text("mark", TIMES + 8.0, y + 4.0, "✗");
            }
            if from == to {
                match turn.life {
                    Life::Ends => ink.cross(start, y),
                    _ => ink.dot(start, y),
                }
            } else {
                let back = if end > start { -1.0 } else { 1.0 };
                ink.line("arrow", (start, y), (end + 8.0 * back, y));
                ink.head(end, y, back);
            }
            // What stands at a peer's lifeline may reach as far as the next one's.
            if from == to && start < last {
                ink.rect("paper", (start + 12.0, y - 10.0), (broad + 6.0, TURN - 10.0 + more));
            }
            for (n, line) in lines.iter().enumerate() {
                if from == to {
                    ink.text("event-text", start + 14.0, y + 4.0 + LINE * n as f64, line);
                } else {
                    ink.text("said", between, y - 7.0 - more + LINE * n as f64, line);
                }
            }
        });
    }

    fn picture(self, title: &str, description: &str) -> String {
        let size = (self.right + MARGIN, self.y + MARGIN);
        self.ink.over(self.under).picture(size, title, description, self.texts.lang().code())
    }
}

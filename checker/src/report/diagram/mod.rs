//! The conversation of a check as a sequence diagram: who stands where, what went from whom to whom and when, and
//! where it went wrong.
//!
//! A [`Diagram`] is what is to be seen; `text` draws it with the letters of a terminal, `svg` as a picture.

mod label;
mod pieces;
mod select;
mod style;
pub mod svg;
#[cfg(test)]
mod tests;
pub mod text;
mod wrong;

use label::Label;
pub use select::Limits;
pub use style::Style;

use crate::texts::Texts;
use crate::verdict::{Event, Evidence, What};

/// Who types is no party: what is typed stands at the program, as what it prints does.
const NO_PARTIES: [&str; 3] = ["stdin", "shell", ""];

/// A conversation, laid out.
pub struct Diagram {
    /// The columns: the peers in the order in which they come, and last the judged program.
    pub parties: Vec<String>,
    pub rows: Vec<Row>,
    /// Parties for which there is no column.
    pub others: Vec<String>,
}

pub enum Row {
    Turn(Turn),
    /// So many turns are not shown here.
    LeftOut(usize),
}

/// One thing that happened, or that should have.
#[derive(Clone)]
pub struct Turn {
    /// Since the check began.
    pub micros: u64,
    /// Who did it, or whom it happened to.
    pub from: String,
    /// To whom it went, where it went to anybody.
    pub to: Option<String>,
    pub label: Label,
    /// The judged program hears of it, from a peer or on its stdin.
    pub tells_program: bool,
    pub mark: Option<Mark>,
    pub life: Life,
    /// Of how many turns it is in the place.
    pub stands_for: usize,
}

/// Where it went wrong.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// This is it.
    Wrong,
    /// This should have come, and did not.
    Missing,
}

/// What a turn means for whom it happens to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Life {
    GoesOn,
    Begins,
    Ends,
}

/// What a diagram is made from.
pub struct Story<'a> {
    pub events: &'a [Event],
    /// Of a check that failed.
    pub evidence: Option<&'a Evidence>,
    /// The judged program's name.
    pub program: &'a str,
}

impl Diagram {
    /// Lays a conversation out within these limits.
    pub fn of(story: &Story, limits: &Limits, texts: &Texts) -> Self {
        let mut turns = turns(story, texts);
        if let Some(evidence) = story.evidence {
            wrong::mark(&mut turns, story, evidence, texts);
        }
        select::select(turns, story, limits)
    }

    /// Whether anything goes from anybody to anybody: if not, a list tells it better.
    pub fn has_arrows(&self) -> bool {
        self.turns().any(|turn| turn.to.is_some())
    }

    fn turns(&self) -> impl Iterator<Item = &Turn> {
        self.rows.iter().filter_map(|row| match row {
            Row::Turn(turn) => Some(turn),
            Row::LeftOut(_) => None,
        })
    }

    fn column(&self, party: &str) -> usize {
        self.parties.iter().position(|one| one == party).unwrap_or(self.parties.len().saturating_sub(1))
    }

    /// From which column to which a turn goes: to the same where it goes to nobody.
    fn ends(&self, turn: &Turn) -> (usize, usize) {
        let from = self.column(&turn.from);
        (from, turn.to.as_deref().map_or(from, |to| self.column(to)))
    }
}

/// Who has a lifeline at a certain row.
struct Lifelines(Vec<bool>);

impl Lifelines {
    /// The peers are there from the beginning; the program is once it is started.
    fn of(diagram: &Diagram) -> Self {
        let begins = |party: &String| diagram.turns().any(|turn| turn.life == Life::Begins && turn.from == *party);
        Self(diagram.parties.iter().map(|party| !begins(party)).collect())
    }

    /// Whoever begins or ends with this turn.
    fn pass(&mut self, turn: &Turn, column: usize) {
        match turn.life {
            Life::GoesOn => {}
            Life::Begins => self.0[column] = true,
            Life::Ends => self.0[column] = false,
        }
    }
}

/// A turn for each event, in their order.
fn turns(story: &Story, texts: &Texts) -> Vec<Turn> {
    let pieces = pieces::of(story.events);
    story.events.iter().zip(pieces).map(|(event, piece)| turn(event, piece, story.program, texts)).collect()
}

fn turn(event: &Event, piece: Option<(usize, usize)>, program: &str, texts: &Texts) -> Turn {
    let is_party = |name: &&String| !NO_PARTIES.contains(&name.as_str());
    let to = event.to.as_ref().filter(is_party).cloned();
    let (from, to) = match (NO_PARTIES.contains(&event.who.as_str()), to) {
        (true, Some(program)) => (program, None),
        (_, to) => (event.who.clone(), to),
    };
    let life = match event.what {
        What::Starts(_) => Life::Begins,
        What::Exits(_) => Life::Ends,
        _ => Life::GoesOn,
    };
    let tells_program = event.to.as_deref() == Some(program);
    let label = Label::of(&event.what, piece, texts);
    let stands_for = event.stands_for();
    Turn { micros: event.micros, from, to, label, tells_program, mark: None, life, stands_for }
}

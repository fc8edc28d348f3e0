//! A failed check: what was expected and what came, how it went, why, and how to see it again.

use std::io;

use super::Judged;
use super::bytes::{first_difference, harmless, is_kept, show};
use super::conversation::{self, TURNS, TURNS_VERBOSE};
use super::diagram::{self, Diagram, Limits, Story, Style};
use super::ending;
use super::finding::{came, sentence};
use super::layout::{columns, to_both_edges, wrap};
use super::packets;
use super::paint::{BAD, CAUSE, FAINT, HEADING, paint};
use super::terminal::{Packets, Terminal};
use crate::texts::Texts;
use crate::verdict::{Bytes, Evidence, Finding, Message};

/// What was expected and what came, in a few lines without colours.
pub fn in_short(evidence: &Evidence, texts: &Texts) -> Vec<String> {
    const WIDTH: usize = 160;
    let (columns, style, packets) = (WIDTH, &Style::LINES, Packets::OutOfReach);
    let terminal = Terminal { texts, width: WIDTH, columns, style, colour: false, me: "", verbose: false, packets };
    let mut told = Vec::new();
    // Writing into memory does not fail.
    let _ = terminal.difference_in_short(&mut told, evidence);
    String::from_utf8_lossy(&told).lines().map(|line| line.trim().to_owned()).collect()
}

type Out<'a> = &'a mut dyn io::Write;

impl Terminal<'_> {
    /// All that is known of a failure.
    pub(super) fn full(&self, out: Out, judged: &Judged, repeat: &str) -> io::Result<()> {
        self.headline(out, judged)?;
        if let Some(evidence) = &judged.outcome.evidence {
            self.difference(out, evidence)?;
            self.conversation(out, judged.check.program, evidence)?;
            self.endings(out, evidence)?;
        }
        self.causes(out, judged)?;
        writeln!(out)?;
        if let Some(by_hand) = judged.check.by_hand {
            self.command(out, "by-hand", by_hand)?;
        }
        self.command(out, "repeat", repeat)?;
        self.packets(out, judged)
    }

    /// Where the packets are, or, if they tell more than the lines above, how they can be had.
    fn packets(&self, out: Out, judged: &Judged) -> io::Result<()> {
        let evidence = judged.outcome.evidence.as_ref();
        match self.packets {
            Packets::In(folder) => {
                let file = packets::file(folder, judged.check);
                if file.exists() { self.command(out, "packets", &file.to_string_lossy()) } else { Ok(()) }
            }
            Packets::OnRequest if evidence.is_some_and(|evidence| evidence.is_better_seen_in_packets()) => {
                self.labelled(out, "packets", &self.texts.text_of("packets-on-request", &[]))
            }
            Packets::OnRequest | Packets::OutOfReach => Ok(()),
        }
    }

    /// A failure in a few lines.
    pub(super) fn short(&self, out: Out, judged: &Judged) -> io::Result<()> {
        self.headline(out, judged)?;
        if let Some(evidence) = &judged.outcome.evidence {
            self.difference_in_short(out, evidence)?;
        }
        match judged.misconceptions.first() {
            Some(name) => self.cause_in_short(out, name),
            None => Ok(()),
        }
    }

    /// `✗ 04.crlf  a line that ends in \r\n is understood      0 of 3 points`
    fn headline(&self, out: Out, judged: &Judged) -> io::Result<()> {
        let points = self.points(judged.points, judged.check.points);
        let purpose = wrap(&self.texts.purpose(judged.check), self.room());
        let extra = if judged.check.extra { self.texts.text_of("extra", &[]) } else { String::new() };
        let name = format!("✗ {} {extra}", judged.check.name);
        let (name, points) = to_both_edges(&name, &points, self.width);
        let (name, points) = (self.paint(BAD, name), self.paint(FAINT, points));
        writeln!(out, "\n{name}{points}")?;
        self.lines(out, 4, &purpose)
    }

    fn difference(&self, out: Out, evidence: &Evidence) -> io::Result<()> {
        let mark = mark(evidence).filter(|at| is_shown(evidence, *at));
        self.labelled(out, "expected", &self.say(&evidence.expected))?;
        if let Some(wanted) = &evidence.wanted {
            self.line(out, 6, &show(wanted, mark, self.room(), self.texts).text)?;
        }
        self.labelled(out, "came", &sentence(evidence, self.texts))?;
        if let Some(came) = came(evidence) {
            self.marked(out, came, mark, evidence)?;
        }
        self.hidden_difference(out, evidence)
    }

    /// A first difference in bytes of which there were too many to keep.
    fn hidden_difference(&self, out: Out, evidence: &Evidence) -> io::Result<()> {
        let (Some(at), Some(wanted), Some(came)) = (mark(evidence), &evidence.wanted, came(evidence)) else {
            return Ok(());
        };
        if is_shown(evidence, at) {
            return Ok(());
        }
        let note =
            self.texts.text_of("difference-hidden", &[("at", &(at + 1)), ("wanted", &wanted.len), ("came", &came.len)]);
        self.lines(out, 6, &wrap(&note, self.room()))
    }

    fn difference_in_short(&self, out: Out, evidence: &Evidence) -> io::Result<()> {
        let mark = mark(evidence).filter(|at| is_shown(evidence, *at));
        self.with_bytes(out, "expected", &self.say(&evidence.expected), evidence.wanted.as_ref(), mark)?;
        self.with_bytes(out, "came", &sentence(evidence, self.texts), came(evidence), mark)
    }

    /// `expected: ana receives OK ... hi\n`, the bytes on a line of their own where they are long.
    fn with_bytes(
        &self,
        out: Out,
        label: &str,
        text: &str,
        bytes: Option<&Bytes>,
        mark: Option<usize>,
    ) -> io::Result<()> {
        let Some(bytes) = bytes else { return self.labelled(out, label, text) };
        let shown = show(bytes, mark, self.room(), self.texts).text;
        let label_width = columns(&self.texts.text_of(&format!("label-{label}"), &[]));
        if label_width + columns(text) + columns(&shown) + 2 <= self.room() {
            return self.labelled(out, label, &format!("{text} {shown}"));
        }
        self.labelled(out, label, text)?;
        self.line(out, 6, &shown)
    }

    /// The bytes that came, with a mark under the first that differs.
    fn marked(&self, out: Out, came: &Bytes, mark: Option<usize>, evidence: &Evidence) -> io::Result<()> {
        let shown = show(came, mark, self.room(), self.texts);
        self.line(out, 6, &shown.text)?;
        let (Some(at), Some((column, width))) = (mark, shown.mark) else {
            return Ok(());
        };
        let wanted = evidence.wanted.as_ref().map_or(0, |wanted| wanted.len);
        let label = self.about_mark(at, wanted, came.len);
        let carets = self.paint(BAD, "^".repeat(width));
        // A label that would pass the right edge goes below the mark.
        if 6 + column + width + 1 + columns(&label) <= self.width {
            return self.line(out, 6 + column, &format!("{carets} {label}"));
        }
        self.line(out, 6 + column, &carets)?;
        self.lines(out, 6, &wrap(&label, self.room()))
    }

    fn about_mark(&self, at: usize, wanted: usize, came: usize) -> String {
        if at >= came {
            let missing = wanted.saturating_sub(came);
            self.texts.text_of("mark-ends", &[("count", &missing)])
        } else if at >= wanted {
            self.texts.text_of("mark-too-many", &[("count", &(came - wanted))])
        } else {
            self.texts.text_of("mark-differs", &[("at", &(at + 1))])
        }
    }

    fn conversation(&self, out: Out, program: &str, evidence: &Evidence) -> io::Result<()> {
        if evidence.conversation.is_empty() {
            return Ok(());
        }
        writeln!(out)?;
        self.label(out, "conversation")?;
        if let Some(lines) = self.diagram(program, evidence) {
            return lines.iter().try_for_each(|(line, is_wrong)| {
                self.line(out, 6, &if *is_wrong { self.paint(BAD, line) } else { line.clone() })
            });
        }
        let lines = conversation::lines(&evidence.conversation, self.room(), self.verbose, self.texts);
        self.lines(out, 6, &lines)
    }

    /// The conversation as a diagram, where one talks to another and there is room for the arrows.
    fn diagram(&self, program: &str, evidence: &Evidence) -> Option<Vec<diagram::text::Line>> {
        let width = self.columns.saturating_sub(6);
        let turns = if self.verbose { TURNS_VERBOSE } else { TURNS };
        let limits = Limits { turns, fits: &|parties| diagram::text::fits(parties, width) };
        let story = Story { events: &evidence.conversation, evidence: Some(evidence), program };
        let diagram = Diagram::of(&story, &limits, self.texts);
        let worth = diagram.has_arrows() && width >= diagram::text::NARROWEST;
        worth.then(|| diagram::text::lines(&diagram, width, self.style, self.texts))
    }

    fn endings(&self, out: Out, evidence: &Evidence) -> io::Result<()> {
        if evidence.programs.is_empty() {
            return Ok(());
        }
        self.label(out, "ending")?;
        for program in &evidence.programs {
            for sentence in ending::sentences(program, self.texts) {
                self.lines(out, 6, &wrap(&sentence, self.room()))?;
            }
            let complaints = ending::complaints(program, self.verbose);
            if !complaints.is_empty() {
                self.line(out, 6, &self.texts.text_of("stderr", &[("program", &program.name)]))?;
                self.lines(out, 8, &complaints)?;
            }
        }
        Ok(())
    }

    fn causes(&self, out: Out, judged: &Judged) -> io::Result<()> {
        let Some(name) = judged.misconceptions.first() else {
            return Ok(());
        };
        writeln!(out)?;
        self.cause(out, name)?;
        if let Some(cause) = self.texts.attribute(&id_of(name), "cause") {
            self.lines(out, 6, &wrap(&cause.replace('\n', " "), self.room()))?;
        }
        self.hint(out, name)?;
        let others = if self.verbose { &judged.misconceptions[1..] } else { &[] };
        others.iter().try_for_each(|name| self.cause_in_short(out, name))
    }

    fn cause_in_short(&self, out: Out, name: &str) -> io::Result<()> {
        self.cause(out, name)?;
        self.hint(out, name)
    }

    fn cause(&self, out: Out, name: &str) -> io::Result<()> {
        let headline = self.texts.text_of(&id_of(name), &[]);
        let cause = self.texts.text_of("cause", &[("headline", &headline)]);
        for (at, line) in wrap(&cause, self.room()).iter().enumerate() {
            self.line(out, if at == 0 { 4 } else { 6 }, &self.paint(CAUSE, line))?;
        }
        Ok(())
    }

    fn hint(&self, out: Out, name: &str) -> io::Result<()> {
        let more = self.texts.text_of("explain-hint", &[("me", &self.me), ("name", &name)]);
        self.line(out, 6, &self.paint(FAINT, more))
    }

    /// `expected: ana receives`
    fn labelled(&self, out: Out, label: &str, text: &str) -> io::Result<()> {
        let label = self.texts.text_of(&format!("label-{label}"), &[]);
        let lines = wrap(&format!("{label} {text}"), self.room());
        for (at, line) in lines.iter().enumerate() {
            match line.strip_prefix(&label) {
                Some(rest) if at == 0 => self.line(out, 4, &format!("{}{rest}", self.paint(HEADING, &label)))?,
                _ => self.line(out, 6, line)?,
            }
        }
        Ok(())
    }

    /// A line to copy: it stays in one piece, whatever its length.
    fn command(&self, out: Out, label: &str, command: &str) -> io::Result<()> {
        let text = self.texts.text_of(&format!("label-{label}"), &[]);
        if columns(&text) + 1 + columns(command) <= self.room() {
            return self.line(out, 4, &format!("{} {command}", self.paint(HEADING, &text)));
        }
        self.label(out, label)?;
        self.line(out, 6, command)
    }

    fn label(&self, out: Out, label: &str) -> io::Result<()> {
        self.labelled(out, label, "")
    }

    fn line(&self, out: Out, indent: usize, line: &str) -> io::Result<()> {
        writeln!(out, "{}{}", " ".repeat(indent), line.trim_end())
    }

    fn lines(&self, out: Out, indent: usize, lines: &[String]) -> io::Result<()> {
        lines.iter().try_for_each(|line| self.line(out, indent, line))
    }

    /// A message whose arguments may come from a judged program.
    pub(super) fn say(&self, message: &Message) -> String {
        harmless(self.texts.text(message).as_bytes())
    }

    /// How wide a line is that is indented by six.
    fn room(&self) -> usize {
        self.width.saturating_sub(6).max(20)
    }

    fn paint(&self, style: anstyle::Style, text: impl std::fmt::Display) -> String {
        paint(self.colour, style, text)
    }
}

fn id_of(misconception: &str) -> String {
    format!("misconception-{misconception}")
}

/// Whether the bytes at the first difference are kept on both sides.
fn is_shown(evidence: &Evidence, at: usize) -> bool {
    evidence.wanted.iter().chain(came(evidence)).all(|bytes| is_kept(bytes, at))
}

/// Where the mark stands: only where some bytes came, and others, or more, were wanted.
fn mark(evidence: &Evidence) -> Option<usize> {
    let came = came(evidence)?;
    match evidence.finding {
        Finding::Different { at } => Some(at),
        _ => first_difference(evidence.wanted.as_ref()?, came),
    }
}

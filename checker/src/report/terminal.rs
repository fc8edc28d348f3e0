//! The report that a student reads.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::time::Duration;

use super::diagram::Style;
use super::layout::{to_both_edges, wrap, wrap_page};
use super::paint::{BAD, FAINT, GOOD, HEADING, PLAIN, paint};
use super::score::Score;
use super::{BuildFailure, Judged, compiler};
use crate::exercises::{Check, Exercise};
use crate::texts::Texts;
use crate::verdict::{Message, Verdict};

type Out<'a> = &'a mut dyn io::Write;

/// So many lines of a compiler's message, unless more are asked for: its first error is the one to mend.
const COMPILER_LINES: usize = 60;

/// How a report is written.
pub struct Terminal<'a> {
    pub texts: &'a Texts,
    pub width: usize,
    /// The same for what is no text: a diagram may be wider.
    pub columns: usize,
    /// The letters of which diagrams are made.
    pub style: &'static Style,
    pub colour: bool,
    /// How the checker was called, for the calls that it tells others to make.
    pub me: &'a str,
    /// Every failure in full.
    pub verbose: bool,
    pub packets: Packets<'a>,
}

/// Where the packets of each check are.
#[derive(Clone, Copy)]
pub enum Packets<'a> {
    /// Nobody can have them here.
    OutOfReach,
    /// Whoever asks gets them.
    OnRequest,
    In(&'a Path),
}

impl Terminal<'_> {
    /// The checks of one exercise: what passed, the failures (the first in full), and what says nothing yet.
    /// `repeat` gives the command that repeats a check.
    pub fn exercise(
        &self,
        out: Out,
        exercise: &Exercise,
        judged: &[Judged],
        build: Option<&BuildFailure>,
        repeat: &dyn Fn(&Check) -> String,
    ) -> io::Result<()> {
        self.header(out, exercise, judged)?;
        if let Some(failure) = build {
            return self.build(out, failure);
        }
        if is_untouched(judged) {
            return self.not_started(out, exercise);
        }
        self.passed(out, judged)?;
        self.failed(out, judged, repeat)?;
        self.programs_not_started(out, exercise, judged)?;
        self.left_open(out, judged, Verdict::NotReached, "–", "not-reached")?;
        self.left_open(out, judged, Verdict::NotJudged, "?", "not-judged")
    }

    /// The total, how long it took, and what to do next.
    pub fn total(&self, out: Out, judged: &[Judged], elapsed: Duration) -> io::Result<()> {
        let (score, bonus) = Score::with_bonus(judged);
        let micros = u64::try_from(elapsed.as_micros()).unwrap_or(u64::MAX);
        let time = self.texts.seconds(micros);
        let total =
            |id, score: Score| self.texts.text_of(id, &[("points", &score.points), ("of", &score.of), ("time", &time)]);
        writeln!(out)?;
        if judged.iter().any(|judged| !judged.exercise.bonus) {
            self.wrapped(out, &total("total", score), "", HEADING)?;
        }
        if judged.iter().any(|judged| judged.exercise.bonus) {
            self.wrapped(out, &total("total-bonus", bonus), "", HEADING)?;
        }
        let not_judged = score.not_judged + bonus.not_judged;
        if not_judged > 0 {
            let left = self.texts.text_of("total-not-judged", &[("count", &not_judged)]);
            self.wrapped(out, &left, "", FAINT)?;
        }
        self.wrapped(out, &self.next(judged), "", PLAIN)
    }

    /// A page of `checker explain`.
    pub fn page(&self, out: Out, page: &str) -> io::Result<()> {
        for (at, line) in wrap_page(page, self.width).iter().enumerate() {
            let style = if at == 0 { HEADING } else { PLAIN };
            writeln!(out, "{}", paint(self.colour, style, line))?;
        }
        Ok(())
    }

    /// What stands above a list.
    pub fn heading(&self, out: Out, text: &str) -> io::Result<()> {
        self.wrapped(out, text, "", HEADING)
    }

    /// What stands below it.
    pub fn remark(&self, out: Out, text: &str) -> io::Result<()> {
        self.wrapped(out, text, "", PLAIN)
    }

    /// Something to know about the run as a whole.
    pub fn notice(&self, out: Out, message: &Message) -> io::Result<()> {
        let notice = self.texts.text_of("notice", &[("text", &self.say(message))]);
        self.wrapped(out, &notice, "  ", FAINT)
    }

    /// "72 of 100 points"
    pub(super) fn points(&self, points: u32, of: u32) -> String {
        self.texts.text_of("points", &[("points", &points), ("of", &of)])
    }

    fn header(&self, out: Out, exercise: &Exercise, judged: &[Judged]) -> io::Result<()> {
        let title = format!("{:02} {}", exercise.number, self.texts.title(exercise));
        let score = Score::of(judged);
        let points = self.points(score.points, score.of);
        let (title, points) = to_both_edges(&title, &points, self.width);
        writeln!(out, "{}{points}", paint(self.colour, HEADING, title))
    }

    fn build(&self, out: Out, failure: &BuildFailure) -> io::Result<()> {
        let title = self.texts.text_of("does-not-build", &[]);
        self.wrapped(out, &format!("✗ {title}"), "  ", BAD)?;
        writeln!(out)?;
        let message = compiler::words(&failure.message, self.colour);
        let lines: Vec<&str> = message.trim_end().lines().collect();
        let most = if self.verbose { usize::MAX } else { COMPILER_LINES };
        let (shown, left_out) = lines.split_at(lines.len().min(most));
        shown.iter().try_for_each(|line| writeln!(out, "{line}"))?;
        if !left_out.is_empty() {
            let note = self.texts.text_of("lines-left-out", &[("count", &left_out.len())]);
            writeln!(out, "{note}")?;
        }
        Ok(())
    }

    fn not_started(&self, out: Out, exercise: &Exercise) -> io::Result<()> {
        let file = exercise.source(exercise.programs.first().copied().unwrap_or_default());
        let text = self.texts.text_of("not-started", &[("folder", &exercise.folder()), ("file", &file)]);
        self.wrapped(out, &format!("○ {text}"), "  ", PLAIN)
    }

    /// Of an exercise with several programs, those that nobody has begun.
    fn programs_not_started(&self, out: Out, exercise: &Exercise, judged: &[Judged]) -> io::Result<()> {
        for program in exercise.programs {
            let of_it: Vec<&Judged> = judged.iter().filter(|judged| judged.check.program == *program).collect();
            if of_it.iter().any(|judged| judged.outcome.verdict == Verdict::NotStarted) {
                let file = exercise.source(program);
                let args: [(&str, &dyn std::fmt::Display); 3] =
                    [("program", program), ("folder", &exercise.folder()), ("file", &file)];
                writeln!(out)?;
                self.wrapped(out, &format!("○ {}", self.texts.text_of("program-not-started", &args)), "  ", PLAIN)?;
            }
        }
        Ok(())
    }

    /// `✓ 14 checks passed: answers, prints, …`
    fn passed(&self, out: Out, judged: &[Judged]) -> io::Result<()> {
        let passed: Vec<&str> = short_names(judged.iter().filter(|judged| judged.outcome.verdict == Verdict::Pass));
        if passed.is_empty() {
            return Ok(());
        }
        let names = passed.join(", ");
        let text = self.texts.text_of("passed", &[("count", &passed.len()), ("names", &names)]);
        self.wrapped(out, &format!("✓ {text}"), "  ", GOOD)
    }

    fn failed(&self, out: Out, judged: &[Judged], repeat: &dyn Fn(&Check) -> String) -> io::Result<()> {
        let failed = judged.iter().filter(|judged| judged.outcome.verdict == Verdict::Fail);
        for (at, judged) in failed.enumerate() {
            if at == 0 || self.verbose {
                self.full(out, judged, &repeat(judged.check))?;
            } else {
                self.short(out, judged)?;
            }
        }
        Ok(())
    }

    /// One line for all checks that were left open for the same reason.
    fn left_open(&self, out: Out, judged: &[Judged], verdict: Verdict, mark: &str, id: &str) -> io::Result<()> {
        let mut reasons: BTreeMap<String, Vec<&Judged>> = BTreeMap::new();
        for judged in judged.iter().filter(|judged| judged.outcome.verdict == verdict) {
            let reason = judged.outcome.reason.as_ref().map(|reason| self.say(reason));
            reasons.entry(reason.unwrap_or_default()).or_default().push(judged);
        }
        for (reason, judged) in &reasons {
            let names = short_names(judged.iter().copied()).join(", ");
            let args: [(&str, &dyn std::fmt::Display); 3] =
                [("count", &judged.len()), ("reason", reason), ("names", &names)];
            let text = self.texts.text_of(id, &args);
            writeln!(out)?;
            self.wrapped(out, &format!("{mark} {text}"), "  ", FAINT)?;
        }
        Ok(())
    }

    /// What to do next: the first failure, or the first exercise that is not begun.
    fn next(&self, judged: &[Judged]) -> String {
        let open = judged.iter().find(|judged| matches!(judged.outcome.verdict, Verdict::Fail | Verdict::NotStarted));
        // Of one exercise, what was begun comes before what was not.
        let failed = judged.iter().find(|judged| judged.outcome.verdict == Verdict::Fail);
        let begun = failed.filter(|failed| open.is_some_and(|open| open.exercise.number == failed.exercise.number));
        let open = begun.or(open);
        match open {
            Some(judged) if judged.outcome.verdict == Verdict::Fail => {
                self.texts.text_of("next-failure", &[("check", &judged.check.name)])
            }
            Some(judged) => self.texts.text_of("next-start", &[("folder", &judged.exercise.folder())]),
            None if judged.iter().all(|judged| judged.outcome.verdict == Verdict::Pass) => {
                self.texts.text_of("next-nothing", &[])
            }
            None => String::new(),
        }
    }

    /// A text in lines that fit, all but the first indented.
    fn wrapped(&self, out: Out, text: &str, indent: &str, style: anstyle::Style) -> io::Result<()> {
        let lines = wrap(text, self.width.saturating_sub(indent.len()));
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
            let indent = if at == 0 { "" } else { indent };
            writeln!(out, "{indent}{}", paint(self.colour, style, line))?;
        }
        Ok(())
    }
}

fn is_untouched(judged: &[Judged]) -> bool {
    !judged.is_empty() && judged.iter().all(|judged| judged.outcome.verdict == Verdict::NotStarted)
}

/// The checks' names without the exercise's number.
fn short_names<'a>(judged: impl Iterator<Item = &'a Judged>) -> Vec<&'a str> {
    judged.map(|judged| judged.check.name).map(|name| name.split_once('.').map_or(name, |(_, short)| short)).collect()
}

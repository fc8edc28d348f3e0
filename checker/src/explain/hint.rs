//! Hints: the pages of `checker explain`, a part at a time, so that there is something left to find out.

use super::page::{Parts, paragraphs, parts_of};
use crate::exercises::{Check, Exercise};
use crate::texts::Texts;

/// What a hint can be about.
pub enum Subject<'a> {
    /// A check that failed: its likely cause, where there is one, and where the program panicked, if it did.
    Failed {
        check: &'static Check,
        misconception: Option<&'a str>,
        place: Option<&'a str>,
    },
    /// A program of which not even the first part is written.
    NotStarted {
        exercise: &'static Exercise,
        program: &'a str,
    },
    DoesNotBuild,
}

impl Subject<'_> {
    /// What it is about, in a word that stays the same from run to run.
    pub fn key(&self) -> String {
        match self {
            Self::Failed { check, misconception, .. } => format!("{} {}", check.name, misconception.unwrap_or("-")),
            Self::NotStarted { program, .. } => (*program).to_owned(),
            Self::DoesNotBuild => DOES_NOT_COMPILE.to_owned(),
        }
    }

    /// What stands above a hint: the check, the program.
    pub fn name(&self) -> &str {
        match self {
            Self::Failed { check, .. } => check.name,
            Self::NotStarted { program, .. } => program,
            Self::DoesNotBuild => DOES_NOT_COMPILE,
        }
    }

    /// What `checker explain` has a page about.
    pub fn page(&self) -> Option<&str> {
        match self {
            Self::Failed { check, misconception, .. } => Some(misconception.unwrap_or(check.name)),
            Self::NotStarted { .. } => None,
            Self::DoesNotBuild => Some(DOES_NOT_COMPILE),
        }
    }

    /// Where to look; what lies behind it, and a question; a small example of the right idea, and where to read on.
    /// `alone` is the call that runs the check alone.
    pub fn levels(&self, alone: &str, texts: &Texts) -> Option<[String; 3]> {
        match self {
            Self::Failed { check, misconception, place } => {
                let at_place = if *misconception == Some(LEFT_TO_WRITE) { "hint-place-to-write" } else { "hint-place" };
                let place = place.map(|place| texts.text_of(at_place, &[("place", &place)]));
                let first = where_to_look(check, place, alone, texts)?;
                let [second, third] = match misconception.and_then(|name| of_misconception(name, texts)) {
                    Some([why, example]) => [why, with_by_hand(example, check, texts)],
                    None => of_check(check, texts)?,
                };
                Some([first, second, third])
            }
            Self::NotStarted { exercise, program } => of_beginning(exercise, program, texts),
            Self::DoesNotBuild => {
                let headline = texts.text_of("does-not-build-hint", &[]);
                let [why, example] = of_misconception(DOES_NOT_COMPILE, texts)?;
                Some([headline, why, example])
            }
        }
    }
}

const DOES_NOT_COMPILE: &str = "does-not-compile";
const LEFT_TO_WRITE: &str = "part-left-to-write";

fn where_to_look(check: &Check, place: Option<String>, alone: &str, texts: &Texts) -> Option<String> {
    let page = texts.check_page(check)?;
    let mut said = vec![texts.text_of("hint-about", &[("purpose", &texts.purpose(check))])];
    said.extend(paragraphs(&page).into_iter().next());
    said.extend(place);
    said.push(texts.text_of("hint-alone", &[]));
    said.push(format!("    {alone}"));
    Some(said.join("\n\n"))
}

/// What the kernel does, and the question that leads on; then the example, and where to read on.
fn of_misconception(name: &str, texts: &Texts) -> Option<[String; 2]> {
    let id = format!("misconception-{name}");
    let page = texts.attribute(&id, "page")?;
    let parts = parts_of(&page)?;
    let headline = texts.text_of("cause", &[("headline", &texts.text_of(&id, &[]))]);
    Some([format!("{headline}\n\n{}\n\n{}", parts.why, parts.question), example(&parts, texts)])
}

/// Where nobody knows the cause: how to see more; then why the check is there, and where to read on.
fn of_check(check: &Check, texts: &Texts) -> Option<[String; 2]> {
    let page = texts.check_page(check)?;
    let why = paragraphs(&page).split_off(1).join("\n\n");
    Some([with_by_hand(texts.text_of("hint-own-eyes", &[]), check, texts), why])
}

fn with_by_hand(text: String, check: &Check, texts: &Texts) -> String {
    match check.by_hand {
        Some(line) => format!("{text}\n\n{}\n\n    {line}", texts.text_of("label-by-hand", &[])),
        None => text,
    }
}

fn of_beginning(exercise: &Exercise, program: &str, texts: &Texts) -> Option<[String; 3]> {
    let file = exercise.source(program);
    let open = texts.text_of("hint-begin", &[("folder", &exercise.folder()), ("file", &file)]);
    let page = texts.beginning(exercise, program)?;
    let parts = parts_of(&page)?;
    Some([format!("{open}\n\n{}", parts.what), format!("{}\n\n{}", parts.why, parts.question), example(&parts, texts)])
}

fn example(parts: &Parts, texts: &Texts) -> String {
    format!("{}\n\n{}\n\n{}", texts.text_of("hint-example", &[]), parts.example, parts.more)
}

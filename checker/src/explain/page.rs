//! The pages of `checker explain`.

use super::topics::misconceptions;
use crate::catalog::EXERCISES;
use crate::exercises::Check;
use crate::texts::Texts;

/// The page of a check, `04.silent-client`, or of a misconception, `keeps-the-newline`: its name and headline, an
/// empty line, and paragraphs of which those indented by four are examples.
pub fn page(name: &str, texts: &Texts) -> Option<String> {
    match checks().find(|check| check.name == name) {
        Some(check) => of_check(check, texts),
        None => of_misconception(name, texts),
    }
}

/// What a page consists of.
pub struct Parts {
    pub what: String,
    pub why: String,
    pub example: String,
    pub question: String,
    pub more: String,
}

/// Takes the page of a misconception apart: what one sees, why, an example, a question, where to read on.
pub fn parts_of(page: &str) -> Option<Parts> {
    let mut all = paragraphs(page).into_iter();
    let (what, why) = (all.next()?, all.next()?);
    let (more, question) = (all.next_back()?, all.next_back()?);
    let example = all.collect::<Vec<_>>().join("\n\n");
    (!example.is_empty()).then_some(Parts { what, why, example, question, more })
}

/// What stands between the empty lines of a page.
pub fn paragraphs(page: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for line in page.lines() {
        match all.last_mut() {
            Some(last) if !line.trim().is_empty() => {
                last.push_str(line);
                last.push('\n');
            }
            Some(last) if !last.is_empty() => all.push(String::new()),
            _ => {}
        }
    }
    all.iter().map(|paragraph| paragraph.trim_end().to_owned()).filter(|paragraph| !paragraph.is_empty()).collect()
}

/// The names that this may have been meant to be, the closest first.
pub fn closest(name: &str) -> Vec<&'static str> {
    crate::closest::names(name, checks().map(|check| check.name).chain(misconceptions()))
}

fn checks() -> impl Iterator<Item = &'static Check> {
    EXERCISES.iter().flat_map(|exercise| exercise.checks)
}

fn of_check(check: &Check, texts: &Texts) -> Option<String> {
    let page = texts.check_page(check)?;
    let mut said = vec![title(check.name, &texts.purpose(check), texts), page];
    if !check.needs.is_empty() {
        let names = check.needs.join(", ");
        said.push(texts.text_of("explain-needs", &[("count", &check.needs.len()), ("names", &names)]));
    }
    if let Some(line) = check.by_hand {
        said.push(format!("{}\n\n    {line}", texts.text_of("label-by-hand", &[])));
    }
    Some(said.join("\n\n") + "\n")
}

fn of_misconception(name: &str, texts: &Texts) -> Option<String> {
    let known = misconceptions().find(|known| *known == name)?;
    let id = format!("misconception-{known}");
    let page = texts.attribute(&id, "page")?;
    Some(format!("{}\n\n{page}\n", title(known, &texts.text_of(&id, &[]), texts)))
}

fn title(name: &str, headline: &str, texts: &Texts) -> String {
    texts.text_of("explain-title", &[("name", &name), ("headline", &headline)])
}

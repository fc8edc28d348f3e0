//! From evidence to a misconception, and its text.
//!
//! - `diagnose`: the misconceptions that the evidence of a failed check supports, the likeliest first;
//! - `is_untouched_stub`: whether nobody has begun;
//! - `page`, `closest`: what `checker explain NAME` shows, and what NAME may have meant;
//! - `TOPICS`: the misconceptions by what they are about;
//! - `Subject`: what `checker hint` tells of it, a part at a time.

mod by_bytes;
mod by_state;
mod hint;
mod page;
mod topics;

pub use hint::Subject;
pub use page::{closest, page};
pub use topics::TOPICS;

use crate::exercises::Check;
use crate::verdict::{Evidence, Finding};

/// The likely misconceptions behind a failed check, the likeliest first. Where the evidence speaks for none there is
/// none: a wrong explanation costs a student more than a missing one.
///
/// What is certain comes first (it panicked, it printed the NULs of a buffer), then what this check suspects; what the
/// bytes and the program's state say to whom knows nothing of the check counts only where these are silent.
pub fn diagnose(check: &Check, evidence: &Evidence) -> Vec<&'static str> {
    // What was found says all there is to say: the check's own matter was never reached.
    match evidence.finding {
        Finding::TooManyProcesses => return Vec::new(),
        Finding::SendsWithoutEnd => return by_state::endless(evidence).into_iter().collect(),
        // What the peers saw of it, a reset or silence, says nothing about what the program makes of the network.
        _ if by_state::crashed_by_itself(evidence) => return vec!["crashes"],
        Finding::Flooded => return ["prints-without-end"].into_iter().chain(by_state::endless(evidence)).collect(),
        _ => {}
    }
    let certain = by_state::certain(evidence).or_else(|| by_bytes::certain(evidence));
    let suspected = check.suspects.iter().filter(|suspect| (suspect.fits)(evidence));
    let mut names: Vec<&'static str> = certain.into_iter().collect();
    names.extend(suspected.map(|suspect| suspect.misconception));
    if names.is_empty() {
        names.extend(by_bytes::likely(evidence));
        names.extend(by_state::likely(evidence));
    }
    let mut seen = Vec::new();
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}

/// Whether a program of the evidence is the stub as it was given: it stops at its first part.
pub fn is_untouched_stub(evidence: &Evidence) -> bool {
    evidence.part_left_to_write() == Some(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::{Lang, Texts};

    #[test]
    fn every_misconception_has_its_texts() {
        for lang in [Lang::En, Lang::Fr] {
            let texts = Texts::for_language(lang);
            for name in topics::misconceptions() {
                assert!(page(name, &texts).is_some(), "{name} has no page");
                let text = |attribute| texts.attribute(&format!("misconception-{name}"), attribute);
                assert!(text("cause").is_some(), "{name} has no cause");
                assert!(text("page").and_then(|page| page::parts_of(&page)).is_some(), "{name} has no parts");
            }
        }
    }

    #[test]
    fn every_program_and_every_check_has_three_hints() {
        use crate::catalog::EXERCISES;
        for texts in [Lang::En, Lang::Fr].map(Texts::for_language) {
            let checks = EXERCISES.iter().flat_map(|exercise| exercise.checks);
            let failed = checks.map(|check| Subject::Failed { check, misconception: None, place: None });
            let programs = |exercise: &&'static crate::exercises::Exercise| {
                let exercise = *exercise;
                exercise.programs.iter().map(move |program| Subject::NotStarted { exercise, program })
            };
            let begun = EXERCISES.iter().flat_map(programs);
            for subject in failed.chain(begun).chain([Subject::DoesNotBuild]) {
                let levels = subject.levels("checker", &texts).unwrap_or_default();
                assert!(levels.iter().all(|level| !level.trim().is_empty()), "{}", subject.name());
            }
        }
    }

    /// Whoever adds one to the texts finds its place here.
    #[test]
    fn the_topics_are_those_of_the_texts() {
        for source in
            [include_str!("../../locales/en/misconceptions.ftl"), include_str!("../../locales/fr/misconceptions.ftl")]
        {
            let sections = source.split("\n## ").skip(1);
            let told: Vec<Vec<&str>> = sections
                .map(|section| {
                    section.lines().filter_map(|line| line.strip_prefix("misconception-")?.split(' ').next())
                })
                .map(Iterator::collect)
                .collect();
            let listed: Vec<&[&str]> = TOPICS.iter().map(|topic| topic.misconceptions).collect();
            assert_eq!(told, listed);
        }
    }
}

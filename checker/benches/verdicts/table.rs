//! What the rounds came to: a line for each program of the exercises, and by name whatever is not as it should be.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::common::claim::Named;
use super::{Known, Round};

/// So many of the slowest are named.
const SLOWEST: usize = 5;

/// Whoever waits for a report goes on with something else after this.
const AT_ONCE: Duration = Duration::from_millis(1500);

/// The sums of one line.
#[derive(Default)]
struct Line {
    right: usize,
    all_points: usize,
    wrong: usize,
    caught: usize,
    as_claimed: usize,
    /// Of those that say what must be said of them.
    names: usize,
    named: usize,
    /// Judged in `AT_ONCE`, in each round.
    at_once: usize,
    times: Vec<Duration>,
}

/// Prints it, and tells whether everything is as it should be.
pub fn print(all: &[Known]) -> bool {
    let mut lines = BTreeMap::<String, Line>::new();
    let mut total = Line::default();
    for known in all {
        let folder = known.entry.name().split('/').next().unwrap_or_default().to_owned();
        lines.entry(folder).or_default().add(known);
        total.add(known);
    }
    println!(
        "{:<18}{:>6}{:>11}{:>7}{:>9}{:>12}{:>10}{:>10}{:>9}{:>9}",
        "", "right", "all points", "wrong", "caught", "as claimed", "named", "in 1.5 s", "median", "max"
    );
    for (name, line) in &mut lines {
        line.print(name);
    }
    total.print("all");
    slowest(all);
    let unlike = list("not as it should be", all, Known::mismatch);
    let unstable = list("not the same in every round", all, Known::changes);
    !unlike && !unstable
}

impl Line {
    fn add(&mut self, known: &Known) {
        let rounds = known.rounds.lock().expect("nobody panicked");
        let good = known.mismatch_in(&rounds).is_none();
        if known.entry.is_right() {
            self.right += 1;
            self.all_points += usize::from(good);
            return;
        }
        self.wrong += 1;
        self.as_claimed += usize::from(good);
        let judged = || rounds.iter().map(|round| round.judged.as_ref());
        self.caught += usize::from(judged().all(|judged| judged.is_ok_and(|judged| judged.status == Some(1))));
        self.at_once += usize::from(rounds.iter().all(|round| round.took <= AT_ONCE));
        self.times.extend(rounds.iter().map(|round| round.took));
        if let Some(claim) = known.entry.claim().ok().filter(|claim| claim.named != Named::Anything) {
            self.names += 1;
            self.named += usize::from(judged().all(|judged| judged.is_ok_and(|judged| claim.names(judged))));
        }
    }

    fn print(&mut self, name: &str) {
        self.times.sort();
        let of = |count: usize, all: usize| format!("{count}/{all}");
        let seconds =
            |time: Option<&Duration>| time.map_or("-".to_owned(), |time| format!("{:.2} s", time.as_secs_f64()));
        println!(
            "{name:<18}{:>6}{:>11}{:>7}{:>9}{:>12}{:>10}{:>10}{:>9}{:>9}",
            self.right,
            of(self.all_points, self.right),
            self.wrong,
            of(self.caught, self.wrong),
            of(self.as_claimed, self.wrong),
            of(self.named, self.names),
            of(self.at_once, self.wrong),
            seconds(self.times.get(self.times.len() / 2)),
            seconds(self.times.last()),
        );
    }
}

impl Known {
    /// What was expected in some round and did not come, with what came.
    fn mismatch(&self) -> Option<String> {
        self.mismatch_in(&self.rounds.lock().expect("nobody panicked"))
    }

    fn mismatch_in(&self, rounds: &[Round]) -> Option<String> {
        rounds.iter().find_map(|round| match &round.judged {
            Ok(judged) => {
                let expected = self.entry.mismatch(judged)?;
                Some(format!("expected: {expected}\n    got:      {}", judged.in_short()))
            }
            Err(error) => Some(error.clone()),
        })
    }

    /// The different things that were said of it, if there are several.
    fn changes(&self) -> Option<String> {
        let by_luck = self.entry.claim().ok().filter(|claim| claim.luck);
        let said = |round: &Round| match (&round.judged, &by_luck) {
            (Ok(judged), Some(claim)) => judged.lost_of(|check| claim.checks.contains(check)),
            (Ok(judged), None) => judged.lost_of(|_| true),
            (Err(error), _) => error.clone(),
        };
        let said: BTreeSet<String> = self.rounds.lock().expect("nobody panicked").iter().map(said).collect();
        (said.len() > 1).then(|| said.into_iter().collect::<Vec<_>>().join("\n    "))
    }

    fn slowest(&self) -> Duration {
        self.rounds.lock().expect("nobody panicked").iter().map(|round| round.took).max().unwrap_or_default()
    }
}

fn slowest(all: &[Known]) {
    let mut wrong: Vec<&Known> = all.iter().filter(|known| !known.entry.is_right()).collect();
    wrong.sort_by_key(|known| std::cmp::Reverse(known.slowest()));
    println!("\nthe slowest of the wrong ones:");
    for known in wrong.iter().take(SLOWEST) {
        println!("  {:<56}{:.2} s", known.entry.name(), known.slowest().as_secs_f64());
    }
}

/// Lists those of which `found` says something, and tells whether there are any.
fn list(title: &str, all: &[Known], found: impl Fn(&Known) -> Option<String>) -> bool {
    let found: Vec<(String, String)> =
        all.iter().filter_map(|known| Some((known.entry.name(), found(known)?))).collect();
    println!("\n{title}: {}", if found.is_empty() { "none".to_owned() } else { found.len().to_string() });
    for (name, words) in &found {
        println!("  {name}\n    {words}");
    }
    !found.is_empty()
}

//! What the head of a known-wrong program says of it:
//!
//! ```text
//! # wrong: It sends the line back without `OK ... `.
//! # only: 04.answers 04.prints
//! # named: sends-something-else
//! ```
//!
//! `only`: these checks are lost and no others. `loses`: these are lost, and others may be. Either way the first fails,
//! and the others fail or are not reached. `named` is the misconception that the report gives for the first; with `none`
//! it gives none, and says what was seen; with `-` it may give any, or none.
//!
//! Of a program that is wrong by the clock, a busy machine decides which other checks it loses. Its head says why, in
//! `luck: WHY`; what becomes of the first check is as certain as ever.
//!
//! A trap is a program for which an explanation is tempting and false. Its head says so as well: `not: NAME…`, none of
//! which the report may give for any check.

use super::{Judged, Row};

pub struct Claim {
    pub wrong: String,
    /// The checks are `only` these.
    pub only: bool,
    pub checks: Vec<String>,
    pub named: Named,
    /// The other checks that it loses are not the same each time.
    pub luck: bool,
    /// Misconceptions that may be named for no check.
    pub not: Vec<String>,
}

/// What is said about the first check that is lost.
#[derive(PartialEq, Eq)]
pub enum Named {
    This(String),
    Nothing,
    Anything,
}

impl Claim {
    /// Reads the comments that `text` begins with.
    pub fn read(text: &str) -> Result<Self, String> {
        let head: Vec<&str> = text.lines().map_while(comment).collect();
        let field = |name: &str| head.iter().find_map(|line| line.strip_prefix(name)).map(str::trim);
        let missing = |name: &str| format!("a head that says `{name}`");
        let (only, checks) = match (field("only:"), field("loses:")) {
            (Some(checks), None) => (true, checks),
            (None, Some(checks)) => (false, checks),
            _ => return Err(missing("only:` or `loses:")),
        };
        let checks: Vec<String> = checks.split_whitespace().map(str::to_owned).collect();
        if checks.is_empty() {
            return Err("a check that is lost".to_owned());
        }
        let named = field("named:").ok_or_else(|| missing("named:"))?;
        Ok(Self {
            wrong: field("wrong:").ok_or_else(|| missing("wrong:"))?.to_owned(),
            only,
            checks,
            named: match named {
                "-" => Named::Anything,
                "none" => Named::Nothing,
                name => Named::This(name.to_owned()),
            },
            luck: field("luck:").is_some(),
            not: field("not:").unwrap_or_default().split_whitespace().map(str::to_owned).collect(),
        })
    }

    /// What was claimed and is not so.
    pub fn mismatch(&self, judged: &Judged) -> Option<String> {
        let verdict = |check: &str| judged.row(check).map_or("missing", |row| row.verdict.as_str());
        let first = self.checks.first().map(String::as_str).unwrap_or_default();
        if verdict(first) != "fail" {
            return Some(format!("{first} fails"));
        }
        if let Some(kept) = self.checks.iter().find(|check| !["fail", "not-reached"].contains(&verdict(check))) {
            return Some(format!("{kept} is lost"));
        }
        // Only what is needed by a check that failed is not reached.
        let listed = |check: &str| self.checks.iter().any(|listed| listed == check);
        if let Some(row) = judged.rows.iter().find(|row| self.only && row.verdict == "fail" && !listed(&row.check)) {
            return Some(format!("{} is not lost", row.check));
        }
        let known = ["pass", "fail", "not-reached"];
        if let Some(row) = judged.rows.iter().find(|row| !known.contains(&row.verdict.as_str())) {
            return Some(format!("{} is judged", row.check));
        }
        if !self.names(judged) {
            let named = match &self.named {
                Named::This(name) => name.as_str(),
                _ => "nothing",
            };
            return Some(format!("{first} is explained by {named}"));
        }
        if let Some(row) = judged.rows.iter().find(|row| self.forbids(row)) {
            return Some(format!("{} is not explained that way", row.check));
        }
        (judged.status != Some(1)).then(|| "status 1".to_owned())
    }

    /// Whether what is said about the first check is what should be said.
    pub fn names(&self, judged: &Judged) -> bool {
        let first = self.checks.first().and_then(|first| judged.row(first));
        let misconception = first.and_then(|row| row.misconception.as_deref());
        match &self.named {
            Named::This(name) => misconception == Some(name),
            Named::Nothing => misconception.is_none(),
            Named::Anything => true,
        }
    }

    fn forbids(&self, row: &Row) -> bool {
        row.misconception.as_ref().is_some_and(|name| self.not.contains(name))
    }
}

fn comment(line: &str) -> Option<&str> {
    line.strip_prefix("//").or(line.strip_prefix('#')).map(|comment| comment.trim_start_matches('!').trim())
}

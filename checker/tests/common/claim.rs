//! What the head of a known-wrong program says of it:
//!
//! ```text
//! # wrong: It sends the line back without `OK ... `.
//! # only: 04.answers 04.prints
//! # named: sends-something-else
//! ```
//!
//! `only`: these checks are lost and no others. `loses`: these are lost, and others may be. Either way the first fails,
//! and the others fail or are not reached. `named` is the misconception that the report gives for the first; with `-`
//! it may give any, or none.

use super::Judged;

pub struct Claim {
    pub wrong: String,
    /// The checks are `only` these.
    pub only: bool,
    pub checks: Vec<String>,
    pub named: Option<String>,
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
            named: Some(named.to_owned()).filter(|name| name != "-"),
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
        let misconception = judged.row(first).and_then(|row| row.misconception.as_deref());
        match &self.named {
            Some(named) if misconception != Some(named) => Some(format!("{first} is explained by {named}")),
            _ if judged.status != Some(1) => Some("status 1".to_owned()),
            _ => None,
        }
    }
}

fn comment(line: &str) -> Option<&str> {
    line.strip_prefix("//").or(line.strip_prefix('#')).map(|comment| comment.trim_start_matches('!').trim())
}

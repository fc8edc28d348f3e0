//! The mutants that are as right as the solution, each with the reason why.

use std::collections::BTreeMap;

/// `as-right.txt`: the name of a mutant at the beginning of a line, and below it, indented, why it may have all points.
pub struct Known(BTreeMap<&'static str, String>);

impl Known {
    pub fn read() -> Self {
        let mut known = BTreeMap::<&str, String>::new();
        let mut names: Vec<&str> = Vec::new();
        for line in include_str!("as-right.txt").lines().filter(|line| !line.starts_with('#')) {
            match line.strip_prefix("    ") {
                Some(reason) => names.iter().for_each(|name| *known.entry(name).or_default() += reason.trim()),
                None if line.is_empty() => names.clear(),
                None => names.push(line),
            }
        }
        let reasonless = names.iter().find(|name| !known.contains_key(**name));
        assert!(reasonless.is_none(), "{reasonless:?} has no reason");
        Self(known)
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().copied()
    }
}

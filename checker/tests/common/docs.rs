//! What stands in the documentation and is made by a command: it must be what the command makes now. `make docs`
//! (`UPDATE_DOCS=1`) writes what is not; what changed is then read in the diff.

use std::fs;

use super::repository;

pub fn is_update() -> bool {
    std::env::var_os("UPDATE_DOCS").is_some()
}

/// Holds what stands between `begin` and `end` in a page, one time after another, to `blocks`. `same` tells whether two
/// are the same but for what differs from run to run.
pub fn hold(page: &str, (begin, end): (&str, &str), blocks: &[String], same: impl Fn(&str, &str) -> bool) {
    let path = repository().join(page);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{page}: {error}"));
    assert_eq!(text.matches(begin).count(), blocks.len(), "{page}: how often there is {begin}");
    let mut parts = text.split(begin);
    let mut new = parts.next().unwrap_or_default().to_owned();
    for (part, block) in parts.zip(blocks) {
        let (old, rest) = part.split_once(end).unwrap_or_else(|| panic!("{page}: there is no {end}"));
        let same = same(old, block);
        assert!(same || is_update(), "{page} is behind: see `make docs`\n\n{old}\n\n{block}");
        new.extend([begin, if same { old } else { block }, end, rest]);
    }
    if new != text {
        fs::write(&path, new).unwrap_or_else(|error| panic!("{page}: {error}"));
    }
}

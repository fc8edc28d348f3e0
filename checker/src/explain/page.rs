//! The pages of `checker explain`.

use crate::catalog::EXERCISES;
use crate::exercises::Check;
use crate::texts::Texts;

/// The misconceptions that have a page, in the order of the alphabet.
const MISCONCEPTIONS: &[&str] = &[
    "believes-any-answer",
    "binds-every-address",
    "binds-loopback-only",
    "decodes-the-file",
    "descriptor-left-open",
    "dies-of-a-broken-pipe",
    "dies-of-a-reset",
    "dies-of-icmp",
    "does-not-compile",
    "ends-after-one",
    "ends-with-its-input",
    "ends-without-an-error",
    "error-status",
    "first-address-only",
    "follows-the-link",
    "forgets-the-newline",
    "forgets-to-forget",
    "header-in-one-read",
    "ignores-half-close",
    "ignores-its-arguments",
    "insists-on-utf-8",
    "ipv4-only",
    "keeps-the-carriage-return",
    "keeps-the-newline",
    "leaves-half-a-file",
    "line-too-short-buffer",
    "line-without-sender",
    "little-endian-length",
    "lock-held-while-writing",
    "loses-the-last-line",
    "mixes-lines",
    "never-says-goodbye",
    "new-buffer-for-each-line",
    "no-reuse-address",
    "not-connecting",
    "not-listening",
    "one-client-at-a-time",
    "one-client-only",
    "one-line-only",
    "one-read-is-one-message",
    "one-slow-reader-holds-up-all",
    "one-write-is-one-read",
    "panics",
    "part-left-to-write",
    "path-in-the-name",
    "port-in-the-prefix",
    "prints-something-else",
    "prints-without-end",
    "queue-without-bound",
    "reads-all-input-first",
    "reads-the-whole-file",
    "resets-instead-of-closing",
    "runs-ahead",
    "sender-hears-itself",
    "sender-told-by-ip-only",
    "sends-something-else",
    "silent-error",
    "sleeps-between",
    "spins-on-a-closed-connection",
    "stdin-end-stops-server",
    "stdout-not-flushed",
    "stops-at-an-empty-line",
    "stops-itself",
    "takes-all-memory",
    "thread-left-over",
    "trims-the-line",
    "truncates-datagrams",
    "trusts-the-name",
    "trusts-the-size",
    "usage-status",
    "waits-for-ever-on-a-closed-connection",
    "waits-for-input-first",
    "waits-for-its-turn",
    "waits-for-itself",
    "waits-for-the-viewer",
    "writes-in-place",
    "wrong-address-shown",
    "wrong-byte-order-port",
];

#[cfg(test)]
pub fn misconceptions() -> &'static [&'static str] {
    MISCONCEPTIONS
}

/// The page of a check, `04.silent-client`, or of a misconception, `keeps-the-newline`: its name and headline, an
/// empty line, and paragraphs of which those indented by four are examples.
pub fn page(name: &str, texts: &Texts) -> Option<String> {
    match checks().find(|check| check.name == name) {
        Some(check) => of_check(check, texts),
        None => of_misconception(name, texts),
    }
}

/// The names that are closest to one that nobody knows, the closest first.
pub fn closest(name: &str) -> Vec<&'static str> {
    let known = checks().map(|check| check.name).chain(MISCONCEPTIONS.iter().copied());
    let mut close: Vec<(usize, &str)> = known
        .map(|known| (distance(name, known), known))
        .filter(|(distance, known)| *distance <= 1 + known.len() / 4 || is_part(name, known))
        .collect();
    close.sort();
    close.into_iter().take(3).map(|(_, known)| known).collect()
}

/// `silent-client` means `04.silent-client`; parts of a word mean too much.
fn is_part(name: &str, known: &str) -> bool {
    name.len() >= 4 && known.contains(name)
}

fn checks() -> impl Iterator<Item = &'static Check> {
    EXERCISES.iter().flat_map(|exercise| exercise.checks)
}

fn of_check(check: &Check, texts: &Texts) -> Option<String> {
    let page = texts.check_page(check)?;
    let by_hand = match check.by_hand {
        Some(line) => format!("\n\n{}\n\n    {line}", texts.text_of("label-by-hand", &[])),
        None => String::new(),
    };
    Some(format!("{}: {}\n\n{page}{by_hand}\n", check.name, texts.purpose(check)))
}

fn of_misconception(name: &str, texts: &Texts) -> Option<String> {
    let known = MISCONCEPTIONS.iter().find(|known| **known == name)?;
    let id = format!("misconception-{known}");
    let page = texts.attribute(&id, "page")?;
    Some(format!("{known}: {}\n\n{page}\n", texts.text_of(&id, &[])))
}

/// How many letters are to be put in, taken out or changed to make one word the other (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut diagonal = at;
        row[0] = at + 1;
        for (column, known) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *known);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

//! Whether the bytes that came are those that the contract asks for.

/// What U+FFFD looks like in UTF-8.
const REPLACEMENT: &[u8] = "\u{FFFD}".as_bytes();

/// How far bytes agree with what is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// All that is wanted is there, in this many bytes.
    Full(usize),
    /// What is there is right, and more is to come.
    SoFar,
    /// The first difference is at this offset.
    Differs(usize),
}

/// Byte by byte; but one U+FFFD that is wanted agrees with any number of them: how many stand for a run of bytes
/// that are no UTF-8 differs from language to language.
pub fn agreement(wanted: &[u8], came: &[u8]) -> Agreement {
    // Nearly always it is as simple as this, and a line may be 1 MiB long.
    if came.starts_with(wanted) && !wanted.ends_with(REPLACEMENT) {
        return Agreement::Full(wanted.len());
    }
    if wanted.starts_with(came) {
        return Agreement::SoFar;
    }
    let (mut w, mut c) = (0, 0);
    while w < wanted.len() {
        if c == came.len() {
            return Agreement::SoFar;
        }
        if wanted[w] != came[c] {
            return Agreement::Differs(c);
        }
        if wanted[w..].starts_with(REPLACEMENT) && came[c..].starts_with(REPLACEMENT) {
            w = after_replacements(wanted, w);
            c = after_replacements(came, c);
        } else {
            w += 1;
            c += 1;
        }
    }
    Agreement::Full(c)
}

fn after_replacements(bytes: &[u8], mut at: usize) -> usize {
    while bytes[at..].starts_with(REPLACEMENT) {
        at += REPLACEMENT.len();
    }
    at
}

/// The best agreement with any of several answers that are all right, and with which.
pub fn best<'a>(wanted: &'a [Vec<u8>], came: &[u8]) -> (Agreement, &'a [u8]) {
    let rank = |agreement: &Agreement| match agreement {
        Agreement::Full(length) => (2, *length),
        Agreement::SoFar => (1, 0),
        Agreement::Differs(at) => (0, *at),
    };
    wanted
        .iter()
        .map(|one| (agreement(one, came), one.as_slice()))
        // The last of those that agree as well is the first that was given.
        .rev()
        .max_by_key(|(agreement, _)| rank(agreement))
        .unwrap_or((Agreement::Full(0), &[]))
}

/// Where the first of these answers stands in what came, at `from` or later: the offset after it. Or else the offset
/// before which it will never be, whatever else may come.
pub fn find(wanted: &[Vec<u8>], came: &[u8], from: usize) -> Result<usize, usize> {
    // U+FFFD aside, nothing shorter can hold it: this spares most of the work while something long is coming.
    let shortest = wanted.iter().filter(|one| !one.ends_with(REPLACEMENT)).map(Vec::len).min().unwrap_or(0);
    let end = came.len().checked_sub(shortest).map_or(from, |last| last + 1);
    let mut undecided = None;
    for start in from..end {
        match best(wanted, &came[start..]).0 {
            Agreement::Full(length) => return Ok(start + length),
            Agreement::SoFar => undecided = undecided.or(Some(start)),
            Agreement::Differs(_) => {}
        }
    }
    Err(undecided.unwrap_or(end.max(from)))
}

/// The line in what came to which the byte before this place belongs, with its end.
pub fn line_around(came: &[u8], place: usize) -> &[u8] {
    let within = place.saturating_sub(1).min(came.len());
    let start = memchr::memrchr(b'\n', &came[..within]).map_or(0, |at| at + 1);
    let end = memchr::memchr(b'\n', &came[within..]).map_or(came.len(), |at| within + at + 1);
    &came[start..end]
}

/// The line in what came that would be one of these answers, were it not for its blanks; the answer, and where they
/// differ.
pub fn in_other_blanks<'a, 'b>(wanted: &'a [Vec<u8>], came: &'b [u8]) -> Option<(&'b [u8], &'a [u8], usize)> {
    let ink = |line: &[u8]| -> Vec<u8> { line.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect() };
    let inked: Vec<Vec<u8>> = wanted.iter().map(|one| ink(one)).collect();
    let mut lines = came.split_inclusive(|byte| *byte == b'\n').filter(|line| line.ends_with(b"\n"));
    lines.find_map(|line| {
        let same = inked.iter().position(|one| !one.is_empty() && *one == ink(line))?;
        match agreement(&wanted[same], line) {
            Agreement::Differs(at) => Some((line, wanted[same].as_slice(), at)),
            _ => None,
        }
    })
}

/// The line in what came that is nearest to one of these answers: its offset, the answer, and how much they agree.
pub fn nearest<'a>(wanted: &'a [Vec<u8>], came: &[u8]) -> (usize, &'a [u8], usize) {
    let starts = std::iter::once(0).chain(came.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(at, _)| at + 1));
    let agrees = |start: usize| match best(wanted, &came[start..]) {
        (Agreement::Differs(at), answer) => (start, answer, at),
        (_, answer) => (start, answer, came.len() - start),
    };
    starts.map(agrees).max_by_key(|(start, _, agreed)| (*agreed, *start == 0)).unwrap_or((0, &[], 0))
}

/// Where nothing but the line's end is missing, another line, of which the address shows, follows at once: it is cut off.
pub fn without_what_follows(wanted: &[Vec<u8>], mut came: Vec<u8>) -> Vec<u8> {
    let mut without_end = wanted.iter().filter_map(|line| line.strip_suffix(b"\n"));
    // The addresses of one network begin in the same way.
    let follows =
        |line: &&[u8]| came.strip_prefix(*line).is_some_and(|rest| rest.starts_with(&line[..line.len().min(4)]));
    if let Some(line) = without_end.find(follows) {
        came.truncate(line.len());
    }
    came
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_its_end_with_it() {
        for place in 3..=5 {
            assert_eq!(line_around(b"a\nbc\nd", place), b"bc\n", "{place}");
        }
        assert_eq!(line_around(b"a\nbc\nd", 1), b"a\n");
        assert_eq!(line_around(b"a\nbc\nd", 6), b"d");
        assert_eq!(line_around(b"", 0), b"");
    }

    #[test]
    fn any_number_of_replacements_stands_for_one() {
        let wanted = "caf\u{FFFD} noir\n".as_bytes();
        assert_eq!(agreement(wanted, "caf\u{FFFD}\u{FFFD} noir\n".as_bytes()), Agreement::Full(15));
        assert_eq!(agreement(wanted, b"caf\xe9 noir\n"), Agreement::Differs(3));
        assert_eq!(agreement(wanted, "caf\u{FFFD}".as_bytes()), Agreement::SoFar);
    }
}

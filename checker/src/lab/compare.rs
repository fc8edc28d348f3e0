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
        .max_by_key(|(agreement, _)| rank(agreement))
        .unwrap_or((Agreement::Full(0), &[]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_number_of_replacements_stands_for_one() {
        let wanted = "caf\u{FFFD} noir\n".as_bytes();
        assert_eq!(agreement(wanted, "caf\u{FFFD}\u{FFFD} noir\n".as_bytes()), Agreement::Full(16));
        assert_eq!(agreement(wanted, b"caf\xe9 noir\n"), Agreement::Differs(3));
        assert_eq!(agreement(wanted, "caf\u{FFFD}".as_bytes()), Agreement::SoFar);
    }
}

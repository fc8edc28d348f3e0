//! What the checks of the image transfer suspect when they fail.

use super::Suspect;
use crate::verdict::{Bytes, Evidence, Finding};

const fn suspect(misconception: &'static str, fits: fn(&Evidence) -> bool) -> Suspect {
    Suspect { misconception, fits }
}

// The header.

/// To whom N is little-endian, each name is far too long. What the system refuses has another reason.
pub const LITTLE_ENDIAN_LENGTH: Suspect = suspect("little-endian-length", |e| {
    let of_the_system =
        ["Errno", "os error", "No such file", "denied", "not permitted", "exists", "directory", "device", "ead-only"];
    e.expected("bytes") && e.came_has(b"ERR") && !of_the_system.iter().any(|words| e.came_has(words.as_bytes()))
});
pub const LITTLE_ENDIAN_SENT: Suspect = suspect("little-endian-length", |e| {
    let (Some([length, name, size]), Some(came)) = (header(e), &e.came) else { return false };
    let swapped = |number: &[u8]| number.iter().rev().copied().collect::<Vec<u8>>();
    let size_alone = [length, name, &swapped(size)].concat();
    came.head.starts_with(&swapped(length)) || came.head.starts_with(&size_alone)
});
/// The name is in it, and not the right header around it.
pub const HEADER_NOT_AS_AGREED: Suspect = suspect("header-not-as-agreed", |e| {
    let differs = |[length, name, size]: [&[u8]; 3]| {
        let came = e.came.as_ref().filter(|came| !came.head.starts_with(&[length, name, size].concat()));
        came.is_some() && e.came_has(name)
    };
    e.expected("bytes") && !e.came_is_prefix() && header(e).is_some_and(differs) && !(LITTLE_ENDIAN_SENT.fits)(e)
});
/// All was sent, even the end, and it waits for more than was announced.
pub const EXPECTS_MORE: Suspect =
    suspect("header-not-as-agreed", |e| e.expected("bytes") && e.nothing_came() && e.stalled() && e.waits_on_tcp());
/// What stands for the number of bytes is the number of letters.
pub const COUNTS_CHARACTERS: Suspect = suspect("counts-characters", |e| {
    let length = |bytes: &Option<Bytes>| bytes.as_ref().and_then(|bytes| bytes.head.first_chunk()).copied();
    let [Some(wanted), came] = [length(&e.wanted), length(&e.came)] else { return false };
    let wanted = usize::from(u16::from_be_bytes(wanted));
    let name = e.wanted.as_ref().and_then(|bytes| bytes.head.get(2..2 + wanted)).unwrap_or_default();
    let letters = String::from_utf8_lossy(name).chars().count();
    letters < wanted && came.map(|came| usize::from(u16::from_be_bytes(came))) == Some(letters)
});
/// The number that came is what is left of the right one in 32 bits.
pub const SIZE_IN_32_BITS: Suspect = suspect("size-in-32-bits", |e| {
    let (Some(wanted), Some(came)) = (&e.wanted, &e.came) else { return false };
    let Some((start, size)) = wanted.head.split_last_chunk::<8>() else { return false };
    let low = (u64::from_be_bytes(*size) & u64::from(u32::MAX)).to_be_bytes();
    low != *size && came.head.starts_with(&[start, &low].concat())
});
pub const SENDS_MORE: Suspect = suspect("sends-something-else", |e| e.expected("nothing-more") && e.unwanted());
/// It waits for the answer, and the file has not gone out.
pub const SENDS_ONE_PIECE: Suspect =
    suspect("sends-one-piece", |e| e.expected("bulk") && e.stalled() && e.waits_on_tcp());
pub const HEADER_IN_ONE_READ: Suspect = suspect("header-in-one-read", |_| true);
pub const WAITS_FOR_THE_END: Suspect = suspect("reads-until-closed", |e| e.said("answers-at-the-end"));
pub const PATH_IN_THE_NAME: Suspect = suspect("path-in-the-name", |e| e.came_has(b"/"));
pub const TRUSTS_THE_NAME: Suspect = suspect("trusts-the-name", |e| {
    let taken = e.expected("bytes") && e.came_has(b"OK") && !(CHANGES_A_BAD_NAME.fits)(e);
    e.expected("folder-as-before") || taken || e.nothing_came() && e.closed()
});
/// It was answered `OK` and printed under another name than the one that was sent.
pub const CHANGES_A_BAD_NAME: Suspect = suspect("changes-the-name", |e| {
    let shown_otherwise = |bytes: &Bytes| {
        let length = bytes.head.first_chunk().map_or(0, |length| usize::from(u16::from_be_bytes(*length)));
        // Of a long one the beginning will do.
        let name = bytes.head.get(2..bytes.head.len().min(2 + length).min(200)).unwrap_or_default();
        e.has_shown_since_without(name)
    };
    e.expected("bytes") && e.came_has(b"OK") && e.told_last().is_some_and(shown_otherwise)
});
/// It was answered `OK`, and no file is there that has it.
pub const CHANGES_THE_NAME: Suspect =
    suspect("changes-the-name", |e| e.expected("file") && e.said("no-file") && e.runs());
/// What was there was taken for the whole.
pub const SIZE_CUT_SHORT: Suspect = suspect("size-in-32-bits", |e| {
    let below_2_63 = |bytes: &Bytes| bytes.head.get(2 + "huge.png".len()).is_some_and(|byte| *byte < 0x80);
    e.expected("bytes") && e.came_has(b"OK") && e.told_last().is_some_and(below_2_63)
});
pub const TRUSTS_THE_SIZE: Suspect = suspect("trusts-the-size", |e| {
    let says_so = e.stderr_has("MemoryError") || e.stderr_has("OverflowError");
    e.said("memory")
        || e.ended()
        || e.closed() && (says_so || !e.runs())
        || e.finding == Finding::TooMuchMemory
        || e.said("refused")
});

// The file.

pub const DECODES_THE_FILE: Suspect = suspect("decodes-the-file", |e| {
    let about_text = ["UTF-8", "utf-8", "UnicodeDecodeError"].iter().any(|text| e.stderr_has(text));
    about_text || e.came_has("\u{FFFD}".as_bytes())
});
pub const READS_THE_WHOLE_FILE: Suspect = suspect("reads-the-whole-file", |e| {
    e.said("memory") || e.finding == Finding::TooMuchMemory || e.stderr_has("MemoryError")
});
pub const WRITES_IN_PLACE: Suspect = suspect("writes-in-place", |e| e.expected("file-whole"));
pub const REMOVES_THE_OLD_FIRST: Suspect = suspect("removes-the-old-first", |e| e.expected("file-kept"));
pub const LEAVES_HALF_A_FILE: Suspect = suspect("leaves-half-a-file", |e| e.expected("folder-as-before"));
pub const FOLLOWS_THE_LINK: Suspect = suspect("follows-the-link", |e| e.expected("folder-as-before"));
pub const DESCRIPTOR_LEFT_OPEN: Suspect = suspect("descriptor-left-open", |e| e.said("descriptors"));
/// It was answered, and the receiver waits for the next; somebody still has the connection.
pub const INHERITS_THE_CONNECTION: Suspect =
    suspect("inherits-the-connection", |e| e.expected("end") && e.waited_in_vain() && e.waits_on_listener());
pub const WAITS_FOR_THE_VIEWER: Suspect =
    suspect("waits-for-the-viewer", |e| e.expected("bytes") && e.nothing_came() && e.waited_in_vain());

/// One that has served many ends for another reason.
pub const ENDS_WITH_THE_FIRST: Suspect =
    suspect("ends-after-one", |e| (super::ENDS_WITH_ITS_CLIENT.fits)(e) && e.times_said() < 8);
/// Its time limit ran out, which is no error of the connection.
pub const GIVES_UP_A_SILENT_SENDER: Suspect =
    suspect("cuts-off-the-silent", |e| e.runs() && e.expected("bytes") && (e.closed() || e.came_has(b"ERR")));
pub const DOES_NOT_REPLACE: Suspect =
    suspect("does-not-replace", |e| e.runs() && (e.came_len() > 0 || e.expected("file") || e.expected("folder-holds")));
pub const ONE_PART_FOR_A_NAME: Suspect = suspect("one-part-for-a-name", |e| {
    e.runs() && (e.came_has(b"ERR") || e.expected("file") || e.expected("file-whole") || e.expected("folder-holds"))
});
pub const MAKES_NO_FOLDER: Suspect = suspect("makes-no-folder", |e| {
    let is_missing = ["No such file", "FileNotFoundError", "ENOENT"].iter().any(|text| e.stderr_has(text));
    e.came_has(b"No such file") || is_missing
});
pub const REFUSES_GOOD_NAMES: Suspect = suspect("refuses-good-names", |e| e.came_has(b"ERR"));
pub const DIES_OF_A_FAILED_WRITE: Suspect = suspect("dies-of-a-failed-write", |e| e.ended() || e.closed() && !e.runs());
pub const REFUSES_WITHOUT_A_WORD: Suspect =
    suspect("refuses-without-a-word", |e| e.nothing_came() && e.closed() && e.runs());
pub const EMPTY_FILE_IS_REFUSED: Suspect = suspect("empty-is-no-error", |e| {
    let of_nothing = e.wanted.as_ref().is_some_and(|wanted| wanted.head == b"OK 0");
    let sends_nothing = e.programs.last().is_some_and(|program| program.command.contains("empty.png"));
    of_nothing && e.came_has(b"ERR") || sends_nothing && e.gave_up()
});

// The viewer.

pub const LINE_FOR_A_SHELL: Suspect = suspect("line-for-a-shell", was_read_by_a_shell);
pub const VIEWER_WITHOUT_THE_PATH: Suspect =
    suspect("viewer-without-the-path", |e| e.said("viewer") && !was_read_by_a_shell(e));

/// The path came in several words, or `$HOME` in it for something else.
fn was_read_by_a_shell(evidence: &Evidence) -> bool {
    let about = |what: &str| evidence.about(what).unwrap_or_default();
    let (first, path) = (about("first"), about("path"));
    let beginning = path.split('$').next().unwrap_or_default();
    let expanded = path.contains('$') && first.starts_with(beginning) && !first.contains('$');
    evidence.said("viewer") && (!["", "0", "1"].contains(&about("count")) || expanded)
}

// What is printed, and the answer.

pub const ANSWERS_SOMETHING_ELSE: Suspect = suspect("sends-something-else", |e| {
    let unlike_ok = e.expected("bytes") && e.came_has(b"OK") && !e.came_is_prefix() && !e.came_has(b"\r\n");
    unlike_ok || e.expected("refusal") && e.said("another-line") && e.came_has(b"\n")
});
pub const LEAVES_THE_CLOSING: Suspect = suspect("waits-for-the-other-to-close", |e| {
    e.expected("end") && e.waited_in_vain() && e.runs() && e.waits_on_tcp()
});

/// Others were printed.
pub const SHOWS_NO_EMPTY_FILE: Suspect = suspect("skips-what-is-empty", lacks_the_empty_file);
pub const PRINTS_ANOTHER_LINE: Suspect = suspect("prints-something-else", |e| {
    (super::super::suspicion::PRINTS_ANOTHER_LINE.fits)(e) && !lacks_the_empty_file(e)
});

fn lacks_the_empty_file(evidence: &Evidence) -> bool {
    evidence.expected("shows") && evidence.wanted_has(b" empty.png 0") && !evidence.came_has(b"empty.png")
}

pub const PORT_IN_THE_PREFIX: Suspect =
    suspect("port-in-the-prefix", |e| e.expected("shows") && e.came_has(b"127.0.0.2:"));
pub const ANSWERS_ONE_READ: Suspect = suspect("one-read-is-one-message", Evidence::ended);
/// It was refused before anything was sent.
pub const REFUSES_A_GOOD_NAME: Suspect = suspect("refuses-good-names", |e| e.expected("connection") && e.gave_up());
/// Nothing was given: another file, or another folder, is the one that stands in the program.
pub const OTHER_FILE: Suspect = suspect("other-default", |e| {
    let another = [".png", ".jpg", ".jpeg"].iter().any(|end| e.stderr_has(end)) && !e.stderr_has("image.png");
    (e.expected("connection") || e.expected("stderr-names")) && another
});
pub const OTHER_FOLDER: Suspect = suspect("other-default", |e| e.expected("file") && e.said("no-file"));
pub const BELIEVES_ANY_ANSWER: Suspect = suspect("believes-any-answer", |e| e.exited_with(0));
/// It has failed as it should, and its complaint is not the receiver's.
pub const SWALLOWS_THE_REASON: Suspect =
    suspect("swallows-the-reason", |e| e.expected("stderr-names") && e.said("stderr"));
pub const ENDS_WITHOUT_AN_ERROR: Suspect = suspect("ends-without-an-error", |e| e.exited_with(0));

/// The parts of the header that was wanted: the length of the name, the name, the size.
fn header(evidence: &Evidence) -> Option<[&[u8]; 3]> {
    let (length, rest) = evidence.wanted.as_ref()?.head.split_at_checked(2)?;
    let (name, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(length.try_into().ok()?)))?;
    Some([length, name, rest.get(..8)?])
}

//! What the checks of the image transfer suspect when they fail.

use super::Suspect;
use crate::verdict::{Evidence, Finding};

const fn suspect(misconception: &'static str, fits: fn(&Evidence) -> bool) -> Suspect {
    Suspect { misconception, fits }
}

// The header.

/// To whom N is little-endian, each name is far too long.
pub const LITTLE_ENDIAN_LENGTH: Suspect =
    suspect("little-endian-length", |e| e.expected("bytes") && e.came_has(b"ERR"));
pub const LITTLE_ENDIAN_SENT: Suspect = suspect("little-endian-length", |e| {
    let head =
        |bytes: &Option<crate::verdict::Bytes>| bytes.as_ref().and_then(|bytes| bytes.head.get(..2)?.try_into().ok());
    let swapped = |[one, two]: [u8; 2]| [two, one];
    head(&e.wanted).is_some_and(|wanted: [u8; 2]| head(&e.came) == Some(swapped(wanted)))
});
pub const HEADER_IN_ONE_READ: Suspect = suspect("header-in-one-read", |_| true);
pub const WAITS_FOR_THE_END: Suspect = suspect("reads-all-input-first", |e| e.said("answers-at-the-end"));
pub const PATH_IN_THE_NAME: Suspect = suspect("path-in-the-name", |e| e.came_has(b"/"));
pub const TRUSTS_THE_NAME: Suspect = suspect("trusts-the-name", |e| {
    e.expected("folder-as-before") || e.expected("bytes") && e.came_has(b"OK") || e.nothing_came() && e.closed()
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
pub const LEAVES_HALF_A_FILE: Suspect = suspect("leaves-half-a-file", |e| e.expected("folder-as-before"));
pub const FOLLOWS_THE_LINK: Suspect = suspect("follows-the-link", |e| e.expected("folder-as-before"));
pub const DESCRIPTOR_LEFT_OPEN: Suspect = suspect("descriptor-left-open", |e| e.said("descriptors"));
pub const WAITS_FOR_THE_VIEWER: Suspect =
    suspect("waits-for-the-viewer", |e| e.expected("bytes") && e.nothing_came() && e.waited_in_vain());

// What is printed, and the answer.

pub const PORT_IN_THE_PREFIX: Suspect =
    suspect("port-in-the-prefix", |e| e.expected("shows") && e.came_has(b"127.0.0.2:"));
pub const ANSWERS_ONE_READ: Suspect = suspect("one-read-is-one-message", Evidence::ended);
pub const BELIEVES_ANY_ANSWER: Suspect = suspect("believes-any-answer", |e| e.exited_with(0));
pub const ENDS_WITHOUT_AN_ERROR: Suspect = suspect("ends-without-an-error", |e| e.exited_with(0));

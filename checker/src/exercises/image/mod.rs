//! 06 Image transfer: `image-sender [SERVER [FILE]]` and `image-receiver [BIND [DIR [VIEWER]]]`.
//!
//! Not judged from outside, as the contract leaves it open: control characters in names, whether a transfer that
//! breaks off is answered, whether a size that nobody has is refused or waited for, and whether the sender closes its
//! writing side after the file.

mod answers;
mod receiver;
mod robust;
mod sender;
mod suspicion;

use super::suspicion::{
    BINDS_LOOPBACK_ONLY, ENDS_WITH_ITS_CLIENT, FIRST_ADDRESS_ONLY, GOES_ON_AFTER_AN_ERROR, IGNORES_ITS_ARGUMENTS,
    IPV4_ONLY, LISTENS_EVERYWHERE, NO_REUSE_ADDRESS, ONE_CLIENT_AT_A_TIME, ONE_CLIENT_ONLY, OTHER_DEFAULT,
    PRINTS_ON_STDERR, PRINTS_SOMETHING_ELSE, SHARES_ITS_PORT, SHOWS_NOTHING, STDIN_END_STOPS_IT, STDOUT_NOT_FLUSHED,
    SURPLUS_ARGUMENTS, TAKES_ANOTHER_PORT, TAKES_NO_NAME, TEXT_TAKEN_FOR_A_FORMAT, TRIES_FOR_EVER, TURNS_SOME_AWAY,
    WAITS_BEFORE_SPEAKING, WRONG_ADDRESS_SHOWN,
};
use super::{Check, Exercise, Suspect, Texts};
use crate::lab::{Bulk, Lab, Step};
use suspicion::{
    ANSWERS_ONE_READ, ANSWERS_SOMETHING_ELSE, BELIEVES_ANY_ANSWER, CHANGES_A_BAD_NAME, CHANGES_THE_NAME,
    COUNTS_CHARACTERS, DECODES_THE_FILE, DESCRIPTOR_LEFT_OPEN, DIES_OF_A_FAILED_WRITE, DOES_NOT_REPLACE,
    EMPTY_FILE_IS_REFUSED, ENDS_WITH_THE_FIRST, ENDS_WITHOUT_AN_ERROR, EXPECTS_MORE, FOLLOWS_THE_LINK,
    GIVES_UP_A_SILENT_SENDER, HEADER_IN_ONE_READ, HEADER_NOT_AS_AGREED, INHERITS_THE_CONNECTION, LEAVES_HALF_A_FILE,
    LEAVES_THE_CLOSING, LINE_FOR_A_SHELL, LITTLE_ENDIAN_LENGTH, LITTLE_ENDIAN_SENT, MAKES_NO_FOLDER,
    ONE_PART_FOR_A_NAME, OTHER_FILE, OTHER_FOLDER, PATH_IN_THE_NAME, PORT_IN_THE_PREFIX, PRINTS_ANOTHER_LINE,
    READS_THE_WHOLE_FILE, REFUSES_A_GOOD_NAME, REFUSES_GOOD_NAMES, REFUSES_WITHOUT_A_WORD, REMOVES_THE_OLD_FIRST,
    SENDS_MORE, SENDS_ONE_PIECE, SHOWS_NO_EMPTY_FILE, SIZE_CUT_SHORT, SIZE_IN_32_BITS, SWALLOWS_THE_REASON,
    TRUSTS_THE_NAME, TRUSTS_THE_SIZE, VIEWER_WITHOUT_THE_PATH, WAITS_FOR_THE_END, WAITS_FOR_THE_VIEWER,
    WRITES_IN_PLACE,
};

pub const IMAGE: Exercise = Exercise {
    number: 6,
    name: "image",
    programs: &["image-sender", "image-receiver"],
    checks: &[
        // The receiver.
        receiver("06.receives", 5, receiver::saves_and_answers)
            .by_hand("printf '\\0\\5a.txt\\0\\0\\0\\0\\0\\0\\0\\3abc' | nc -q 1 127.0.0.1 6001")
            .suspects(&[
                IGNORES_ITS_ARGUMENTS,
                LITTLE_ENDIAN_LENGTH,
                WAITS_FOR_THE_END,
                EXPECTS_MORE,
                ANSWERS_SOMETHING_ELSE,
            ]),
        receiver("06.answers", 2, answers::answers_with_a_line)
            .needs(RECEIVES)
            .suspects(&[ANSWERS_SOMETHING_ELSE, LEAVES_THE_CLOSING]),
        receiver("06.one-after-another", 2, robust::takes_one_after_another).needs(RECEIVES).suspects(&[
            DESCRIPTOR_LEFT_OPEN,
            ENDS_WITH_THE_FIRST,
            ONE_CLIENT_ONLY,
        ]),
        receiver("06.prints", 3, answers::prints).needs(RECEIVES).suspects(&[
            PORT_IN_THE_PREFIX,
            WRONG_ADDRESS_SHOWN,
            SHOWS_NO_EMPTY_FILE,
            PRINTS_ANOTHER_LINE,
            PRINTS_ON_STDERR,
            SHOWS_NOTHING,
        ]),
        receiver("06.prints-nothing-else", 1, answers::prints_nothing_else)
            .needs(PRINTS)
            .suspects(&[TEXT_TAKEN_FOR_A_FORMAT, PRINTS_SOMETHING_ELSE]),
        receiver("06.shown-at-once", 2, answers::shows_at_once).needs(PRINTS).suspects(&[STDOUT_NOT_FLUSHED]),
        receiver("06.any-file", 3, receiver::takes_any_file)
            .needs(NEXT)
            .suspects(&[EMPTY_FILE_IS_REFUSED, DECODES_THE_FILE]),
        receiver("06.header-in-pieces", 4, receiver::puts_the_header_together)
            .needs(RECEIVES)
            .suspects(&[HEADER_IN_ONE_READ]),
        receiver("06.large", 2, receiver::takes_a_large_file).needs(&["06.any-file"]).suspects(&[READS_THE_WHOLE_FILE]),
        receiver("06.breaks-off", 4, robust::leaves_nothing_of_what_breaks_off)
            .needs(&["06.one-after-another", "06.header-in-pieces"])
            .suspects(&[LEAVES_HALF_A_FILE, ENDS_WITH_ITS_CLIENT]),
        receiver("06.replaces", 3, receiver::replaces_a_file).needs(NEXT).suspects(&[DOES_NOT_REPLACE]),
        receiver("06.complete-or-not", 4, robust::shows_no_half_file)
            .needs(&["06.replaces"])
            .suspects(&[WRITES_IN_PLACE, REMOVES_THE_OLD_FIRST]),
        receiver("06.same-name", 1, receiver::takes_one_name_twice_at_once)
            .needs(&["06.replaces"])
            .suspects(&[ONE_PART_FOR_A_NAME]),
        receiver("06.bad-names", 5, robust::refuses_bad_names)
            .needs(NEXT)
            .suspects(&[CHANGES_A_BAD_NAME, TRUSTS_THE_NAME]),
        receiver("06.good-names", 2, receiver::takes_good_names)
            .needs(NEXT)
            .suspects(&[REFUSES_GOOD_NAMES, CHANGES_THE_NAME]),
        receiver("06.symlink", 1, robust::does_not_follow_a_link).needs(&["06.replaces"]).suspects(&[FOLLOWS_THE_LINK]),
        receiver("06.huge-size", 3, robust::does_not_believe_a_size).needs(NEXT).suspects(&[
            SIZE_CUT_SHORT,
            TRUSTS_THE_SIZE,
            REFUSES_WITHOUT_A_WORD,
        ]),
        receiver("06.disk-full", 2, robust::tells_that_it_cannot_write)
            .needs(NEXT)
            .suspects(&[DIES_OF_A_FAILED_WRITE, REFUSES_WITHOUT_A_WORD]),
        receiver("06.makes-folder", 1, receiver::makes_its_folder).needs(RECEIVES).suspects(&[MAKES_NO_FOLDER]),
        receiver("06.ten-at-once", 1, robust::takes_ten_at_once).needs(NEXT).suspects(&[TURNS_SOME_AWAY]),
        receiver("06.viewer", 3, receiver::runs_the_viewer).needs(NEXT).suspects(&[
            INHERITS_THE_CONNECTION,
            WAITS_FOR_THE_VIEWER,
            LINE_FOR_A_SHELL,
            VIEWER_WITHOUT_THE_PATH,
        ]),
        receiver("06.no-viewer", 1, receiver::does_without_a_viewer).needs(NEXT),
        receiver("06.stdin-ends", 1, receiver::outlives_its_stdin).needs(RECEIVES).suspects(&[STDIN_END_STOPS_IT]),
        receiver("06.port-in-use", 1, receiver::tells_that_the_port_is_in_use).needs(RECEIVES).suspects(&[
            TRIES_FOR_EVER,
            TAKES_ANOTHER_PORT,
            SHARES_ITS_PORT,
        ]),
        receiver("06.restarts-at-once", 1, receiver::restarts_at_once).needs(RECEIVES).suspects(&[NO_REUSE_ADDRESS]),
        receiver("06.bind-address", 1, receiver::listens_where_it_is_told)
            .needs(RECEIVES)
            .suspects(&[LISTENS_EVERYWHERE, TAKES_NO_NAME]),
        receiver("06.ipv6", 1, receiver::speaks_ipv6).needs(PRINTS).suspects(&[IPV4_ONLY]),
        receiver("06.usage", 1, receiver::refuses_wrong_usage).suspects(&[SURPLUS_ARGUMENTS]),
        receiver("06.unknown-name", 1, receiver::tells_of_an_unknown_name)
            .needs(RECEIVES)
            .suspects(&[TRIES_FOR_EVER, GOES_ON_AFTER_AN_ERROR]),
        receiver("06.defaults", 1, receiver::has_its_defaults).needs(RECEIVES).suspects(&[
            OTHER_DEFAULT,
            OTHER_FOLDER,
            BINDS_LOOPBACK_ONLY,
        ]),
        // The sender.
        sender("06.sends", 6, sender::sends_header_and_file)
            .by_hand("nc -l 6001 | xxd | head    (traditional: nc -lp 6001)")
            .suspects(&[IGNORES_ITS_ARGUMENTS, LITTLE_ENDIAN_SENT, HEADER_NOT_AS_AGREED, WAITS_BEFORE_SPEAKING]),
        sender("06.nothing-else", 1, sender::adds_nothing).needs(SENDS).suspects(&[PRINTS_SOMETHING_ELSE, SENDS_MORE]),
        sender("06.any-image", 3, sender::sends_any_image)
            .needs(SENDS)
            .suspects(&[EMPTY_FILE_IS_REFUSED, DECODES_THE_FILE]),
        sender("06.large-image", 3, sender::sends_a_large_image).needs(&["06.any-image"]).suspects(&[
            READS_THE_WHOLE_FILE,
            SIZE_IN_32_BITS,
            SENDS_ONE_PIECE,
        ]),
        sender("06.name-only", 2, sender::sends_the_name_alone).needs(SENDS).suspects(&[
            PATH_IN_THE_NAME,
            COUNTS_CHARACTERS,
            REFUSES_A_GOOD_NAME,
        ]),
        sender("06.ok-in-pieces", 2, sender::puts_the_answer_together).needs(SENDS).suspects(&[ANSWERS_ONE_READ]),
        sender("06.wrong-size", 3, sender::takes_the_right_size_alone).needs(SENDS).suspects(&[BELIEVES_ANY_ANSWER]),
        sender("06.err", 3, sender::tells_what_was_wrong)
            .needs(SENDS)
            .suspects(&[ENDS_WITHOUT_AN_ERROR, SWALLOWS_THE_REASON]),
        sender("06.no-answer", 3, sender::tells_that_no_answer_came)
            .needs(SENDS)
            .suspects(&[ENDS_WITHOUT_AN_ERROR, TRIES_FOR_EVER]),
        sender("06.early-err", 1, sender::ends_when_it_is_refused_early).needs(&["06.err"]).suspects(FAILS_QUIETLY),
        sender("06.no-such-file", 2, sender::tells_that_there_is_no_such_file).needs(SENDS).suspects(FAILS_QUIETLY),
        sender("06.refused", 1, sender::tells_that_nobody_listens)
            .needs(SENDS)
            .suspects(&[ENDS_WITHOUT_AN_ERROR, TRIES_FOR_EVER]),
        sender("06.every-address", 1, sender::tries_every_address)
            .needs(SENDS)
            .suspects(&[TAKES_NO_NAME, FIRST_ADDRESS_ONLY]),
        sender("06.sender-ipv6", 1, sender::speaks_ipv6).needs(SENDS).suspects(&[IPV4_ONLY]),
        sender("06.sender-usage", 1, sender::refuses_wrong_usage).suspects(&[SURPLUS_ARGUMENTS]),
        sender("06.sender-defaults", 1, sender::has_its_defaults)
            .needs(&["06.no-such-file"])
            .suspects(&[OTHER_DEFAULT, OTHER_FILE]),
        // What is worth little.
        receiver("06.stalled-sender", 3, robust::is_not_held_up_by_a_stalled_sender)
            .needs(&["06.ten-at-once"])
            .extra()
            .suspects(&[ONE_CLIENT_AT_A_TIME, GIVES_UP_A_SILENT_SENDER]),
    ],
    bonus: false,
    texts: Texts {
        en: include_str!("../../../locales/en/06-image.ftl"),
        fr: include_str!("../../../locales/fr/06-image.ftl"),
    },
};

const RECEIVES: &[&str] = &["06.receives"];
const PRINTS: &[&str] = &["06.prints"];
/// Nothing can be said with a second transfer of one that takes only one.
const NEXT: &[&str] = &["06.one-after-another"];
const SENDS: &[&str] = &["06.sends"];
const FAILS_QUIETLY: &[Suspect] = &[ENDS_WITHOUT_AN_ERROR];

const fn receiver(name: &'static str, points: u32, run: fn(&Lab) -> Step) -> Check {
    Check::of("image-receiver", name, points, run)
}

const fn sender(name: &'static str, points: u32, run: fn(&Lab) -> Step) -> Check {
    Check::of("image-sender", name, points, run)
}

/// A file that goes over the wire.
struct Image {
    name: String,
    content: Vec<u8>,
}

impl Image {
    /// A small file, of text: what a program makes of other bytes is the business of one check alone.
    fn small(lab: &Lab) -> Self {
        Self { name: format!("{}.png", lab.letters(8)), content: format!("{}\n", lab.lines::<4>().join("\n")).into() }
    }

    fn named(name: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), content: content.into() }
    }

    /// A few hundred kilobytes of text, more than any buffer holds.
    fn larger(lab: &Lab) -> Self {
        let page = lab.lines::<50>().join("\n");
        Self { content: format!("{page}\n").repeat(lab.number(200..240)).into(), ..Self::small(lab) }
    }

    /// A file of which not one byte can be lost or changed without being missed, as binary as images are.
    fn binary(lab: &Lab) -> Self {
        let mut content = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        content.extend(0..=u8::MAX);
        content.extend(Bulk::random(lab, 3000).to_vec());
        content.extend(b"\r\n\r\n\x1a\xff\xfe\0");
        Self { content, ..Self::small(lab) }
    }

    fn size(&self) -> u64 {
        self.content.len() as u64
    }

    fn header(&self) -> Vec<u8> {
        header(self.name.as_bytes(), self.size())
    }

    /// All that the sender says.
    fn on_the_wire(&self) -> Vec<u8> {
        [self.header(), self.content.clone()].concat()
    }

    /// What the receiver answers, without the end of the line.
    fn ok(&self) -> String {
        format!("OK {}", self.size())
    }

    /// What the receiver answers.
    fn answer(&self) -> String {
        format!("{}\n", self.ok())
    }
}

/// The length of the name, the name, the size of the file.
fn header(name: &[u8], size: u64) -> Vec<u8> {
    [&(name.len() as u16).to_be_bytes(), name, &size.to_be_bytes()].concat()
}

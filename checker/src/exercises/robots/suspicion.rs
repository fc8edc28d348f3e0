//! What the checks of the robots suspect.

use crate::exercises::Suspect;
use crate::verdict::{Evidence, WaitsOn};

const fn suspect(misconception: &'static str, fits: fn(&Evidence) -> bool) -> Suspect {
    Suspect { misconception, fits }
}

pub const BINDS_LOOPBACK_ONLY: Suspect = suspect("binds-loopback-only", |e| e.expected("bound-everywhere"));

/// What was sent in the meantime had come before it ended.
pub const ENDS_AFTER_ICMP: Suspect = suspect("dies-of-icmp", |e| e.expected("runs") && e.ended());

/// Who has another robot's port, at another address.
pub const NAMESAKE: &str = "dora";

// The relay.

pub const SENDS_SOMETHING_ELSE: Suspect =
    suspect("sends-something-else", |e| e.came_len() > 0 && !e.differs_in_blanks());
pub const SENDER_HEARS_ITSELF: Suspect = suspect("sender-hears-itself", Evidence::unwanted);
pub const STRANGERS_TAKE_PART: Suspect = suspect("strangers-take-part", Evidence::unwanted);
pub const TOLD_BY_IP_ONLY: Suspect =
    suspect("sender-told-by-ip-only", |e| e.unwanted() || e.nothing_came() && !is_about_one_port(e));
pub const QUEUE_THROWS_AWAY: Suspect = suspect("queue-throws-away", |e| e.expected("burst") && e.waited_in_vain());
pub const RELAYS_THE_TEXT: Suspect = suspect("relays-the-text", |e| e.expected("datagram") && e.came_len() > 0);

// The robot.

pub const ANOTHER_SOCKET: Suspect = suspect("sends-from-another-socket", |e| e.said("came-from"));
/// The line, and something beside it.
pub const SENDS_MORE: Suspect = suspect("sends-something-else", |e| {
    let line = e.wanted.as_ref().map(|wanted| wanted.head.as_slice()).unwrap_or_default();
    e.expected("datagram") && !line.is_empty() && e.came_has(line) && !e.came_has(b"\0")
});
pub const WAITS_FOR_ITS_TURN: Suspect =
    suspect("waits-for-its-turn", |e| e.nothing_came() && e.waited_in_vain() && waits_in_one_place(e));
pub const READS_ALL_INPUT_FIRST: Suspect = suspect("reads-all-input-first", |e| {
    e.expected("datagram") && e.nothing_came() && e.stalled() && e.waits_on_stdin()
});
pub const CUTS_THE_LINE: Suspect = suspect("line-too-short-buffer", |e| e.expected("datagram") && e.came_is_prefix());
/// The thread that holds it waits for the rest of a line, and nobody hears the network meanwhile.
pub const LOCK_HELD_WHILE_READING: Suspect = suspect("lock-held-while-reading", |e| {
    e.nothing_came() && e.stalled() && e.waits_on_lock() && e.waits_on_stdin() && !e.waits_on_udp()
});
pub const SENDS_ONE_LINE_ONLY: Suspect = suspect("one-line-only", |e| {
    let waits_for_input = e.waits_on_stdin() || e.waits_on_several();
    e.nothing_came() && e.stalled() && e.times_said() == 1 && !waits_for_input
});
pub const ENDS_WITH_ITS_INPUT: Suspect = suspect("ends-with-its-input", Evidence::ended);
/// The thread that reads stdin is gone, or the one that listens, and the other still runs.
pub const STOPS_AT_AN_EMPTY_LINE: Suspect = suspect("stops-at-an-empty-line", |e| {
    e.expected("datagram") && e.nothing_came() && (e.ended() || e.stalled() && !e.waits_on_stdin())
});
pub const STOPS_AT_AN_EMPTY_DATAGRAM: Suspect = suspect("stops-at-an-empty-line", |e| {
    e.expected("shows") && e.nothing_came() && (e.ended() || e.stalled() && !e.waits_on_udp())
});

/// Two robots have different addresses, and the same port.
fn is_about_one_port(evidence: &Evidence) -> bool {
    evidence.about("who") == Some(NAMESAKE)
}

/// Every thread that waits for input waits for one thing: stdin, or a datagram, and not for both.
fn waits_in_one_place(evidence: &Evidence) -> bool {
    let waits: Vec<&WaitsOn> =
        evidence.programs.iter().flat_map(|program| &program.waits).map(|waits| &waits.on).collect();
    waits.len() == 1 && matches!(waits[0], WaitsOn::Stdin | WaitsOn::Udp { .. })
}

//! 09 Event loop: `event-relay [BIND]`, the contract of 05's relay, kept by one thread that waits on all its sockets.

mod behind;
mod many;
mod waiting;

use super::chat::relay::behind::catches_up;
use super::chat::relay::{checks_of_a_relay, crowd};
use super::chat::suspicion::{
    ENDS_WITH_A_CLIENT, FULL_IS_NO_ERROR, LEAVES_LINES_OUT, LIMIT_TOO_LOW, MIXES_LINES, ONE_BUFFER_FOR_ALL,
    QUEUE_WITHOUT_BOUND, TURNS_SOME_AWAY, WRITE_TAKES_A_PART,
};
use super::suspicion::{DIES_OF_A_RESET, TELLS_SOME_ONLY};
use super::{Check, Exercise, Suspect, Texts, joined};
use crate::lab::{Lab, Step};
use crate::verdict::{Evidence, Finding};

pub const EVENT_LOOP: Exercise = Exercise {
    number: 9,
    name: "event-loop",
    programs: &["event-relay"],
    checks: &CHECKS,
    bonus: true,
    // What both relays owe is said once. What stands in the second file comes in the place of what the first says.
    texts: Texts {
        en: concat!(
            include_str!("../../../locales/en/05-chat.ftl"),
            include_str!("../../../locales/en/09-event-loop.ftl")
        ),
        fr: concat!(
            include_str!("../../../locales/fr/05-chat.ftl"),
            include_str!("../../../locales/fr/09-event-loop.ftl")
        ),
    },
};

const CHECKS: [Check; RELAY.len() + EVENTS.len()] = joined(&[RELAY, EVENTS]);

const RELAY: &[Check] = checks_of_a_relay!("09", "event-relay");

/// What a loop makes possible, and what is easily forgotten in one.
const EVENTS: &[Check] = &[
    check("09.one-thread", 6, waiting::has_one_thread)
        .needs(TALKS)
        .suspects(&[MORE_THREADS])
        .by_hand("ls /proc/$(pgrep event-relay)/task"),
    check("09.idle", 6, waiting::is_idle)
        .needs(TALKS)
        .suspects(&[LOOKS_INSTEAD_OF_WAITING])
        .by_hand("grep ctxt /proc/$(pgrep event-relay)/status    (twice)"),
    check("09.all-who-knock", 3, waiting::takes_in_all_who_knock).needs(TALKS).suspects(&[EVENT_TELLS_ONCE]),
    check("09.to-the-end", 3, waiting::reads_to_the_end).needs(TALKS).suspects(&[EVENT_TELLS_ONCE]),
    check("09.dribble", 2, waiting::puts_drops_together)
        .needs(&["09.line-in-pieces"])
        .suspects(&[ONE_BUFFER_FOR_ALL, MIXES_LINES]),
    check("09.catches-up", 4, catches_up).needs(&["09.slow-reader"]).suspects(&[
        LIMIT_TOO_LOW,
        FULL_IS_NO_ERROR,
        LEAVES_LINES_OUT,
        WRITE_TAKES_A_PART,
    ]),
    check("09.too-far-behind", 3, behind::lets_go_who_is_too_far_behind)
        .needs(&["09.slow-reader"])
        .suspects(&[QUEUE_WITHOUT_BOUND]),
    check("09.bounded-memory", 3, crowd::bounds_what_waits).needs(&["09.slow-reader"]).suspects(&[QUEUE_WITHOUT_BOUND]),
    check("09.hundred-in-passing", 3, many::outlives_who_pass_by)
        .needs(&["09.leaving", "09.reset"])
        .suspects(&[DIES_OF_A_RESET, ENDS_WITH_A_CLIENT]),
    check("09.five-hundred", 5, many::serves_five_hundred).needs(TALKS).suspects(&[TURNS_SOME_AWAY, TELLS_SOME_ONLY]),
];

const TALKS: &[&str] = &["09.everybody"];

const fn check(name: &'static str, points: u32, run: fn(&Lab) -> Step) -> Check {
    Check::of("event-relay", name, points, run)
}

const fn suspect(misconception: &'static str, fits: fn(&Evidence) -> bool) -> Suspect {
    Suspect { misconception, fits }
}

const MORE_THREADS: Suspect = suspect("thread-for-each-client", |e| e.said("threads") && has_one_for_each(e));
const LOOKS_INSTEAD_OF_WAITING: Suspect = suspect("looks-instead-of-waiting", |e| e.said("restless"));
const EVENT_TELLS_ONCE: Suspect = suspect("event-tells-once", |e| e.stalled() && e.runs());

/// There are no fewer threads than clients.
fn has_one_for_each(evidence: &Evidence) -> bool {
    let Finding::Said(message) = &evidence.finding else { return false };
    let number = |name: &str| message.args.iter().find(|(key, _)| key == name)?.1.parse::<usize>().ok();
    number("threads") >= number("clients")
}

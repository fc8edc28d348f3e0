//! What the checks of the chat suspect.

use std::net::IpAddr;

use crate::exercises::Suspect;
use crate::verdict::{Bytes, Event, Evidence, WaitsOn, What};

const fn suspect(misconception: &'static str, fits: fn(&Evidence) -> bool) -> Suspect {
    Suspect { misconception, fits }
}

pub const SENDER_HEARS_ITSELF: Suspect = suspect("sender-hears-itself", Evidence::unwanted);
pub const SENDER_TOLD_BY_IP_ONLY: Suspect = suspect("sender-told-by-ip-only", |e| e.nothing_came() && e.runs());
pub const PLACE_FOR_SO_MANY: Suspect = suspect("place-for-so-many", |e| {
    e.waited_in_vain() && (e.nothing_came() || e.expected("accepts")) && !e.panicked() && serves_those_it_has(e)
});
pub const PORT_IN_THE_PREFIX: Suspect = suspect("port-in-the-prefix", port_follows_the_address);
pub const LINE_WITHOUT_SENDER: Suspect = suspect("line-without-sender", text_stands_alone);
pub const SENDS_SOMETHING_ELSE: Suspect =
    suspect("sends-something-else", |e| e.came_len() > 0 && !text_stands_alone(e) && !names_another(e));
pub const ANOTHER_SENDER_SHOWN: Suspect = suspect("wrong-address-shown", names_another);
/// The whole line came, and no end of it.
pub const FORGETS_THE_NEWLINE: Suspect = suspect("forgets-the-newline", |e| e.lacks_everywhere(b'\n'));
pub const CLOSES_AT_AN_EMPTY_LINE: Suspect =
    suspect("stops-at-an-empty-line", |e| e.nothing_came() && (e.ended() || e.closed() || lets_go_of_somebody(e)));
pub const MIXES_LINES: Suspect = suspect("mixes-lines", |e| e.came_len() > 0);
pub const CUTS_OFF_A_LONG_LINE: Suspect =
    suspect("line-too-short-buffer", |e| e.nothing_came() && lets_go_of_somebody(e));
pub const CUTS_OFF_THE_SILENT: Suspect = suspect("cuts-off-the-silent", |e| e.runs() && e.lets_go_of_the_silent());
pub const TURNS_THE_LAST_AWAY: Suspect = suspect("turns-some-away", |e| e.runs() && e.keeps_one_as_silent());
pub const TURNS_SOME_AWAY: Suspect =
    suspect("turns-some-away", |e| e.nothing_came() && e.closed() && e.runs() && e.came_to_another());
pub const LINES_RUN_TOGETHER: Suspect =
    suspect("one-read-is-one-message", |e| e.came_len() > 0 && !each_line_has_its_sender(e));
pub const OUT_OF_ORDER: Suspect = suspect("out-of-order", numbers_go_down);
pub const TELLS_THE_PAST: Suspect = suspect("tells-the-past", Evidence::unwanted);
pub const KEEPS_WHO_LEFT_OUT: Suspect = suspect("keeps-who-left-out", |e| e.nothing_came() && e.runs());
pub const LOCK_HELD_WHILE_READING: Suspect = suspect("lock-held-while-reading", |e| {
    e.nothing_came() && e.stalled() && e.waits_on_lock() && e.waits_on_tcp() && e.nobody_reads_who_spoke()
});
pub const DIES_OF_AN_ENDLESS_LINE: Suspect =
    suspect("dies-of-an-endless-line", |e| e.ended() || e.closed() && !e.runs());
/// Alone, its line is put together; here its beginning is lost.
pub const ONE_BUFFER_FOR_ALL: Suspect = suspect("one-buffer-for-all", |e| {
    let (Some(wanted), Some(came)) = (&e.wanted, &e.came) else { return false };
    let start = wanted.head.windows(2).position(|pair| pair == b": ").map_or(0, |at| at + 2);
    let rest = came.head.strip_prefix(&wanted.head[..start]);
    rest.is_some_and(|rest| start > 0 && !rest.is_empty() && wanted.head[start..].ends_with(rest))
});
pub const SENDS_ONE_LINE_ONLY: Suspect =
    suspect("one-line-only", |e| e.nothing_came() && e.closed() && e.times_said() == 1);
pub const FORGETS_TO_FORGET: Suspect =
    suspect("forgets-to-forget", |e| e.nothing_came() && e.runs() && !e.said("this-one-only"));
/// The line after the one that was missed came.
pub const REMOVES_WHILE_LOOPING: Suspect = suspect("removes-while-looping", |e| e.said("this-one-only"));
pub const ENDS_WITH_A_CLIENT: Suspect =
    suspect("ends-after-one", |e| e.ended() || e.said("refused") || e.closed() && (e.computes() || !e.runs()));
pub const DESCRIPTOR_LEFT_OPEN: Suspect = suspect("descriptor-left-open", |e| e.said("descriptors-left"));
pub const THREAD_LEFT_OVER: Suspect = suspect("thread-left-over", |e| e.said("threads-left"));
pub const LOCK_HELD_WHILE_WRITING: Suspect = suspect("lock-held-while-writing", |e| {
    let writes = e.waits_in("write") || e.waits_in("sendto");
    // Who gets past the lock while somebody writes shows that it is not held.
    let is_held = !e.several_write_to_one() && !e.last_told_was_passed_on();
    e.waited_in_vain() && e.waits_on_lock() && writes && is_held
});
pub const ONE_SLOW_READER_HOLDS_UP_ALL: Suspect = suspect("one-slow-reader-holds-up-all", |e| {
    let writes = ["write", "sendto", "sendmsg"].iter().any(|call| e.waits_in(call));
    e.waited_in_vain() && (writes || e.computes())
});
pub const QUEUE_WITHOUT_BOUND: Suspect = suspect("queue-without-bound", |e| {
    e.said("memory") || e.said("waits") || matches!(e.finding, crate::verdict::Finding::TooMuchMemory)
});
/// More than one write takes is kept somewhere, up to a limit.
pub const LIMIT_TOO_LOW: Suspect = suspect("limit-too-low", |e| e.said("let-go") && keeps_what_is_not_taken(e));
/// Whoever is let go is not the one who spoke, and had heard a part.
pub const REACHES_A_LIMIT: Suspect = suspect("limit-too-low", |e| e.closed() && e.runs() && keeps_who_spoke(e));
pub const FULL_IS_NO_ERROR: Suspect = suspect("full-is-no-error", |e| e.said("let-go") && !keeps_what_is_not_taken(e));
/// Who writes without waiting may lose whole lines as well as parts of them; who has a thread for each client does not.
pub const WRITE_TAKES_A_PART: Suspect = suspect("write-takes-a-part", |e| {
    let is_let_go = e.said("let-go") || e.closed();
    e.runs() && !is_let_go && !e.sleeps() && (e.waits_on_several() || !whole_lines_miss(e))
});
pub const LEAVES_LINES_OUT: Suspect = suspect("leaves-lines-out", whole_lines_miss);
pub const WAITS_FOR_ITS_TURN: Suspect = suspect("waits-for-its-turn", |e| {
    e.nothing_came() && e.stalled() && (waits_in_one_place(e) || waits_for_a_reply(e))
});
pub const ENDS_WITH_ITS_INPUT: Suspect =
    suspect("ends-with-its-input", |e| (e.ended() || e.closed()) && e.exited_with(0));
pub const NEVER_LETS_GO: Suspect =
    suspect("waits-for-ever-on-a-closed-connection", |e| e.expected("end") && e.waited_in_vain());
pub const ANOTHER_STATUS: Suspect = suspect("error-status", |e| e.expected("exit") && !e.runs());
pub const SENDS_ANOTHER_LINE: Suspect =
    suspect("sends-something-else", |e| e.expected("bytes") && e.came_has(b"\n") && !e.came_is_prefix());
pub const ENDS_WITHOUT_UTF_8: Suspect =
    suspect("insists-on-utf-8", |e| e.nothing_came() && (e.stderr_has("UTF-8") || e.stderr_has("utf-8")));
/// Nothing but an empty line was asked for; who ends there has not failed.
pub const TAKES_NOTHING_FOR_THE_END: Suspect = suspect("stops-at-an-empty-line", |e| {
    e.nothing_came()
        && e.wanted.as_ref().is_some_and(|wanted| wanted.len == 1)
        && e.closed()
        && !e.exited_with(1)
        && !e.crashed()
});
/// The line behind it came in its place.
pub const SKIPS_AN_EMPTY_LINE: Suspect = suspect("skips-what-is-empty", |e| {
    e.lacks_an_empty_line()
        || e.wanted.as_ref().is_some_and(|wanted| wanted.head == b"\n") && e.came_len() > 1 && e.came_was_told()
});
pub const THROWS_AWAY_WHAT_FOLLOWS: Suspect = suspect("new-buffer-for-each-line", |e| e.nothing_came());
pub const CONNECTS_TO_ITS_DEFAULT: Suspect =
    suspect("ignores-its-arguments", |e| e.expected("connection") && e.stderr_has(":6000"));
pub const WAITS_FOR_INPUT: Suspect = suspect("waits-for-its-turn", |e| {
    e.expected("exit") && e.stalled() && e.waits_on_stdin() && !hears_without_typing(e) && !e.lost_a_thread()
});
pub const KEYBOARD_KEEPS_IT_RUNNING: Suspect = suspect("keyboard-keeps-it-running", |e| {
    e.expected("exit") && e.stalled() && e.waits_on_stdin() && hears_without_typing(e) && !e.lost_a_thread()
});
pub const DIES_IN_ONE_THREAD: Suspect =
    suspect("dies-in-one-thread", |e| e.expected("exit") && e.waited_in_vain() && e.lost_a_thread());
pub const ENDS_WITHOUT_AN_ERROR: Suspect = suspect("ends-without-an-error", |e| e.expected("exit") && e.exited_with(0));

/// Threads wait for clients and for each other, and none for who else may come.
fn serves_those_it_has(evidence: &Evidence) -> bool {
    let waits = || evidence.programs.iter().flat_map(|program| &program.waits).map(|waits| &waits.on);
    waits().any(|on| matches!(on, WaitsOn::Tcp { .. }))
        && waits().all(|on| matches!(on, WaitsOn::Tcp { .. } | WaitsOn::Lock))
}

/// The line came, with `IP:PORT: ` or `[IP]:PORT ` before it.
fn port_follows_the_address(evidence: &Evidence) -> bool {
    let (Some(wanted), Some(came)) = (&evidence.wanted, &evidence.came) else { return false };
    let Some(at) = wanted.head.windows(2).position(|pair| pair == b": ") else { return false };
    let after = came.head.strip_prefix(&wanted.head[..at]).or_else(|| came.head.strip_prefix(b"["));
    after.is_some_and(|rest| rest.get(1).is_some_and(u8::is_ascii_digit)) && has_text(wanted.head.as_slice(), evidence)
}

/// The line came, and nothing before it.
fn text_stands_alone(evidence: &Evidence) -> bool {
    let (Some(wanted), Some(came)) = (&evidence.wanted, &evidence.came) else { return false };
    let text = wanted.head.windows(2).position(|pair| pair == b": ").map(|at| &wanted.head[at + 2..]);
    text.is_some_and(|text| !text.is_empty() && came.head.starts_with(text))
}

/// The line came, with another IP address before it.
fn names_another(evidence: &Evidence) -> bool {
    let parts = |bytes: &Bytes| {
        let line = String::from_utf8_lossy(&bytes.head).into_owned();
        let (ip, text) = line.split_once(": ")?;
        Some((ip.parse::<IpAddr>().ok()?, text.to_owned()))
    };
    let of = |bytes: &Option<Bytes>| bytes.as_ref().and_then(parts);
    of(&evidence.wanted).zip(of(&evidence.came)).is_some_and(|(wanted, came)| wanted.0 != came.0 && wanted.1 == came.1)
}

/// Whatever lines came, all of them begin as the wanted one does.
fn each_line_has_its_sender(evidence: &Evidence) -> bool {
    let (Some(wanted), Some(came)) = (&evidence.wanted, &evidence.came) else { return false };
    let Some(at) = wanted.head.windows(2).position(|pair| pair == b": ") else { return false };
    came.head.split(|byte| *byte == b'\n').all(|line| line.is_empty() || line.starts_with(&wanted.head[..at + 2]))
}

/// Lines that were numbered came with a greater number before a smaller one of the same sender.
fn numbers_go_down(evidence: &Evidence) -> bool {
    let number =
        |line: &str| Some((line.split_once(": number ")?.0.to_owned(), line.rsplit_once(' ')?.1.parse().ok()?));
    let came = evidence.conversation.iter().filter(|event| event.to.as_deref() == evidence.about("who"));
    came.filter_map(|event| if let What::Segment(bytes) = &event.what { Some(&bytes.head) } else { None }).any(|head| {
        let text = String::from_utf8_lossy(head);
        // The last line may be cut.
        let complete = text.rsplit_once('\n').map_or("", |(complete, _)| complete);
        let lines: Vec<(String, u32)> = complete.lines().filter_map(number).collect();
        lines.iter().enumerate().any(|(at, (who, n))| lines[..at].iter().any(|(one, m)| one == who && m > n))
    })
}

/// The program closed a connection.
fn lets_go_of_somebody(evidence: &Evidence) -> bool {
    let judged = |who: &str| evidence.programs.iter().any(|program| program.name == who);
    evidence.conversation.iter().any(|event| judged(&event.who) && matches!(event.what, What::Closes | What::Resets))
}

/// Whose connection the program closed is not who said most.
fn keeps_who_spoke(evidence: &Evidence) -> bool {
    let judged = |who: &str| evidence.programs.iter().any(|program| program.name == who);
    let said = |event: &&Event| matches!(&event.what, What::Segment(bytes) if !judged(&event.who) && bytes.len > 1000);
    let speakers: Vec<&str> = evidence.conversation.iter().filter(said).map(|event| event.who.as_str()).collect();
    let lets_go = |event: &&Event| judged(&event.who) && matches!(event.what, What::Closes | What::Resets);
    let mut gone = evidence.conversation.iter().filter(lets_go).filter_map(|event| event.to.as_deref());
    !speakers.is_empty() && !gone.any(|who| speakers.contains(&who))
}

fn has_text(wanted: &[u8], evidence: &Evidence) -> bool {
    let text = wanted.windows(2).position(|pair| pair == b": ").map(|at| &wanted[at + 2..]);
    text.is_some_and(|text| evidence.came_has(text))
}

/// One who takes turns has no thread for the other direction, and shows one line at the most before the next is typed.
fn hears_without_typing(evidence: &Evidence) -> bool {
    evidence.waits_on_lock() || evidence.shown_all_that_came()
}

/// Every thread that waits for input waits for one thing: stdin, or the connection, and not for both.
fn waits_in_one_place(evidence: &Evidence) -> bool {
    let waits: Vec<&WaitsOn> =
        evidence.programs.iter().flat_map(|program| &program.waits).map(|waits| &waits.on).collect();
    waits.len() == 1 && matches!(waits[0], WaitsOn::Stdin | WaitsOn::Tcp { .. })
}

/// Somebody waits for what may arrive, and nobody for what was typed, though there is more of it.
fn waits_for_a_reply(evidence: &Evidence) -> bool {
    let unread = evidence.programs.last().and_then(|program| program.unread_input);
    evidence.waits_on_tcp() && !evidence.waits_on_stdin() && unread.is_some_and(|unread| unread > 0)
}

/// When somebody was let go, more waited in the program than what it had in its hands.
fn keeps_what_is_not_taken(evidence: &Evidence) -> bool {
    const IN_HAND: u32 = 64;
    evidence.about("kib").and_then(|kib| kib.parse::<u32>().ok()).is_some_and(|kib| kib >= IN_HAND)
}

/// A later line came, and it is whole: lines that are torn apart have a sender in their middle, or another length.
fn whole_lines_miss(e: &Evidence) -> bool {
    e.came.as_ref().zip(e.wanted.as_ref()).is_some_and(|(came, wanted)| {
        let senders = came.head.windows(2).filter(|pair| pair == b": ").count();
        senders == 1 && (came.len == wanted.len || came.left_out() == 0)
    })
}

//! What the state of a program says, whatever the check is about.

use crate::verdict::{Event, Evidence, Finding, What};

/// Causes that the evidence proves: whatever else is wrong shows only when they are gone.
pub fn certain(evidence: &Evidence) -> Option<&'static str> {
    // `todo!()` says this of itself, whatever else it says.
    if evidence.panic_says("not yet implemented") && evidence.part_left_to_write() != Some(1) {
        return Some("part-left-to-write");
    }
    if evidence.killed_by(libc::SIGPIPE) {
        return Some("dies-of-a-broken-pipe");
    }
    if evidence.panicked() {
        let cause = of_panic(evidence).unwrap_or("panics");
        // What the pages of these say is about the end of a program.
        let of_the_end = ["panics", "dies-of-a-reset", "dies-of-a-broken-pipe"].contains(&cause);
        return Some(if of_the_end && evidence.panicked_beside_main() { "dies-in-one-thread" } else { cause });
    }
    let interrupted = ["Interrupted system call", "InterruptedError", "EINTR"];
    if evidence.gave_up() && interrupted.iter().any(|text| evidence.stderr_has(text)) {
        return Some("interrupted-is-no-error");
    }
    match evidence.finding {
        Finding::TooMuchMemory => Some("takes-all-memory"),
        _ if is_stopped(evidence) => Some("stops-itself"),
        _ if swaps_the_port(evidence) => Some("wrong-byte-order-port"),
        _ => None,
    }
}

/// A signal of its own making ended a program. (Rust ends so when its stack is used up.)
pub fn crashed_by_itself(evidence: &Evidence) -> bool {
    const BY_ITSELF: [i32; 5] = [libc::SIGSEGV, libc::SIGBUS, libc::SIGABRT, libc::SIGFPE, libc::SIGILL];
    let without_memory = evidence.finding == Finding::TooMuchMemory || evidence.stderr_has("memory allocation of");
    // Python's own way to end while a thread still reads: what ended the program stands above it.
    let at_the_end = evidence.stderr_has("at interpreter shutdown");
    !evidence.panicked() && !without_memory && !at_the_end && BY_ITSELF.iter().any(|signal| evidence.killed_by(*signal))
}

/// A panic on an error of the network tells more than that it is one. (Rust shows an error's kind by these names.)
fn of_panic(evidence: &Evidence) -> Option<&'static str> {
    let says = |text: &str| evidence.panic_says(text);
    if evidence.said("panicked") {
        // It runs on, and has not died of anything.
        None
    } else if says("kind: ConnectionReset") {
        // What the page says is about a server.
        (evidence.connections_made() == 0).then_some("dies-of-a-reset")
    } else if says("kind: BrokenPipe") {
        Some("dies-of-a-broken-pipe")
    } else if says("kind: ConnectionRefused") && !evidence.expected("exit") && sends_datagrams(evidence) {
        Some("dies-of-icmp")
    } else if says("capacity overflow") {
        Some("trusts-the-size")
    } else if says("Utf8Error") || says("stream did not contain valid UTF-8") {
        Some("insists-on-utf-8")
    } else {
        None
    }
}

fn sends_datagrams(evidence: &Evidence) -> bool {
    evidence.conversation.iter().any(|event| matches!(event.what, What::Datagram(_)))
}

/// Causes that explain what was seen as long as the check knows no better.
pub fn likely(evidence: &Evidence) -> Option<&'static str> {
    if evidence.stalled() && evidence.waits_on_locks_alone() {
        return Some("waits-for-itself");
    }
    if evidence.waited_in_vain() && evidence.computes() && endless(evidence).is_some() {
        return endless(evidence);
    }
    match evidence.expected.id.as_str() {
        "expect-listening" | "expect-bound" if !evidence.waits_on_listener() && !evidence.waits_on_udp() => {
            Some("not-listening")
        }
        // Who gave up and said why has tried, or had a reason.
        "expect-connection" if evidence.finding != Finding::Unwanted && !evidence.gave_up() => Some("not-connecting"),
        "expect-exit" if evidence.runs() => None,
        "expect-exit" => wrong_status(evidence),
        id if id.starts_with("expect-stderr") && is_told_on_stdout(evidence) => Some("error-on-stdout"),
        "expect-stderr-names" => Some("silent-error"),
        "expect-stderr-limit" => Some("tells-no-size"),
        "expect-stderr-usage" => Some("usage-status"),
        "expect-shows-only" | "expect-shows-not" if evidence.unwanted() => Some("prints-something-else"),
        "expect-nothing-more" | "expect-no-datagram" if evidence.unwanted() => Some("sends-something-else"),
        _ => None,
    }
}

/// What makes a program go on and on: it asks for more where there will never be any, and is told so each time.
pub fn endless(evidence: &Evidence) -> Option<&'static str> {
    let by_others = |event: &&Event| evidence.programs.iter().all(|program| program.name != event.who);
    evidence.conversation.iter().rev().filter(by_others).find_map(|event| match event.what {
        What::HalfCloses | What::Closes => Some("spins-on-a-closed-connection"),
        What::EndsInput => Some("misses-the-end-of-input"),
        _ => None,
    })
}

/// It has said something, and nothing of it on stderr.
fn is_told_on_stdout(evidence: &Evidence) -> bool {
    evidence.programs.iter().all(|program| program.stderr.len == 0) && !evidence.has_printed_nothing()
}

fn wrong_status(evidence: &Evidence) -> Option<&'static str> {
    let (_, status) = evidence.expected.args.iter().find(|(name, _)| name == "status")?;
    match status.as_str() {
        "1" => Some("error-status"),
        "2" => Some("usage-status"),
        _ => None,
    }
}

/// It listens at the port whose two bytes are those of the right one the other way round.
fn swaps_the_port(evidence: &Evidence) -> bool {
    let port = evidence.about("port").and_then(|port| port.parse::<u16>().ok());
    let address = evidence.about("address").and_then(|address| address.rsplit_once(':')?.1.parse::<u16>().ok());
    evidence.said("listens-elsewhere") && port.is_some() && port.map(u16::swap_bytes) == address
}

/// A signal stopped every program, and it was not the checker's.
fn is_stopped(evidence: &Evidence) -> bool {
    use crate::verdict::WaitsOn::StoppedBySignal;
    evidence
        .programs
        .iter()
        .any(|program| !program.waits.is_empty() && program.waits.iter().all(|waits| waits.on == StoppedBySignal))
}

//! Diagrams of conversations made by hand, as a terminal shows them.

use super::{Diagram, Limits, Story, Style, text};
use crate::report::conversation::TURNS;
use crate::texts::{Lang, Texts};
use crate::verdict::{Bytes, Event, Evidence, Exit, Finding, Message, What};

fn event(micros: u64, who: &str, to: &str, what: What) -> Event {
    let to = Some(to.to_owned()).filter(|to| !to.is_empty());
    Event { micros, who: who.to_owned(), to, what }
}

fn segment(bytes: &str) -> What {
    What::Segment(Bytes::of(bytes.as_bytes()))
}

fn evidence(conversation: Vec<Event>, expected: &str, wanted: &str, came: &str, finding: Finding) -> Evidence {
    let (id, who) = expected.split_once(' ').unwrap_or((expected, ""));
    let bytes = |text: &str| Some(Bytes::of(text.as_bytes())).filter(|bytes| bytes.len > 0);
    Evidence {
        expected: Message::new(id).with(if who.is_empty() { "program" } else { "who" }, who),
        wanted: bytes(wanted),
        came: bytes(came),
        finding,
        micros: 120_000,
        conversation,
        programs: Vec::new(),
    }
}

/// A sender that holds its datagrams back, and says something about it.
fn datagrams() -> Evidence {
    let conversation = vec![
        event(100, "ana", "", What::Listens("UDP 127.0.0.1:40001".into())),
        event(2_100, "udp-sender", "", What::Starts("udp-sender 127.0.0.1:40001".into())),
        event(2_200, "stdin", "udp-sender", What::Types(Bytes::of(b"cedar iris kelp 4711\n"))),
        event(3_300, "udp-sender", "ana", What::Datagram(Bytes::of(b"cedar iris kelp 4711\n"))),
        event(3_400, "stdin", "udp-sender", What::Types(Bytes::of("caf\u{e9} <noir>\n".as_bytes()))),
        event(3_900, "udp-sender", "", What::Complains(Bytes::of(b"not yet\n"))),
    ];
    evidence(conversation, "expect-datagram ana", "caf\u{e9} <noir>\n", "", Finding::Stalled)
}

/// A server that takes each piece of a line for a line, and then dies.
fn pieces() -> Evidence {
    let conversation = vec![
        event(1_000, "tcp-server", "", What::Starts("tcp-server 127.0.0.1:8888".into())),
        event(2_000, "ana", "tcp-server", What::Connects("127.0.0.2:40001".into())),
        event(2_100, "ana", "tcp-server", segment("ced")),
        event(2_500, "tcp-server", "ana", segment("OK ... ced\n")),
        event(2_600, "ana", "tcp-server", segment("ar  ")),
        event(2_700, "ana", "tcp-server", segment("\n")),
        event(3_000, "tcp-server", "", What::Prints(Bytes::of(b"127.0.0.2:40001 ced\n"))),
        event(3_100, "tcp-server", "ana", What::Closes),
        event(3_500, "tcp-server", "", What::Exits(Exit::Status(101))),
    ];
    let finding = Finding::Different { at: 10 };
    evidence(conversation, "expect-bytes ana", "OK ... cedar  \n", "OK ... ced\n", finding)
}

/// A relay that tells one of two what ana says.
fn chat() -> Evidence {
    let mut conversation = vec![event(1_000, "chat-relay", "", What::Starts("chat-relay 127.0.0.1:6000".into()))];
    for (at, who) in ["ana", "bob", "caro"].into_iter().enumerate() {
        let from = format!("127.0.0.{}:4000{at}", at + 2);
        conversation.push(event(2_000 + at as u64, who, "chat-relay", What::Connects(from)));
    }
    conversation.push(event(3_000, "ana", "chat-relay", segment("cedar iris kelp 4711\n")));
    conversation.push(event(3_200, "chat-relay", "bob", segment("127.0.0.2: cedar iris kelp 4711\n")));
    evidence(conversation, "expect-line caro", "127.0.0.2: cedar iris kelp 4711\n", "", Finding::Stalled)
}

fn drawn(evidence: &Evidence, program: &str, width: usize, style: &Style, lang: Lang) -> String {
    let texts = Texts::for_language(lang);
    let story = Story { events: &evidence.conversation, evidence: Some(evidence), program };
    let limits = Limits { turns: TURNS, fits: &|parties| text::fits(parties, width) };
    let lines = text::lines(&Diagram::of(&story, &limits, &texts), width, style, &texts);
    for (line, _) in &lines {
        assert!(line.chars().count() <= width, "more than {width} columns: {line}");
        assert_eq!(line, line.trim_end());
    }
    lines.into_iter().map(|(line, _)| line + "\n").collect::<String>().replace('\u{a0}', " ")
}

const WIDTH: usize = 74;

#[test]
fn a_datagram_that_is_missing() {
    golden("datagrams.txt", &drawn(&datagrams(), "udp-sender", WIDTH, &Style::LINES, Lang::En));
}

#[test]
fn a_line_in_pieces() {
    golden("pieces.txt", &drawn(&pieces(), "tcp-server", WIDTH, &Style::LINES, Lang::En));
}

#[test]
fn a_chat_of_four() {
    golden("chat.txt", &drawn(&chat(), "chat-relay", WIDTH, &Style::LINES, Lang::En));
}

#[test]
fn in_french() {
    golden("french.txt", &drawn(&pieces(), "tcp-server", WIDTH, &Style::LINES, Lang::Fr));
}

#[test]
fn without_utf_8() {
    let all = drawn(&datagrams(), "udp-sender", WIDTH, &Style::ASCII, Lang::Fr)
        + &drawn(&pieces(), "tcp-server", WIDTH, &Style::ASCII, Lang::En)
        + &drawn(&chat(), "chat-relay", WIDTH, &Style::ASCII, Lang::En);
    assert!(all.is_ascii(), "{all}");
    golden("ascii.txt", &all);
}

#[test]
fn a_broad_terminal_shows_more_of_what_is_said() {
    let long = "0123456789".repeat(9);
    let mut evidence = datagrams();
    evidence.conversation.push(event(4_000, "udp-sender", "ana", What::Datagram(Bytes::of(long.as_bytes()))));
    let drawn = |width| drawn(&evidence, "udp-sender", width, &Style::LINES, Lang::En);
    assert!(!drawn(WIDTH).contains(&long), "{}", drawn(WIDTH));
    assert!(drawn(154).contains(&long), "{}", drawn(154));
}

/// A relay with this many clients, all of whom say something to which nobody answers, and the last misses it.
fn crowd(size: usize) -> Evidence {
    let mut conversation = vec![event(0, "chat-relay", "", What::Starts("chat-relay".into()))];
    for guest in 1..=size {
        let address = format!("127.0.1.{guest}:40000");
        conversation.push(event(10, &format!("guest {guest}"), "chat-relay", What::Connects(address)));
    }
    for guest in 1..=size {
        conversation.push(event(20, &format!("guest {guest}"), "chat-relay", segment(&format!("line {guest}\n"))));
    }
    evidence(conversation, &format!("expect-line guest {size}"), "127.0.1.1: line 1\n", "", Finding::Stalled)
}

#[test]
fn of_many_only_those_are_there_whom_it_is_about() {
    const FORGOTTEN: usize = 500;
    let mut evidence = crowd(20);
    evidence.conversation.insert(20, event(15, "", "", What::LeftOut(FORGOTTEN)));
    let drawn = drawn(&evidence, "chat-relay", WIDTH, &Style::LINES, Lang::En);
    let header = drawn.lines().next().unwrap();
    assert!(header.contains("guest 20") && header.contains("chat-relay"), "{drawn}");
    assert!(drawn.contains("missing: 127.0.1.1:"), "{drawn}");
    // What is shown and what is said to be left out is all there is.
    let shown = drawn.lines().filter(|line| line.contains(" ms ")).count();
    let left_out: usize =
        drawn.lines().filter_map(|line| line.split_once("… ")?.1.split(' ').next()?.parse::<usize>().ok()).sum();
    // The one that stands for many is not there itself; what is missing is.
    assert_eq!(shown + left_out, evidence.conversation.len() + FORGOTTEN, "{drawn}");
    let others = 20 - header.matches("guest").count();
    assert!(drawn.contains(&format!("not shown: {others} others, guest ")), "{drawn}");
}

#[test]
fn of_many_turns_the_first_and_the_last_are_there_and_the_one_that_is_wrong() {
    let mut evidence = pieces();
    let end = evidence.conversation.pop().unwrap();
    let more = (0..200).map(|n| event(4_000 + n, "ana", "tcp-server", segment(&format!("line {n}\n"))));
    evidence.conversation.extend(more);
    evidence.conversation.push(end);
    let drawn = drawn(&evidence, "tcp-server", WIDTH, &Style::LINES, Lang::En);
    for part in
        ["starts as", "✗   │◄─ OK ... ced\\n", "✗   │◄─ expected: OK ... cedar", "line 199", "ends with status 101"]
    {
        assert!(drawn.contains(part), "{part}: {drawn}");
    }
    assert!(drawn.lines().count() <= TURNS + 4, "{drawn}");
}

#[test]
fn a_program_alone_needs_no_arrows() {
    let conversation = vec![event(0, "tcp-server", "", What::Exits(Exit::Status(1)))];
    let evidence = evidence(conversation, "expect-exit", "", "", Finding::WrongStatus);
    let story = Story { events: &evidence.conversation, evidence: Some(&evidence), program: "tcp-server" };
    let limits = Limits { turns: TURNS, fits: &|_| true };
    assert!(!Diagram::of(&story, &limits, &Texts::for_language(Lang::En)).has_arrows());
}

/// Compares with a file, or writes it where `UPDATE_GOLDEN` is set: what changed is then read in the diff.
fn golden(name: &str, drawn: &str) {
    let path = format!("{}/src/report/diagram/tests/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, drawn).unwrap();
    }
    assert_eq!(drawn, std::fs::read_to_string(&path).unwrap(), "see UPDATE_GOLDEN");
}

//! Programs that nobody here wrote, with the solutions of the chat, the mini-tank and the event loop, and with the chat's
//! checks: each kind of `nc` talks with the solutions, and `ncat --chat` is judged. A kind that the machine lacks is left
//! out, with a word.

mod common;

use std::time::{Duration, Instant};

use common::running::{PATIENCE, Protocol, Running, free_port, wait_for_listener};
use common::{check, program};

/// The kinds of `nc`, and how each is told to close its writing side when its input ends.
const KINDS: [(&str, &[&str]); 3] = [("nc.openbsd", &["-N"]), ("nc.traditional", &["-q", "0"]), ("ncat", &[])];

/// Each kind of `nc` that the machine has.
fn kinds() -> Vec<(&'static str, Vec<&'static str>)> {
    let there = |name: &str| {
        let found = std::env::var_os("PATH")
            .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(name).is_file()));
        if !found {
            eprintln!("{name} is left out: this machine has none");
        }
        found
    };
    KINDS.iter().filter(|(name, _)| there(name)).map(|(name, options)| (*name, options.to_vec())).collect()
}

/// The next line that is not from when somebody joined.
fn next_news(talker: &Running) -> Option<String> {
    loop {
        let line = talker.next_line(PATIENCE)?;
        if !line.ends_with(" is here") {
            return Some(line);
        }
    }
}

/// Everybody's first words, again and again until all others have shown them: joining takes a moment.
fn wait_until_all_have_joined(talkers: &mut [Running]) {
    for speaker in 0..talkers.len() {
        let words = format!("{speaker} is here");
        let mut deaf: Vec<usize> = (0..talkers.len()).filter(|at| *at != speaker).collect();
        let begun = Instant::now();
        while !deaf.is_empty() {
            assert!(begun.elapsed() < PATIENCE, "{} do not hear {}", deaf.len(), talkers[speaker].name);
            talkers[speaker].types(&words);
            deaf.retain(|at| {
                let line = talkers[*at].next_line(Duration::from_millis(300));
                !line.is_some_and(|line| line.ends_with(&words))
            });
        }
    }
}

#[test]
fn every_kind_of_nc_is_a_client_of_the_relays() {
    for (exercise, name) in [("05-chat", "chat-relay"), ("09-event-loop", "event-relay")] {
        relays_what_every_kind_of_nc_says(program::solution(exercise, name));
    }
}

fn relays_what_every_kind_of_nc_says(command: Result<String, String>) {
    let port = free_port(Protocol::Tcp);
    let mut relay = Running::program(command, &[&format!("127.0.0.1:{port}")]);
    wait_for_listener(Protocol::Tcp, port);
    // Three at the least, of as many kinds as there are; each has an address of its own.
    let kinds = kinds();
    let of_each = kinds.iter().cycle().take(if kinds.is_empty() { 0 } else { 3.max(kinds.len()) });
    let (port, mut talkers) = (port.to_string(), Vec::new());
    for (at, (name, options)) in of_each.enumerate() {
        let own = format!("127.0.0.{}", at + 2);
        let command = [&[*name], options.as_slice(), &["-s", &own, "127.0.0.1", &port]].concat();
        talkers.push(Running::start(&command));
    }
    wait_until_all_have_joined(&mut talkers);
    for speaker in 0..talkers.len() {
        for (number, text) in ["what I say", "  with blanks\t", "", "déjà vu"].iter().enumerate() {
            talkers[speaker].types(text);
            for (at, other) in talkers.iter().enumerate().filter(|(at, _)| *at != speaker) {
                let wanted = format!("127.0.0.{}: {text}", speaker + 2);
                let line = next_news(other);
                assert_eq!(line.as_deref(), Some(&*wanted), "line {number} from {speaker} to {at}");
            }
        }
    }
    // Nobody was told what it had said itself, and who ends its input is let go.
    for talker in &mut talkers {
        talker.ends_input();
        talker.ends();
        let late: Vec<String> = talker.lines.iter().filter(|line| !line.ends_with(" is here")).collect();
        assert!(late.is_empty(), "{} shows {late:?}", talker.name);
    }
    assert!(relay.child.try_wait().expect("a child").is_none(), "the relay has ended");
    assert_eq!(relay.next_line(Duration::ZERO), None, "the relay prints");
    relay.ends_input();
}

/// An `nc` that listens for one connection, and where.
fn listening(name: &str, options: &[&str]) -> (Running, String) {
    let port = free_port(Protocol::Tcp);
    let text = port.to_string();
    let place: &[&str] =
        if name == "nc.traditional" { &["-s", "127.0.0.1", "-p", &text] } else { &["127.0.0.1", &text] };
    let server = Running::start(&[&[name], options, &["-l"], place].concat());
    wait_for_listener(Protocol::Tcp, port);
    (server, format!("127.0.0.1:{port}"))
}

#[test]
fn every_kind_of_nc_is_a_server_of_the_client() {
    for (name, options) in kinds() {
        let (mut server, address) = listening(name, &options);
        let mut client = Running::program(program::solution("05-chat", "chat-client"), &[&address]);
        for line in ["what is typed", "  with blanks\t", "", "déjà vu"] {
            client.types(line);
            server.shows(line);
            server.types(line);
            client.shows(line);
        }
        // The server's end is the client's, although the client's input is still open.
        server.ends_input();
        assert_eq!(client.ends(), Some(0), "with {name}");
        assert_eq!(server.ends(), Some(0), "{name}");
    }
}

/// The next command that is no heartbeat.
fn next_command(tank: &Running) -> Option<String> {
    std::iter::from_fn(|| tank.next_line(PATIENCE)).find(|line| line != r#"{"cmd":"heartbeat"}"#)
}

#[test]
fn every_kind_of_nc_is_a_tank_of_the_driver() {
    for (name, options) in kinds() {
        let (mut tank, address) = listening(name, &options);
        let mut driver = Running::program(program::solution("07-mini-tank", "tank-driver"), &[&address]);
        assert_eq!(tank.next_line(PATIENCE).as_deref(), Some(r#"{"cmd":"heartbeat"}"#), "{name}");
        for (order, command) in [
            ("move -180 100", r#"{"cmd":"robotMovement","angle":-180,"strength":100}"#),
            ("buzz", r#"{"cmd":"buzz"}"#),
            ("quit", r#"{"cmd":"robotMovement","angle":0,"strength":0}"#),
        ] {
            driver.types(order);
            assert_eq!(next_command(&tank).as_deref(), Some(command), "{name}");
        }
        assert_eq!(driver.ends(), Some(0), "with {name}");
        tank.ends_input();
        tank.ends();

        // The tank's end is the driver's, although its input is still open.
        let (mut tank, address) = listening(name, &options);
        let mut driver = Running::program(program::solution("07-mini-tank", "tank-driver"), &[&address]);
        assert_eq!(tank.next_line(PATIENCE).as_deref(), Some(r#"{"cmd":"heartbeat"}"#), "{name}");
        tank.ends_input();
        assert_eq!(driver.ends(), Some(1), "with {name}");
        tank.ends();
    }
}

/// `ncat --chat` gives everybody a name, and tells who comes and goes: another chat than the exercise's.
#[test]
fn the_chat_of_ncat_is_another_one() {
    if !kinds().iter().any(|(name, _)| *name == "ncat") {
        return;
    }
    let script = format!("{}/tests/interoperation/ncat-chat.sh", env!("CARGO_MANIFEST_DIR"));
    let relay = ["--program".to_owned(), format!("chat-relay=sh {}", shlex::try_quote(&script).expect("no NUL"))];
    let judged = check(&relay);
    for (name, misconception) in [("05.relays", Some("sends-something-else")), ("05.usage", Some("usage-status"))] {
        let row = judged.row(name).unwrap_or_else(|| panic!("{name}: {}", judged.in_short()));
        let got = (row.verdict.as_str(), row.misconception.as_deref());
        assert_eq!(got, ("fail", misconception), "{name}: {}", judged.in_short());
    }
    assert!(judged.rows.iter().all(|row| ["fail", "not-reached"].contains(&row.verdict.as_str())));
    let alone = check([&relay[..], &["--only".to_owned(), "05.sends-nothing-else".to_owned()]].concat());
    assert_eq!(
        alone.row("05.sends-nothing-else").map(|row| row.verdict.as_str()),
        Some("fail"),
        "{}",
        alone.in_short()
    );
}

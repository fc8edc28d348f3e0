//! The short scripts that a course in network programming begins with. The solutions talk with each of them, the checker
//! judges them, and a page of the documentation shows both.

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use common::collection::{Entry, files, side_by_side};
use common::docs::hold;
use common::running::{PATIENCE, Protocol, Running, free_port, wait_for_listener};
use common::{Judged, Row, check, program};

/// All of them, in the order of the page.
const SCRIPTS: [&str; 10] = [
    "01-udp-sender/client.py",
    "02-udp-listener/listener.py",
    "01-udp-sender/every-two-seconds.py",
    "02-udp-listener/port-6000.py",
    "03-tcp-client/client.py",
    "03-tcp-client/by-name.py",
    "04-tcp-server/server.py",
    "04-tcp-server/with-select.py",
    "04-tcp-server/with-threads.py",
    "08-robot-relay/with-queue.py",
];

/// The page in each language, and the head of its table.
const PAGES: [(&str, &str); 2] = [
    ("docs/en/from-script-to-program.md", "| script | judged as | points | it fails | not reached |"),
    ("docs/fr/du-script-au-programme.md", "| script | jugé comme | points | il manque | pas atteintes |"),
];

fn path(script: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/first-programs").join(script)
}

/// A script that runs as in a terminal, where each line is shown at once.
fn start(script: &str, arguments: &[&str]) -> Running {
    Running::program(program::whole(&path(script)).map(|line| format!("env PYTHONUNBUFFERED=1 {line}")), arguments)
}

fn solution(exercise: &str, name: &str, arguments: &[&str]) -> Running {
    Running::program(program::solution(exercise, name), arguments)
}

/// The next line that it shows is that of the listener or server: who sent it, and this text.
fn shows_of_somebody(shown: &Running, text: &str) {
    let line = shown.next_line(PATIENCE).unwrap_or_else(|| panic!("{} shows nothing", shown.name));
    let (from, rest) = line.split_once(' ').unwrap_or_default();
    assert!(from.starts_with("127.0.0.1:") && rest == text, "{} shows {line}", shown.name);
}

#[test]
fn each_has_its_place_and_is_short() {
    let mut listed = SCRIPTS.map(str::to_owned);
    listed.sort();
    let found: Vec<String> = files("first-programs").iter().map(Entry::name).collect();
    assert_eq!(found, listed);
    for script in SCRIPTS {
        let lines = fs::read_to_string(path(script)).expect(script).lines().count();
        assert!(lines <= 30, "{script} has {lines} lines");
    }
}

#[test]
fn the_udp_client_is_understood_by_the_solution() {
    let port = free_port(Protocol::Udp);
    let address = format!("127.0.0.1:{port}");
    let listener = solution("02-udp-listener", "udp-listener", &[&address]);
    wait_for_listener(Protocol::Udp, port);
    let mut client = start("01-udp-sender/client.py", &[&address]);
    for line in ["hello", "", "déjà vu"] {
        client.types(line);
        shows_of_somebody(&listener, line);
    }
}

#[test]
fn the_udp_listener_understands_the_solution() {
    for script in ["02-udp-listener/listener.py", "02-udp-listener/port-6000.py"] {
        let port = free_port(Protocol::Udp);
        let address = format!("127.0.0.1:{port}");
        let listener = start(script, &[&address]);
        wait_for_listener(Protocol::Udp, port);
        let mut sender = solution("01-udp-sender", "udp-sender", &[&address]);
        for line in ["hello", "déjà vu"] {
            sender.types(line);
            shows_of_somebody(&listener, line);
        }
    }
}

#[test]
fn what_repeats_is_understood_in_both_directions() {
    const WORDS: &str = "I am still here";
    let ours = ["02-udp-listener/port-6000.py", "01-udp-sender/every-two-seconds.py"];
    for only in 0..2 {
        let address = format!("127.0.0.1:{}", free_port(Protocol::Udp));
        let (listens, sends) = ([address.as_str()], [address.as_str(), WORDS, "10"]);
        // One of the two is a script, the other a solution.
        let listener =
            if only == 0 { start(ours[0], &listens) } else { solution("02-udp-listener", "udp-listener", &listens) };
        wait_for_listener(Protocol::Udp, port_of(&address));
        let _sender = if only == 1 { start(ours[1], &sends) } else { solution("01-udp-sender", "udp-sender", &sends) };
        for _ in 0..3 {
            shows_of_somebody(&listener, WORDS);
        }
    }
}

fn port_of(address: &str) -> u16 {
    address.rsplit_once(':').and_then(|(_, port)| port.parse().ok()).expect("a port")
}

#[test]
fn the_tcp_clients_are_served_by_the_solution() {
    let port = free_port(Protocol::Tcp);
    let server = solution("04-tcp-server", "tcp-server", &[&format!("127.0.0.1:{port}")]);
    wait_for_listener(Protocol::Tcp, port);
    for (script, host) in [("03-tcp-client/client.py", "127.0.0.1"), ("03-tcp-client/by-name.py", "localhost")] {
        let mut client = start(script, &[&format!("{host}:{port}")]);
        for line in ["hello", "déjà vu"] {
            client.types(line);
            client.shows(&format!("OK ... {line}"));
            shows_of_somebody(&server, line);
        }
        client.ends_input();
        assert_eq!(client.ends(), Some(0), "{script}");
    }
}

#[test]
fn the_tcp_servers_serve_the_solution() {
    // The first of them takes one client, and ends with it; the others take several at the same time.
    let servers = [("server.py", 1), ("with-select.py", 3), ("with-threads.py", 3)];
    for (script, clients) in servers {
        let port = free_port(Protocol::Tcp);
        let address = format!("127.0.0.1:{port}");
        let mut server = start(&format!("04-tcp-server/{script}"), &[&address]);
        wait_for_listener(Protocol::Tcp, port);
        let mut clients: Vec<Running> =
            (0..clients).map(|_| solution("03-tcp-client", "tcp-client", &[&address])).collect();
        for line in ["hello", "déjà vu"] {
            for client in &mut clients {
                client.types(line);
                client.shows(&format!("OK ... {line}"));
                shows_of_somebody(&server, line);
            }
        }
        for client in &mut clients {
            client.ends_input();
            assert_eq!(client.ends(), Some(0), "{script}'s client");
        }
        if script == "server.py" {
            assert_eq!(server.ends(), Some(0), "{script}");
        } else {
            assert!(server.child.try_wait().expect("a child").is_none(), "{script} has ended");
        }
    }
}

#[test]
fn the_relay_with_a_queue_passes_on_what_the_solutions_say() {
    let [at, robots @ ..] = [(); 4].map(|()| format!("127.0.0.1:{}", free_port(Protocol::Udp)));
    let arguments: Vec<&str> = [&at].into_iter().chain(&robots).map(String::as_str).collect();
    let relay = start("08-robot-relay/with-queue.py", &arguments);
    let mut running = robots.each_ref().map(|robot| solution("08-robots", "robot", &[robot, &at]));
    for address in [&at].into_iter().chain(&robots) {
        wait_for_listener(Protocol::Udp, port_of(address));
    }
    for speaker in 0..running.len() {
        let reading = format!("distance {speaker}");
        running[speaker].types(&reading);
        shows_of_somebody(&relay, &reading);
        for (_, other) in running.iter().enumerate().filter(|(at, _)| *at != speaker) {
            shows_of_somebody(other, &reading);
        }
    }
}

/// What some of them are about is out of reach where all is judged, as simpler checks fail.
#[test]
fn what_they_are_about_fails_alone_as_well() {
    let alone = [
        ("udp-sender", "01-udp-sender/every-two-seconds.py", "01.every", "sleeps-between"),
        ("tcp-client", "03-tcp-client/by-name.py", "03.every-address", "first-address-only"),
        ("tcp-server", "04-tcp-server/with-threads.py", "04.lines-together", "one-read-is-one-message"),
    ];
    for (name, script, check_of_it, misconception) in alone {
        let program = format!("{name}={}", program::whole(&path(script)).expect(script));
        let judged = check(["--only", check_of_it, "--program", &program]);
        let row = judged.row(check_of_it).unwrap_or_else(|| panic!("{}", judged.in_short()));
        let got = (row.verdict.as_str(), row.misconception.as_deref());
        assert_eq!(got, ("fail", Some(misconception)), "{script}: {}", judged.in_short());
    }
}

#[test]
fn each_loses_what_it_says_and_the_pages_show_them() {
    let mut entries = files("first-programs");
    entries.sort_by_key(|entry| SCRIPTS.iter().position(|script| *script == entry.name()));
    let judged: Vec<OnceLock<Judged>> = entries.iter().map(|_| OnceLock::new()).collect();
    // Some repeat themselves every two seconds: most of this is waiting.
    side_by_side(&entries.iter().zip(&judged).collect::<Vec<_>>(), entries.len(), |(entry, judged)| {
        judged.get_or_init(|| entry.judged().unwrap_or_else(|error| panic!("{}: {error}", entry.name())));
    });
    let (mut wrong, mut rows, mut sources) = (Vec::new(), Vec::new(), Vec::new());
    for (entry, judged) in entries.iter().zip(&judged) {
        let judged = judged.get().expect("it was judged");
        let mismatch = entry.mismatch(judged);
        wrong.extend(mismatch.map(|it| format!("{}: {it}\n    got: {}", entry.name(), judged.in_short())));
        rows.push(row(entry, judged));
        sources.push(source(entry));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (page, head) in PAGES {
        let table = format!("{head}\n| --- | --- | ---: | --- | ---: |\n{}", rows.join("\n"));
        hold(page, ("<!-- judged -->\n", "\n<!-- /judged -->"), &[table], str::eq);
        hold(page, ("<!-- script -->\n```python\n", "```\n<!-- /script -->"), &sources, str::eq);
    }
}

/// A row of the table: what it is, its points, and the names of the checks that it fails.
fn row(entry: &Entry, judged: &Judged) -> String {
    let verdict = |verdict: &'static str| judged.rows.iter().filter(move |row| row.verdict == verdict);
    let name = |check: &str| format!("`{}`", check.split_once('.').map_or(check, |(_, name)| name));
    let failed: Vec<String> = verdict("fail").map(|row| name(&row.check)).collect();
    let sum = |points: fn(&Row) -> u32| judged.rows.iter().map(points).sum::<u32>();
    let (points, of) = (sum(|row| row.points), sum(|row| row.of));
    let (path, program) = (entry.name(), &entry.program);
    let file = path.rsplit('/').next().unwrap_or_default();
    let link = format!("[{file}](../../checker/tests/first-programs/{path})");
    format!("| {link} | `{program}` | {points} / {of} | {} | {} |", failed.join(", "), verdict("not-reached").count())
}

/// A script without what its head says of it.
fn source(entry: &Entry) -> String {
    let text = fs::read_to_string(&entry.path).unwrap_or_else(|error| panic!("{}: {error}", entry.name()));
    text.lines().skip_while(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect()
}

//! `checker tank` from outside: what it understands of its drivers, whatever they send.

mod common;

use std::fs;
use std::io::Write;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Command, Stdio};

use assert_cmd::assert::OutputAssertExt;
use common::checker;
use common::running::{PATIENCE, Running};
use predicates::prelude::PredicateBooleanExt;
use predicates::str::{contains, is_empty};
use serde_json::Value;

const BEAT: &str = r#"{"cmd":"heartbeat"}"#;
const GO: &str = r#"{"cmd":"robotMovement","angle":10,"strength":50}"#;
const STOP: &str = r#"{"cmd":"robotMovement","angle":0,"strength":0}"#;
const BUZZ: &str = r#"{"cmd":"buzz"}"#;

fn tank(arguments: &[&str]) -> Command {
    let mut command = checker();
    command.arg("tank").args(arguments);
    command
}

/// A tank that tells what it understands.
struct Tank {
    running: Running,
    address: String,
}

impl Tank {
    fn start() -> Self {
        Self::in_language("en")
    }

    fn in_language(lang: &str) -> Self {
        let checker = env!("CARGO_BIN_EXE_checker");
        let running = Running::start(&[checker, "tank", "127.0.0.1:0", "--script", "--lang", lang]);
        let mut tank = Self { running, address: String::new() };
        let listening = tank.tells();
        assert_eq!(listening["event"], "listening");
        tank.address = text(&listening["address"]).to_owned();
        tank
    }

    fn tells(&self) -> Value {
        let line = self.running.next_line(PATIENCE).expect("the tank tells something");
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{line}: {error}"))
    }

    /// What it tells until it has told this, as `event` or `event reason`.
    fn tells_until(&self, last: &str) -> Vec<String> {
        let mut told = Vec::new();
        while told.last().is_none_or(|it| it != last) {
            told.push(in_short(&self.tells()));
        }
        told
    }

    fn driver(&self) -> TcpStream {
        TcpStream::connect(&self.address).expect("the tank accepts")
    }

    /// The most memory that it ever had, in KiB.
    fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.running.child.id())).expect("it runs");
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("VmHWM");
        line.split_whitespace().nth(1).and_then(|size| size.parse().ok()).expect("a number")
    }
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a string")
}

fn in_short(told: &Value) -> String {
    let more = told.get("reason").or(told.get("cmd")).and_then(Value::as_str);
    [Some(text(&told["event"])), more].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// In one piece, so that nothing comes between: no driver is lost half-way on a busy machine.
fn sends(mut driver: &TcpStream, lines: &[&str]) {
    driver.write_all((lines.join("\n") + "\n").as_bytes()).expect("the tank reads");
}

/// Without what only a busy machine brings: a driver that was lost before its first word.
fn without_delays(told: Vec<String>) -> Vec<String> {
    told.into_iter().filter(|it| it != "lost" && it != "drives").collect()
}

#[test]
fn it_understands_a_driver() {
    let tank = Tank::start();
    let driver = tank.driver();
    sends(&driver, &[BEAT, GO, BUZZ, BEAT, STOP]);
    drop(driver);
    let told = without_delays(tank.tells_until("left"));
    let understood = [
        "connected",
        "heartbeat",
        "command robotMovement",
        "command buzz",
        "heartbeat",
        "command robotMovement",
        "stopped ordered",
        "left",
    ];
    assert_eq!(told, understood);
}

#[test]
fn it_tells_who_says_what_and_when() {
    let tank = Tank::start();
    let driver = tank.driver();
    sends(&driver, &[BEAT, GO]);
    let movement = loop {
        let told = tank.tells();
        assert_eq!(told["driver"], driver.local_addr().expect("an address").to_string());
        assert!(told["millis"].is_u64(), "{told}");
        if told["event"] == "command" {
            break told;
        }
    };
    assert_eq!((&movement["angle"], &movement["strength"]), (&10.into(), &50.into()));
}

#[test]
fn it_says_what_is_wrong_with_each_wrong_line_in_both_languages() {
    let wrong = [
        ("", "empty", "empty", "vide"),
        ("buzz", "order", "typed", "tape"),
        ("{'cmd':'buzz'}", "single-quotes", "double", "doubles"),
        (r#"{"cmd":"buzz""#, "cut", "ends before", "finit avant"),
        (r#"{"cmd":"fly"}"#, "unknown-cmd", "no command “fly”", "«\u{a0}fly\u{a0}» n'existe pas"),
        (r#"{"cmd":"robotMovement","angle":10}"#, "missing", "“strength” is missing", "«\u{a0}strength\u{a0}»"),
        (r#"{"cmd":"robotMovement","angle":181,"strength":5}"#, "range", "-180 to 180", "-180 à 180"),
        (r#"{"cmd":"robotMovement","angle":1.5,"strength":5}"#, "not-whole", "1.5", "1.5"),
        (r#"{"cmd":"buzz","loud":true}"#, "unknown-key", "no “loud”", "«\u{a0}loud\u{a0}»"),
    ];
    for (lang, french) in [("en", false), ("fr", true)] {
        let tank = Tank::in_language(lang);
        let driver = tank.driver();
        sends(&driver, &wrong.map(|(line, ..)| line));
        for (line, reason, english_word, french_word) in wrong {
            let told = std::iter::repeat_with(|| tank.tells()).find(|told| told["event"] == "wrong").expect("endless");
            assert_eq!((text(&told["line"]), text(&told["reason"])), (line, reason));
            let word = if french { french_word } else { english_word };
            assert!(text(&told["text"]).contains(word), "{told}");
        }
    }
}

#[test]
fn a_driver_without_heartbeats_is_lost_and_the_tank_stops() {
    let tank = Tank::start();
    let driver = tank.driver();
    sends(&driver, &[BEAT, GO]);
    let mut told = Vec::new();
    while told.last().is_none_or(|told: &Value| told["event"] != "stopped") {
        told.push(tank.tells());
    }
    let at = |event: &str| {
        let told = told.iter().rev().find(|told| told["event"] == event).unwrap_or_else(|| panic!("{told:?}"));
        told["millis"].as_u64().expect("a time")
    };
    assert_eq!(in_short(&told[told.len() - 1]), "stopped driver-lost");
    // By the tank's own plan, whenever it came to carry it out; and a millisecond for rounding.
    assert!((1000..=1001).contains(&(at("lost") - at("heartbeat"))), "{told:?}");
    assert!(told.last().expect("it stopped")["x"].as_f64().is_some_and(|x| x > 1.5), "it has moved: {told:?}");

    sends(&driver, &[GO, BEAT, GO]);
    let told = tank.tells_until("command robotMovement");
    assert_eq!(told, ["refused no-heartbeat", "drives", "heartbeat", "command robotMovement"]);
}

#[test]
fn a_reset_is_told_and_stops_the_tank() {
    let tank = Tank::start();
    let driver = tank.driver();
    sends(&driver, &[BEAT, GO]);
    tank.tells_until("command robotMovement");
    let now = Some(std::time::Duration::ZERO);
    rustix::net::sockopt::set_socket_linger(&driver, now).expect("an option of the socket");
    drop(driver);
    let told = tank.tells_until("reset");
    // On a busy machine the driver may have been lost before.
    if told == ["reset"] {
        assert_eq!(in_short(&tank.tells()), "stopped driver-gone");
    }
    let next = tank.driver();
    sends(&next, &[BUZZ]);
    tank.tells_until("command buzz");
}

#[test]
fn of_two_drivers_the_second_waits_for_the_wheel() {
    let tank = Tank::start();
    let (first, second) = (tank.driver(), tank.driver());
    // Until it happens while the first is at the wheel.
    loop {
        sends(&first, &[BEAT]);
        tank.tells_until("heartbeat");
        sends(&second, &[GO]);
        let told = std::iter::repeat_with(|| in_short(&tank.tells())).find(|told| told.starts_with("refused"));
        if told.as_deref() == Some("refused another-drives") {
            break;
        }
    }
    drop(first);
    sends(&second, &[BEAT, GO]);
    loop {
        match in_short(&tank.tells()).as_str() {
            "command robotMovement" => break,
            // The farewell of the first may come later than this.
            "refused another-drives" => sends(&second, &[BEAT, GO]),
            _ => {}
        }
    }
}

#[test]
fn rubbish_and_long_lines_cost_neither_memory_nor_the_others() {
    let tank = Tank::start();
    let (mut loud, calm) = (tank.driver(), tank.driver());
    let piece = vec![b'x'; 1 << 20];
    for _ in 0..64 {
        loud.write_all(&piece).expect("the tank reads on");
    }
    loud.write_all(b"\n\xff\xfe{\n\x00\n").expect("the tank reads on");
    sends(&loud, &[BUZZ]);
    let told = without_delays(tank.tells_until("command buzz"));
    let wrong: Vec<&str> = told.iter().filter_map(|told| told.strip_prefix("wrong ")).collect();
    assert_eq!(wrong, ["too-long", "not-utf-8", "not-json"], "{told:?}");
    assert!(tank.memory() < 48 * 1024, "{} KiB", tank.memory());
    drop(loud);
    sends(&calm, &[BEAT, BUZZ]);
    tank.tells_until("command buzz");
}

#[test]
fn lines_may_come_in_pieces_and_end_as_they_like() {
    let tank = Tank::start();
    let mut driver = tank.driver();
    driver.set_nodelay(true).expect("an option of the socket");
    let (head, tail) = BUZZ.split_at(5);
    driver.write_all(head.as_bytes()).expect("the tank reads");
    let other = tank.driver();
    sends(&other, &["?"]);
    tank.tells_until("wrong not-json");
    // A half line has said nothing yet; its rest completes it, a `\r` before the end does not count.
    driver.write_all(format!("{tail}\r\n{BUZZ}").as_bytes()).expect("the tank reads");
    drop(driver);
    let told = without_delays(tank.tells_until("left"));
    assert_eq!(told, ["command buzz", "command buzz", "left"]);
}

#[test]
fn too_many_drivers_are_turned_away() {
    let tank = Tank::start();
    let drivers: Vec<TcpStream> = (0..33).map(|_| tank.driver()).collect();
    let told = tank.tells_until("turned-away");
    assert_eq!(told.iter().filter(|told| *told == "connected").count(), 32);
    drop(drivers);
    let next = tank.driver();
    let address = next.local_addr().expect("an address").to_string();
    sends(&next, &[BEAT]);
    while tank.tells()["driver"] != *address {}
}

#[test]
fn without_a_terminal_it_speaks_in_lines() {
    for (lang, listens, wrong) in
        [("en", "The mini-tank listens on ", "wrong command"), ("fr", "Le mini-tank écoute sur ", "commande fausse")]
    {
        let checker = env!("CARGO_BIN_EXE_checker");
        let tank = Running::start(&[checker, "tank", "127.0.0.1:0", "--lang", lang]);
        let first = tank.next_line(PATIENCE).expect("a line");
        let address = first.strip_prefix(listens).and_then(|rest| rest.split(". ").next()).expect("an address");
        let driver = TcpStream::connect(address).expect("the tank accepts");
        // What could play with the terminal does not reach it.
        sends(&driver, &[BEAT, BEAT, "{\"\\u001b[2J\x1b[2J", BUZZ]);
        let lines: Vec<String> = std::iter::repeat_with(|| tank.next_line(PATIENCE).expect("a line"))
            .scan(false, |ended, line| {
                let before = *ended;
                *ended = line.contains("♪ buzz");
                (!before).then_some(line)
            })
            .collect();
        let told = lines.join("\n");
        assert!(told.contains(wrong) && !told.contains('\x1b'), "{told}");
        assert!(!told.contains("heartbeat\""), "heartbeats are not shown one by one: {told}");
    }
}

#[test]
fn it_ends_quietly_when_its_reader_has_gone() {
    let mut child = tank(&["127.0.0.1:0", "--script"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the checker starts");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("a child").code(), Some(0));
    let told = std::io::read_to_string(child.stderr.take().expect("a pipe")).expect("UTF-8");
    assert_eq!(told, "");
}

#[test]
fn an_address_at_which_it_cannot_listen_is_told_with_what_to_do() {
    for wrong in ["6002", "127.0.0.1", "127.0.0.1:65536", "127.0.0.1:x", "::1:6002"] {
        let told = contains(format!("“{wrong}”")).and(contains("HOST:PORT"));
        tank(&[wrong]).assert().code(2).stdout(is_empty()).stderr(told);
    }
    tank(&["no-such-host.invalid:6002"]).assert().code(2).stdout(is_empty()).stderr(contains("“no-such-host.invalid”"));
    tank(&["192.0.2.1:6002"]).assert().code(2).stdout(is_empty()).stderr(contains("hostname -I"));
    tank(&["127.0.0.1:0", "again"]).assert().code(2).stdout(is_empty()).stderr(contains("“again”"));

    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let told = contains("another program listens").and(contains(address.as_str()));
    tank(&[&address, "--script"]).assert().code(2).stdout(is_empty()).stderr(told);
    let told = contains("un autre programme").and(contains(address.as_str()));
    tank(&[&address, "--lang", "fr"]).assert().code(2).stdout(is_empty()).stderr(told);
}

#[test]
fn the_help_speaks_both_languages() {
    for (lang, word) in [("en", "mini-tank"), ("fr", "mini-tank")] {
        let help = tank(&["--help", "--lang", lang]).assert().success();
        ["[BIND]", "--script", "0.0.0.0:6002", word].into_iter().fold(help, |help, word| help.stdout(contains(word)));
    }
}

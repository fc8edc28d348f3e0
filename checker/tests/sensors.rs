//! `checker sensors` from outside: what it prints, when it ends, and a real robot that it feeds.

mod common;

use std::io::{BufRead, BufReader};
use std::net::UdpSocket;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use assert_cmd::assert::OutputAssertExt;
use common::{checker, program};
use predicates::prelude::PredicateBooleanExt;
use predicates::str::{contains, is_empty};

/// Far longer than anything takes here, on however busy a machine.
const PATIENCE: Duration = Duration::from_secs(60);

fn sensors(arguments: &[&str]) -> Command {
    let mut command = checker();
    command.arg("sensors").args(arguments);
    command
}

fn lines(arguments: &[&str]) -> Vec<String> {
    let output = sensors(arguments).output().expect("the checker starts");
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8").lines().map(str::to_owned).collect()
}

#[test]
fn the_sensors_take_turns() {
    let lines = lines(&["--robot", "3", "--every", "1", "--count", "7"]);
    let named: Vec<&str> = lines.iter().map(|line| line.split(' ').nth(2).expect("a sensor")).collect();
    let turn = ["distance", "line", "gyroscope"];
    assert_eq!(named, [&turn[..], &turn[..], &turn[..1]].concat());
    assert!(lines.iter().all(|line| line.starts_with("robot 3 ")), "{lines:?}");
}

#[test]
fn a_seed_repeats_the_readings_of_each_robot() {
    let readings = |robot: &str, seed: &str| -> Vec<String> {
        let lines = lines(&["--robot", robot, "--seed", seed, "--every", "1", "--count", "6"]);
        lines.iter().map(|line| line.split_once(" ").expect("words").1[1..].to_owned()).collect()
    };
    assert_eq!(readings("1", "7"), readings("1", "7"));
    assert_ne!(readings("1", "7"), readings("1", "8"));
    assert_ne!(readings("1", "7"), readings("2", "7"));
}

/// Collects a child, whatever becomes of the test.
struct Ends(Child);

impl Drop for Ends {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn it_ends_quietly_when_its_reader_has_gone() {
    // The next line is due in weeks: nothing but the reader's leaving can end it.
    let mut command = sensors(&["--every", "4000000000"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the checker starts");
    let mut child = Ends(child);
    let mut stdout = BufReader::new(child.0.stdout.take().expect("a pipe"));
    let mut line = String::new();
    stdout.read_line(&mut line).expect("a line");
    assert!(line.starts_with("robot 1 distance "), "{line}");
    drop(stdout);
    assert_eq!(child.0.wait().expect("a child").code(), Some(0));
    let told = std::io::read_to_string(child.0.stderr.take().expect("a pipe")).expect("UTF-8");
    assert_eq!(told, "");
}

#[test]
fn stdout_that_takes_nothing_is_told() {
    let full = std::fs::File::create("/dev/full").expect("/dev/full");
    sensors(&["--count", "1"]).stdout(full).assert().code(2).stderr(contains("writing the result to stdout failed"));
}

#[test]
fn wrong_numbers_are_told_with_what_to_do() {
    for wrong in [["--every", "0"], ["--count", "0"], ["--robot", "0"], ["--robot", "two"], ["--robot", "65536"]] {
        let told = contains(wrong[0]).and(contains(format!("“{}”", wrong[1]))).and(contains("whole number"));
        sensors(&wrong).assert().code(2).stdout(is_empty()).stderr(told);
    }
    sensors(&["3"]).assert().code(2).stdout(is_empty()).stderr(contains("“3”"));
}

#[test]
fn the_help_speaks_both_languages() {
    for (lang, word) in [("en", "milliseconds"), ("fr", "millisecondes")] {
        let help = sensors(&["--help", "--lang", lang]).assert().success();
        ["--robot", "--every", "--count", "--seed", word]
            .into_iter()
            .fold(help, |help, word| help.stdout(contains(word)));
    }
}

#[test]
fn a_robot_sends_what_its_sensors_read() {
    let relay = UdpSocket::bind("127.0.0.1:0").expect("a socket");
    relay.set_read_timeout(Some(PATIENCE)).expect("a time limit");
    let mut command = sensors(&["--robot", "2", "--seed", "7", "--every", "1", "--count", "6"]);
    let mut readings = Ends(command.stdout(Stdio::piped()).spawn().expect("the checker starts"));
    let robot = program::solution("08-robots", "robot").unwrap_or_else(|error| panic!("{error}"));
    let robot = shlex::split(&robot).expect("a command line").concat();
    let _robot = Ends(
        Command::new(robot)
            .args(["127.0.0.1:0", &relay.local_addr().expect("an address").to_string()])
            .stdin(readings.0.stdout.take().expect("a pipe"))
            .spawn()
            .expect("the robot starts"),
    );
    let mut buffer = [0; 1000];
    for line in lines(&["--robot", "2", "--seed", "7", "--every", "1", "--count", "6"]) {
        let size = relay.recv(&mut buffer).expect("a datagram");
        assert_eq!(String::from_utf8_lossy(&buffer[..size]), format!("{line}\n"));
    }
}

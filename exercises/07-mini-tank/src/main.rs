//! Drives a tank: sends it each order that is typed, and a heartbeat every 500 ms.
//!
//! usage: tank-driver [TANK]
//!
//! This is the stub: each `todo!` is a part that you write. Its README says what the whole must do.

use std::env;
use std::io;
use std::net::TcpStream;
use std::process::{self, ExitCode};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

const DEFAULT_TANK: &str = "127.0.0.1:6002";
const HEARTBEAT_EVERY: Duration = Duration::from_millis(500);

fn main() -> ExitCode {
    let arguments = arguments();
    let tank = arguments.first().map_or(DEFAULT_TANK, String::as_str);

    match drive(tank) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(tank, &error),
    }
}

fn drive(tank: &str) -> io::Result<()> {
    let stream = connect(tank)?;
    let answers = stream.try_clone()?;
    // Two threads send. Whoever does locks the connection, so that no command gets into another.
    let commands = Arc::new(Mutex::new(stream));
    let heartbeats = Arc::clone(&commands);
    // There are three things to wait for: time that passes, the tank, should it close, and an order
    // that is typed. A thread waits for each.
    start_thread(tank, move || beat(&heartbeats));
    start_thread(tank, move || watch(&answers));
    // The program ends with this one, when no more orders come.
    send_orders(&commands)
}

/// Starts a thread that goes on for ever: if it ends, that is an error, and the end of the program.
fn start_thread(tank: &str, work: impl FnOnce() -> io::Result<()> + Send + 'static) {
    let tank = tank.to_owned();
    thread::spawn(move || {
        if let Err(error) = work() {
            fail(&tank, &error);
            process::exit(1);
        }
    });
}

fn send_orders(stream: &Mutex<TcpStream>) -> io::Result<()> {
    while let Some(line) = read_line()? {
        match order(&line) {
            Order::Command(command) => send(stream, &command)?,
            Order::Wrong(why) => eprintln!("{why}"),
            Order::Quit => break,
        }
    }
    stop(stream)
}

/// What a line that was typed asks for.
#[allow(dead_code)] // Until part 3 makes all of them, the compiler would wonder what they are for.
enum Order {
    /// This JSON object is to be sent.
    Command(String),
    /// Nothing is to be sent, and this is to be said.
    Wrong(String),
    Quit,
}

// Part 1: a connection to the tank, as in exercise 03.
fn connect(tank: &str) -> io::Result<TcpStream> {
    todo!("part 1 of 8: connect to {tank} (this is still the stub)")
}

// Part 2: the next line of stdin with its `\n`, or `None` at the end, as in exercise 03.
fn read_line() -> io::Result<Option<Vec<u8>>> {
    todo!("part 2 of 8: read one line")
}

// Part 3: what a line asks for. Look up `String::from_utf8_lossy`, `str::split_whitespace`, and how
// `match` takes a slice apart: `["move", angle, strength] => …`. A number is one when `str::parse`
// says so, and it must be within its bounds. In a `format!`, `{{` stands for a `{`.
fn order(line: &[u8]) -> Order {
    todo!("part 3 of 8: what do these {} bytes ask for?", line.len())
}

// Part 4: the command as a line to the tank, in one go. Look up `Mutex::lock` and
// `Write::write_all`. Whose turn is it when two threads want to send at the same time?
fn send(stream: &Mutex<TcpStream>, command: &str) -> io::Result<()> {
    todo!("part 4 of 8: send {command} to {stream:?}")
}

// Part 5: the last command of all. A tank that nobody drives must not go on.
fn stop(stream: &Mutex<TcpStream>) -> io::Result<()> {
    todo!("part 5 of 8: tell {stream:?} to stop")
}

// Part 6: a heartbeat, now and every 500 ms from now on. Look up `thread::sleep`; and think: when is
// the hundredth due, if each round takes a little longer than it sleeps? (`Instant`)
fn beat(stream: &Mutex<TcpStream>) -> io::Result<()> {
    todo!("part 6 of 8: a heartbeat every {HEARTBEAT_EVERY:?} to {stream:?}")
}

// Part 7: read what the tank says, throw it away, and go on until the connection ends: that is an
// error (`io::Error::other`). Look up `Read::read`, and what 0 means.
fn watch(stream: &TcpStream) -> io::Result<()> {
    todo!("part 7 of 8: watch {stream:?} until the tank closes")
}

// Part 8: what ends the program early. Here: a line on stderr (`eprintln!`) that names `tank` and
// tells the error, and status 1. Then, at the start of `main`: a line on stderr that starts with
// `usage:`, and status 2, for more than one argument or a `tank` that does not end with `:` and a
// port. All as in exercise 03.
fn fail(tank: &str, error: &io::Error) -> ExitCode {
    todo!("part 8 of 8: tell that {tank} failed with: {error}")
}

/// What was typed after the program's name. (`env::args` panics on what is not UTF-8.)
fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

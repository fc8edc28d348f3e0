//! Drives a tank: sends it each order that is typed, and a heartbeat every 500 ms.
//!
//! usage: tank-driver [TANK]

use std::env;
use std::io::{self, BufRead, Write};
use std::net::TcpStream;
use std::process::ExitCode;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

const DEFAULT_TANK: &str = "127.0.0.1:6002";
const USAGE: &str = "usage: tank-driver [TANK]";

/// The tank takes a second without a heartbeat for a lost driver: one may come late, or be the last
/// before a bad moment of the network.
const HEARTBEAT_EVERY: Duration = Duration::from_millis(500);

fn main() -> ExitCode {
    let arguments = arguments();
    let tank = arguments.first().map_or(DEFAULT_TANK, String::as_str);
    if arguments.len() > 1 || !has_port(tank) {
        return end(2, USAGE);
    }

    match drive(tank) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => end(1, &format!("{tank}: {error}")),
    }
}

fn drive(tank: &str) -> io::Result<()> {
    // Tries every address that the name has.
    let stream = TcpStream::connect(tank)?;
    // A command leaves at once, also while the one before it is on its way.
    stream.set_nodelay(true)?;
    let answers = stream.try_clone()?;
    // Two threads send. Whoever does locks the connection, so that no command gets into another.
    let commands = Arc::new(Mutex::new(stream));
    let heartbeats = Arc::clone(&commands);

    // Three threads, because there are three things to wait for: time that passes, an order that is
    // typed, and the tank, should it close. Nobody waits for any of the others.
    let (ends, ended) = mpsc::channel();
    start_thread(ends.clone(), move || beat(&heartbeats))?;
    start_thread(ends.clone(), move || send_orders(&commands))?;
    start_thread(ends, move || watch(&answers))?;
    // The first that ends ends the program, wherever the other two wait.
    ended.recv().unwrap_or(Ok(()))
}

/// Starts a thread that tells in the end how it ended.
fn start_thread(
    ends: Sender<io::Result<()>>,
    work: impl FnOnce() -> io::Result<()> + Send + 'static,
) -> io::Result<()> {
    // (`thread::spawn` panics when the system has no more threads, `Builder` tells.)
    thread::Builder::new().spawn(move || ends.send(work())).map(|_| ())
}

/// Sends a heartbeat at regular times.
fn beat(stream: &Mutex<TcpStream>) -> io::Result<()> {
    // When the last one was due, not when it left: so small delays do not add up.
    let mut due = Instant::now();
    loop {
        send(stream, r#"{"cmd":"heartbeat"}"#)?;
        due += HEARTBEAT_EVERY;
        thread::sleep(due.saturating_duration_since(Instant::now()));
    }
}

/// Sends what is ordered on stdin, and in the end that the tank is to stop.
fn send_orders(stream: &Mutex<TcpStream>) -> io::Result<()> {
    while let Some(line) = read_line()? {
        let line = String::from_utf8_lossy(&line);
        match line.split_whitespace().collect::<Vec<_>>().as_slice() {
            [] => {}
            ["quit"] => break,
            order => match command(order) {
                Some(command) => send(stream, &command)?,
                None => complain(&format!("not an order: {}", line.trim_end())),
            },
        }
    }
    send(stream, &movement(0, 0))
}

/// The JSON for an order, if it is one. Written by hand: numbers and fixed words have nothing that
/// must be escaped. Where a text of somebody's stands in the JSON, take a library.
fn command(order: &[&str]) -> Option<String> {
    match order {
        ["buzz"] => Some(r#"{"cmd":"buzz"}"#.to_owned()),
        ["move", angle, strength] => {
            let angle = angle.parse().ok().filter(|angle| (-180..=180).contains(angle))?;
            let strength = strength.parse().ok().filter(|strength| (0..=100).contains(strength))?;
            Some(movement(angle, strength))
        }
        _ => None,
    }
}

fn movement(angle: i32, strength: i32) -> String {
    format!(r#"{{"cmd":"robotMovement","angle":{angle},"strength":{strength}}}"#)
}

/// Sends a command as a line.
fn send(stream: &Mutex<TcpStream>, command: &str) -> io::Result<()> {
    // In one call, so that it leaves in one packet.
    let line = format!("{command}\n");
    // (A thread that panicked while it held the lock would be no reason for the others to panic.)
    let mut stream = stream.lock().unwrap_or_else(PoisonError::into_inner);
    stream.write_all(line.as_bytes())
}

/// Waits until the tank closes. What it says is read and thrown away: what nobody reads would pile
/// up, and the end stands behind it.
fn watch(mut stream: &TcpStream) -> io::Result<()> {
    io::copy(&mut stream, &mut io::sink())?;
    Err(io::Error::other("the tank has closed the connection"))
}

/// The next line of stdin with its `\n`, as bytes, because it may be no UTF-8; `None` at the end.
fn read_line() -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    match io::stdin().lock().read_until(b'\n', &mut line)? {
        0 => Ok(None),
        _ => Ok(Some(line)),
    }
}

/// What was typed after the program's name. (`env::args` panics on what is not UTF-8.)
fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

/// Whether a colon and a port end `address`: wrong usage is told before any name is looked up.
fn has_port(address: &str) -> bool {
    let port = address.rsplit_once(':').map(|(_, port)| port);
    port.is_some_and(|port| port.parse::<u16>().is_ok())
}

/// Says on stderr why the program ends.
fn end(status: u8, why: &str) -> ExitCode {
    complain(why);
    ExitCode::from(status)
}

/// Says `what` on stderr. (`eprintln!` panics when nobody reads stderr any more.)
fn complain(what: &str) {
    let _ = writeln!(io::stderr(), "{what}");
}

// What is different: the stub, filled in as its comments lead.
use std::env;
use std::io::{self, BufRead, Read, Write};
use std::net::TcpStream;
use std::process::{self, ExitCode};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

const DEFAULT_TANK: &str = "127.0.0.1:6002";
const HEARTBEAT_EVERY: Duration = Duration::from_millis(500);

fn main() -> ExitCode {
    let arguments = arguments();
    let tank = arguments.first().map_or(DEFAULT_TANK, String::as_str);

    let port = tank.rsplit_once(':').map(|(_, port)| port.parse::<u16>());
    if arguments.len() > 1 || !matches!(port, Some(Ok(_))) {
        eprintln!("usage: tank-driver [TANK]");
        return ExitCode::from(2);
    }

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
enum Order {
    /// This JSON object is to be sent.
    Command(String),
    /// Nothing is to be sent, and this is to be said.
    Wrong(String),
    Quit,
}

fn connect(tank: &str) -> io::Result<TcpStream> {
    TcpStream::connect(tank)
}

fn read_line() -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let size = io::stdin().lock().read_until(b'\n', &mut line)?;
    Ok(if size == 0 { None } else { Some(line) })
}

fn order(line: &[u8]) -> Order {
    let line = String::from_utf8_lossy(line);
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.as_slice() {
        ["quit"] => Order::Quit,
        ["buzz"] => Order::Command("{\"cmd\":\"buzz\"}".to_owned()),
        ["move", angle, strength] => match (angle.parse::<i32>(), strength.parse::<i32>()) {
            (Ok(angle), Ok(strength)) if (-180..=180).contains(&angle) && (0..=100).contains(&strength) => {
                Order::Command(format!(
                    "{{\"cmd\":\"robotMovement\",\"angle\":{angle},\"strength\":{strength}}}"
                ))
            }
            _ => Order::Wrong(format!("angle -180 to 180, strength 0 to 100: {line}")),
        },
        _ => Order::Wrong(format!("no such order: {line}")),
    }
}

fn send(stream: &Mutex<TcpStream>, command: &str) -> io::Result<()> {
    let mut stream = stream.lock().map_err(|_| io::Error::other("the other thread has panicked"))?;
    stream.write_all(format!("{command}\n").as_bytes())
}

fn stop(stream: &Mutex<TcpStream>) -> io::Result<()> {
    send(stream, "{\"cmd\":\"robotMovement\",\"angle\":0,\"strength\":0}")
}

fn beat(stream: &Mutex<TcpStream>) -> io::Result<()> {
    let mut due = Instant::now();
    loop {
        send(stream, "{\"cmd\":\"heartbeat\"}")?;
        due += HEARTBEAT_EVERY;
        thread::sleep(due.saturating_duration_since(Instant::now()));
    }
}

fn watch(mut stream: &TcpStream) -> io::Result<()> {
    let mut bytes = [0; 1024];
    while stream.read(&mut bytes)? > 0 {}
    Err(io::Error::other("the tank has closed"))
}

fn fail(tank: &str, error: &io::Error) -> ExitCode {
    eprintln!("{tank}: {error}");
    ExitCode::from(1)
}

fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

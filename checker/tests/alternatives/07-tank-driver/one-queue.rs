// What is different: one thread alone writes; the others put into its queue what is to be done, and it waits for that until
// the next heartbeat is due. The first is due after 500 ms.
use std::io::{BufRead, Read, Write};
use std::net::TcpStream;
use std::process::exit;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

enum News {
    Line(Vec<u8>),
    InputEnds,
    TankEnds(String),
}

fn order(text: &str) -> Result<String, String> {
    let mut words = text.split_ascii_whitespace();
    let mut number = |least: i64, most: i64, words: &mut std::str::SplitAsciiWhitespace| {
        let word = words.next().ok_or("a number is missing")?;
        let number: i64 = word.parse().map_err(|error| format!("{word}: {error}"))?;
        if number < least || number > most { Err(format!("{number} is out of bounds")) } else { Ok(number) }
    };
    let command = match words.next() {
        Some("buzz") => "{\"cmd\":\"buzz\"}\n".to_owned(),
        Some("move") => {
            let (angle, strength) = (number(-180, 180, &mut words)?, number(0, 100, &mut words)?);
            format!("{{\"strength\":{strength},\"angle\":{angle},\"cmd\":\"robotMovement\"}}\n")
        }
        _ => return Err("no such order".to_owned()),
    };
    if words.next().is_some() { Err("a word too many".to_owned()) } else { Ok(command) }
}

fn main() {
    let args: Vec<String> = std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect();
    let tank = args.first().map_or("127.0.0.1:6002", String::as_str);
    if args.len() > 1 || !tank.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok()) {
        eprintln!("usage: tank-driver [TANK]");
        exit(2);
    }
    if let Err(error) = drive(tank) {
        eprintln!("{tank}: {error}");
        exit(1);
    }
}

fn drive(tank: &str) -> std::io::Result<()> {
    let mut stream = TcpStream::connect(tank)?;
    let mut answers = stream.try_clone()?;
    let (news, queue) = channel();
    let keyboard = news.clone();
    thread::spawn(move || {
        for line in std::io::stdin().lock().split(b'\n') {
            let Ok(line) = line else { break };
            if keyboard.send(News::Line(line)).is_err() {
                return;
            }
        }
        let _ = keyboard.send(News::InputEnds);
    });
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        let why = loop {
            match answers.read(&mut bytes) {
                Ok(0) => break "it has hung up".to_owned(),
                Ok(_) => {}
                Err(error) => break error.to_string(),
            }
        };
        let _ = news.send(News::TankEnds(why));
    });
    let every = Duration::from_millis(500);
    let mut due = Instant::now() + every;
    loop {
        match queue.recv_timeout(due.saturating_duration_since(Instant::now())) {
            Err(RecvTimeoutError::Timeout) => {}
            Ok(News::Line(line)) if line.trim_ascii() != b"quit" => match order(&String::from_utf8_lossy(&line)) {
                Ok(command) => stream.write_all(command.as_bytes())?,
                Err(why) => eprintln!("{why}: {}", String::from_utf8_lossy(&line)),
            },
            Ok(News::TankEnds(why)) => return Err(std::io::Error::other(why)),
            Ok(_) | Err(RecvTimeoutError::Disconnected) => break,
        }
        // Also when there is always something in the queue.
        if Instant::now() >= due {
            stream.write_all(b"{\"cmd\":\"heartbeat\"}\n")?;
            due += every;
        }
    }
    stream.write_all(b"{\"cmd\":\"robotMovement\",\"angle\":0,\"strength\":0}\n")
}

// What is different: Rust; the connection is asked every 2 ms, and what is typed comes from a thread through a channel.
use std::io::{self, BufRead, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::exit;
use std::sync::mpsc::{TryRecvError, channel};
use std::thread;
use std::time::Duration;

fn talk(server: &str) -> io::Result<()> {
    let mut stream = TcpStream::connect(server)?;
    stream.set_nonblocking(true)?;
    let (typing, typed) = channel::<Vec<u8>>();
    thread::spawn(move || {
        let mut stdin = io::stdin().lock();
        let mut line = Vec::new();
        while stdin.read_until(b'\n', &mut line).is_ok_and(|size| size > 0) {
            let _ = typing.send(std::mem::take(&mut line));
        }
    });
    let (mut unsent, mut begun, mut bytes) = (Vec::new(), Vec::new(), [0; 4096]);
    let mut types = true;
    loop {
        let mut busy = false;
        match typed.try_recv() {
            Ok(line) => unsent.extend_from_slice(&line),
            Err(TryRecvError::Disconnected) if types && unsent.is_empty() => {
                types = false;
                let _ = stream.shutdown(Shutdown::Write);
            }
            Err(_) => {}
        }
        if !unsent.is_empty() {
            match stream.write(&unsent) {
                Ok(size) => {
                    unsent.drain(..size);
                    busy = true;
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                Err(error) => return Err(error),
            }
        }
        match stream.read(&mut bytes) {
            Ok(0) => {
                print!("{}", String::from_utf8_lossy(&begun));
                return io::stdout().flush();
            }
            Ok(size) => {
                busy = true;
                begun.extend_from_slice(&bytes[..size]);
                while let Some(end) = begun.iter().position(|byte| *byte == b'\n') {
                    let line: Vec<u8> = begun.drain(..=end).collect();
                    print!("{}", String::from_utf8_lossy(&line));
                }
                io::stdout().flush()?;
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
        }
        if !busy {
            thread::sleep(Duration::from_millis(2));
        }
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args_os().skip(1).map(|it| it.to_string_lossy().into_owned()).collect();
    let server = arguments.first().map_or("127.0.0.1:6000", |it| it.as_str());
    let port = server.rsplit_once(':').and_then(|(_, port)| port.parse::<u16>().ok());
    if arguments.len() > 1 || port.is_none() {
        eprintln!("usage: chat-client [SERVER]");
        exit(2);
    }
    if let Err(error) = talk(server) {
        eprintln!("chat-client: {server}: {error}");
        exit(1);
    }
}

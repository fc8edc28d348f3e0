// What is different: Rust whose main thread never blocks: a channel of lines and a non-blocking socket are asked again
// after a sleep of 1 ms. (A second thread reads stdin, as the standard library has no other way.)
use std::io::{BufRead, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream, ToSocketAddrs};
use std::process::exit;
use std::sync::mpsc::{self, TryRecvError};
use std::thread;
use std::time::Duration;

const SERVER: &str = "127.0.0.1:8888";

fn usage() -> ! {
    eprintln!("usage: tcp-client [SERVER]");
    exit(2)
}

fn fail(address: &str, reason: impl std::fmt::Display) -> ! {
    eprintln!("tcp-client: {address}: {reason}");
    exit(1)
}

fn connect(server: &str) -> TcpStream {
    let Some((host, port)) = server.rsplit_once(':') else { usage() };
    let Ok(port) = port.parse::<u16>() else { usage() };
    let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    let found: Vec<_> = (host, port).to_socket_addrs().unwrap_or_else(|error| fail(server, error)).collect();
    let stream = TcpStream::connect(&found[..]).unwrap_or_else(|error| fail(server, error));
    if let Err(error) = stream.set_nonblocking(true) {
        fail(server, error);
    }
    stream
}

/// Does something again until it would no longer have to wait.
fn patiently<T>(server: &str, mut act: impl FnMut() -> std::io::Result<T>) -> T {
    loop {
        match act() {
            Ok(done) => return done,
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => nap(),
            Err(error) => fail(server, error),
        }
    }
}

fn nap() {
    thread::sleep(Duration::from_millis(1));
}

fn main() {
    let args: Vec<String> = std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect();
    if args.len() > 1 {
        usage();
    }
    let server = args.first().map_or(SERVER, String::as_str);
    let mut stream = connect(server);

    let (lines, next) = mpsc::sync_channel(1);
    thread::spawn(move || {
        let mut stdin = std::io::stdin().lock();
        let mut line = Vec::new();
        while let Ok(1..) = stdin.read_until(b'\n', &mut line) {
            let _ = lines.send(std::mem::take(&mut line));
        }
    });

    let mut received = Vec::new();
    loop {
        let mut line: Vec<u8> = match next.try_recv() {
            Ok(line) => line,
            Err(TryRecvError::Empty) => {
                nap();
                continue;
            }
            Err(TryRecvError::Disconnected) => break,
        };
        if !line.ends_with(b"\n") {
            line.push(b'\n');
        }
        let mut unsent = &line[..];
        while !unsent.is_empty() {
            let sent = patiently(server, || stream.write(unsent));
            unsent = &unsent[sent..];
        }
        let mut searched = 0;
        let end = loop {
            if let Some(end) = received[searched..].iter().position(|&byte| byte == b'\n') {
                break searched + end;
            }
            searched = received.len();
            let mut piece = [0; 16384];
            let got = patiently(server, || stream.read(&mut piece));
            if got == 0 {
                fail(server, "the server closed before the end of its reply");
            }
            received.extend_from_slice(&piece[..got]);
        };
        let reply = received[..end].strip_suffix(b"\r").unwrap_or(&received[..end]);
        let shown = format!("{}\n", String::from_utf8_lossy(reply));
        received.drain(..=end);
        let mut stdout = std::io::stdout();
        if let Err(error) = stdout.write_all(shown.as_bytes()).and_then(|()| stdout.flush()) {
            fail(server, error);
        }
    }
    // What is unread when a socket is closed would make the system reset the connection.
    let _ = stream.shutdown(Shutdown::Write);
    let mut piece = [0; 16384];
    while let Ok(1..) = stream.read(&mut piece) {}
}

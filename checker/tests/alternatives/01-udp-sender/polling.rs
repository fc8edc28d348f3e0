// What is different: Rust whose main thread never blocks: it asks a channel for lines and the clock for the next
// MESSAGE, and sleeps 1 ms in between. (A second thread reads stdin, as the standard library has no other way.)
use std::io::BufRead;
use std::net::{SocketAddr, ToSocketAddrs, UdpSocket};
use std::process::exit;
use std::sync::mpsc::{self, TryRecvError};
use std::thread;
use std::time::{Duration, Instant};

const DEST: &str = "127.0.0.1:8888";

fn usage() -> ! {
    eprintln!("usage: udp-sender [DEST [MESSAGE [EVERY]]]");
    exit(2)
}

fn fail(address: &str, reason: impl std::fmt::Display) -> ! {
    eprintln!("udp-sender: {address}: {reason}");
    exit(1)
}

fn split_address(text: &str) -> (&str, u16) {
    let Some((host, port)) = text.rsplit_once(':') else { usage() };
    let Ok(port) = port.parse() else { usage() };
    (host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host), port)
}

fn open(dest: &str) -> (UdpSocket, SocketAddr) {
    let found = split_address(dest).to_socket_addrs().unwrap_or_else(|error| fail(dest, error));
    for to in found {
        let any = if to.is_ipv4() { "0.0.0.0:0" } else { "[::]:0" };
        if let Ok(socket) = UdpSocket::bind(any)
            && socket.set_nonblocking(true).is_ok()
        {
            return (socket, to);
        }
    }
    fail(dest, "no socket can be made for it")
}

fn nap() {
    thread::sleep(Duration::from_millis(1));
}

fn main() {
    let args: Vec<String> = std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect();
    if args.len() > 3 {
        usage();
    }
    let dest = args.first().map_or(DEST, String::as_str);
    split_address(dest);
    let every = args.get(2).map(|every| match every.parse::<u64>() {
        Ok(every) if every > 0 => Duration::from_millis(every),
        _ => usage(),
    });
    let (socket, to) = open(dest);
    let send = |bytes: &[u8]| {
        while let Err(error) = socket.send_to(bytes, to) {
            if error.kind() != std::io::ErrorKind::WouldBlock {
                fail(dest, format!("{} bytes in one datagram: {error}", bytes.len()));
            }
            nap();
        }
    };

    let Some(message) = args.get(1) else {
        let (lines, next) = mpsc::channel();
        thread::spawn(move || {
            let mut stdin = std::io::stdin().lock();
            let mut line = Vec::new();
            while let Ok(1..) = stdin.read_until(b'\n', &mut line) {
                let _ = lines.send(std::mem::take(&mut line));
            }
        });
        loop {
            match next.try_recv() {
                Ok(line) => send(&line),
                Err(TryRecvError::Empty) => nap(),
                Err(TryRecvError::Disconnected) => return,
            }
        }
    };
    let message = format!("{message}\n");
    let first = Instant::now();
    send(message.as_bytes());
    let Some(every) = every else { return };
    let mut passed = every;
    loop {
        if first.elapsed() >= passed {
            send(message.as_bytes());
            passed = passed.saturating_add(every);
        } else {
            nap();
        }
    }
}

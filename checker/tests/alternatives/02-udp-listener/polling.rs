// What is different: Rust, one thread, a non-blocking socket that is asked again after a sleep of 2 ms: as the kernel
// sees it, this program is never blocked for good.
use std::io::{ErrorKind, Write};
use std::net::{ToSocketAddrs, UdpSocket};
use std::process::exit;
use std::time::Duration;

const BIND: &str = "0.0.0.0:8888";

fn usage() -> ! {
    eprintln!("usage: udp-listener [BIND]");
    exit(2)
}

fn fail(address: &str, reason: impl std::fmt::Display) -> ! {
    eprintln!("udp-listener: {address}: {reason}");
    exit(1)
}

fn listen(bind: &str) -> UdpSocket {
    let Some((host, port)) = bind.rsplit_once(':') else { usage() };
    let Ok(port) = port.parse::<u16>() else { usage() };
    let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    let found: Vec<_> = (host, port).to_socket_addrs().unwrap_or_else(|error| fail(bind, error)).collect();
    UdpSocket::bind(&found[..]).unwrap_or_else(|error| fail(bind, error))
}

fn main() {
    let args: Vec<String> = std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect();
    if args.len() > 1 {
        usage();
    }
    let bind = args.first().map_or(BIND, String::as_str);
    let socket = listen(bind);
    if let Err(error) = socket.set_nonblocking(true) {
        fail(bind, error);
    }
    let mut buffer = vec![0; 65536];
    loop {
        match socket.recv_from(&mut buffer) {
            Ok((size, sender)) => {
                let text = String::from_utf8_lossy(&buffer[..size]);
                let text = match text.strip_suffix('\n') {
                    Some(text) => text.strip_suffix('\r').unwrap_or(text),
                    None => &text,
                };
                let line = format!("{sender} {text}\n");
                let mut stdout = std::io::stdout();
                if let Err(error) = stdout.write_all(line.as_bytes()).and_then(|()| stdout.flush()) {
                    fail(bind, error);
                }
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => std::thread::sleep(Duration::from_millis(2)),
            Err(error) => fail(bind, error),
        }
    }
}

// What is different: Rust, one thread, a non-blocking socket that is asked again after a sleep of 1 ms, and a second
// socket to send from: the robots are told from another port than the one at which it listens.
use std::io::{ErrorKind, Write};
use std::net::{SocketAddr, ToSocketAddrs, UdpSocket};
use std::process::exit;
use std::time::Duration;

fn usage() -> ! {
    eprintln!("usage: robot-relay [BIND [ROBOT...]]");
    exit(2)
}

fn fail(address: &str, reason: impl std::fmt::Display) -> ! {
    eprintln!("robot-relay: {address}: {reason}");
    exit(1)
}

fn addresses(name: &str) -> Vec<SocketAddr> {
    name.to_socket_addrs().unwrap_or_else(|error| fail(name, error)).collect()
}

fn main() {
    let args: Vec<String> = std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect();
    if args.iter().any(|arg| arg.rsplit_once(':').is_none_or(|(_, port)| port.parse::<u16>().is_err())) {
        usage();
    }
    let bind = args.first().map_or("0.0.0.0:4455", String::as_str);
    let socket = UdpSocket::bind(&addresses(bind)[..]).unwrap_or_else(|error| fail(bind, error));
    let ipv4 = socket.local_addr().is_ok_and(|own| own.is_ipv4());
    let robots: Vec<SocketAddr> = args
        .iter()
        .skip(1)
        .map(|name| {
            let fitting = addresses(name).into_iter().find(|address| address.is_ipv4() == ipv4);
            fitting.unwrap_or_else(|| fail(name, "no address of this family"))
        })
        .collect();
    let any = if ipv4 { "0.0.0.0:0" } else { "[::]:0" };
    let sender_socket = UdpSocket::bind(any).unwrap_or_else(|error| fail(any, error));
    if let Err(error) = socket.set_nonblocking(true) {
        fail(bind, error);
    }
    let mut buffer = vec![0; 65536];
    loop {
        match socket.recv_from(&mut buffer) {
            Ok((size, sender)) if robots.contains(&sender) => {
                for robot in robots.iter().filter(|robot| **robot != sender) {
                    let _ = sender_socket.send_to(&buffer[..size], robot);
                }
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
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => std::thread::sleep(Duration::from_millis(1)),
            Err(error) => fail(bind, error),
        }
    }
}

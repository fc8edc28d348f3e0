// What is different: the stub, with its parts written in the shortest way.
use std::env;
use std::io::{self, BufRead};
use std::net::{SocketAddr, ToSocketAddrs, UdpSocket};
use std::process::{self, ExitCode};
use std::thread;

const DEFAULT_BIND: &str = "0.0.0.0:4455";
const DEFAULT_RELAY: &str = "127.0.0.1:4455";

fn main() -> ExitCode {
    let arguments = arguments();
    let bind = arguments.first().map_or(DEFAULT_BIND, String::as_str);
    let relay = arguments.get(1).map_or(DEFAULT_RELAY, String::as_str);

    if arguments.len() > 2 || !is_address(bind) || !is_address(relay) {
        eprintln!("usage: robot [BIND [RELAY]]");
        return ExitCode::from(2);
    }
    match talk(bind, relay) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(bind, relay, &error),
    }
}

fn talk(bind: &str, relay: &str) -> io::Result<()> {
    let socket = open_socket(bind)?;
    let relay_address = address(&socket, relay)?;
    // Two threads, because there are two things to wait for: a line that is typed, and a datagram
    // that arrives. Both use the same socket: the relay knows a robot by the address that it sends
    // from.
    let sending = socket.try_clone()?;
    let (bind, relay) = (bind.to_owned(), relay.to_owned());
    thread::spawn(move || {
        // That stdin has ended ends this thread alone. What goes wrong ends the program.
        if let Err(error) = send_lines(&sending, relay_address) {
            fail(&bind, &relay, &error);
            process::exit(1);
        }
    });
    loop {
        let (datagram, sender) = receive(&socket)?;
        show(sender, &datagram)?;
    }
}

fn send_lines(socket: &UdpSocket, relay: SocketAddr) -> io::Result<()> {
    while let Some(line) = read_line()? {
        send(socket, relay, &line)?;
    }
    Ok(())
}

fn open_socket(bind: &str) -> io::Result<UdpSocket> {
    UdpSocket::bind(bind)
}

fn address(socket: &UdpSocket, relay: &str) -> io::Result<SocketAddr> {
    first_fitting(socket, relay)
}

fn read_line() -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let size = io::stdin().lock().read_until(b'\n', &mut line)?;
    Ok(Some(line).filter(|_| size > 0))
}

fn send(socket: &UdpSocket, relay: SocketAddr, line: &[u8]) -> io::Result<()> {
    let about = |error| io::Error::other(format!("{} bytes to {relay}: {error}", line.len()));
    socket.send_to(line, relay).map(drop).map_err(about)
}

fn receive(socket: &UdpSocket) -> io::Result<(Vec<u8>, SocketAddr)> {
    let mut buffer = vec![0; 65_536];
    let (size, sender) = socket.recv_from(&mut buffer)?;
    buffer.truncate(size);
    Ok((buffer, sender))
}

fn show(sender: SocketAddr, datagram: &[u8]) -> io::Result<()> {
    print(sender, datagram)
}

fn fail(bind: &str, relay: &str, error: &io::Error) -> ExitCode {
    eprintln!("{bind}, {relay}: {error}");
    ExitCode::from(1)
}

/// What was typed after the program's name. (`env::args` panics on what is not UTF-8.)
fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

fn first_fitting(socket: &UdpSocket, name: &str) -> io::Result<SocketAddr> {
    let about = |error: io::Error| io::Error::other(format!("{name}: {error}"));
    let own = socket.local_addr()?;
    let mut found = name.to_socket_addrs().map_err(about)?;
    found.find(|address| address.is_ipv4() == own.is_ipv4()).ok_or_else(|| about(io::Error::other("no such address")))
}

fn is_address(text: &str) -> bool {
    text.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok())
}

fn print(sender: SocketAddr, datagram: &[u8]) -> io::Result<()> {
    let text = datagram.strip_suffix(b"\n").map_or(datagram, |text| text.strip_suffix(b"\r").unwrap_or(text));
    println!("{sender} {}", String::from_utf8_lossy(text));
    Ok(())
}

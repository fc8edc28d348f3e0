// What is different: the stub, with its parts written in the shortest way.
use std::env;
use std::io;
use std::net::{SocketAddr, ToSocketAddrs, UdpSocket};
use std::process::ExitCode;
use std::sync::mpsc::{self, Sender};
use std::thread;

const DEFAULT_BIND: &str = "0.0.0.0:4455";

/// A datagram, and who sent it.
type Arrival = (Vec<u8>, SocketAddr);

fn main() -> ExitCode {
    let arguments = arguments();
    let bind = arguments.first().map_or(DEFAULT_BIND, String::as_str);
    let robots = arguments.get(1..).unwrap_or_default();

    if !arguments.iter().all(|address| is_address(address)) {
        eprintln!("usage: robot-relay [BIND [ROBOT…]]");
        return ExitCode::from(2);
    }
    match relay(bind, robots) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(bind, &error),
    }
}

fn relay(bind: &str, robots: &[String]) -> io::Result<()> {
    let socket = open_socket(bind)?;
    let robots = addresses(&socket, robots)?;
    // Two threads with a queue between them: the first one receives, and does nothing else; the
    // second one, this one, may take its time. Both use the same socket.
    let (queue, arrivals) = mpsc::channel();
    let receiving = socket.try_clone()?;
    thread::spawn(move || queue_what_arrives(&receiving, &queue));
    for (datagram, sender) in &arrivals {
        relay_one(&socket, &robots, &datagram, sender)?;
    }
    Ok(())
}

fn open_socket(bind: &str) -> io::Result<UdpSocket> {
    UdpSocket::bind(bind)
}

fn addresses(socket: &UdpSocket, robots: &[String]) -> io::Result<Vec<SocketAddr>> {
    robots.iter().map(|robot| first_fitting(socket, robot)).collect()
}

fn queue_what_arrives(socket: &UdpSocket, queue: &Sender<Arrival>) -> io::Result<()> {
    let mut buffer = vec![0; 65_536];
    loop {
        let (size, sender) = socket.recv_from(&mut buffer)?;
        queue.send((buffer[..size].to_vec(), sender)).map_err(io::Error::other)?;
    }
}

/// What becomes of one datagram.
fn relay_one(socket: &UdpSocket, robots: &[SocketAddr], datagram: &[u8], sender: SocketAddr) -> io::Result<()> {
    if robots.contains(&sender) {
        show(sender, datagram)?;
        pass_on(socket, robots, datagram, sender);
    }
    Ok(())
}

fn show(sender: SocketAddr, datagram: &[u8]) -> io::Result<()> {
    print(sender, datagram)
}

fn pass_on(socket: &UdpSocket, robots: &[SocketAddr], datagram: &[u8], sender: SocketAddr) {
    for robot in robots.iter().filter(|robot| **robot != sender) {
        if let Err(error) = socket.send_to(datagram, robot) {
            eprintln!("{robot}: {error}");
        }
    }
}

fn fail(bind: &str, error: &io::Error) -> ExitCode {
    eprintln!("{bind}: {error}");
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

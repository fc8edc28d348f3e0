//! Prints each UDP datagram that arrives, and who sent it.
//!
//! usage: udp-listener [BIND]

use std::env;
use std::io::{self, Write};
use std::net::{SocketAddr, UdpSocket};
use std::process::ExitCode;

const DEFAULT_BIND: &str = "0.0.0.0:8888";
const USAGE: &str = "usage: udp-listener [BIND]";

/// Room for the largest datagram there is: what does not fit in the buffer would be lost.
const BUFFER_SIZE: usize = 65_536;

fn main() -> ExitCode {
    let arguments = arguments();
    let bind = arguments.first().map_or(DEFAULT_BIND, String::as_str);
    if arguments.len() > 1 || !has_port(bind) {
        return end(2, USAGE);
    }

    match listen(bind) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => end(1, &format!("{bind}: {error}")),
    }
}

/// Shows what arrives at `bind`, until the program is stopped.
fn listen(bind: &str) -> io::Result<()> {
    let socket = UdpSocket::bind(bind)?;
    loop {
        match receive(&socket) {
            Ok((datagram, sender)) => show(sender, &datagram)?,
            // One datagram went wrong; the next may be right.
            Err(error) => complain(&format!("{bind}: {error}")),
        }
    }
}

/// Waits for one datagram. It comes whole: one `recv_from` for each `send_to`.
fn receive(socket: &UdpSocket) -> io::Result<(Vec<u8>, SocketAddr)> {
    let mut datagram = vec![0; BUFFER_SIZE];
    let (size, sender) = socket.recv_from(&mut datagram)?;
    datagram.truncate(size);
    Ok((datagram, sender))
}

fn show(sender: SocketAddr, datagram: &[u8]) -> io::Result<()> {
    // Anybody may send anything: bytes that are no UTF-8 are shown as U+FFFD.
    let text = String::from_utf8_lossy(without_end(datagram));
    // Not `println!`, which panics when nobody reads stdout any more.
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "{sender} {text}")?;
    stdout.flush()
}

/// `line` without the `\n`, or the `\r\n` of a Windows terminal, at its end.
fn without_end(line: &[u8]) -> &[u8] {
    let shorter = line.strip_suffix(b"\r\n").or(line.strip_suffix(b"\n"));
    shorter.unwrap_or(line)
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

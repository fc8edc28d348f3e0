//! Sends each line of its standard input to a chat's relay, and prints each line that arrives from
//! there.
//!
//! usage: chat-client [SERVER]

use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Shutdown, TcpStream};
use std::process::ExitCode;
use std::thread;

const DEFAULT_SERVER: &str = "127.0.0.1:6000";
const USAGE: &str = "usage: chat-client [SERVER]";

fn main() -> ExitCode {
    let arguments = arguments();
    let server = arguments.first().map_or(DEFAULT_SERVER, String::as_str);
    if arguments.len() > 1 || !has_port(server) {
        return end(2, USAGE);
    }

    match chat(server) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => end(1, &format!("{server}: {error}")),
    }
}

fn chat(server: &str) -> io::Result<()> {
    // Tries every address that the name has.
    let stream = TcpStream::connect(server)?;
    // A line that is typed leaves at once, also while the one before it is on its way.
    stream.set_nodelay(true)?;
    // Two threads, because there are two things to wait for: a line that is typed, and one that
    // arrives. Both use the same connection, each in its own direction.
    let sending = stream.try_clone()?;
    thread::Builder::new().spawn(move || send_lines(&sending))?;
    // The program ends with this thread, when the server closes, even if the other one still waits
    // for somebody to type.
    print_lines(&stream)
}

/// Sends what is typed, and then says that this was all.
fn send_lines(stream: &TcpStream) {
    if let Err(error) = send_stdin(stream) {
        complain(&format!("stdin is no longer sent: {error}"));
    }
    // Only this direction: what others say still arrives, until the server closes too.
    let _ = stream.shutdown(Shutdown::Write);
}

fn send_stdin(mut stream: &TcpStream) -> io::Result<()> {
    while let Some(line) = read_line(&mut io::stdin().lock())? {
        stream.write_all(&line)?;
    }
    Ok(())
}

/// Prints what arrives, until the server closes.
fn print_lines(stream: &TcpStream) -> io::Result<()> {
    // One reader for the whole conversation: it may hold the beginning of the next line.
    let mut lines = BufReader::new(stream);
    while let Some(line) = read_line(&mut lines)? {
        show(&line)?;
    }
    Ok(())
}

/// The next line with its `\n`, as bytes, because it may be no UTF-8; `None` at the end.
fn read_line(lines: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    match lines.read_until(b'\n', &mut line)? {
        0 => Ok(None),
        _ => Ok(Some(line)),
    }
}

fn show(line: &[u8]) -> io::Result<()> {
    // Bytes that are no UTF-8 are shown as U+FFFD.
    let text = String::from_utf8_lossy(without_end(line));
    // Not `println!`, which panics when nobody reads stdout any more.
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "{text}")?;
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

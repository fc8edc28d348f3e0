//! Sends each line of its standard input to a server, and prints the line that it answers.
//!
//! usage: tcp-client [SERVER]

use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Shutdown, TcpStream};
use std::process::ExitCode;

const DEFAULT_SERVER: &str = "127.0.0.1:8888";
const USAGE: &str = "usage: tcp-client [SERVER]";

fn main() -> ExitCode {
    let arguments = arguments();
    let server = arguments.first().map_or(DEFAULT_SERVER, String::as_str);
    if arguments.len() > 1 || !has_port(server) {
        return end(2, USAGE);
    }

    match talk(server) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => end(1, &format!("{server}: {error}")),
    }
}

fn talk(server: &str) -> io::Result<()> {
    // Tries every address that the name has.
    let stream = TcpStream::connect(server)?;
    // One reader for the whole conversation: it may hold the beginning of the next reply.
    let mut replies = BufReader::new(&stream);
    while let Some(line) = read_line()? {
        send(&stream, line)?;
        let reply = read_reply(&mut replies)?;
        show(&reply)?;
    }
    // Nothing is owed any more, so it does not matter if the server was the first to leave.
    let _ = stream.shutdown(Shutdown::Write);
    Ok(())
}

/// The next line of stdin with its `\n`, as bytes, because it may be no UTF-8; `None` at the end.
fn read_line() -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    match io::stdin().lock().read_until(b'\n', &mut line)? {
        0 => Ok(None),
        _ => Ok(Some(line)),
    }
}

fn send(mut stream: &TcpStream, mut line: Vec<u8>) -> io::Result<()> {
    // Without its `\n` the server would go on waiting for the rest of the line.
    if !line.ends_with(b"\n") {
        line.push(b'\n');
    }
    // In one call: a second small packet would wait until the first is acknowledged.
    stream.write_all(&line)
}

/// Waits for one whole line, in however many pieces it comes.
fn read_reply(replies: &mut BufReader<&TcpStream>) -> io::Result<Vec<u8>> {
    let mut reply = Vec::new();
    replies.read_until(b'\n', &mut reply)?;
    if !reply.ends_with(b"\n") {
        return Err(io::Error::other("closed the connection before its reply was complete"));
    }
    Ok(reply)
}

fn show(reply: &[u8]) -> io::Result<()> {
    // Bytes that are no UTF-8 are shown as U+FFFD.
    let text = String::from_utf8_lossy(without_end(reply));
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

/// Says on stderr why the program ends. (`eprintln!` panics when nobody reads stderr any more.)
fn end(status: u8, why: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "{why}");
    ExitCode::from(status)
}

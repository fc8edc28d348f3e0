//! Prints each line that a client sends, and answers it.
//!
//! usage: tcp-server [BIND]

use std::env;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{self, ExitCode};
use std::thread;
use std::time::Duration;

const DEFAULT_BIND: &str = "0.0.0.0:8888";
const USAGE: &str = "usage: tcp-server [BIND]";

/// Lines of 1 MiB must pass; one that never ends must not fill the memory.
const LONGEST_LINE: u64 = 2 * 1024 * 1024;

fn main() -> ExitCode {
    let arguments = arguments();
    let bind = arguments.first().map_or(DEFAULT_BIND, String::as_str);
    if arguments.len() > 1 || !has_port(bind) {
        return end(2, USAGE);
    }

    match serve_clients(bind) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => end(1, &format!("{bind}: {error}")),
    }
}

/// Serves whoever connects to `bind`, until the program is stopped.
fn serve_clients(bind: &str) -> io::Result<()> {
    // On Unix, Rust's `bind` sets SO_REUSEADDR: without it, the port of a server that was stopped
    // stays taken until the system has forgotten its last connections, a minute or so.
    let listener = TcpListener::bind(bind)?;
    loop {
        // A thread for each client, so that a silent one holds up nobody.
        // (`thread::spawn` panics when the system has no more threads, `Builder` tells.)
        let started =
            listener.accept().and_then(|(stream, client)| thread::Builder::new().spawn(move || serve(&stream, client)));
        if let Err(error) = started {
            complain(&format!("{bind}: {error}"));
            // Out of threads or file descriptors? Clients that leave give some back: wait a little.
            thread::sleep(Duration::from_millis(100));
        }
    }
}

/// Serves one client until it leaves. What goes wrong with it ends its thread, not the server.
fn serve(stream: &TcpStream, client: SocketAddr) {
    if let Err(error) = answer_lines(stream, client) {
        complain(&format!("{client}: {error}"));
    }
}

fn answer_lines(stream: &TcpStream, client: SocketAddr) -> io::Result<()> {
    // One reader for the whole conversation: it may hold the beginning of the next line.
    let mut lines = BufReader::new(stream);
    while let Some(line) = read_line(&mut lines)? {
        show(client, &line);
        answer(stream, &line)?;
    }
    // The client has closed its writing side; it got all its answers, and now we close too.
    Ok(())
}

/// The client's next line without its end, as bytes, because it may be no UTF-8; `None` when it
/// sends no more.
fn read_line(lines: &mut BufReader<&TcpStream>) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let size = lines.take(LONGEST_LINE).read_until(b'\n', &mut line)?;
    match size as u64 {
        0 => Ok(None),
        LONGEST_LINE => Err(io::Error::other("sent a line that is too long")),
        _ => Ok(Some(without_end(&line).to_vec())),
    }
}

fn show(client: SocketAddr, line: &[u8]) {
    let text = String::from_utf8_lossy(line);
    // Locked until the line is out, so that no other thread's line gets mixed into it.
    let mut stdout = io::stdout().lock();
    if let Err(error) = writeln!(stdout, "{client} {text}").and_then(|()| stdout.flush()) {
        // That is no client's fault: the server can do its work for nobody any more.
        complain(&format!("stdout: {error}"));
        process::exit(1);
    }
}

fn answer(mut stream: &TcpStream, line: &[u8]) -> io::Result<()> {
    // In one call: a second small packet would wait until the first is acknowledged.
    stream.write_all(&[b"OK ... ", line, b"\n"].concat())
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

//! Prints each line that a client sends, and answers it.
//!
//! usage: tcp-server [BIND]
//!
//! This is the stub: each `todo!` is a part that you write. Its README says what the whole must do.

use std::env;
use std::io::{self, BufReader};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::ExitCode;

const DEFAULT_BIND: &str = "0.0.0.0:8888";

fn main() -> ExitCode {
    let arguments = arguments();
    let bind = arguments.first().map_or(DEFAULT_BIND, String::as_str);

    match serve_clients(bind) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(bind, &error),
    }
}

fn serve_clients(bind: &str) -> io::Result<()> {
    let listener = listen(bind)?;
    loop {
        let (stream, client) = accept(&listener)?;
        answer_lines(&stream, client)?;
    }
}

/// Serves one client until it leaves.
fn answer_lines(stream: &TcpStream, client: SocketAddr) -> io::Result<()> {
    // One reader for the whole conversation: it may hold the beginning of the next line.
    let mut lines = BufReader::new(stream);
    while let Some(line) = read_line(&mut lines)? {
        show(client, &line);
        answer(stream, &line)?;
    }
    Ok(())
}

// Part 1: a socket that waits for clients at the address `bind`. Look up `TcpListener::bind`.
fn listen(bind: &str) -> io::Result<TcpListener> {
    todo!("part 1 of 6: listen at {bind} (this is still the stub)")
}

// Part 2: the next client's connection, and its address. Look up `TcpListener::accept`.
fn accept(listener: &TcpListener) -> io::Result<(TcpStream, SocketAddr)> {
    todo!("part 2 of 6: accept a client at {listener:?}")
}

// Part 3: the client's next line, without the `\n` or `\r\n` that ends it, or `None` when it sends
// no more, where no byte can be read. A line is bytes, not always UTF-8: look up
// `BufRead::read_until` and `Vec::pop`.
fn read_line(lines: &mut BufReader<&TcpStream>) -> io::Result<Option<Vec<u8>>> {
    todo!("part 3 of 6: read one line from {lines:?}")
}

// Part 4: the line `IP:PORT LINE` on stdout. Look up `String::from_utf8_lossy`.
fn show(client: SocketAddr, line: &[u8]) {
    todo!("part 4 of 6: print {} bytes from {client}", line.len())
}

// Part 5: `OK ... LINE` and a `\n` back to the client. Look up `Write::write_all`. (A parameter
// that you want to change is declared `mut stream`.)
fn answer(stream: &TcpStream, line: &[u8]) -> io::Result<()> {
    todo!("part 5 of 6: answer {} bytes to {stream:?}", line.len())
}

// Part 6: what goes wrong. Here: a line on stderr (`eprintln!`) that names `bind` and tells the
// error, and status 1. Look up `ExitCode::from`.
// Then, in `serve_clients`: the `?` after `answer_lines` ends the whole server when one client
// resets its connection.
// Then, at the start of `main`: a line on stderr that starts with `usage:`, and status 2, for more
// than one argument or a `bind` that does not end with `:` and a port. Look up `str::rsplit_once`
// and `str::parse::<u16>`.
fn fail(bind: &str, error: &io::Error) -> ExitCode {
    todo!("part 6 of 6: tell that {bind} failed with: {error}")
}

/// What was typed after the program's name. (`env::args` panics on what is not UTF-8.)
fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

// Extra: several clients at the same time, so that a silent one holds up nobody. Look up
// `std::thread::spawn`.

//! Sends each line of its standard input to a chat's relay, and prints each line that arrives from
//! there.
//!
//! usage: chat-client [SERVER]
//!
//! This is the stub: each `todo!` is a part that you write. Its README says what the whole must do.

use std::env;
use std::io::{self, BufRead, BufReader};
use std::net::TcpStream;
use std::process::ExitCode;
use std::thread;

const DEFAULT_SERVER: &str = "127.0.0.1:6000";

fn main() -> ExitCode {
    let arguments = arguments();
    let server = arguments.first().map_or(DEFAULT_SERVER, String::as_str);

    match chat(server) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(server, &error),
    }
}

fn chat(server: &str) -> io::Result<()> {
    let stream = connect(server)?;
    // Two threads, because there are two things to wait for: a line that is typed, and one that
    // arrives. Both use the same connection, each in its own direction.
    let sending = stream.try_clone()?;
    thread::spawn(move || send_lines(&sending));
    // The program ends with this thread, even if the other one still waits for somebody to type.
    print_lines(&stream)
}

/// Sends what is typed, and then says that this was all.
fn send_lines(stream: &TcpStream) -> io::Result<()> {
    while let Some(line) = read_line(&mut io::stdin().lock())? {
        send(stream, &line)?;
    }
    finish(stream)
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

// Part 1: a connection to the server. Look up `TcpStream::connect`.
fn connect(server: &str) -> io::Result<TcpStream> {
    todo!("part 1 of 6: connect to {server} (this is still the stub)")
}

// Part 2: the next line with its `\n`, or `None` at the end, where no byte can be read any more.
// `lines` may be stdin or the connection: `BufRead::read_until` works for both.
fn read_line(lines: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    todo!("part 2 of 6: read one line from {}", std::any::type_name_of_val(lines))
}

// Part 3: the line on stdout, as in exercise 03.
fn show(line: &[u8]) -> io::Result<()> {
    todo!("part 3 of 6: print {} bytes", line.len())
}

// Part 4: the whole line leaves, at once. Look up `Write::write_all`, and `TcpStream::set_nodelay`
// for a line that is typed while the one before it is still on its way.
fn send(stream: &TcpStream, line: &[u8]) -> io::Result<()> {
    todo!("part 4 of 6: send {} bytes to {stream:?}", line.len())
}

// Part 5: nothing more will be sent, but what others say shall still arrive. Look up
// `TcpStream::shutdown`.
fn finish(stream: &TcpStream) -> io::Result<()> {
    todo!("part 5 of 6: close the writing side of {stream:?}")
}

// Part 6: what ends the program early. Here: a line on stderr (`eprintln!`) that names `server` and
// tells the error, and status 1.
// Then, at the start of `main`: a line on stderr that starts with `usage:`, and status 2, for more
// than one argument or a `server` that does not end with `:` and a port. Both as in exercise 03.
fn fail(server: &str, error: &io::Error) -> ExitCode {
    todo!("part 6 of 6: tell that {server} failed with: {error}")
}

/// What was typed after the program's name. (`env::args` panics on what is not UTF-8.)
fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

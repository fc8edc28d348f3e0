//! Sends each line of its standard input to a server, and prints the line that it answers.
//!
//! usage: tcp-client [SERVER]
//!
//! This is the stub: each `todo!` is a part that you write. Its README says what the whole must do.

use std::env;
use std::io::{self, BufReader};
use std::net::TcpStream;
use std::process::ExitCode;

const DEFAULT_SERVER: &str = "127.0.0.1:8888";

fn main() -> ExitCode {
    let arguments = arguments();
    let server = arguments.first().map_or(DEFAULT_SERVER, String::as_str);

    match talk(server) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(server, &error),
    }
}

fn talk(server: &str) -> io::Result<()> {
    let stream = connect(server)?;
    // One reader for the whole conversation: it may hold the beginning of the next reply.
    let mut replies = BufReader::new(&stream);
    while let Some(line) = read_line()? {
        send(&stream, line)?;
        let reply = read_reply(&mut replies)?;
        show(&reply)?;
    }
    Ok(())
}

// Part 1: a connection to the server. Look up `TcpStream::connect`.
fn connect(server: &str) -> io::Result<TcpStream> {
    todo!("part 1 of 6: connect to {server} (this is still the stub)")
}

// Part 2: the next line of stdin with its `\n`, or `None` at the end, where no byte can be read any
// more. A line is bytes, not always UTF-8: look up `BufRead::read_until`, and `io::stdin().lock()`
// to call it on.
fn read_line() -> io::Result<Option<Vec<u8>>> {
    todo!("part 2 of 6: read one line")
}

// Part 3: the whole line leaves, with a `\n` even if the last one came without. Look up
// `Write::write_all`, and `Vec::push`. (A parameter that you want to change is declared `mut
// stream`, `mut line`.)
fn send(stream: &TcpStream, line: Vec<u8>) -> io::Result<()> {
    todo!("part 3 of 6: send {} bytes to {stream:?}", line.len())
}

// Part 4: one line of reply, up to its `\n`, in however many pieces it comes: `read_until` again.
// If the server closes before the `\n`, that is an error: look up `io::Error::other`.
fn read_reply(replies: &mut BufReader<&TcpStream>) -> io::Result<Vec<u8>> {
    todo!("part 4 of 6: read one line of reply from {replies:?}")
}

// Part 5: the reply on stdout, as a line. Look up `String::from_utf8_lossy`, and
// `slice::strip_suffix` for the `\n` or `\r\n` that ends the reply.
fn show(reply: &[u8]) -> io::Result<()> {
    todo!("part 5 of 6: print {} bytes", reply.len())
}

// Part 6: what ends the program early. Here: a line on stderr (`eprintln!`) that names `server` and
// tells the error, and status 1. Look up `ExitCode::from`.
// Then, at the start of `main`: a line on stderr that starts with `usage:`, and status 2, for more
// than one argument or a `server` that does not end with `:` and a port. Look up `str::rsplit_once`
// and `str::parse::<u16>`.
fn fail(server: &str, error: &io::Error) -> ExitCode {
    todo!("part 6 of 6: tell that {server} failed with: {error}")
}

/// What was typed after the program's name. (`env::args` panics on what is not UTF-8.)
fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

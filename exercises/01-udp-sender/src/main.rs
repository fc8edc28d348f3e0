//! Sends each line of its standard input as one UDP datagram.
//!
//! usage: udp-sender [DEST]
//!
//! This is the stub: each `todo!` is a part that you write. Its README says what the whole must do.

use std::env;
use std::io;
use std::net::UdpSocket;
use std::process::ExitCode;

const DEFAULT_DEST: &str = "127.0.0.1:8888";

fn main() -> ExitCode {
    let arguments = arguments();
    let dest = arguments.first().map_or(DEFAULT_DEST, String::as_str);

    match send_lines(dest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(dest, &error),
    }
}

fn send_lines(dest: &str) -> io::Result<()> {
    let socket = open_socket()?;
    while let Some(line) = read_line()? {
        send(&socket, dest, &line)?;
    }
    Ok(())
}

// Part 1: a socket to send from. It needs an address too: "0.0.0.0:0" means any address of this
// machine, and any port that is free. Look up `UdpSocket::bind`.
fn open_socket() -> io::Result<UdpSocket> {
    todo!("part 1 of 4: bind a UDP socket (this is still the stub)")
}

// Part 2: the next line of stdin with its `\n`, or `None` at the end, where no byte can be read any
// more. A line is bytes, not always UTF-8: look up `BufRead::read_until`, and `io::stdin().lock()`
// to call it on.
fn read_line() -> io::Result<Option<Vec<u8>>> {
    todo!("part 2 of 4: read one line")
}

// Part 3: the line leaves as one datagram. Look up `UdpSocket::send_to`.
fn send(socket: &UdpSocket, dest: &str, datagram: &[u8]) -> io::Result<()> {
    todo!("part 3 of 4: send {} bytes to {dest} from {socket:?}", datagram.len())
}

// Part 4: what ends the program early. Here: a line on stderr (`eprintln!`) that names `dest` and
// tells the error (the size of a line that is too long for a datagram, for example), and status 1.
// Look up `ExitCode::from`.
// Then, at the start of `main`: a line on stderr that starts with `usage:`, and status 2, for more
// than one argument or a `dest` that does not end with `:` and a port. Look up `str::rsplit_once`
// and `str::parse::<u16>`.
fn fail(dest: &str, error: &io::Error) -> ExitCode {
    todo!("part 4 of 4: tell that {dest} failed with: {error}")
}

/// What was typed after the program's name. (`env::args` panics on what is not UTF-8.)
fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

// The last points. IPv6 and names: a socket on "0.0.0.0:0" sends to IPv4 addresses only, one on
// "[::]:0" to IPv6 ones; `ToSocketAddrs` gives the addresses of a name. Extra: the arguments
// MESSAGE and EVERY, with `std::thread::sleep`.

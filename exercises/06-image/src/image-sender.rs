//! Sends a file to an image receiver.
//!
//! usage: image-sender [SERVER [FILE]]
//!
//! This is the stub: each `todo!` is a part that you write. Its README says what the whole must do.

use std::env;
use std::fs::File;
use std::io;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const DEFAULT_SERVER: &str = "127.0.0.1:6001";
const DEFAULT_FILE: &str = "image.png";

fn main() -> ExitCode {
    let arguments = arguments();
    let server = arguments.first().map_or(DEFAULT_SERVER, String::as_str);
    // The name of a file is bytes, not always UTF-8.
    let path = env::args_os().nth(2).map_or(PathBuf::from(DEFAULT_FILE), PathBuf::from);

    match transfer(server, &path) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(server, &path, &error),
    }
}

/// A file that can be sent.
struct Image {
    /// Its own name, without folders.
    name: String,
    size: u64,
    file: File,
}

/// Sends the file at `path` to `server`, and hears that it has arrived.
fn transfer(server: &str, path: &Path) -> io::Result<()> {
    let image = open(path)?;
    let stream = connect(server)?;
    send_header(&stream, &image.name, image.size)?;
    send_content(&stream, image.file, image.size)?;
    check_answer(&stream, image.size)
}

// Part 1: the file, opened, with its name and its size. A folder is an error, and so is a name that
// is not UTF-8 or has more than 255 bytes: look up `io::Error::other`. Look up `std::fs::metadata`,
// `Path::file_name` and `OsStr::to_str`.
fn open(path: &Path) -> io::Result<Image> {
    todo!("part 1 of 6: open {} (this is still the stub)", path.display())
}

// Part 2: a connection to the server. Look up `TcpStream::connect`.
fn connect(server: &str) -> io::Result<TcpStream> {
    todo!("part 2 of 6: connect to {server}")
}

// Part 3: the length of the name in two bytes, the name, the size in eight bytes, all in one call.
// Look up `u16::to_be_bytes` and `slice::concat`. (A parameter that you want to change is declared
// `mut stream`.)
fn send_header(stream: &TcpStream, name: &str, size: u64) -> io::Result<()> {
    todo!("part 3 of 6: send the header for {name}, {size} bytes, to {stream:?}")
}

// Part 4: as many bytes of the file as the header said, in pieces, for a file may be larger than the
// memory. `vec![0; SIZE]` makes a buffer, `Read::read` fills it and says how much of it: zero means
// that the file has become shorter. Or look up `Read::take` and `io::copy`.
fn send_content(stream: &TcpStream, file: File, size: u64) -> io::Result<()> {
    todo!("part 4 of 6: send {size} bytes of {file:?} to {stream:?}")
}

// Part 5: the line that the receiver answers. It is an error if it is not `OK` and the size, and the
// error tells what it is. Look up `BufRead::read_until`.
// Then, in `transfer`: a receiver that refuses the file may say why, and close while it is still
// being sent. `send_content` fails then; read the answer all the same.
fn check_answer(stream: &TcpStream, size: u64) -> io::Result<()> {
    todo!("part 5 of 6: hear from {stream:?} that {size} bytes have arrived")
}

// Part 6: what ends the program early. Here: a line on stderr (`eprintln!`) that names `server` and
// `path` and tells the error, and status 1.
// Then, at the start of `main`: a line on stderr that starts with `usage:`, and status 2, for more
// than two arguments or a `server` that does not end with `:` and a port. Both as in exercise 03.
fn fail(server: &str, path: &Path, error: &io::Error) -> ExitCode {
    todo!("part 6 of 6: tell that {} to {server} failed with: {error}", path.display())
}

/// What was typed after the program's name. (`env::args` panics on what is not UTF-8.)
fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

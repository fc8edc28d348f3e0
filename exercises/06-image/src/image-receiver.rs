//! Saves the files that image senders send, and shows them.
//!
//! usage: image-receiver [BIND [DIR [VIEWER]]]
//!
//! This is the stub: each `todo!` is a part that you write. Its README says what the whole must do.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const DEFAULT_BIND: &str = "0.0.0.0:6001";
const DEFAULT_DIR: &str = ".";

fn main() -> ExitCode {
    let arguments = arguments();
    let bind = arguments.first().map_or(DEFAULT_BIND, String::as_str);
    // The names of files are bytes, not always UTF-8.
    let dir = env::args_os().nth(2).map_or(PathBuf::from(DEFAULT_DIR), PathBuf::from);
    let viewer = env::args_os().nth(3);

    match serve_senders(bind, &dir, viewer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(bind, &error),
    }
}

fn serve_senders(bind: &str, dir: &Path, viewer: Option<OsString>) -> io::Result<()> {
    let listener = listen(bind)?;
    loop {
        let (stream, sender) = accept(&listener)?;
        let line = match receive(&stream, dir) {
            Ok(image) => {
                show(sender.ip(), &image);
                if let Some(viewer) = &viewer {
                    view(viewer, &image.path);
                }
                format!("OK {}", image.size)
            }
            Err(error) => format!("ERR {error}"),
        };
        answer(stream, &line);
    }
}

/// A file that has been received and saved.
struct Image {
    name: String,
    size: u64,
    path: PathBuf,
}

fn receive(stream: &TcpStream, dir: &Path) -> io::Result<Image> {
    let name = receive_name(stream)?;
    let size = receive_size(stream)?;
    let path = dir.join(&name);
    save(stream, size, &path)?;
    Ok(Image { name, size, path })
}

// Part 1: a socket that waits for senders at the address `bind`, as in exercise 04.
fn listen(bind: &str) -> io::Result<TcpListener> {
    todo!("part 1 of 9: listen at {bind} (this is still the stub)")
}

// Part 2: the next sender's connection, and its address, as in exercise 04.
fn accept(listener: &TcpListener) -> io::Result<(TcpStream, SocketAddr)> {
    todo!("part 2 of 9: accept a sender at {listener:?}")
}

// Part 3: two bytes with the length, then the name. Look up `Read::read_exact`, which waits until all
// have come, and `u16::from_be_bytes`. (A parameter that you want to change is declared `mut
// stream`.)
// A name that the README forbids is an error: look up `String::from_utf8` and `io::Error::other`.
fn receive_name(stream: &TcpStream) -> io::Result<String> {
    todo!("part 3 of 9: receive a name from {stream:?}")
}

// Part 4: eight bytes with the size. Look up `u64::from_be_bytes`.
fn receive_size(stream: &TcpStream) -> io::Result<u64> {
    todo!("part 4 of 9: receive a size from {stream:?}")
}

// Part 5: `size` bytes, in pieces, into a file. `vec![0; SIZE]` makes a buffer, `Read::read` fills it
// and says how much of it: zero means that the sender has left. `Read::take` keeps you from reading
// too far. Look up `std::fs::create_dir_all` and `File::create`.
// Then: until it is complete, the file has another name, which no other transfer has. Look up
// `File::create_new`, `std::fs::rename`, and `std::fs::remove_file` for a transfer that breaks off.
fn save(stream: &TcpStream, size: u64, path: &Path) -> io::Result<()> {
    todo!("part 5 of 9: save {size} bytes from {stream:?} as {}", path.display())
}

// Part 6: the line `IP NAME SIZE` on stdout.
fn show(ip: IpAddr, image: &Image) {
    todo!("part 6 of 9: print {ip}, {} and {}", image.name, image.size)
}

// Part 7: the program `viewer`, started with `path` as its argument. Look up
// `std::process::Command::spawn`, which does not wait for it. That it cannot be started is no reason
// to end.
fn view(viewer: &OsStr, path: &Path) {
    todo!("part 7 of 9: start {viewer:?} with {}", path.display())
}

// Part 8: `line` and a `\n` back to the sender, which may have left already.
// Then: a refused sender is still sending. To close while there is something unread would reset the
// connection, and it might never see the answer. Look up `TcpStream::shutdown`, and read for a while:
// `TcpStream::set_read_timeout`.
fn answer(stream: TcpStream, line: &str) {
    todo!("part 8 of 9: answer {line} to {stream:?}")
}

// Part 9: what goes wrong. Here: a line on stderr (`eprintln!`) that names `bind` and tells the
// error, and status 1.
// Then, at the start of `main`: a line on stderr that starts with `usage:`, and status 2, for more
// than three arguments or a `bind` that does not end with `:` and a port. Both as in exercise 04.
fn fail(bind: &str, error: &io::Error) -> ExitCode {
    todo!("part 9 of 9: tell that {bind} failed with: {error}")
}

/// What was typed after the program's name. (`env::args` panics on what is not UTF-8.)
fn arguments() -> Vec<String> {
    env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect()
}

// Extra: a sender that stalls half-way holds up no other. Look up `std::thread::spawn`, as in
// exercise 05.

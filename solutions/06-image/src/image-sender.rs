//! Sends a file to an image receiver.
//!
//! usage: image-sender [SERVER [FILE]]

use std::env;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Take, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const DEFAULT_SERVER: &str = "127.0.0.1:6001";
const DEFAULT_FILE: &str = "image.png";
const USAGE: &str = "usage: image-sender [SERVER [FILE]]";

/// What the header has room for.
const LONGEST_NAME: usize = 255;

/// A file goes in pieces of this size: it need not fit into the memory.
const PIECE_SIZE: usize = 128 * 1024;

/// What is read of the answer at most: it comes from a program that may be wrong.
const LONGEST_ANSWER: u64 = 64 * 1024;

fn main() -> ExitCode {
    let arguments = arguments();
    let server = arguments.first().map_or(DEFAULT_SERVER, String::as_str);
    // The name of a file is bytes, not always UTF-8.
    let path = env::args_os().nth(2).map_or(PathBuf::from(DEFAULT_FILE), PathBuf::from);
    if arguments.len() > 2 || !has_port(server) {
        return end(2, USAGE);
    }

    let image = match Image::open(&path) {
        Ok(image) => image,
        Err(error) => return end(1, &format!("{}: {error}", path.display())),
    };
    match transfer(server, image) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => end(1, &format!("{server}: {}: {error}", path.display())),
    }
}

/// A file that can be sent.
struct Image {
    name: String,
    size: u64,
    /// As much of it as its size says, even if it grows meanwhile.
    content: Take<File>,
    piece: Vec<u8>,
}

impl Image {
    fn open(path: &Path) -> io::Result<Image> {
        // Looked at before it is opened: to open a pipe is to wait for somebody who writes into it.
        if !fs::metadata(path)?.is_file() {
            return Err(io::Error::other("is not a file"));
        }
        let name = path.file_name().unwrap_or_default().to_str();
        let name = name.ok_or(io::Error::other("the name is not UTF-8"))?.to_string();
        if name.len() > LONGEST_NAME {
            return Err(io::Error::other("the name is longer than 255 bytes"));
        }
        let file = File::open(path)?;
        let size = file.metadata()?.len();
        Ok(Image { name, size, content: file.take(size), piece: vec![0; PIECE_SIZE] })
    }

    fn header(&self) -> Vec<u8> {
        let length = self.name.len() as u16;
        [&length.to_be_bytes(), self.name.as_bytes(), &self.size.to_be_bytes()].concat()
    }

    fn next_piece(&mut self) -> io::Result<&[u8]> {
        match self.content.read(&mut self.piece)? {
            0 => Err(io::Error::other("became shorter while it was sent")),
            size => Ok(&self.piece[..size]),
        }
    }
}

/// Sends `image` to `server`, and hears that it has arrived.
fn transfer(server: &str, mut image: Image) -> io::Result<()> {
    // Tries every address that the name has.
    let mut stream = TcpStream::connect(server)?;
    // A short file leaves at once, also while its header is still on its way.
    stream.set_nodelay(true)?;
    let mut sent = stream.write_all(&image.header());
    while sent.is_ok() && image.content.limit() > 0 {
        sent = stream.write_all(image.next_piece()?);
    }
    // Also if it could not be sent: who refuses a file may say why, and close before all has come.
    let due = format!("OK {}", image.size);
    match read_answer(&stream) {
        Ok(answer) if answer == due => sent,
        Ok(answer) => Err(io::Error::other(format!("answered {answer:?}, not {due:?}"))),
        Err(error) => sent.and(Err(error)),
    }
}

/// The receiver's line, without its end.
fn read_answer(stream: &TcpStream) -> io::Result<String> {
    let mut answer = Vec::new();
    BufReader::new(stream).take(LONGEST_ANSWER).read_until(b'\n', &mut answer)?;
    if answer.is_empty() {
        return Err(io::Error::other("closed the connection without an answer"));
    }
    Ok(String::from_utf8_lossy(without_end(&answer)).into_owned())
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

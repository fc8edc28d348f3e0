//! Saves the files that image senders send, and shows them.
//!
//! usage: image-receiver [BIND [DIR [VIEWER]]]

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::net::{IpAddr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

const DEFAULT_BIND: &str = "0.0.0.0:6001";
const DEFAULT_DIR: &str = ".";
const USAGE: &str = "usage: image-receiver [BIND [DIR [VIEWER]]]";

/// What a name may have at most.
const LONGEST_NAME: usize = 255;

/// A file comes in pieces of this size at most, so that the largest needs no more memory.
const PIECE_SIZE: usize = 1024 * 1024;

/// How long what a refused sender still sends is read.
const PATIENCE: Duration = Duration::from_secs(2);

fn main() -> ExitCode {
    let arguments = arguments();
    let bind = arguments.first().map_or(DEFAULT_BIND, String::as_str);
    if arguments.len() > 3 || !has_port(bind) {
        return end(2, USAGE);
    }
    // The names of files are bytes, not always UTF-8.
    let place = Place {
        dir: env::args_os().nth(2).map_or(PathBuf::from(DEFAULT_DIR), PathBuf::from),
        viewer: env::args_os().nth(3),
    };

    match serve_senders(bind, place) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => end(1, &format!("{bind}: {error}")),
    }
}

/// Where files go.
struct Place {
    dir: PathBuf,
    viewer: Option<OsString>,
}

/// Serves whoever connects to `bind`, until the program is stopped.
fn serve_senders(bind: &str, place: Place) -> io::Result<()> {
    let listener = TcpListener::bind(bind)?;
    let place = Arc::new(place);
    loop {
        // A thread for each sender, so that one that stalls holds up nobody.
        // (`thread::spawn` panics when the system has no more threads, `Builder` tells.)
        let started = listener.accept().and_then(|(stream, sender)| {
            let place = Arc::clone(&place);
            thread::Builder::new().spawn(move || serve(stream, sender, &place))
        });
        if let Err(error) = started {
            complain(&format!("{bind}: {error}"));
            // Out of threads or file descriptors? Senders that leave give some back: wait a little.
            thread::sleep(Duration::from_millis(100));
        }
    }
}

/// Serves one sender. What goes wrong with it ends its thread, not the receiver.
fn serve(stream: TcpStream, sender: SocketAddr, place: &Place) {
    match receive(&stream, &place.dir) {
        Ok(image) => {
            show(sender.ip().to_canonical(), &image);
            let viewer = place.viewer.as_ref().and_then(|viewer| start(viewer, &image.path));
            answer(stream, &format!("OK {}", image.size));
            // The sender has left by now. A program that has ended stays in the system's list until
            // somebody has waited for it.
            if let Some(mut viewer) = viewer {
                let _ = viewer.wait();
            }
        }
        Err(error) => {
            complain(&format!("{sender}: {error}"));
            answer(stream, &format!("ERR {error}"));
        }
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
    let size = u64::from_be_bytes(receive_bytes(stream)?);
    let path = dir.join(&name);

    fs::create_dir_all(dir)?;
    let (incomplete, file) = create_incomplete(dir)?;
    // It gets its name when it is complete. To rename is a single step: it replaces what had this
    // name before, and a link itself, not what that points to.
    let saved = receive_content(stream, size, &file).and_then(|()| fs::rename(&incomplete, &path));
    if saved.is_err() {
        let _ = fs::remove_file(&incomplete);
    }
    saved.map(|()| Image { name, size, path })
}

fn receive_name(mut stream: &TcpStream) -> io::Result<String> {
    let length = u16::from_be_bytes(receive_bytes(stream)?).into();
    if length > LONGEST_NAME {
        return Err(io::Error::other("the name is too long"));
    }
    let mut name = vec![0; length];
    stream.read_exact(&mut name)?;
    let name = String::from_utf8(name).map_err(|_| io::Error::other("the name is not UTF-8"))?;
    // Whoever chooses the name must not choose the folder too: `../.bashrc` is no name of a file.
    let unfit = |c: char| c == '/' || c == '\\' || c.is_control();
    if name.is_empty() || name == "." || name == ".." || name.contains(unfit) {
        return Err(io::Error::other("this is no name for a file"));
    }
    Ok(name)
}

fn receive_bytes<const SIZE: usize>(mut stream: &TcpStream) -> io::Result<[u8; SIZE]> {
    let mut bytes = [0; SIZE];
    stream.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Creates a file for what is not yet complete. The `\` keeps its name apart from all that are sent.
fn create_incomplete(dir: &Path) -> io::Result<(PathBuf, File)> {
    let mut number = 1;
    loop {
        let path = dir.join(format!(".incomplete\\{number}"));
        match File::create_new(&path) {
            // Another transfer is using that one.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
            created => return Ok((path, created?)),
        }
    }
}

fn receive_content(stream: &TcpStream, size: u64, mut file: &File) -> io::Result<()> {
    let mut content = stream.take(size);
    let mut piece = vec![0; PIECE_SIZE];
    while content.limit() > 0 {
        let size = content.read(&mut piece)?;
        if size == 0 {
            return Err(io::Error::other("the connection was closed before the file was complete"));
        }
        file.write_all(&piece[..size])?;
    }
    Ok(())
}

fn show(ip: IpAddr, image: &Image) {
    // Locked until the line is out, so that no other thread's line gets mixed into it.
    let mut stdout = io::stdout().lock();
    if let Err(error) = writeln!(stdout, "{ip} {} {}", image.name, image.size).and_then(|()| stdout.flush()) {
        complain(&format!("stdout: {error}"));
    }
}

/// Starts `viewer`, to show the file at `path`.
fn start(viewer: &OsString, path: &Path) -> Option<Child> {
    match Command::new(viewer).arg(path).stdin(Stdio::null()).spawn() {
        Ok(child) => Some(child),
        Err(error) => {
            complain(&format!("{}: {error}", viewer.to_string_lossy()));
            None
        }
    }
}

/// Answers one line, and closes.
fn answer(mut stream: TcpStream, line: &str) {
    let _ = stream.write_all(format!("{line}\n").as_bytes());
    let _ = stream.shutdown(Shutdown::Write);
    // To close while there is something unread would reset the connection, and the sender might
    // never see the answer: so what a refused sender goes on to send is read for a while.
    let begun = Instant::now();
    let mut rest = vec![0; PIECE_SIZE];
    let _ = stream.set_read_timeout(Some(PATIENCE));
    while begun.elapsed() < PATIENCE && stream.read(&mut rest).is_ok_and(|size| size > 0) {}
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

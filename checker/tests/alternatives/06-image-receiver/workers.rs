// What is different: Rust with a fixed number of workers that share one listener, buffered reading, `io::copy`, and a
// file that grows in a folder of its own within DIR.
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, thread};

const WORKERS: usize = 64;
static NUMBER: AtomicUsize = AtomicUsize::new(0);

struct Place {
    dir: PathBuf,
    viewer: Option<String>,
}

fn usage(why: &str) -> ExitCode {
    eprintln!("usage: image-receiver [BIND [DIR [VIEWER]]] ({why})");
    ExitCode::from(2)
}

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    if args.len() > 3 {
        return usage("too many arguments");
    }
    let bind = args.first().map_or("0.0.0.0:6001", String::as_str);
    match bind.rsplit_once(':') {
        Some((_, port)) if port.parse::<u16>().is_ok() => {}
        _ => return usage(bind),
    }
    let dir = PathBuf::from(args.get(1).map_or(".", String::as_str));
    let listener = match fs::create_dir_all(&dir).and_then(|()| TcpListener::bind(bind)) {
        Ok(listener) => Arc::new(listener),
        Err(error) => {
            eprintln!("{bind}, {}: {error}", dir.display());
            return ExitCode::from(1);
        }
    };
    let place = Arc::new(Place { dir, viewer: args.get(2).cloned() });
    let workers: Vec<_> = (0..WORKERS)
        .map(|_| {
            let (listener, place) = (listener.clone(), place.clone());
            thread::Builder::new().stack_size(256 << 10).spawn(move || work(&listener, &place)).unwrap()
        })
        .collect();
    workers.into_iter().for_each(|worker| worker.join().unwrap());
    ExitCode::SUCCESS
}

fn work(listener: &TcpListener, place: &Place) {
    loop {
        let Ok((stream, from)) = listener.accept() else { continue };
        let from = from.ip().to_canonical().to_string();
        match take(&stream, place) {
            Ok((name, size)) => {
                let mut out = io::stdout().lock();
                let _ = writeln!(out, "{from} {name} {size}").and_then(|()| out.flush());
                drop(out);
                let _ = (&stream).write_all(format!("OK {size}\n").as_bytes());
                drop(stream);
                show(&place.dir.join(name), place);
            }
            Err(error) => {
                let reason = error.to_string().replace('\n', " ");
                let _ = (&stream).write_all(format!("ERR {reason}\n").as_bytes());
            }
        }
    }
}

fn show(path: &Path, place: &Place) {
    let Some(viewer) = &place.viewer else { return };
    match Command::new(viewer).arg(path).spawn() {
        Ok(mut child) => drop(thread::spawn(move || child.wait())),
        Err(error) => eprintln!("{viewer}: {error}"),
    }
}

fn take(stream: &TcpStream, place: &Place) -> io::Result<(String, u64)> {
    let mut input = BufReader::with_capacity(1 << 16, stream);
    let mut length = [0; 2];
    input.read_exact(&mut length)?;
    let length = u16::from_be_bytes(length);
    if length == 0 || length > 255 {
        return Err(io::Error::other(format!("{length} bytes are no name")));
    }
    let mut name = vec![0; usize::from(length)];
    input.read_exact(&mut name)?;
    let name = String::from_utf8(name).map_err(io::Error::other)?;
    if name == "." || name == ".." || name.contains(['/', '\\', '\0']) {
        return Err(io::Error::other("no name of a file"));
    }
    let mut size = [0; 8];
    input.read_exact(&mut size)?;
    let size = u64::from_be_bytes(size);
    let part = Part::new(&place.dir)?;
    let mut file = File::create(&part.path)?;
    if io::copy(&mut input.take(size), &mut file)? != size {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    drop(file);
    fs::rename(&part.path, place.dir.join(&name))?;
    Ok((name, size))
}

/// A folder for one file that is not whole yet; it goes when it is dropped.
struct Part {
    folder: PathBuf,
    path: PathBuf,
}

impl Part {
    fn new(dir: &Path) -> io::Result<Self> {
        let folder = dir.join(format!(".incoming-{}", NUMBER.fetch_add(1, Ordering::Relaxed)));
        fs::create_dir(&folder)?;
        Ok(Self { path: folder.join("part"), folder })
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

// What is different: Rust that joins header and file into one reader, which `io::copy` sends on, and looks at the answer
// as lines, whatever became of the sending.
use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::net::TcpStream;
use std::path::Path;
use std::process::exit;

fn main() {
    let mut args = std::env::args().skip(1);
    let server = args.next().unwrap_or("127.0.0.1:6001".to_owned());
    let file = args.next().unwrap_or("image.png".to_owned());
    let port = server.rsplit_once(':').and_then(|(_, port)| port.parse::<u16>().ok());
    if args.next().is_some() || port.is_none() {
        eprintln!("usage: image-sender [SERVER [FILE]]");
        exit(2);
    }
    if let Err(error) = send(&server, Path::new(&file)) {
        eprintln!("{file} to {server}: {error}");
        exit(1);
    }
}

fn send(server: &str, path: &Path) -> Result<(), Box<dyn Error>> {
    let file = File::open(path)?;
    let about = file.metadata()?;
    if !about.is_file() {
        return Err("this is no file".into());
    }
    let name = path.file_name().and_then(|name| name.to_str()).ok_or("its name is no UTF-8")?;
    let mut header = u16::try_from(name.len()).map(u16::to_be_bytes)?.to_vec();
    header.extend_from_slice(name.as_bytes());
    header.extend_from_slice(&about.len().to_be_bytes());

    let connection = TcpStream::connect(server)?;
    let sent = io::copy(&mut header.chain(file.take(about.len())), &mut &connection);
    let mut answer = String::new();
    BufReader::new(&connection).read_line(&mut answer)?;
    match answer.trim_end().strip_prefix("OK ").map(str::parse::<u64>) {
        Some(Ok(size)) if size == about.len() => Ok(()),
        _ if answer.is_empty() => Err(sent.err().map_or("it closed without an answer".to_owned(), |e| e.to_string()).into()),
        _ => Err(answer.trim_end().into()),
    }
}

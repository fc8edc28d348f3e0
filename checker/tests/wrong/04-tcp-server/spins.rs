// wrong: the end of a connection is not seen: it reads 0 bytes again and again and serves nobody else
// loses: 04.next-client 04.waiting-clients
// named: spins-on-a-closed-connection
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;

fn main() {
    let bind = std::env::args().nth(1).unwrap_or("0.0.0.0:8888".to_string());
    let listener = TcpListener::bind(bind).expect("cannot listen");
    while let Ok((stream, client)) = listener.accept() {
        let mut lines = BufReader::new(&stream);
        loop {
            let mut line = Vec::new();
            if lines.read_until(b'\n', &mut line).is_err() {
                break;
            }
            if line.is_empty() {
                continue;
            }
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_end_matches(['\r', '\n']);
            println!("{client} {text}");
            if (&stream).write_all(format!("OK ... {text}\n").as_bytes()).is_err() {
                break;
            }
        }
    }
}

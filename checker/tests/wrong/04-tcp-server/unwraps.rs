// wrong: one client after another, and unwrap on all that one of them may do; a line is a String
// loses: 04.reset 04.any-bytes 04.port-in-use 04.unknown-name 04.usage 04.silent-client
// named: dies-of-a-reset
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;

fn main() {
    let bind = std::env::args().nth(1).unwrap_or("0.0.0.0:8888".to_string());
    let listener = TcpListener::bind(bind).unwrap();
    for stream in listener.incoming() {
        let mut stream = stream.unwrap();
        let client = stream.peer_addr().unwrap();
        for line in BufReader::new(stream.try_clone().unwrap()).lines() {
            let line = line.unwrap();
            println!("{client} {line}");
            stream.write_all(format!("OK ... {line}\n").as_bytes()).unwrap();
        }
    }
}

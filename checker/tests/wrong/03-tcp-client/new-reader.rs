// wrong: a BufReader for each reply, unwrap everywhere, an end of the connection is an empty reply
// loses: 03.replies-together 03.any-bytes 03.refused 03.server-closes 03.unknown-name 03.usage
// named: new-buffer-for-each-line
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;

fn main() {
    let server = std::env::args().nth(1).unwrap_or("127.0.0.1:8888".to_string());
    let mut stream = TcpStream::connect(server).unwrap();
    for line in std::io::stdin().lock().lines() {
        stream.write_all((line.unwrap() + "\n").as_bytes()).unwrap();
        let mut reply = String::new();
        BufReader::new(&stream).read_line(&mut reply).unwrap();
        println!("{}", reply.trim_end_matches(['\r', '\n']));
    }
}

// wrong: read_to_string: it reads the reply until the server closes, which it does not
// loses: 03.asks-and-shows
// named: reads-until-closed
use std::io::{BufRead, Read, Write};
use std::net::TcpStream;

fn main() {
    let server = std::env::args().nth(1).unwrap_or("127.0.0.1:8888".to_string());
    let mut stream = TcpStream::connect(server).unwrap();
    for line in std::io::stdin().lock().lines() {
        writeln!(stream, "{}", line.unwrap()).unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();
        println!("{}", reply.trim_end());
    }
}

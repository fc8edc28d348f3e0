// wrong: unwraps everywhere, read_line into a String, trim(), the process ends with its stdin
// loses: 05.client-half-close 05.client-any-bytes 05.client-refused 05.client-unknown-name 05.client-usage
// named: ends-with-its-input
use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpStream;
use std::thread;

fn main() {
    let server = std::env::args().nth(1).unwrap_or("127.0.0.1:6000".into());
    let mut stream = TcpStream::connect(server).unwrap();
    let reader = BufReader::new(stream.try_clone().unwrap());
    thread::spawn(move || {
        for line in reader.lines() {
            println!("{}", line.unwrap());
        }
        std::process::exit(0);
    });
    loop {
        let mut line = String::new();
        if io::stdin().read_line(&mut line).unwrap() == 0 {
            break;
        }
        stream.write_all(format!("{}\n", line.trim()).as_bytes()).unwrap();
    }
}

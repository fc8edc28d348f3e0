// wrong: unwrap everywhere, lines as String, `lines()` takes the end of each line off and gives every one the same
// loses: 01.last-line 01.any-bytes 01.too-long 01.unknown-name 01.usage 01.ipv6
// named: adds-a-newline
use std::io::BufRead;
use std::net::UdpSocket;

fn main() {
    let dest = std::env::args().nth(1).unwrap_or("127.0.0.1:8888".to_string());
    let socket = UdpSocket::bind("0.0.0.0:0").unwrap();
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap() + "\n";
        socket.send_to(line.as_bytes(), &dest).unwrap();
    }
}

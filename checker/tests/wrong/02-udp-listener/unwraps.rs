// wrong: a buffer of 1500 bytes, from_utf8(..).unwrap(), bind(..).unwrap(), and trim() at both ends
// loses: 02.largest 02.any-bytes 02.port-in-use 02.unknown-name 02.usage
// named: truncates-datagrams
use std::net::UdpSocket;

fn main() {
    let bind = std::env::args().nth(1).unwrap_or("0.0.0.0:8888".to_string());
    let socket = UdpSocket::bind(bind).unwrap();
    let mut buffer = [0; 1500];
    loop {
        let (size, sender) = socket.recv_from(&mut buffer).unwrap();
        println!("{sender} {}", std::str::from_utf8(&buffer[..size]).unwrap().trim());
    }
}

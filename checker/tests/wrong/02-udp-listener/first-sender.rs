// wrong: it connects its socket to the first sender
// loses: 02.tells-senders-apart
// named: one-client-only
use std::net::UdpSocket;

fn main() {
    let bind = std::env::args().nth(1).unwrap_or("0.0.0.0:8888".to_string());
    let socket = UdpSocket::bind(&bind).unwrap_or_else(|error| {
        eprintln!("{bind}: {error}");
        std::process::exit(1)
    });
    let mut buffer = vec![0; 65536];
    let (_, sender) = socket.peek_from(&mut buffer).unwrap();
    socket.connect(sender).unwrap();
    loop {
        let size = socket.recv(&mut buffer).unwrap();
        let text = String::from_utf8_lossy(&buffer[..size]);
        let text = text.strip_suffix('\n').unwrap_or(&text);
        println!("{sender} {}", text.strip_suffix('\r').unwrap_or(text));
    }
}

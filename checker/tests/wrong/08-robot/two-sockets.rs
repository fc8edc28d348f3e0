// wrong: one socket to listen, a second one to send, unwrap() everywhere, a buffer of 1024, and the main thread's end ends all
// loses: 08.robot-from-bind 08.robot-stdin-ends 08.robot-any-bytes 08.robot-largest 08.robot-usage
// named: sends-from-another-socket
use std::net::UdpSocket;

fn main() {
    let mut args = std::env::args().skip(1);
    let bind = args.next().unwrap_or("0.0.0.0:4455".to_string());
    let relay = args.next().unwrap_or("127.0.0.1:4455".to_string());
    let listening = UdpSocket::bind(bind).unwrap();
    std::thread::spawn(move || {
        let mut buffer = [0; 1024];
        loop {
            let (size, sender) = listening.recv_from(&mut buffer).unwrap();
            println!("{sender} {}", std::str::from_utf8(&buffer[..size]).unwrap().trim());
        }
    });
    let sending = UdpSocket::bind("0.0.0.0:0").unwrap();
    for line in std::io::stdin().lines() {
        sending.send_to((line.unwrap() + "\n").as_bytes(), &relay).unwrap();
    }
}

//! A program that only waits: it opens what the exercise asks for, and never reads, answers or sends anything.
//!
//! usage: waits PROGRAM [ADDRESS…]

use std::net::{TcpListener, TcpStream, UdpSocket};
use std::{env, thread};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let address = arguments.get(1).map_or("0.0.0.0:8888", String::as_str);
    let _open: (Option<UdpSocket>, Option<TcpStream>, Option<TcpListener>) = match arguments.first().map(String::as_str) {
        Some("udp-listener") => (UdpSocket::bind(address).ok(), None, None),
        Some("tcp-client" | "chat-client" | "image-sender") => (None, TcpStream::connect(address).ok(), None),
        Some("tcp-server" | "chat-relay" | "image-receiver") => (None, None, TcpListener::bind(address).ok()),
        _ => (None, None, None),
    };
    loop {
        thread::park();
    }
}

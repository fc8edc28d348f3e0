// What is different: Rust, one thread, non-blocking sockets that are all asked in turn, with a sleep of 2 ms when none
// had anything to do: as the kernel sees it, this program is never blocked for good.
use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::exit;
use std::time::Duration;

const MOST_WAITING: usize = 3 << 20;
const LONGEST: usize = 100 << 10;

struct Client {
    stream: TcpStream,
    ip: String,
    begun: Vec<u8>,
    waiting: Vec<u8>,
    gone: bool,
}

impl Client {
    /// What it says, ready for the others.
    fn says(&mut self, busy: &mut bool) -> Vec<u8> {
        let mut said = Vec::new();
        let mut bytes = [0; 16 << 10];
        match self.stream.read(&mut bytes) {
            Ok(0) => {
                if !self.begun.is_empty() {
                    self.begun.push(b'\n');
                }
                self.gone = true;
            }
            Ok(size) => self.begun.extend_from_slice(&bytes[..size]),
            Err(error) if error.kind() == ErrorKind::WouldBlock || error.kind() == ErrorKind::Interrupted => return said,
            Err(_) => {
                self.gone = true;
                return said;
            }
        }
        *busy = true;
        let mut rest = &self.begun[..];
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            let line = rest[..end].strip_suffix(b"\r").unwrap_or(&rest[..end]);
            said.extend_from_slice(self.ip.as_bytes());
            said.extend_from_slice(b": ");
            said.extend_from_slice(line);
            said.push(b'\n');
            rest = &rest[end + 1..];
        }
        self.begun = rest.to_vec();
        self.gone |= self.begun.len() > LONGEST;
        said
    }

    fn hears(&mut self, busy: &mut bool) {
        if self.waiting.is_empty() {
            return;
        }
        match self.stream.write(&self.waiting) {
            Ok(size) => {
                self.waiting.drain(..size);
                *busy = true;
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock || error.kind() == ErrorKind::Interrupted => {}
            Err(_) => self.gone = true,
        }
        self.gone |= self.waiting.len() > MOST_WAITING;
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args_os().skip(1).map(|it| it.to_string_lossy().into_owned()).collect();
    let bind = arguments.first().map_or("0.0.0.0:6000", |it| it.as_str());
    let port = bind.rsplit_once(':').and_then(|(_, port)| port.parse::<u16>().ok());
    if arguments.len() > 1 || port.is_none() {
        eprintln!("usage: chat-relay [BIND]");
        exit(2);
    }
    let listener = TcpListener::bind(bind).and_then(|it| it.set_nonblocking(true).map(|()| it)).unwrap_or_else(|error| {
        eprintln!("chat-relay: cannot listen at {bind}: {error}");
        exit(1);
    });
    let mut clients: Vec<Client> = Vec::new();
    loop {
        let mut busy = false;
        while let Ok((stream, address)) = listener.accept() {
            busy = true;
            if stream.set_nonblocking(true).is_ok() {
                let ip = address.ip().to_string();
                clients.push(Client { stream, ip, begun: Vec::new(), waiting: Vec::new(), gone: false });
            }
        }
        for at in 0..clients.len() {
            let said = clients[at].says(&mut busy);
            for (other, client) in clients.iter_mut().enumerate() {
                if other != at && !said.is_empty() {
                    client.waiting.extend_from_slice(&said);
                    client.hears(&mut busy);
                }
            }
        }
        clients.iter_mut().for_each(|client| client.hears(&mut busy));
        clients.retain(|client| !client.gone);
        if !busy {
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

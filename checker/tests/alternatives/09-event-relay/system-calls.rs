// What is different: Rust without mio: poll(2) itself, as the system has it, over a vector of sockets.
use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::fd::AsRawFd;
use std::process::exit;

const MOST_WAITING: usize = 1 << 20;
const LONGEST: usize = 1 << 17;
const POLLIN: i16 = 1;
const POLLOUT: i16 = 4;

#[repr(C)]
struct PollFd {
    fd: i32,
    events: i16,
    revents: i16,
}

unsafe extern "C" {
    fn poll(fds: *mut PollFd, count: std::ffi::c_ulong, milliseconds: i32) -> i32;
}

struct Client {
    stream: TcpStream,
    prefix: String,
    begun: Vec<u8>,
    waiting: Vec<u8>,
    gone: bool,
}

impl Client {
    /// What it says, with one read.
    fn says(&mut self) -> Vec<u8> {
        let mut bytes = [0; 32 << 10];
        match self.stream.read(&mut bytes) {
            Ok(0) => {
                self.gone = true;
                if !self.begun.is_empty() {
                    self.begun.push(b'\n');
                }
            }
            Ok(size) => self.begun.extend_from_slice(&bytes[..size]),
            Err(error) if error.kind() == ErrorKind::WouldBlock || error.kind() == ErrorKind::Interrupted => {}
            Err(_) => self.gone = true,
        }
        let mut said = Vec::new();
        let mut lines: Vec<&[u8]> = self.begun.split(|byte| *byte == b'\n').collect();
        let begun = lines.pop().unwrap_or_default().to_vec();
        for line in lines {
            said.extend_from_slice(self.prefix.as_bytes());
            said.extend_from_slice(line.strip_suffix(b"\r").unwrap_or(line));
            said.push(b'\n');
        }
        self.gone |= begun.len() > LONGEST;
        self.begun = begun;
        said
    }

    fn hears(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        match self.stream.write(&self.waiting) {
            Ok(size) => drop(self.waiting.drain(..size)),
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
        eprintln!("usage: event-relay [BIND]");
        exit(2);
    }
    let listener = TcpListener::bind(bind).and_then(|it| it.set_nonblocking(true).map(|()| it)).unwrap_or_else(|error| {
        eprintln!("event-relay: cannot listen at {bind}: {error}");
        exit(1);
    });
    let mut clients: Vec<Client> = Vec::new();
    loop {
        let mut fds = vec![PollFd { fd: listener.as_raw_fd(), events: POLLIN, revents: 0 }];
        fds.extend(clients.iter().map(|client| {
            let events = if client.waiting.is_empty() { POLLIN } else { POLLIN | POLLOUT };
            PollFd { fd: client.stream.as_raw_fd(), events, revents: 0 }
        }));
        // SAFETY: the vector is as long as is said, and lives on.
        if unsafe { poll(fds.as_mut_ptr(), fds.len() as _, -1) } < 0 {
            continue;
        }
        for at in 0..clients.len() {
            if fds[at + 1].revents & !POLLOUT == 0 {
                continue;
            }
            let said = clients[at].says();
            let others = clients.iter_mut().enumerate().filter(|(other, _)| *other != at);
            others.for_each(|(_, client)| client.waiting.extend_from_slice(&said));
        }
        clients.iter_mut().for_each(Client::hears);
        clients.retain(|client| !client.gone);
        if fds[0].revents != 0 {
            if let Ok((stream, address)) = listener.accept() {
                if stream.set_nonblocking(true).is_ok() {
                    let prefix = format!("{}: ", address.ip());
                    clients.push(Client { stream, prefix, begun: Vec::new(), waiting: Vec::new(), gone: false });
                }
            }
        }
    }
}

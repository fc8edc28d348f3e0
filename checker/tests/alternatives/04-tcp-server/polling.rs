// What is different: Rust, one thread, non-blocking sockets that are all asked in turn, with a sleep of 1 ms when none
// had anything to do: as the kernel sees it, this program is never blocked for good.
use std::io::{self, ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream, ToSocketAddrs};
use std::process::exit;
use std::thread::sleep;
use std::time::Duration;

const BIND: &str = "0.0.0.0:8888";
/// While so much waits for a client, nothing more is read from it.
const ENOUGH: usize = 1 << 20;

fn usage() -> ! {
    eprintln!("usage: tcp-server [BIND]");
    exit(2)
}

fn fail(address: &str, reason: impl std::fmt::Display) -> ! {
    eprintln!("tcp-server: {address}: {reason}");
    exit(1)
}

fn listen(bind: &str) -> TcpListener {
    let Some((host, port)) = bind.rsplit_once(':') else { usage() };
    let Ok(port) = port.parse::<u16>() else { usage() };
    let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    let found: Vec<_> = (host, port).to_socket_addrs().unwrap_or_else(|error| fail(bind, error)).collect();
    TcpListener::bind(&found[..]).unwrap_or_else(|error| fail(bind, error))
}

struct Client {
    stream: TcpStream,
    name: String,
    line: Vec<u8>,
    unsent: Vec<u8>,
    sending: bool,
}

impl Client {
    fn answer(&mut self) -> io::Result<()> {
        let line = match self.line.strip_suffix(b"\n") {
            Some(line) => line.strip_suffix(b"\r").unwrap_or(line),
            None => &self.line,
        };
        self.unsent.extend_from_slice(b"OK ... ");
        self.unsent.extend_from_slice(line);
        self.unsent.push(b'\n');
        let shown = format!("{} {}\n", self.name, String::from_utf8_lossy(line));
        self.line.clear();
        let mut stdout = io::stdout();
        stdout.write_all(shown.as_bytes())?;
        stdout.flush()
    }

    /// Whether something was done; an error when this client is done with.
    fn go_on(&mut self) -> io::Result<bool> {
        let mut busy = false;
        if self.sending && self.unsent.len() < ENOUGH {
            let mut bytes = [0; 65536];
            match self.stream.read(&mut bytes) {
                Ok(0) => {
                    self.sending = false;
                    busy = true;
                    if !self.line.is_empty() {
                        self.answer()?;
                    }
                }
                Ok(got) => {
                    busy = true;
                    for piece in bytes[..got].split_inclusive(|&byte| byte == b'\n') {
                        self.line.extend_from_slice(piece);
                        if piece.ends_with(b"\n") {
                            self.answer()?;
                        }
                    }
                }
                Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => {}
                Err(error) => return Err(error),
            }
        }
        if !self.unsent.is_empty() {
            match self.stream.write(&self.unsent) {
                Ok(sent) => {
                    busy = true;
                    self.unsent.drain(..sent);
                }
                Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => {}
                Err(error) => return Err(error),
            }
        }
        if !self.sending && self.unsent.is_empty() {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        Ok(busy)
    }
}

fn main() {
    let args: Vec<String> = std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect();
    if args.len() > 1 {
        usage();
    }
    let bind = args.first().map_or(BIND, String::as_str);
    let listener = listen(bind);
    if let Err(error) = listener.set_nonblocking(true) {
        fail(bind, error);
    }
    let mut clients: Vec<Client> = Vec::new();
    loop {
        let mut busy = false;
        if let Ok((stream, address)) = listener.accept()
            && stream.set_nonblocking(true).is_ok()
        {
            busy = true;
            let (name, line, unsent) = (address.to_string(), Vec::new(), Vec::new());
            clients.push(Client { stream, name, line, unsent, sending: true });
        }
        clients.retain_mut(|client| match client.go_on() {
            Ok(done) => {
                busy |= done;
                true
            }
            Err(_) => false,
        });
        if !busy {
            sleep(Duration::from_millis(1));
        }
    }
}

//! Programs that run beside a test, as if somebody typed on one and looked at it.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddrV4, TcpListener, UdpSocket};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Far longer than anything takes here, on however busy a machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A program whose stdin somebody types on, and whose stdout is read line by line. It ends with this.
pub struct Running {
    pub name: String,
    pub child: Child,
    stdin: Option<ChildStdin>,
    pub lines: Receiver<String>,
}

impl Running {
    pub fn start(command: &[&str]) -> Self {
        let mut child = Command::new(command[0])
            .args(&command[1..])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", command[0]));
        let stdout = child.stdout.take().expect("a pipe");
        let (came, lines) = channel();
        thread::spawn(move || {
            BufReader::new(stdout).lines().map_while(Result::ok).try_for_each(|line| came.send(line))
        });
        Self { name: command.join(" "), stdin: child.stdin.take(), child, lines }
    }

    /// A program of `common::program`, with these arguments.
    pub fn program(command: Result<String, String>, arguments: &[&str]) -> Self {
        let command = command.unwrap_or_else(|error| panic!("{error}"));
        let words = shlex::split(&command).expect("a command line");
        Self::start(&words.iter().map(String::as_str).chain(arguments.iter().copied()).collect::<Vec<_>>())
    }

    pub fn types(&mut self, line: &str) {
        let stdin = self.stdin.as_mut().expect("its input has not ended");
        writeln!(stdin, "{line}").unwrap_or_else(|error| panic!("{} takes no input: {error}", self.name));
    }

    pub fn ends_input(&mut self) {
        self.stdin = None;
    }

    /// The next line that it shows.
    pub fn next_line(&self, wait: Duration) -> Option<String> {
        self.lines.recv_timeout(wait).ok()
    }

    pub fn shows(&self, wanted: &str) {
        assert_eq!(self.next_line(PATIENCE).as_deref(), Some(wanted), "{}", self.name);
    }

    pub fn ends(&mut self) -> Option<i32> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().expect("a child") {
                return status.code();
            }
            thread::sleep(Duration::from_millis(5));
        }
        panic!("{} does not end", self.name);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a port belongs to.
#[derive(Clone, Copy)]
pub enum Protocol {
    Udp,
    Tcp,
}

/// A port that was free a moment ago.
pub fn free_port(protocol: Protocol) -> u16 {
    let any = SocketAddrV4::new(Ipv4Addr::LOCALHOST, 0);
    let address = match protocol {
        Protocol::Udp => UdpSocket::bind(any).and_then(|socket| socket.local_addr()),
        Protocol::Tcp => TcpListener::bind(any).and_then(|listener| listener.local_addr()),
    };
    address.expect("a port").port()
}

/// Waits until somebody listens there, without connecting.
pub fn wait_for_listener(protocol: Protocol, port: u16) {
    let (list, state) = match protocol {
        Protocol::Udp => ("/proc/net/udp", " 00000000:0000 07 "),
        Protocol::Tcp => ("/proc/net/tcp", " 00000000:0000 0A "),
    };
    let (local, begun) = (format!(":{port:04X} "), Instant::now());
    let listens = |line: &str| line.contains(&local) && line.contains(state);
    while !fs::read_to_string(list).expect(list).lines().any(listens) {
        assert!(begun.elapsed() < PATIENCE, "nobody listens on port {port}");
        thread::sleep(Duration::from_millis(5));
    }
}

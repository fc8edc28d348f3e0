//! The relays that are measured, and how they are started.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::proc;

/// A program that passes lines on.
pub struct Relay {
    pub name: &'static str,
    /// The same, where there is little room.
    pub short: &'static str,
    /// Its command line before the address that it listens at; empty when it is not installed.
    command: Vec<String>,
    address: fn(SocketAddr) -> Vec<String>,
}

/// The solution comes first: the others are what it is compared with.
pub fn relays() -> Vec<Relay> {
    // The interpreter itself: some `python3` are a script that looks for it.
    let python = prints("python3", &["-c", "import sys; print(sys.executable)"]);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/throughput/threads.py");
    let python = python.map_or(Vec::new(), |python| vec![python, script.display().to_string()]);
    let [broker, chat] = ncat();
    let python = Relay { name: "Python threads", short: "Python", command: python, address: apart };
    vec![with_threads("solution"), broker, chat, python]
}

/// The event loop comes first: the others are what it is compared with, the relay with threads among them.
pub fn beside_the_event_loop() -> Vec<Relay> {
    let [broker, chat] = ncat();
    let command = vec![solution("sol09-event-loop", "sol-event-relay")];
    vec![Relay { name: "event loop", short: "loop", command, address: joined }, with_threads("threads"), broker, chat]
}

/// The solution of the chat.
fn with_threads(name: &'static str) -> Relay {
    Relay { name, short: name, command: vec![solution("sol05-chat", "sol-chat-relay")], address: joined }
}

fn ncat() -> [Relay; 2] {
    let is_installed = prints("ncat", &["--version"]).is_some();
    [("ncat --broker", "--broker", "broker"), ("ncat --chat", "--chat", "chat")].map(|(name, mode, short)| {
        let words = ["ncat", "--listen", "--keep-open", "--max-conns", "2000", mode].map(str::to_owned);
        Relay { name, short, command: if is_installed { words.to_vec() } else { Vec::new() }, address: apart }
    })
}

fn joined(address: SocketAddr) -> Vec<String> {
    vec![address.to_string()]
}

fn apart(address: SocketAddr) -> Vec<String> {
    vec![address.ip().to_string(), address.port().to_string()]
}

impl Relay {
    pub fn is_installed(&self) -> bool {
        !self.command.is_empty()
    }

    /// Starts it; it listens when this returns.
    pub fn start(&self) -> Result<Running, String> {
        let address = free_address();
        let words = [self.command.as_slice(), &(self.address)(address)].concat();
        let (program, arguments) = words.split_first().ok_or("is not installed")?;
        let running = Running::start(Command::new(program).args(arguments).stdin(Stdio::null()), address)?;
        proc::wait_for_listener(address.port())?;
        Ok(running)
    }
}

/// A program that runs until this is dropped.
pub struct Running {
    pub child: Child,
    pub address: SocketAddr,
}

impl Running {
    pub fn start(command: &mut Command, address: SocketAddr) -> Result<Self, String> {
        let child = command.stderr(Stdio::null()).spawn();
        Ok(Self { child: child.map_err(|error| format!("does not start: {error}"))?, address })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An address of this machine that nobody uses now.
pub fn free_address() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("a listener has an address")
}

/// What a program prints; `None` when it is not installed.
pub fn prints(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    Some(printed.trim().to_owned())
}

/// The path of a solution's program, built for speed.
pub fn solution(package: &str, program: &str) -> String {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a folder of the target folder");
    let status = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--release", "--package", package, "--bin", program, "--target-dir"])
        .arg(target)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status();
    assert!(status.is_ok_and(|status| status.success()), "{program} does not compile");
    target.join("release").join(program).display().to_string()
}

//! Eight checks of the TCP server as they are usually written: the port is tried until somebody answers, every read
//! has a fixed time-out, and that something does not happen is shown by sleeping.

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a program may take to listen, and the pause between two tries.
const START: (Duration, Duration) = (Duration::from_secs(5), Duration::from_millis(50));

/// How long a read waits.
const READ: Duration = Duration::from_secs(1);

/// Between two pieces, so that they arrive as two.
const PIECE: Duration = Duration::from_millis(50);

/// What has not come after this is not going to come.
const NOTHING: Duration = Duration::from_millis(500);

/// A check of the server that this command starts.
type Check = fn(&[String]) -> io::Result<()>;

/// The checks, by the checker's names.
pub const CHECKS: [(&str, Check); 8] = [
    ("04.answers", answers),
    ("04.several-lines", answers_several_lines),
    ("04.line-in-pieces", puts_a_line_together),
    ("04.lines-together", takes_lines_apart),
    ("04.next-client", serves_the_next_client),
    ("04.half-close", answers_after_a_half_close),
    ("04.last-line", counts_a_last_line),
    ("04.stdin-ends", outlives_its_stdin),
];

/// Runs all of them, one after another, and gives how many passed.
pub fn run(command: &[String]) -> usize {
    CHECKS.iter().filter(|(_, check)| check(command).is_ok()).count()
}

struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    fn start(command: &[String]) -> io::Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let child = Command::new(&command[0])
            .args(&command[1..])
            .arg(address.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let server = Self { child, address };
        let until = Instant::now() + START.0;
        while let Err(error) = TcpStream::connect(address) {
            if Instant::now() > until {
                return Err(error);
            }
            sleep(START.1);
        }
        Ok(server)
    }

    fn client(&self) -> io::Result<TcpStream> {
        let client = TcpStream::connect(self.address)?;
        client.set_nodelay(true)?;
        client.set_read_timeout(Some(READ))?;
        Ok(client)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn says(mut client: &TcpStream, text: &str) -> io::Result<()> {
    client.write_all(text.as_bytes())
}

fn hears(mut client: &TcpStream, line: &str) -> io::Result<()> {
    let wanted = format!("OK ... {line}\n");
    let mut came = vec![0; wanted.len()];
    client.read_exact(&mut came)?;
    if came == wanted.as_bytes() { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

fn asks(client: &TcpStream, line: &str) -> io::Result<()> {
    says(client, &format!("{line}\n"))?;
    hears(client, line)
}

fn answers(command: &[String]) -> io::Result<()> {
    let server = Server::start(command)?;
    let mut client = server.client()?;
    asks(&client, "anchor basalt")?;
    client.set_read_timeout(Some(NOTHING))?;
    match client.read(&mut [0]) {
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(()),
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

fn answers_several_lines(command: &[String]) -> io::Result<()> {
    let server = Server::start(command)?;
    let client = server.client()?;
    ["cedar", "dune", "ember"].iter().try_for_each(|line| asks(&client, line))
}

fn puts_a_line_together(command: &[String]) -> io::Result<()> {
    let server = Server::start(command)?;
    let client = server.client()?;
    for piece in ["fj", "ord gla", "cier", "\n"] {
        says(&client, piece)?;
        sleep(PIECE);
    }
    hears(&client, "fjord glacier")?;
    asks(&client, "harbor")
}

fn takes_lines_apart(command: &[String]) -> io::Result<()> {
    let server = Server::start(command)?;
    let client = server.client()?;
    says(&client, "iris\njuniper\nke")?;
    hears(&client, "iris")?;
    hears(&client, "juniper")?;
    says(&client, "lp\n")?;
    hears(&client, "kelp")
}

fn serves_the_next_client(command: &[String]) -> io::Result<()> {
    let server = Server::start(command)?;
    asks(&server.client()?, "lagoon")?;
    drop(server.client()?);
    asks(&server.client()?, "maple")
}

fn answers_after_a_half_close(command: &[String]) -> io::Result<()> {
    let server = Server::start(command)?;
    let client = server.client()?;
    says(&client, "nectar\n")?;
    client.shutdown(Shutdown::Write)?;
    hears(&client, "nectar")
}

fn counts_a_last_line(command: &[String]) -> io::Result<()> {
    let server = Server::start(command)?;
    let client = server.client()?;
    asks(&client, "orchid")?;
    says(&client, "pebble")?;
    client.shutdown(Shutdown::Write)?;
    hears(&client, "pebble")
}

fn outlives_its_stdin(command: &[String]) -> io::Result<()> {
    let mut server = Server::start(command)?;
    drop(server.child.stdin.take());
    sleep(NOTHING);
    if server.child.try_wait()?.is_some() {
        return Err(io::ErrorKind::BrokenPipe.into());
    }
    asks(&server.client()?, "quartz")
}

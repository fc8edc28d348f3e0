//! The drivers' connections. One thread waits for all of them: whoever calls it says for how long, and for what else.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::os::fd::BorrowedFd;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::connection::{Connection, Standing};
use super::event::{Event, What};
use super::wheel::Tank;

/// More connections than these are turned away.
const MOST: usize = 32;
/// When the machine gives no socket for a new connection, it is asked again after so long.
const PAUSE: Duration = Duration::from_millis(100);

pub struct Server {
    listener: TcpListener,
    connections: Vec<Connection>,
    tank: Tank,
    begun: Instant,
    deaf_until: Option<Instant>,
    buffer: Vec<u8>,
}

/// What else to wait for, and with which of its events.
pub type Watched<'a> = (BorrowedFd<'a>, PollFlags);

impl Server {
    /// Listens at the first of these addresses at which that is possible.
    pub fn open(addresses: &[SocketAddr]) -> io::Result<Self> {
        let listener = TcpListener::bind(addresses)?;
        listener.set_nonblocking(true)?;
        Ok(Self {
            listener,
            connections: Vec::new(),
            tank: Tank::new(),
            begun: Instant::now(),
            deaf_until: None,
            buffer: vec![0; 64 * 1024],
        })
    }

    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    #[cfg(feature = "screen")]
    pub fn tank(&self) -> &Tank {
        &self.tank
    }

    /// How long the tank has been switched on.
    pub fn now(&self) -> Duration {
        self.begun.elapsed()
    }

    /// What has happened since this was last asked.
    pub fn take_events(&mut self) -> Vec<Event> {
        self.tank.take_events()
    }

    /// Waits until something happens, at the most as long as this, and lets it happen. Tells which of the watched are
    /// ready.
    pub fn waits(&mut self, watched: &[Watched], limit: Option<Duration>) -> io::Result<Vec<bool>> {
        let limit = self
            .time_left(limit)
            .map(|left| Timespec { tv_sec: left.as_secs() as _, tv_nsec: left.subsec_nanos() as _ });
        let mut waiting: Vec<PollFd> =
            watched.iter().map(|(fd, flags)| PollFd::from_borrowed_fd(*fd, *flags)).collect();
        let listens = if self.deaf_until.is_some() { PollFlags::empty() } else { PollFlags::IN };
        waiting.push(PollFd::new(&self.listener, listens));
        waiting.extend(self.connections.iter().map(|one| PollFd::new(&one.stream, PollFlags::IN)));
        match poll(&mut waiting, limit.as_ref()) {
            Ok(_) => {}
            Err(Errno::INTR) => return Ok(vec![false; watched.len()]),
            Err(error) => return Err(error.into()),
        }
        let mut ready: Vec<bool> = waiting.iter().map(|one| !one.revents().is_empty()).collect();
        drop(waiting);
        let of_drivers = ready.split_off(watched.len() + 1);
        let calls = ready.pop().unwrap_or_default();

        // Who is there is heard before who comes.
        self.hears(&of_drivers);
        self.deaf_until = self.deaf_until.filter(|until| *until > Instant::now());
        if calls {
            self.accepts();
        }
        self.tank.passes(self.begun.elapsed());
        Ok(ready)
    }

    /// Until the driver is lost, or new ones can be accepted again, or the caller has something to do.
    fn time_left(&self, limit: Option<Duration>) -> Option<Duration> {
        let lost = self.tank.due().map(|due| due.saturating_sub(self.now()));
        let deaf = self.deaf_until.map(|until| until.saturating_duration_since(Instant::now()));
        [limit, lost, deaf].into_iter().flatten().min()
    }

    fn hears(&mut self, ready: &[bool]) {
        let Self { connections, tank, begun, buffer, .. } = self;
        let mut ready = ready.iter();
        connections.retain_mut(|one| {
            if !ready.next().is_some_and(|ready| *ready) {
                return true;
            }
            let (driver, now) = (one.driver, begun.elapsed());
            match one.reads(buffer, |line| tank.hears(driver, line, now)) {
                Standing::Open => return true,
                Standing::Left => tank.leaves(driver, What::Left, now),
                Standing::Reset => tank.leaves(driver, What::Reset, now),
            }
            false
        });
    }

    fn accepts(&mut self) {
        // Not for ever, however many there are: the others want to be heard.
        for _ in 0..MOST {
            let (stream, from) = match self.listener.accept() {
                Ok(accepted) => accepted,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
                Err(error) if matches!(error.kind(), io::ErrorKind::ConnectionAborted | io::ErrorKind::Interrupted) => {
                    continue;
                }
                // No descriptor is free, most likely: those who are there go on.
                Err(_) => {
                    self.deaf_until = Some(Instant::now() + PAUSE);
                    return;
                }
            };
            let driver = SocketAddr::new(from.ip().to_canonical(), from.port());
            let now = self.begun.elapsed();
            if self.connections.len() == MOST || stream.set_nonblocking(true).is_err() {
                self.tank.turns_away(driver, now);
                continue;
            }
            self.tank.connects(driver, now);
            self.connections.push(Connection::new(stream, driver));
        }
    }
}

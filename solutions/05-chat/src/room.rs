//! Who is connected, and how they are told something.

use std::io::Write;
use std::net::{IpAddr, Shutdown, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::queue::Queue;

/// How long others wait for a client with a full queue that takes nothing from it. After that they
/// go on without it, and it is disconnected when too much waits. Among many clients each gets its
/// turn less often: so the time is for each that there is, up to a longest.
const PATIENCE: Duration = Duration::from_millis(20);
const LONGEST_PATIENCE: Duration = Duration::from_secs(1);

/// Everybody who is connected.
#[derive(Default)]
pub struct Room {
    clients: Mutex<Vec<Arc<Client>>>,
}

impl Room {
    pub fn join(&self, client: &Arc<Client>) {
        self.lock().push(Arc::clone(client));
    }

    pub fn leave(&self, client: &Arc<Client>) {
        self.lock().retain(|other| !Arc::ptr_eq(other, client));
    }

    pub fn tell_others(&self, client: &Arc<Client>, lines: &[u8]) {
        // A copy of the list, because `tell` may have to wait: others join and leave meanwhile.
        let clients = self.lock().clone();
        let patience = LONGEST_PATIENCE.min(PATIENCE * clients.len() as u32);
        for other in clients.iter().filter(|other| !Arc::ptr_eq(other, client)) {
            other.tell(lines, patience);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Arc<Client>>> {
        // A thread that panicked while it held the lock is no reason for all the others to panic.
        self.clients.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub struct Client {
    pub stream: TcpStream,
    pub ip: IpAddr,
    queue: Queue,
}

impl Client {
    pub fn new(stream: TcpStream, ip: IpAddr) -> Client {
        Client { stream, ip, queue: Queue::new() }
    }

    /// Leaves it to the client's own thread to write: that one alone waits if it does not read.
    fn tell(&self, lines: &[u8], patience: Duration) {
        if self.queue.put(lines, patience).is_err() {
            self.disconnect();
        }
    }

    /// Writes all that waits in one call, again and again, until the client is disconnected.
    pub fn write_what_waits(&self) {
        while let Some(lines) = self.queue.take() {
            if (&self.stream).write_all(&lines).is_err() {
                self.disconnect();
            }
        }
    }

    /// Ends both of the client's threads, wherever they wait, and so the connection.
    pub fn disconnect(&self) {
        self.queue.close();
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}

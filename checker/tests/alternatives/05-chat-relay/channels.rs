// What is different: Rust, where one thread owns the list of clients and everything comes to it through a channel; what
// waits for one client is a channel of its own, and whoever lets more than 2 MiB wait in it is let go.
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Shutdown, TcpListener, TcpStream};
use std::process::exit;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

const MOST: usize = 2 << 20;

struct Queue(Sender<Arc<[u8]>>, Arc<AtomicUsize>);

enum News {
    Joins(u64, TcpStream, Queue),
    Says(u64, Arc<[u8]>),
    Leaves(u64),
}

fn keeps_the_list(news: Receiver<News>) {
    let mut clients: HashMap<u64, (TcpStream, Queue)> = HashMap::new();
    for news in news {
        match news {
            News::Joins(id, stream, queue) => drop(clients.insert(id, (stream, queue))),
            News::Leaves(id) => {
                if let Some((stream, _)) = clients.remove(&id) {
                    let _ = stream.shutdown(Shutdown::Both);
                }
            }
            News::Says(id, line) => clients.retain(|other, (stream, queue)| {
                *other == id || {
                    let there = tell(queue, &line);
                    if !there {
                        let _ = stream.shutdown(Shutdown::Both);
                    }
                    there
                }
            }),
        }
    }
}

fn tell(Queue(queue, waits): &Queue, line: &Arc<[u8]>) -> bool {
    let begun = Instant::now();
    while waits.load(SeqCst) > MOST {
        if begun.elapsed() > Duration::from_millis(200) {
            return false;
        }
        thread::sleep(Duration::from_millis(1));
    }
    waits.fetch_add(line.len(), SeqCst);
    queue.send(Arc::clone(line)).is_ok()
}

fn reads(id: u64, ip: IpAddr, stream: &TcpStream, news: &SyncSender<News>) -> Option<()> {
    let mut lines = BufReader::new(stream);
    loop {
        let mut line = format!("{ip}: ").into_bytes();
        let head = line.len();
        let size = lines.by_ref().take(70_000).read_until(b'\n', &mut line).ok()?;
        if size == 0 || size == 70_000 {
            return None;
        }
        if line.ends_with(b"\n") {
            line.pop();
            if line.len() > head && line.ends_with(b"\r") {
                line.pop();
            }
        }
        line.push(b'\n');
        news.send(News::Says(id, line.into())).ok()?;
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
    let listener = TcpListener::bind(bind).unwrap_or_else(|error| {
        eprintln!("chat-relay: {bind}: {error}");
        exit(1);
    });
    let (news, told) = sync_channel(100);
    thread::spawn(move || keeps_the_list(told));
    for (id, connection) in listener.incoming().enumerate() {
        let Ok(stream) = connection else { continue };
        let (Ok(address), Ok(mut writing), Ok(known)) = (stream.peer_addr(), stream.try_clone(), stream.try_clone()) else {
            continue;
        };
        let (id, news) = (id as u64, news.clone());
        let (queue, waiting) = channel::<Arc<[u8]>>();
        let waits = Arc::new(AtomicUsize::new(0));
        let _ = news.send(News::Joins(id, known, Queue(queue, Arc::clone(&waits))));
        thread::spawn(move || {
            for line in waiting {
                if writing.write_all(&line).is_err() {
                    break;
                }
                waits.fetch_sub(line.len(), SeqCst);
            }
        });
        thread::spawn(move || {
            reads(id, address.ip(), &stream, &news);
            let _ = news.send(News::Leaves(id));
        });
    }
}

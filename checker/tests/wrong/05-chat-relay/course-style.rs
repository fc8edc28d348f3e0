// wrong: unwraps everywhere, lines() as text, a list by IP address that nobody is taken from, writes under the lock
// loses: 05.same-address 05.any-bytes 05.leaving 05.port-in-use 05.unknown-name 05.usage
// named: sender-told-by-ip-only
use std::collections::BTreeMap;
use std::env;
use std::io::{BufRead, BufReader, Write};
use std::net::{IpAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let bind = env::args().nth(1).unwrap_or("0.0.0.0:6000".to_string());
    let listener = TcpListener::bind(bind).unwrap();
    let clients: Arc<Mutex<BTreeMap<IpAddr, TcpStream>>> = Arc::new(Mutex::new(BTreeMap::new()));
    for stream in listener.incoming() {
        let stream = stream.unwrap();
        let ip = stream.peer_addr().unwrap().ip();
        clients.lock().unwrap().insert(ip, stream.try_clone().unwrap());
        let clients = clients.clone();
        thread::spawn(move || {
            let reader = BufReader::new(stream);
            for line in reader.lines() {
                let line = line.unwrap();
                let mut clients = clients.lock().unwrap();
                for (other, stream) in clients.iter_mut() {
                    if *other != ip {
                        stream.write_all(format!("{ip}: {line}\n").as_bytes()).unwrap();
                    }
                }
            }
        });
    }
}

//! How fast a file goes from one program to the other, and how much memory they take for it.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::contestants::{Running, free_address, prints, solution};
use crate::{cell, median, proc};

/// Sizes in MiB, and so many transfers of each.
const SIZES: [(u64, usize); 2] = [(64, 9), (1024, 5)];

/// No transfer takes longer.
const DEADLINE: Duration = Duration::from_secs(30);

/// Between two looks at how much memory a program has taken.
const LOOK: Duration = Duration::from_millis(1);

/// A program that sends a file, and one that receives it.
struct Pair {
    name: &'static str,
    sender: Vec<String>,
    receiver: Vec<String>,
    /// `nc` has files on its stdin and stdout, and ends when the sender does.
    is_nc: bool,
}

/// What a transfer came to: MB/s, and the most memory that each side took, in MB.
#[derive(Default)]
struct Came {
    speed: Vec<f64>,
    sender: Vec<f64>,
    receiver: Vec<f64>,
}

pub fn measure() {
    println!("A file from one program to the other, from memory to memory by turns: the middle one and the best\n");
    println!(
        "{:<12}{:<14}{:>10}{:>8}{:>10}{:>8}{:>26}",
        "", "", "MB/s", "/ nc", "best", "/ nc", "memory: sender, receiver"
    );
    let pairs = pairs();
    let Ok(folder) = folder() else {
        println!("   no folder to put files into");
        return;
    };
    for (mebibytes, rounds) in SIZES {
        let file = folder.path().join("sent.bin");
        if let Err(error) = generate(&file, mebibytes) {
            println!("{:<12}{error}", format!("{mebibytes} MiB"));
            continue;
        }
        let mut came: Vec<Result<Came, String>> = pairs.iter().map(|_| Ok(Came::default())).collect();
        for _ in 0..rounds {
            for (pair, came) in pairs.iter().zip(&mut came) {
                if let Err(error) = came.as_mut().map_or(Ok(()), |came| pair.transfer(&file, folder.path(), came)) {
                    *came = Err(error);
                }
            }
        }
        let [nc, nc_best] = came[1].as_ref().map_or([None, None], speeds);
        for (number, (pair, came)) in pairs.iter().zip(&came).enumerate() {
            print!("{:<12}{:<14}", if number == 0 { format!("{mebibytes} MiB") } else { String::new() }, pair.name);
            match came {
                Err(error) => println!("   {error}"),
                Ok(came) => {
                    for (speed, other) in speeds(came).into_iter().zip([nc, nc_best]) {
                        let ratio = speed.zip(other).map(|(speed, other)| speed / other);
                        print!("{:>10}{:>8}", cell(speed, 0), cell(ratio, 2));
                    }
                    let [sender, receiver] = [&came.sender, &came.receiver].map(|all| cell(highest(all), 1));
                    println!("{sender:>17} MB{receiver:>6} MB");
                }
            }
        }
    }
}

/// The middle one and the best: who else uses the machine spoils some of them.
fn speeds(came: &Came) -> [Option<f64>; 2] {
    [median(&came.speed), highest(&came.speed)]
}

fn highest(all: &[f64]) -> Option<f64> {
    all.iter().copied().max_by(f64::total_cmp)
}

/// The solution, and what it is compared with.
fn pairs() -> [Pair; 2] {
    // `nc` is the name of several programs, and only one of them takes these options.
    let is_openbsd = |name: &&str| prints(name, &["-h"]).is_some_and(|printed| printed.starts_with("OpenBSD"));
    let nc = ["nc", "nc.openbsd"].into_iter().find(is_openbsd);
    let nc = |option: &str| nc.map_or(Vec::new(), |nc| vec![nc.to_owned(), option.to_owned()]);
    let [sender, receiver] =
        ["sol-image-sender", "sol-image-receiver"].map(|program| vec![solution("sol06-image", program)]);
    [
        Pair { name: "solution", sender, receiver, is_nc: false },
        Pair { name: "nc > file", sender: nc("-N"), receiver: nc("-l"), is_nc: true },
    ]
}

impl Pair {
    fn transfer(&self, file: &Path, folder: &Path, came: &mut Came) -> Result<(), String> {
        let words = |error: io::Error| error.to_string();
        let missing = "nc is not installed (netcat-openbsd)";
        let mut sender = Command::new(self.sender.first().ok_or(missing)?);
        let mut receiver = Command::new(self.receiver.first().ok_or(missing)?);
        sender.args(&self.sender[1..]).stdout(Stdio::null()).stderr(Stdio::null());
        receiver.args(&self.receiver[1..]).stdin(Stdio::null()).stdout(Stdio::null());
        let (address, arrived) = (free_address(), folder.join("arrived"));
        fs::create_dir(&arrived).map_err(words)?;
        let saved = arrived.join("sent.bin");
        if self.is_nc {
            let [ip, port] = [address.ip().to_string(), address.port().to_string()];
            sender.args([&ip, &port]).stdin(File::open(file).map_err(words)?);
            receiver.args([&ip, &port]).stdout(File::create(&saved).map_err(words)?);
        } else {
            sender.arg(address.to_string()).arg(file);
            receiver.arg(address.to_string()).arg(&arrived);
        }
        let mut receiver = Running::start(&mut receiver, address)?;
        proc::wait_for_listener(address.port())?;
        let receivers_peak = watch(receiver.child.id());
        let begun = Instant::now();
        let mut sender = Running::start(&mut sender, address)?;
        let senders_peak = watch(sender.child.id());
        wait(&mut sender.child, begun)?;
        if self.is_nc {
            wait(&mut receiver.child, begun)?;
        }
        let took = begun.elapsed();
        drop((sender, receiver));
        let [sent, saved] = [file, &saved].map(|file| file.metadata().map_or(0, |metadata| metadata.len()));
        fs::remove_dir_all(&arrived).map_err(words)?;
        if sent != saved {
            return Err(format!("{saved} of {sent} bytes arrived"));
        }
        came.speed.push(sent as f64 / 1e6 / took.as_secs_f64());
        came.sender.extend(senders_peak.join().ok().flatten());
        came.receiver.extend(receivers_peak.join().ok().flatten());
        Ok(())
    }
}

/// Waits until a program has ended, and not for ever.
fn wait(child: &mut Child, begun: Instant) -> Result<(), String> {
    while begun.elapsed() < DEADLINE {
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            return if status.success() { Ok(()) } else { Err(format!("ends with {status}")) };
        }
        thread::sleep(Duration::from_micros(200));
    }
    Err("does not end".to_owned())
}

/// Looks at a program until it has ended; its peak in MB.
fn watch(pid: u32) -> thread::JoinHandle<Option<f64>> {
    thread::spawn(move || {
        let mut peak = None;
        while let Some(now) = proc::peak(pid) {
            peak = Some(now as f64 / 1e6);
            thread::sleep(LOOK);
        }
        peak
    })
}

/// A folder in memory where there is such a place, so that no disk is measured.
fn folder() -> io::Result<tempfile::TempDir> {
    let memory = PathBuf::from("/dev/shm");
    tempfile::tempdir_in(&memory).or_else(|_| tempfile::tempdir())
}

fn generate(file: &Path, mebibytes: u64) -> Result<(), String> {
    let words = |error: io::Error| format!("no file of this size: {error}");
    let folder = file.parent().unwrap_or(file);
    has_room(folder, 2 * mebibytes)?;
    let mut file = File::create(file).map_err(words)?;
    let piece: Vec<u8> = (0..1024 * 1024u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    (0..mebibytes).try_for_each(|_| file.write_all(&piece)).map_err(words)
}

/// Whether there is some room left beside so much.
fn has_room(folder: &Path, mebibytes: u64) -> Result<(), String> {
    let room = rustix::fs::statvfs(folder).map_err(|error| error.to_string())?;
    let free = room.f_bavail * room.f_frsize / (1024 * 1024);
    if free > mebibytes + mebibytes / 4 {
        Ok(())
    } else {
        Err(format!("left out: only {free} MiB free in {}", folder.display()))
    }
}

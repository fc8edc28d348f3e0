//! `--pcap`: the packets of each check, in a file of its own.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::catalog;
use crate::report::packets;
use crate::room::{self, Order};
use crate::texts::Texts;
use crate::verdict::{Message, Outcome};

/// Runs checks, and writes down their packets.
pub struct Recorder<'a> {
    folder: &'a Path,
    texts: &'a Texts,
    /// What kept it from it, first.
    trouble: Mutex<Option<Message>>,
}

impl<'a> Recorder<'a> {
    /// Makes the folder, if it is not there, and sees whether one may write into it.
    pub fn new(folder: &'a Path, texts: &'a Texts) -> Result<Self, Message> {
        fs::create_dir_all(folder).and_then(|()| nameless(folder)).map_err(|error| {
            let name = folder.to_string_lossy();
            Message::new("trouble-pcap-folder").quoting("folder", &name).with("error", error)
        })?;
        Ok(Self { folder, texts, trouble: Mutex::new(None) })
    }

    /// Runs a check. That its packets can't be had changes nothing about its outcome.
    pub fn run(&self, order: &Order) -> Outcome {
        let recorded = nameless(self.folder).and_then(|file| Ok((file.try_clone()?, file)));
        let (outcome, written) = match recorded {
            Ok((theirs, ours)) => {
                let outcome = room::run_recorded(order, theirs);
                let written = self.write(&ours, order, &outcome);
                (outcome, written)
            }
            Err(error) => (room::run(order), Err(error)),
        };
        if let Err(error) = written {
            let message = Message::new("packets-not-written").with("check", &order.check).with("error", error);
            self.trouble().get_or_insert(message);
        }
        outcome
    }

    /// Why there is a check without a file; the first such reason.
    pub fn trouble(&self) -> std::sync::MutexGuard<'_, Option<Message>> {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, recorded: &File, order: &Order, outcome: &Outcome) -> io::Result<()> {
        let check = catalog::check(&order.check).ok_or(io::ErrorKind::NotFound)?;
        let path = packets::file(self.folder, check);
        let mut out = BufWriter::new(File::create(&path)?);
        let written = packets::write(&mut out, recorded, check, outcome, self.texts).and_then(|()| out.flush());
        if written.is_err() {
            // Half a file helps nobody.
            let _ = fs::remove_file(path);
        }
        written
    }
}

/// A file that nobody finds, and that is gone with the last who has it open.
fn nameless(folder: &Path) -> io::Result<File> {
    let path = folder.join(format!(".packets-{:012x}", fastrand::u64(..1 << 48)));
    let file = OpenOptions::new().read(true).write(true).create_new(true).open(&path)?;
    fs::remove_file(path)?;
    Ok(file)
}

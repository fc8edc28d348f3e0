//! Files: what a program is to find in the room's folder, and what it leaves there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, Permissions};
use std::io;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use rustix::mount::{MountFlags, mount};

use super::bulk::Bulk;
use super::turn::Halt;
use super::{Lab, Step, Stop};
use crate::verdict::{Finding, Message};

/// A folder in the room, known to the program by its absolute path.
#[derive(Clone)]
pub struct Folder {
    lab: Lab,
    path: PathBuf,
}

/// What is in a folder and in those below it, by the path from there.
#[derive(Clone, PartialEq, Eq)]
pub struct Tree(BTreeMap<PathBuf, Entry>);

#[derive(Clone, PartialEq, Eq)]
enum Entry {
    Folder,
    File(Vec<u8>),
    Link(PathBuf),
    /// A pipe, a socket.
    Other,
}

impl Lab {
    /// The folder of the room: nothing that a program may write to lies outside of it.
    pub fn room_folder(&self) -> Folder {
        Folder { lab: self.clone(), path: self.world.borrow().room.folder.0.clone() }
    }

    /// The folder in which the judged program starts; `None` if that is the room's.
    pub fn foreign_folder(&self) -> Option<PathBuf> {
        let world = self.world.borrow();
        world.room.order.programs.get(&self.program).and_then(|launch| launch.folder.clone())
    }

    /// A disk with room for this many bytes, mounted on a new folder; `None` where nobody may mount anything.
    pub fn small_disk(&self, name: &str, size: usize) -> Step<Option<Folder>> {
        if !self.world.borrow().room.order.namespaces {
            return Ok(None);
        }
        let folder = self.room_folder().makes(name)?;
        let options = std::ffi::CString::new(format!("size={size},mode=0700")).unwrap_or_default();
        let mounted = mount("tmpfs", &folder.path, "tmpfs", MountFlags::NOSUID | MountFlags::NODEV, options.as_c_str());
        folder.done(&folder.path, mounted.map_err(io::Error::from))?;
        Ok(Some(folder))
    }
}

impl Folder {
    pub fn path(&self) -> String {
        self.path.display().to_string()
    }

    /// The folder of this name in it, which is there or not.
    pub fn below(&self, name: &str) -> Self {
        Self { lab: self.lab.clone(), path: self.path.join(name) }
    }

    /// A new folder in it.
    pub fn makes(&self, name: &str) -> Step<Self> {
        let folder = self.below(name);
        self.done(&folder.path, fs::create_dir_all(&folder.path))?;
        Ok(folder)
    }

    /// A file in it, with this content; gives its path.
    pub fn puts(&self, name: &str, content: impl AsRef<[u8]>) -> Step<String> {
        let path = self.path.join(name);
        self.done(&path, fs::write(&path, content))?;
        Ok(path.display().to_string())
    }

    /// A file that may be executed.
    pub fn puts_program(&self, name: &str, content: &str) -> Step<String> {
        let path = self.puts(name, content)?;
        self.done(Path::new(&path), fs::set_permissions(&path, Permissions::from_mode(0o755)))?;
        Ok(path)
    }

    /// A file of this many zeros, which takes no room.
    pub fn puts_zeros(&self, name: &str, size: u64) -> Step<String> {
        let path = self.path.join(name);
        self.done(&path, File::create(&path).and_then(|file| file.set_len(size)))?;
        Ok(path.display().to_string())
    }

    /// A symbolic link in it.
    pub fn puts_link(&self, name: &str, to: &str) -> Step {
        let path = self.path.join(name);
        self.done(&path, symlink(to, &path))
    }

    pub fn removes(&self, name: &str) -> Step {
        let path = self.path.join(name);
        self.done(&path, fs::remove_file(&path))
    }

    /// Whether files may be made in it.
    pub fn may_be_written(&self, yes: bool) -> Step {
        let mode = if yes { 0o700 } else { 0o500 };
        self.done(&self.path, fs::set_permissions(&self.path, Permissions::from_mode(mode)))
    }

    fn done(&self, path: &Path, done: io::Result<()>) -> Step {
        done.map_err(|error| {
            let reason = Message::new("reason-file").with("path", path.display()).with("error", error);
            self.lab.cannot_judge(reason)
        })
    }

    /// What a file in it holds at this moment.
    pub fn content(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.path.join(name)).ok()
    }

    /// The real path of a file in it.
    pub fn real_path(&self, name: &str) -> Option<PathBuf> {
        fs::canonicalize(self.path.join(name)).ok()
    }

    /// A file of this name comes to hold exactly this.
    pub fn comes_to_hold(&self, name: &str, wanted: impl AsRef<[u8]>) -> Step {
        let wanted = wanted.as_ref();
        let path = self.path.join(name);
        let is_so = || {
            fs::metadata(&path).is_ok_and(|data| data.is_file() && data.len() == wanted.len() as u64)
                && fs::read(&path).is_ok_and(|content| content == wanted)
        };
        match self.lab.wait_for_kernel(|_| is_so().then_some(())) {
            Ok(()) => Ok(()),
            Err(halt) => Err(self.holds_something_else(name, wanted, halt)),
        }
    }

    fn holds_something_else(&self, name: &str, wanted: &[u8], halt: Halt) -> Stop {
        let expected = Message::new("expect-file").with("name", name);
        let Some(came) = self.content(name).filter(|_| !is_beyond_a_step(halt)) else {
            if !halt.is_just_waiting() {
                return self.lab.failed(expected, Some(wanted), None, halt);
            }
            let said = Finding::Said(Message::new("said-no-file").with("name", name));
            return self.lab.fails(expected, Some(wanted), None, said);
        };
        self.lab.differs(expected, wanted, &came)
    }

    /// The same for a large file, which is compared piece by piece.
    pub fn comes_to_hold_bulk(&self, name: &str, wanted: &Bulk) -> Step {
        let path = self.path.join(name);
        let has_its_size = || fs::metadata(&path).is_ok_and(|data| data.len() == wanted.len);
        let came = self.lab.wait_for_kernel(|_| has_its_size().then_some(()));
        let expected = Message::new("expect-file").with("name", name);
        match (came, File::open(&path).ok().and_then(|file| wanted.differs_from(file))) {
            (Ok(()), None) => Ok(()),
            (Ok(()), Some(at)) => {
                let said = Message::new("said-file-differs").with("name", name).with("at", at);
                Err(self.lab.fails(expected, None, None, Finding::Said(said)))
            }
            (Err(halt), _) if is_beyond_a_step(halt) || !path.exists() => {
                Err(self.lab.failed(expected, None, None, halt))
            }
            (Err(_), _) => {
                let size = fs::metadata(&path).map_or(0, |data| data.len());
                let said = Message::new("said-file-size").with("name", name).with("size", size);
                Err(self.lab.fails(expected, None, None, Finding::Said(said)))
            }
        }
    }

    /// A file in it comes to have this many lines; gives them.
    pub fn comes_to_have_lines(&self, name: &str, count: usize) -> Step<String> {
        let path = self.path.join(name);
        let read = || fs::read(&path).map(|content| String::from_utf8_lossy(&content).into_owned()).unwrap_or_default();
        let has_them = |text: String| (text.bytes().filter(|byte| *byte == b'\n').count() >= count).then_some(text);
        self.lab.wait_for_kernel(|_| has_them(read())).map_err(|halt| {
            let expected = Message::new("expect-told").with("name", name).with("count", count);
            self.lab.failed(expected, None, None, halt)
        })
    }

    /// At this moment there is nothing under this name, or exactly this.
    pub fn shows_nothing_but(&self, name: &str, whole: &[&[u8]]) -> Step {
        match self.content(name) {
            None => Ok(()),
            Some(content) if whole.contains(&content.as_slice()) => Ok(()),
            Some(content) => {
                let expected = Message::new("expect-file-whole").with("name", name);
                Err(self.lab.fails(expected, None, Some(&content), Finding::Unwanted))
            }
        }
    }

    /// All that is in it and below it.
    pub fn tree(&self) -> Tree {
        let mut tree = BTreeMap::new();
        walk(&self.path, Path::new(""), &mut tree);
        Tree(tree)
    }

    /// It comes to hold what it held then, and nothing else: what a program still has open may have a name for a
    /// while.
    pub fn comes_to_be_as(&self, before: &Tree) -> Step {
        let halt = match self.lab.wait_for_kernel(|_| (self.tree() == *before).then_some(())) {
            Ok(()) => return Ok(()),
            Err(halt) => halt,
        };
        let expected = Message::new("expect-folder-as-before");
        let now = self.tree();
        if is_beyond_a_step(halt) {
            return Err(self.lab.failed(expected, None, None, halt));
        }
        let new: String = now.0.keys().filter(|path| !before.0.contains_key(*path)).map(|path| line(path)).collect();
        if !new.is_empty() {
            return Err(self.lab.fails(expected, None, Some(new.as_bytes()), Finding::Unwanted));
        }
        let mut changed = before.0.iter().filter(|(path, entry)| now.0.get(*path) != Some(entry));
        let changed = changed.next().map(|(path, _)| path.display().to_string()).unwrap_or_default();
        let said = Finding::Said(Message::new("said-file-changed").with("name", changed));
        Err(self.lab.fails(expected, None, None, said))
    }

    /// These files are in it, and nothing else but what was there `before`.
    pub fn comes_to_hold_only(&self, names: &[String], before: &Tree) -> Step {
        let wanted: BTreeSet<&Path> = names.iter().map(Path::new).collect();
        let surplus = |now: &Tree| -> String {
            let known = |path: &Path| before.0.contains_key(path) || wanted.contains(path);
            now.0.keys().filter(|path| !known(path)).map(|path| line(path)).collect()
        };
        let missing = |now: &Tree| wanted.iter().find(|path| !now.0.contains_key(**path)).copied();
        let is_so = |now: &Tree| missing(now).is_none() && surplus(now).is_empty();
        self.lab.wait_for_kernel(|_| is_so(&self.tree()).then_some(())).map_err(|halt| {
            let expected = Message::new("expect-folder-holds").with("count", names.len());
            let now = self.tree();
            match missing(&now) {
                _ if is_beyond_a_step(halt) => self.lab.failed(expected, None, None, halt),
                Some(missing) => {
                    let said = Message::new("said-no-file").with("name", missing.display());
                    self.lab.fails(expected, None, None, Finding::Said(said))
                }
                None => self.lab.fails(expected, None, Some(surplus(&now).as_bytes()), Finding::Unwanted),
            }
        })
    }
}

fn line(path: &Path) -> String {
    format!("{}\n", path.display())
}

/// These halts say more than what a file has come to be.
fn is_beyond_a_step(halt: Halt) -> bool {
    matches!(halt, Halt::Overloaded | Halt::Flooded | Halt::TooMuchMemory)
}

fn walk(folder: &Path, below: &Path, tree: &mut BTreeMap<PathBuf, Entry>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = below.join(entry.file_name());
        let Ok(kind) = entry.file_type() else { continue };
        let what = if kind.is_dir() {
            walk(&entry.path(), &path, tree);
            Entry::Folder
        } else if kind.is_symlink() {
            Entry::Link(fs::read_link(entry.path()).unwrap_or_default())
        } else if kind.is_file() {
            Entry::File(fs::read(entry.path()).unwrap_or_default())
        } else {
            Entry::Other
        };
        tree.insert(path, what);
    }
}

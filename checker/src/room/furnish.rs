//! Namespaces and what is in them: a file system that nobody can change, a little room to write, names of its own.

use std::fs;
use std::io;
use std::path::Path;

use rustix::mount::{MountFlags, MountPropagationFlags, mount, mount_bind, mount_change};
use rustix::thread::UnshareFlags;

/// The part of a room's folder in which programs start.
pub const WORK: &str = "work";

/// How much a program may write, in all.
const DISK: &std::ffi::CStr = c"size=128m,nr_inodes=8192,mode=0700";

const HOSTS: &str = "127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\n10.3.141.1 b536\n";

/// Nobody answers there: an unknown name is known to be unknown at once.
const RESOLVER: &str = "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n";

/// Files that decide what a name means.
const NAMES: [(&str, &str); 3] =
    [("/etc/hosts", HOSTS), ("/etc/resolv.conf", RESOLVER), ("/etc/nsswitch.conf", "hosts: files dns\n")];

/// Leaves for new namespaces; the next child is the first process of the new PID namespace.
///
/// The user becomes root there, and only there: what it may do reaches no further than the namespaces themselves.
/// The judged program does not get even that (`confine`).
pub fn leave() -> io::Result<()> {
    let (user, group) = (rustix::process::getuid().as_raw(), rustix::process::getgid().as_raw());
    let flags = UnshareFlags::NEWUSER | UnshareFlags::NEWPID | UnshareFlags::NEWNET | UnshareFlags::NEWIPC;
    super::confine::unshare(flags | UnshareFlags::NEWNS)?;
    // user_namespaces(7): without `deny` an ordinary user may not write the group's map.
    fs::write("/proc/self/setgroups", "deny")?;
    fs::write("/proc/self/uid_map", format!("0 {user} 1"))?;
    fs::write("/proc/self/gid_map", format!("0 {group} 1"))?;
    // When memory runs out, it shall be a room that goes and nothing else.
    let _ = fs::write("/proc/self/oom_score_adj", "500");
    Ok(())
}

/// Makes the room what it is to be: everything read-only but a small tmpfs on `folder`, a `/proc` of its own, and
/// names that mean the same on each machine.
pub fn furnish(folder: &Path) -> io::Result<()> {
    super::confine::unshare(UnshareFlags::NEWNS)?;
    mount_change("/", MountPropagationFlags::PRIVATE | MountPropagationFlags::REC)?;
    // An old kernel has no such call; then it is the user's own files that a program may change, as without a room.
    let _ = super::confine::make_everything_read_only();
    mount("tmpfs", folder, "tmpfs", MountFlags::NOSUID | MountFlags::NODEV, DISK)?;
    let careful = MountFlags::NOSUID | MountFlags::NODEV | MountFlags::NOEXEC | MountFlags::RDONLY;
    mount("proc", "/proc", "proc", careful, None)?;
    name_hosts(folder)?;
    fs::create_dir(folder.join(WORK))
}

fn name_hosts(folder: &Path) -> io::Result<()> {
    for (path, text) in NAMES {
        let path = Path::new(path);
        let Some(name) = path.file_name() else { continue };
        let ours = folder.join(name);
        fs::write(&ours, text)?;
        // Where there is no such file there is nothing to be misled by.
        if path.exists() {
            mount_bind(&ours, path)?;
        }
    }
    // A name service cache would answer from outside of the room.
    for cache in ["/run/nscd", "/var/run/nscd"] {
        if Path::new(cache).exists() {
            let _ = mount("tmpfs", cache, "tmpfs", MountFlags::RDONLY, None);
        }
    }
    Ok(())
}

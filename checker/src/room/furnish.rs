//! Namespaces and what is in them: a file system that nobody can change, a little room to write, names of its own.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use rustix::mount::{
    MountFlags, MountPropagationFlags, mount, mount_bind, mount_bind_recursive, mount_change, mount_remount,
};
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
    if super::confine::make_everything_read_only().is_err() {
        make_read_only_one_by_one()?;
    }
    mount("tmpfs", folder, "tmpfs", MountFlags::NOSUID | MountFlags::NODEV, DISK)?;
    let careful = MountFlags::NOSUID | MountFlags::NODEV | MountFlags::NOEXEC | MountFlags::RDONLY;
    mount("proc", "/proc", "proc", careful, None)?;
    name_hosts(folder)?;
    close_doors(folder);
    // Some machine may not have it so: then its own devices stay.
    let _ = offer_devices(folder);
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
    Ok(())
}

/// Sockets in the file system lead out of a room, to somebody who starts programs, or who knows names. A read-only
/// mount does not close them.
fn close_doors(folder: &Path) {
    const DOORS: [&str; 9] = [
        "/run/nscd",
        "/var/run/nscd",
        "/run/user",
        "/run/dbus",
        "/run/systemd/private",
        "/run/docker.sock",
        "/run/containerd",
        "/run/podman",
        "/tmp/.X11-unix",
    ];
    for door in DOORS.map(Path::new) {
        let _ = match door.metadata() {
            Ok(_) if folder.starts_with(door) => Ok(()),
            Ok(kind) if kind.is_dir() => mount("tmpfs", door, "tmpfs", MountFlags::RDONLY, None),
            Ok(_) => mount_bind("/dev/null", door),
            Err(_) => Ok(()),
        };
    }
}

/// A `/dev` with what every program may need. No read-only mount would keep root's programs from the machine's disks,
/// or a user's from the terminal.
fn offer_devices(folder: &Path) -> io::Result<()> {
    let devices = folder.join("dev");
    fs::create_dir(&devices)?;
    for name in ["null", "zero", "full", "random", "urandom"] {
        fs::write(devices.join(name), "")?;
        mount_bind(Path::new("/dev").join(name), devices.join(name))?;
    }
    for (name, target) in [("fd", "fd"), ("stdin", "fd/0"), ("stdout", "fd/1"), ("stderr", "fd/2")] {
        symlink(Path::new("/proc/self").join(target), devices.join(name))?;
    }
    fs::create_dir(devices.join("shm"))?;
    Ok(mount_bind_recursive(&devices, "/dev")?)
}

/// What `make_everything_read_only` does, for kernels without its call.
fn make_read_only_one_by_one() -> io::Result<()> {
    let mounts = fs::read("/proc/self/mountinfo")?;
    for (place, flags) in mounts.split(|byte| *byte == b'\n').filter_map(parse_mount) {
        // One that lies under another can't be reached, by nobody.
        let _ = mount_remount(&place, flags | MountFlags::BIND | MountFlags::RDONLY, c"");
    }
    Ok(())
}

/// Where a line of /proc/self/mountinfo says that something is mounted, and with which flags, none of which may be
/// lost (proc_pid_mountinfo(5), mount(2)).
fn parse_mount(line: &[u8]) -> Option<(PathBuf, MountFlags)> {
    const FLAGS: [(&[u8], MountFlags); 6] = [
        (b"nosuid", MountFlags::NOSUID),
        (b"nodev", MountFlags::NODEV),
        (b"noexec", MountFlags::NOEXEC),
        (b"noatime", MountFlags::NOATIME),
        (b"nodiratime", MountFlags::NODIRATIME),
        (b"relatime", MountFlags::RELATIME),
    ];
    let mut columns = line.split(|byte| *byte == b' ').skip(4);
    let (place, options) = (columns.next()?, columns.next()?);
    let flags = options.split(|byte| *byte == b',').filter_map(|option| FLAGS.iter().find(|(name, _)| *name == option));
    Some((PathBuf::from(OsString::from_vec(unescaped(place))), flags.map(|(_, flag)| *flag).collect()))
}

/// A blank in a path stands there as `\040`.
fn unescaped(text: &[u8]) -> Vec<u8> {
    let (mut out, mut rest) = (Vec::new(), text);
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..3).filter(|_| *first == b'\\').and_then(|digits| std::str::from_utf8(digits).ok());
        match code.and_then(|digits| u8::from_str_radix(digits, 8).ok()) {
            Some(byte) => {
                out.push(byte);
                rest = &after[3..];
            }
            None => {
                out.push(*first);
                rest = after;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mount_keeps_its_flags() {
        let line = b"36 35 98:0 / /media/a\\040b rw,nosuid,relatime shared:1 - ext4 /dev/sda1 rw,errors=continue";
        let expected = (PathBuf::from("/media/a b"), MountFlags::NOSUID | MountFlags::RELATIME);
        assert_eq!(parse_mount(line), Some(expected));
        assert_eq!(parse_mount(b""), None);
    }
}

//! How a judged program starts: without any privilege, with limits, and with nothing of ours in its hands.
//!
//! The one place with `unsafe`: what a child does between `fork` and `exec`, three system calls that no library
//! offers as safe ones, and memory that the kernel writes to (`ring`).
#![allow(unsafe_code)]

mod ring;

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use rustix::process::{Pid, PidfdFlags, Resource, Rlimit, Signal, pidfd_open};
use rustix::thread::{CapabilitiesSecureBits, CapabilitySet, CapabilitySets, UnshareFlags};

pub use ring::Ring;

/// A program that runs, with our ends of its three pipes, which do not block.
pub struct Started {
    pub pid: i32,
    /// Readable once it has ended.
    pub gone: OwnedFd,
    pub stdin: OwnedFd,
    pub stdout: OwnedFd,
    pub stderr: OwnedFd,
}

/// Starts a program. `arguments` begins with the program itself; `work` is where it may write, and where it starts
/// if `folder` says nothing else.
pub fn start(arguments: &[String], folder: Option<&Path>, work: &Path) -> io::Result<Started> {
    let Some((program, arguments)) = arguments.split_first() else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder.unwrap_or(work));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.env("TMPDIR", work).env("HOME", work).env("PYTHONDONTWRITEBYTECODE", "1");
    // These would change what a program prints, or when: every machine shall come to the same verdict.
    for name in ["PYTHONUNBUFFERED", "RUST_BACKTRACE", "RUST_LIB_BACKTRACE"] {
        command.env_remove(name);
    }
    // SAFETY: the room has one thread, so that the child may do whatever it likes before it becomes the program.
    unsafe { command.pre_exec(give_up_everything) };
    let mut child = command.spawn()?;
    Ok(Started {
        pid: child.id() as i32,
        gone: pidfd_open(Pid::from_child(&child), PidfdFlags::empty())?,
        stdin: not_blocking(child.stdin.take().map(OwnedFd::from))?,
        stdout: not_blocking(child.stdout.take().map(OwnedFd::from))?,
        stderr: not_blocking(child.stderr.take().map(OwnedFd::from))?,
    })
}

fn not_blocking(pipe: Option<OwnedFd>) -> io::Result<OwnedFd> {
    let pipe = pipe.ok_or(io::ErrorKind::BrokenPipe)?;
    rustix::io::ioctl_fionbio(pipe.as_fd(), true)?;
    Ok(pipe)
}

/// In the child, just before it becomes the program.
fn give_up_everything() -> io::Result<()> {
    // A session of its own: no terminal, and no signal that was meant for the checker.
    rustix::process::setsid()?;
    rustix::process::set_parent_process_death_signal(Some(Signal::KILL))?;
    for (resource, most) in LIMITS {
        let most = Some(most);
        let _ = rustix::process::setrlimit(resource, Rlimit { current: most, maximum: most });
    }
    give_up_capabilities();
    rustix::thread::set_no_new_privs(true)?;
    Ok(())
}

/// No limit on the address space: threads reserve much more of it than they use, and the room looks at the memory
/// really used instead.
const LIMITS: [(Resource, u64); 5] = [
    (Resource::Core, 0),
    // On old kernels, and without a room, all that the user runs counts (and for root there is no limit): this is for
    // the worst case only, the room looks at the number of processes itself.
    (Resource::Nproc, 8192),
    (Resource::Nofile, 1024),
    (Resource::Fsize, 128 << 20),
    (Resource::Cpu, 120),
];

/// Being root in the room's user namespace, or on the machine, is worth nothing to the program. An ordinary user has
/// nothing to give up, and each of these may then fail.
fn give_up_capabilities() {
    let _ = rustix::thread::set_capabilities_secure_bits(
        CapabilitiesSecureBits::NO_ROOT | CapabilitiesSecureBits::NO_ROOT_LOCKED,
    );
    for capability in CapabilitySet::all().iter() {
        let _ = rustix::thread::remove_capability_from_bounding_set(capability);
    }
    let none = CapabilitySet::empty();
    let none = CapabilitySets { effective: none, permitted: none, inheritable: none };
    let _ = rustix::thread::clear_ambient_capability_set();
    let _ = rustix::thread::set_capabilities(None, none);
}

/// Keeps from programs what the checker itself was started with: pipes of a `make`, files of a shell.
pub fn keep_descriptors() {
    for fd in crate::kernel::processes::descriptors(rustix::process::getpid().as_raw_nonzero().get()) {
        if fd > 2 {
            // SAFETY: only a flag of the descriptor changes, which says what becomes of it in another program.
            unsafe { libc::fcntl(fd, libc::F_SETFD, libc::FD_CLOEXEC) };
        }
    }
}

/// Leaves for new namespaces.
pub fn unshare(flags: UnshareFlags) -> io::Result<()> {
    // SAFETY: only UnshareFlags::FILES endangers descriptors, and nobody here asks for it.
    Ok(unsafe { rustix::thread::unshare_unsafe(flags) }?)
}

/// Goes on in two processes: gives the child's number in the one, nothing in the other. The child is the checker as it
/// stands here: to start it again for each room was a tenth of all work.
pub fn fork() -> io::Result<Option<Pid>> {
    // SAFETY: the room has one thread, so that no lock is taken in the child by a thread that it has not got.
    match unsafe { libc::fork() } {
        -1 => Err(io::Error::last_os_error()),
        child => Ok(Pid::from_raw(child)),
    }
}

/// `struct mount_attr` of mount_setattr(2).
#[repr(C)]
struct MountAttributes {
    set: u64,
    clear: u64,
    propagation: u64,
    user_namespace: u64,
}

/// Makes every mount of this namespace read-only, in one call (Linux 5.12).
pub fn make_everything_read_only() -> io::Result<()> {
    const RECURSIVE: libc::c_long = 0x8000;
    let attributes = MountAttributes { set: libc::MOUNT_ATTR_RDONLY, clear: 0, propagation: 0, user_namespace: 0 };
    // SAFETY: the path ends with a NUL, and the kernel reads the attributes, of the size that is given, only during
    // the call.
    let done = unsafe {
        libc::syscall(
            libc::SYS_mount_setattr,
            libc::AT_FDCWD as libc::c_long,
            c"/".as_ptr(),
            RECURSIVE,
            &raw const attributes,
            size_of::<MountAttributes>(),
        )
    };
    if done == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

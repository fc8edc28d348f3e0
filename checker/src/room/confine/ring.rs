//! The packets of a room's loopback, in memory that the kernel fills (packet(7), PACKET_RX_RING).
//!
//! A packet socket's own buffer holds a handful of large packets, and an ordinary user may not enlarge it. This one
//! holds thousands, each cut to the size of a slot, with the kernel's own time.

use std::io;
use std::mem::offset_of;
use std::num::NonZeroU32;
use std::os::fd::{AsRawFd, OwnedFd};
use std::ptr::NonNull;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use rustix::net::{AddressFamily, Protocol, SocketFlags, SocketType, socket_with};

/// One slot holds one packet, what the kernel says about it, and no more of it than fits.
const SLOT: usize = 2048;
const SLOTS: usize = 4096;
/// A multiple of every page size there is.
const BLOCK: usize = 64 << 10;

/// The kernel's words about a packet stand before it: a header, and an address behind it.
const ADDRESS: usize = size_of::<libc::tpacket2_hdr>().next_multiple_of(16);

/// A packet as the kernel took it.
pub struct Packet<'a> {
    /// Since 1970.
    pub at: Duration,
    /// Its length on the wire.
    pub len: u32,
    /// Its beginning.
    pub bytes: &'a [u8],
}

/// Every packet that arrives at an interface of this network namespace, from now on.
pub struct Ring {
    socket: OwnedFd,
    memory: NonNull<u8>,
    next: usize,
}

impl Ring {
    /// Needs CAP_NET_RAW in the user namespace that the network namespace belongs to, and none elsewhere.
    pub fn open() -> io::Result<Self> {
        let every = NonZeroU32::new(u32::from((libc::ETH_P_ALL as u16).to_be())).map(Protocol::from_raw);
        let socket = socket_with(AddressFamily::PACKET, SocketType::RAW, SocketFlags::CLOEXEC, every)?;
        // A kernel without this (before Linux 4.20) lets what leaves take slots, too.
        let _ = set(&socket, libc::PACKET_IGNORE_OUTGOING, &1i32);
        set(&socket, libc::PACKET_VERSION, &(libc::tpacket_versions::TPACKET_V2 as i32))?;
        let slots = libc::tpacket_req {
            tp_block_size: BLOCK as u32,
            tp_block_nr: (SLOT * SLOTS / BLOCK) as u32,
            tp_frame_size: SLOT as u32,
            tp_frame_nr: SLOTS as u32,
        };
        set(&socket, libc::PACKET_RX_RING, &slots)?;
        let access = libc::PROT_READ | libc::PROT_WRITE;
        // SAFETY: a new mapping at an address that the kernel chooses.
        let memory =
            unsafe { libc::mmap(std::ptr::null_mut(), SLOT * SLOTS, access, libc::MAP_SHARED, socket.as_raw_fd(), 0) };
        match NonNull::new(memory.cast()).filter(|_| memory != libc::MAP_FAILED) {
            Some(memory) => Ok(Self { socket, memory, next: 0 }),
            None => Err(io::Error::last_os_error()),
        }
    }

    /// Hands out each packet that has come since, once: a loopback shows it as it leaves and as it arrives.
    pub fn take(&mut self, mut each: impl FnMut(Packet)) {
        // Never more than one round: somebody may send without end.
        for _ in 0..SLOTS {
            // SAFETY: `next` is a slot of the mapping, which lives as long as `self`.
            let slot = unsafe { self.memory.add(self.next * SLOT) };
            // SAFETY: a slot begins with its status, aligned, and both sides change it as a whole.
            let status = unsafe { AtomicU32::from_ptr(slot.cast().as_ptr()) };
            if status.load(Ordering::Acquire) & libc::TP_STATUS_USER == 0 {
                return;
            }
            // SAFETY: the kernel has filled the slot, and leaves it alone until it gets it back.
            let slot = unsafe { std::slice::from_raw_parts(slot.as_ptr(), SLOT) };
            if let Some(packet) = packet(slot) {
                each(packet);
            }
            status.store(libc::TP_STATUS_KERNEL, Ordering::Release);
            self.next = (self.next + 1) % SLOTS;
        }
    }

    /// How many packets have found no free slot since this was last asked.
    pub fn missed(&self) -> io::Result<u32> {
        let mut counts = libc::tpacket_stats { tp_packets: 0, tp_drops: 0 };
        let mut length = size_of::<libc::tpacket_stats>() as libc::socklen_t;
        // SAFETY: the kernel writes at most `length` bytes, which is the size of `counts`.
        let done = unsafe {
            libc::getsockopt(
                self.socket.as_raw_fd(),
                libc::SOL_PACKET,
                libc::PACKET_STATISTICS,
                (&raw mut counts).cast(),
                &raw mut length,
            )
        };
        if done == 0 { Ok(counts.tp_drops) } else { Err(io::Error::last_os_error()) }
    }
}

impl Drop for Ring {
    fn drop(&mut self) {
        // SAFETY: the whole mapping, of which nothing is borrowed any more.
        unsafe { libc::munmap(self.memory.as_ptr().cast(), SLOT * SLOTS) };
    }
}

/// Sets an option of a packet socket; `T` is the type that the option wants.
fn set<T>(socket: &OwnedFd, option: libc::c_int, value: &T) -> io::Result<()> {
    let length = size_of::<T>() as libc::socklen_t;
    // SAFETY: the kernel reads `length` bytes, during the call only.
    let done = unsafe {
        libc::setsockopt(socket.as_raw_fd(), libc::SOL_PACKET, option, std::ptr::from_ref(value).cast(), length)
    };
    if done == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// What lies in a slot, unless it is a packet that leaves.
fn packet(slot: &[u8]) -> Option<Packet<'_>> {
    let number = |at: usize| Some(u32::from_ne_bytes(slot.get(at..at + 4)?.try_into().ok()?));
    let begins = offset_of!(libc::tpacket2_hdr, tp_mac);
    let begins = usize::from(u16::from_ne_bytes(slot.get(begins..begins + 2)?.try_into().ok()?));
    let kept = number(offset_of!(libc::tpacket2_hdr, tp_snaplen))? as usize;
    let kind = slot.get(ADDRESS + offset_of!(libc::sockaddr_ll, sll_pkttype))?;
    let seconds = number(offset_of!(libc::tpacket2_hdr, tp_sec))?;
    let nanos = number(offset_of!(libc::tpacket2_hdr, tp_nsec))?;
    let packet = Packet {
        at: Duration::new(seconds.into(), nanos),
        len: number(offset_of!(libc::tpacket2_hdr, tp_len))?,
        bytes: slot.get(begins..begins + kept)?,
    };
    (*kind != libc::PACKET_OUTGOING).then_some(packet)
}

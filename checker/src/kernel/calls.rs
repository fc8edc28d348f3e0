//! The system calls in which a thread can wait, by their numbers on this architecture.

/// How a call waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// On the descriptor in its first argument, as long as it takes (unless the socket has a time limit of its own).
    OnDescriptor,
    /// On several descriptors; the argument with this number is a time limit in ms, negative for none.
    SeveralMillis(usize),
    /// On several descriptors; the argument with this number points to a time limit, 0 for none.
    SeveralPointer(usize),
    /// `futex`: a lock, a condition or the end of another thread; argument 3 points to a time limit.
    Lock,
    /// The end of a child.
    Child,
    /// A file lock, a copy between descriptors, or a signal.
    Other,
    /// Time passes: a sleep.
    Sleep,
}

/// A call that can wait.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    pub number: libc::c_long,
    /// `SYS_recvfrom`
    symbol: &'static str,
    pub shape: Shape,
}

impl Call {
    /// `recvfrom`
    pub fn name(&self) -> &'static str {
        self.symbol.trim_start_matches("SYS_")
    }
}

macro_rules! calls {
    ($($name:ident $shape:expr),* $(,)?) => {
        &[$(Call { number: libc::$name, symbol: stringify!($name), shape: $shape }),*]
    };
}

/// The calls that every 64-bit Linux has.
#[cfg(target_pointer_width = "64")]
const EVERYWHERE: &[Call] = calls! {
    SYS_read Shape::OnDescriptor, SYS_readv Shape::OnDescriptor, SYS_write Shape::OnDescriptor,
    SYS_writev Shape::OnDescriptor, SYS_recvfrom Shape::OnDescriptor, SYS_recvmsg Shape::OnDescriptor,
    SYS_sendto Shape::OnDescriptor, SYS_sendmsg Shape::OnDescriptor, SYS_accept Shape::OnDescriptor,
    SYS_accept4 Shape::OnDescriptor, SYS_connect Shape::OnDescriptor, SYS_ppoll Shape::SeveralPointer(2),
    SYS_pselect6 Shape::SeveralPointer(4), SYS_epoll_pwait Shape::SeveralMillis(3),
    SYS_futex Shape::Lock, SYS_wait4 Shape::Child, SYS_waitid Shape::Child, SYS_flock Shape::Other,
    SYS_sendfile Shape::Other, SYS_splice Shape::Other, SYS_nanosleep Shape::Sleep,
    SYS_clock_nanosleep Shape::Sleep, SYS_rt_sigsuspend Shape::Other, SYS_epoll_pwait2 Shape::SeveralPointer(3),
};

/// The older ones, which newer architectures do without.
#[cfg(target_arch = "x86_64")]
const OLDER: &[Call] = calls! {
    SYS_poll Shape::SeveralMillis(2), SYS_select Shape::SeveralPointer(4), SYS_epoll_wait Shape::SeveralMillis(3),
    SYS_pause Shape::Other,
};

#[cfg(not(target_pointer_width = "64"))]
const EVERYWHERE: &[Call] = &[];
#[cfg(not(target_arch = "x86_64"))]
const OLDER: &[Call] = &[];

/// The call with this number, if a thread can wait in it for as long as it takes.
pub fn by_number(number: libc::c_long) -> Option<&'static Call> {
    EVERYWHERE.iter().chain(OLDER).find(|call| call.number == number)
}

//! What the kernel tells about programs and their sockets: read-only, and no more than an ancestor may ask.

pub mod calls;
pub mod netlink;
pub mod processes;
pub mod sleep;
pub mod sockets;
pub mod softnet;
pub mod threads;

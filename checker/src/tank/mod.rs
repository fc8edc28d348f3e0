//! A simulated mini-tank, for drivers to drive: what `checker tank` shows.
//!
//! - `command`: from a line to a command, or to what is wrong with it;
//! - `body`: where the tank stands, and how it moves;
//! - `wheel`: who drives, and the tank as a whole: what its drivers do goes in, what came of it comes out;
//! - `server`: the drivers' connections.
//!
//! Nothing but `server` looks at a clock or a socket.

mod body;
pub mod command;
mod connection;
pub mod event;
pub mod server;
mod wheel;

#[cfg(feature = "screen")]
pub use body::{Body, FLOOR};
#[cfg(feature = "screen")]
pub use wheel::{PATIENCE, Tank, Wheel};

//! One file a subcommand.

pub mod room;

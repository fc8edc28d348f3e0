//! The list of the exercises.

use crate::exercises::chat::CHAT;
use crate::exercises::event_loop::EVENT_LOOP;
use crate::exercises::image::IMAGE;
use crate::exercises::mini_tank::MINI_TANK;
use crate::exercises::robots::ROBOTS;
use crate::exercises::tcp_client::TCP_CLIENT;
use crate::exercises::tcp_server::TCP_SERVER;
use crate::exercises::udp_listener::UDP_LISTENER;
use crate::exercises::udp_sender::UDP_SENDER;
use crate::exercises::{Check, Exercise};

/// All exercises, in the order of the course.
pub const EXERCISES: &[&Exercise] =
    &[&UDP_SENDER, &UDP_LISTENER, &TCP_CLIENT, &TCP_SERVER, &CHAT, &IMAGE, &MINI_TANK, &ROBOTS, &EVENT_LOOP];

/// The check with this name.
pub fn check(name: &str) -> Option<&'static Check> {
    EXERCISES.iter().flat_map(|exercise| exercise.checks).find(|check| check.name == name)
}

//! Who does not read, for too long.

use crate::exercises::chat::relay::behind::{SHORT_LINES, leaves_behind};
use crate::exercises::chat::relay::{ANA, BOB, CARO, Chat};
use crate::lab::{Lab, Step};

/// At most this, and a line of the longest kind with its sender, waits for one client.
const MOST: usize = (1 << 20) + (80 << 10);

/// For whom more waits than may wait is disconnected, and the others talk on.
pub fn lets_go_who_is_too_far_behind(lab: &Lab) -> Step {
    let chat = Chat::start(lab)?;
    let [ana, bob, caro] = chat.join([ANA, BOB, CARO])?;
    let behind = leaves_behind([&ana, &bob, &caro], SHORT_LINES, MOST)?;
    bob.is_let_go_with(behind.waiting)?;
    chat.carries(&caro, &ana)
}

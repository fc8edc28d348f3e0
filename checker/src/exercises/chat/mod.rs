//! 05 Chat: `chat-relay [BIND]` and `chat-client [SERVER]`, each judged alone.

mod client;
mod relay;
mod suspicion;

use super::{Exercise, Texts};
use crate::exercises::Check;

pub const CHAT: Exercise = Exercise {
    number: 5,
    name: "chat",
    programs: &["chat-relay", "chat-client"],
    checks: &CHECKS,
    bonus: false,
    texts: Texts {
        en: include_str!("../../../locales/en/05-chat.ftl"),
        fr: include_str!("../../../locales/fr/05-chat.ftl"),
    },
};

/// The relay's checks, then the client's; what is extra comes last.
const CHECKS: [Check; relay::CHECKS.len() + client::CHECKS.len()] = {
    let mut all = [relay::CHECKS[0]; relay::CHECKS.len() + client::CHECKS.len()];
    let mut at = 0;
    while at < client::CHECKS.len() {
        all[relay::CHECKS.len() - 1 + at] = client::CHECKS[at];
        at += 1;
    }
    at = 0;
    while at + 1 < relay::CHECKS.len() {
        all[at] = relay::CHECKS[at];
        at += 1;
    }
    all[all.len() - 1] = relay::CHECKS[relay::CHECKS.len() - 1];
    all
};

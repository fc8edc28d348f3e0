//! 05 Chat: `chat-relay [BIND]` and `chat-client [SERVER]`, each judged alone.

mod client;
pub(super) mod relay;
pub(super) mod suspicion;

use super::{Check, Exercise, Texts, joined};

pub const CHAT: Exercise = Exercise {
    number: 5,
    name: "chat",
    programs: &["chat-client", "chat-relay"],
    checks: &CHECKS,
    bonus: false,
    texts: Texts {
        en: include_str!("../../../locales/en/05-chat.ftl"),
        fr: include_str!("../../../locales/fr/05-chat.ftl"),
    },
};

/// The relay's checks, then the client's; what is extra comes last.
const CHECKS: [Check; relay::CHECKS.len() + relay::BESIDE.len() + client::CHECKS.len() + relay::EXTRA.len()] =
    joined(&[relay::CHECKS, relay::BESIDE, client::CHECKS, relay::EXTRA]);

/// What stands in a line and does not end it: a NUL, which ends a text in C, and what ends a line elsewhere.
const ENDS_NO_LINE: [&str; 6] = ["\0", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\r"];

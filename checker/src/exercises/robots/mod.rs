//! 08 Robots: `robot-relay [BIND [ROBOT…]]` and `robot [BIND [RELAY]]`, each judged alone.

mod relay;
mod robot;
mod suspicion;

use super::{Exercise, Texts};
use crate::exercises::Check;

pub const ROBOTS: Exercise = Exercise {
    number: 8,
    name: "robots",
    programs: &["robot-relay", "robot"],
    checks: &CHECKS,
    bonus: true,
    texts: Texts {
        en: include_str!("../../../locales/en/08-robots.ftl"),
        fr: include_str!("../../../locales/fr/08-robots.ftl"),
    },
};

/// The relay's checks, then the robot's.
const CHECKS: [Check; relay::CHECKS.len() + robot::CHECKS.len()] = {
    let mut all = [relay::CHECKS[0]; relay::CHECKS.len() + robot::CHECKS.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = if at < relay::CHECKS.len() { relay::CHECKS[at] } else { robot::CHECKS[at - relay::CHECKS.len()] };
        at += 1;
    }
    all
};

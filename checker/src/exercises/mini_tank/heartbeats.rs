//! Heartbeats keep their time, whatever stdin does.

use std::time::Duration;

use super::command::Command;
use super::driver::Driver;
use crate::lab::{Lab, Rhythm, Step};

/// Every 500 ms, and a tank takes a second without one for a lost driver: half-way between them nobody can say any more
/// that it is on its way.
const RHYTHM: Rhythm = Rhythm {
    every: Duration::from_millis(500),
    longest: Duration::from_millis(750),
    shortest: Duration::from_millis(333),
    is_beat: Command::is_heartbeat,
};

/// Three of them, the first at once or after 500 ms: the last comes 1.5 s after the beginning.
const SILENCE: Duration = Duration::from_millis(1400);
/// Two of them: that there are any is known by then.
const SHORT: Duration = Duration::from_millis(900);
/// As fast as somebody types who is in a hurry.
const BETWEEN_ORDERS: Duration = Duration::from_millis(50);

/// Nobody types anything.
pub fn while_nobody_types(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    driver.tank.watches(&RHYTHM).keep_time(SILENCE, SILENCE, || {})
}

/// One order after another, without a pause as long as that between two heartbeats.
pub fn while_many_orders_come(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    driver.tank.watches(&RHYTHM).keep_time(SHORT, BETWEEN_ORDERS, || driver.program.types(driver.some_move().order()))
}

/// Somebody is in the middle of a line; when it is whole, it is an order.
pub fn while_a_line_is_half_typed(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    let command = driver.some_move();
    let order = command.order();
    let (begins, ends) = order.split_at(lab.number(1..order.len() - 1));
    driver.program.types(begins);
    driver.tank.watches(&RHYTHM).keep_time(SHORT, SHORT, || {})?;
    driver.program.types(ends);
    driver.program.ends_input();
    driver.tank_hears(command)
}

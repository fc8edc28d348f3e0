//! How it ends: by order, with its input, with the tank.

use super::command::{Command, STOP};
use super::driver::Driver;
use crate::lab::{Heard, Lab, Step};
use crate::verdict::{Finding, Message};

/// `quit` stops the tank, closes in order and ends with 0, although stdin stays open.
pub fn stops_the_tank_and_ends(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    driver.obeys(driver.some_move())?;
    driver.program.types("quit\n");
    driver.stops_and_ends()
}

/// So does the end of stdin.
pub fn stops_the_tank_when_stdin_ends(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    driver.is_well()?;
    driver.stops_and_ends()
}

/// What is typed after `quit` is not sent.
pub fn reads_nothing_after_quit(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    driver.program.types("buzz\nquit\nmove 10 50\nbuzz\n");
    driver.tank_hears(Command::Buzz)?;
    driver.tank_hears(STOP)?;
    driver.tank_hears_the_end()
}

/// When the tank closes, the driver ends with 1, although nobody typed anything. The tank goes on reading, so that no
/// error tells those who only write: who still sends heartbeats a second later has not noticed.
pub fn ends_when_the_tank_closes(lab: &Lab) -> Step {
    const TOO_MANY: usize = 3;
    let driver = Driver::starts(lab)?;
    // What it said before is of no matter, whatever it was.
    driver.tank.says(b"OK\n\xff\xfe\n");
    driver.tank.half_closes();
    let mut heartbeats = 0;
    let expected = Message::new("expect-exit").with("program", "tank-driver").with("status", 1);
    let heard = driver.tank.next_line(expected.clone(), None, |line| {
        heartbeats += usize::from(Command::is_heartbeat(line));
        heartbeats == TOO_MANY
    })?;
    match heard {
        Heard::Line(_) => Err(lab.fails(expected, None, None, Finding::Said(Message::new("said-goes-on-beating")))),
        Heard::End { .. } => driver.program.fails_naming(&[&driver.tank.address.to_string()]),
    }
}

/// A connection that is reset ends it as well.
pub fn ends_when_the_tank_resets(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    driver.tank.resets();
    driver.program.fails_naming(&[&driver.tank.address.to_string()])
}

/// That nobody listens is an error that names the address.
pub fn tells_that_nobody_listens(lab: &Lab) -> Step {
    let address = format!("127.0.0.1:{}", lab.port());
    lab.start(&[&address])?.fails_naming(&[&address])
}

//! What is typed, and what the tank hears of it.

use super::command::{Command, STOP};
use super::driver::Driver;
use crate::lab::{Lab, Step};
use crate::verdict::{Finding, Message};

/// An order is sent to the tank.
pub fn sends_an_order(lab: &Lab) -> Step {
    Driver::starts(lab)?.is_well()
}

/// Each order is sent, in the order in which they were typed, and means what was typed.
pub fn sends_every_order_in_order(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    let moves = [driver.some_move(), driver.some_move(), driver.some_move()];
    let [one, two, three] = moves;
    let commands = [one, Command::Buzz, two, three, Command::Buzz, Command::Buzz, one, two, two];
    driver.program.types(typed(&commands));
    driver.program.ends_input();
    commands.iter().try_for_each(|command| driver.tank_hears(*command))
}

fn typed(commands: &[Command]) -> String {
    commands.iter().map(|command| command.order()).collect()
}

/// An order leaves when it is typed, not when the input ends.
pub fn sends_at_once(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    for _ in 0..2 {
        driver.obeys(driver.some_move())?;
    }
    // Two at once are two: a reader's own buffer may hold the second.
    let two = [driver.some_move(), Command::Buzz];
    driver.program.types(typed(&two));
    two.iter().try_for_each(|command| driver.tank_hears(*command))
}

/// The bounds belong to what is allowed.
pub fn takes_what_is_on_the_bounds(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    let bounds = [(-180, 0), (180, 100), (-180, 100), (180, 0), (0, 100)];
    let commands = bounds.map(|(angle, strength)| Command::Move { angle, strength });
    driver.program.types(typed(&commands));
    driver.program.ends_input();
    commands.iter().try_for_each(|command| driver.tank_hears(*command))
}

/// What is past them is told, sends nothing, and stops nothing.
pub fn refuses_what_is_out_of_bounds(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    let far = lab.number(300..100_000);
    let lines = ["move 181 50", "move -181 50", "move 10 101", "move 10 -1", &format!("move {far} 50")];
    lines.iter().try_for_each(|line| driver.refuses(line))
}

/// Words that are no orders, orders with too few words and with too many.
pub fn refuses_wrong_orders(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    let nonsense = lab.words();
    let lines =
        ["jump", &nonsense, "move", "move 10", "move 10 50 7", "buzz 3", "BUZZ", "move 10,50", "{\"cmd\":\"buzz\"}"];
    lines.iter().try_for_each(|line| driver.refuses(line))
}

/// What stands in the place of a number and is none that is whole.
pub fn refuses_wrong_numbers(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    let lines = ["move a b", "move 1.5 50", "move 10 5.5", "move 10 5x", "move 99999999999999999999 50"];
    lines.iter().try_for_each(|line| driver.refuses(line))
}

/// An empty line sends nothing, stops nothing, and is told or not.
pub fn passes_over_an_empty_line(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    driver.program.types("\n\n");
    driver.obeys(Command::Buzz)
}

/// Bytes that are no UTF-8, and a line of 64 KiB, are wrong orders as any others.
pub fn refuses_any_bytes(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    driver.program.types(b"buzz \xff\xfe\n");
    driver.obeys(Command::Buzz)?;
    driver.program.types(format!("{}\n", lab.letters(64 * 1024)));
    driver.obeys(driver.some_move())?;
    // Whoever takes a line for several begins another one where a buffer is full.
    for full in USUAL_BUFFERS {
        driver.program.types(format!("{}buzz\n{}buzz\n", "x".repeat(full - 1), "x".repeat(full)));
        driver.obeys(driver.some_move())?;
    }
    Ok(())
}

/// How long the buffers are that programs read lines into.
const USUAL_BUFFERS: [usize; 6] = [64, 128, 256, 512, 1024, 4096];

/// A Windows terminal ends its lines with `\r\n`.
pub fn takes_off_a_carriage_return(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    let commands = [Command::Buzz, driver.some_move()];
    driver.program.types(typed(&commands).replace('\n', "\r\n"));
    driver.program.ends_input();
    commands.iter().try_for_each(|command| driver.tank_hears(*command))
}

/// A last line without `\n` is an order all the same.
pub fn takes_a_last_line_without_end(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    let commands = [Command::Buzz, driver.some_move()];
    driver.program.types(typed(&commands).trim_end());
    driver.program.ends_input();
    commands.iter().try_for_each(|command| driver.tank_hears(*command))
}

/// A tank that does not read for a while loses nothing by it, and gets every command whole.
pub fn loses_nothing_to_a_slow_tank(lab: &Lab) -> Step {
    let drivers = [Driver::starts(lab)?, Driver::starts(lab)?, Driver::starts(lab)?];
    let moves = [(); 10].map(|()| drivers[0].some_move());
    for driver in &drivers {
        driver.tank.is_far_away();
        driver.tank.pauses();
        driver.program.types(typed(&moves).repeat(MANY));
    }
    // Until a heartbeat waits as well: two who write without a word to each other are in each other's way now. Whether
    // that does any harm is luck, nine times in ten, and of three hardly anybody has it.
    lab.stays_silent()?;
    for driver in &drivers {
        driver.tank.goes_on();
        (0..MANY).try_for_each(|_| moves.iter().try_for_each(|command| driver.tank_hears(*command)))?;
    }
    Ok(())
}

/// So many times ten commands are more than the system keeps for a tank that does not read.
const MANY: usize = 400;

/// What the tank says disturbs nobody.
pub fn does_not_mind_answers(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    for answer in ["{\"battery\":71}\n", "\n", "no newline", "\u{0}\n", "{\"cmd\":\"buzz\"}\n"] {
        driver.tank.says(answer);
        driver.obeys(driver.some_move())?;
    }
    // More than fits into any buffer: who does not read it must not be held up by it either.
    driver.tank.says("OK\n".repeat(100_000));
    lab.settles()?;
    driver.obeys(Command::Buzz)
}

/// The network carries commands and nothing else: one for each order, heartbeats, and the last that says stop.
pub fn sends_nothing_else(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    let command = driver.some_move();
    driver.program.types(format!("{}\njump\n", command.order()));
    driver.program.ends_input();
    driver.tank_hears(command)?;
    lab.settles()?;
    let came = driver.tank.all_that_came();
    let mut left = vec![STOP, command];
    for line in came.split_inclusive(|byte| *byte == b'\n') {
        let known = Command::of(line);
        if known == Some(Command::Heartbeat) || known.is_some() && known == left.last().copied() {
            left.retain(|other| Some(*other) != known);
            continue;
        }
        let expected = Message::new("expect-nothing-more").with("who", "tank");
        return Err(lab.fails(expected, None, Some(line), Finding::Unwanted));
    }
    Ok(())
}

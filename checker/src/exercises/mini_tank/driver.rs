//! A driver and its tank, as the checks speak of them.

use super::command::{Command, STOP, first_difference};
use crate::lab::{Heard, Lab, Program, Step, Stop, TcpPeer, TcpServerPeer};
use crate::verdict::{Finding, Message};

/// The program drives, and the tank is there. Nobody has typed anything.
pub struct Driver {
    pub lab: Lab,
    pub program: Program,
    pub tank: TcpPeer,
}

impl Driver {
    pub fn starts(lab: &Lab) -> Step<Self> {
        Self::at(lab, "127.0.0.1")
    }

    /// The tank has this IP address.
    pub fn at(lab: &Lab, ip: &str) -> Step<Self> {
        let listener = lab.tcp_server("tank", ip)?;
        let program = lab.start(&[listener.address.to_string()])?;
        Self::connects(lab, program, &listener)
    }

    /// The program was started and finds its tank.
    pub fn connects(lab: &Lab, program: Program, tank: &TcpServerPeer) -> Step<Self> {
        Ok(Self { lab: lab.clone(), program, tank: tank.is_connected()? })
    }

    /// A movement that nobody can know beforehand, and that is none of the special ones.
    pub fn some_move(&self) -> Command {
        let angle = self.lab.number(1..180) as i64;
        let strength = self.lab.number(1..100) as i64;
        // To the left is for `07.bounds` to ask for.
        Command::Move { angle, strength }
    }

    /// This is ordered, and the tank hears it.
    pub fn obeys(&self, command: Command) -> Step {
        self.program.types(command.order());
        self.tank_hears(command)
    }

    /// All is as it should be with this driver: one order, and nobody types any more.
    pub fn is_well(&self) -> Step {
        let command = self.some_move();
        self.program.types(command.order());
        self.program.ends_input();
        self.tank_hears(command)
    }

    /// The next command that the tank hears is this one. Heartbeats come when they come; empty lines are for a check of
    /// their own to judge.
    pub fn tank_hears(&self, command: Command) -> Step {
        let wanted = command.line();
        let expected = Message::new("expect-bytes").with("who", "tank");
        // Most are written as the contract writes them: thousands need not be taken apart then.
        let is_it = |line: &[u8]| line == wanted.trim_end().as_bytes();
        match self.tank.next_line(expected.clone(), Some(wanted.as_bytes()), |line| is_it(line) || is_news(line))? {
            Heard::Line(line) if is_it(&line) || Command::of(&line) == Some(command) => Ok(()),
            Heard::Line(line) => {
                let end: &[u8] = if self.tank.has_heard_to_an_end() { b"\n" } else { b"" };
                let came = [&line, end].concat();
                let finding = Finding::Different { at: first_difference(wanted.as_bytes(), &came) };
                Err(self.lab.fails(expected, Some(wanted.as_bytes()), Some(&came), finding))
            }
            Heard::End { reset } => {
                Err(self.lab.fails(expected, Some(wanted.as_bytes()), None, Finding::Closed { reset }))
            }
        }
    }

    /// The tank is told to stop; then the connection is closed in order, and the program ends with 0.
    pub fn stops_and_ends(&self) -> Step {
        self.tank_hears(STOP)?;
        self.tank_hears_the_end()?;
        // Some close their writing side and wait for the tank to close as well.
        self.lab.settles()?;
        if !self.program.has_ended() {
            self.tank.closes();
        }
        self.program.ends_with(0)
    }

    /// The connection is closed in order; but for a heartbeat that was on its way, nothing comes before.
    pub fn tank_hears_the_end(&self) -> Step {
        let expected = Message::new("expect-end").with("who", "tank");
        match self.tank.next_line(expected.clone(), None, is_news)? {
            Heard::End { reset: false } => Ok(()),
            Heard::End { reset: true } => Err(self.lab.fails(expected, None, None, Finding::Closed { reset: true })),
            Heard::Line(line) => Err(self.unwanted(&line)),
        }
    }

    fn unwanted(&self, line: &[u8]) -> Stop {
        let expected = Message::new("expect-nothing-more").with("who", "tank");
        self.lab.fails(expected, None, Some(line), Finding::Unwanted)
    }

    /// Of this line, which is no order, something is said on stderr, nothing is sent, and the next one is an order as any
    /// other.
    pub fn refuses(&self, line: &str) -> Step {
        let before = self.program.complaint().len();
        self.program.types(format!("{line}\n"));
        self.obeys(self.some_move())?;
        // What is said about a line is there before the next one is read, in most programs.
        if self.program.complaint().len() == before {
            self.lab.settles()?;
        }
        if self.program.complaint().len() > before {
            return Ok(());
        }
        let expected = Message::new("expect-told-on-stderr").quoting("line", line);
        Err(self.lab.fails(expected, None, None, Finding::Said(Message::new("said-not-told"))))
    }
}

/// Whether this is neither a heartbeat nor an empty line.
fn is_news(line: &[u8]) -> bool {
    !line.trim_ascii().is_empty() && !Command::is_heartbeat(line)
}

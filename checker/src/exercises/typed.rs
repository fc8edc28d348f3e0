//! A program that sends each line of its stdin as a datagram: what 01 asks of it, and 08 as well.

use super::{OTHER_ENDS, WORDS, with_returns_or_without};
use crate::lab::{Lab, Program, Step, UdpPeer};
use crate::verdict::{Finding, Message};

/// The most that a UDP datagram carries over IPv4: 65,535 less the headers of IP and UDP (RFC 768, RFC 791).
const LARGEST: usize = 65_507;

/// A program that is to send what is typed, and the peer to whom.
pub struct Sender {
    pub lab: Lab,
    pub program: Program,
    pub to: UdpPeer,
}

impl Sender {
    /// One line is typed, and is heard; the program has done all that it does with it.
    pub fn has_sent_a_line(&self) -> Step {
        let line = format!("{}\n", self.lab.words());
        self.program.types(&line);
        self.lab.settles()?;
        // Who waits for the end of the input gets it. What else that end does is for another check to judge.
        if !self.to.has_heard_something() {
            self.program.ends_input();
        }
        self.to.hears(&line)?;
        self.lab.settles()
    }

    /// A line leaves as a datagram, its `\n` included: nothing before it, and nothing after it.
    pub fn sends_a_line(&self) -> Step {
        self.has_sent_a_line()?;
        self.to.hears_nothing_more()
    }

    /// Lines that are typed together leave as a datagram each, in their order.
    pub fn sends_one_datagram_each(&self) -> Step {
        let lines = self.lab.lines::<4>().map(|line| line + "\n");
        self.program.types(lines.concat());
        // What it does before its input ends, and what only then, tells how it reads.
        self.lab.settles()?;
        self.program.ends_input();
        lines.iter().try_for_each(|line| self.to.hears(line).map(drop))
    }

    /// A line leaves when it is typed, not when the input ends.
    pub fn sends_at_once(&self) -> Step {
        let [one, two] = self.lab.lines().map(|line| line + "\n");
        self.program.types(format!("{one}{two}"));
        self.to.hears(&one)?;
        self.to.hears(&two).map(drop)
    }

    /// A last line without `\n` leaves without one.
    pub fn sends_a_last_line_as_it_is(&self) -> Step {
        let [one, last] = self.lab.lines();
        self.program.types(format!("{one}\n{last}"));
        self.program.ends_input();
        self.to.hears(format!("{one}\n"))?;
        self.to.hears(&last).map(drop)
    }

    /// An empty line is a line: a datagram with its `\n`.
    pub fn sends_an_empty_line(&self) -> Step {
        let last = format!("{}\n", self.lab.words());
        self.program.types(format!("\n{last}"));
        self.program.ends_input();
        self.to.hears("\n")?;
        self.to.hears(&last).map(drop)
    }

    /// A line that is typed bit by bit leaves when it is whole.
    pub fn waits_for_the_end_of_a_line(&self) -> Step {
        let line = self.lab.words();
        let (begins, ends) = line.split_at(self.lab.number(2..8));
        self.program.types(begins);
        self.program.reads_its_input()?;
        self.program.types(format!("{ends}\n"));
        self.program.ends_input();
        self.to.hears(format!("{line}\n")).map(drop)
    }

    /// Bytes leave as they are: the blanks around a line, what ends a line elsewhere, and what is no UTF-8.
    pub fn sends_any_bytes(&self) -> Step {
        let blanks = format!("\t  {}  \t\n", self.lab.words());
        let nul = format!("a NUL \0 {}\n", self.lab.words());
        let ends = format!("{OTHER_ENDS} {}\n", self.lab.words());
        let latin1 = [b"\xe9t\xe9 ", self.lab.words().as_bytes(), b" \xff\n"].concat();
        let words = WORDS.map(|word| format!("{word}\n"));
        let last = format!("{}\n", self.lab.words());
        let text = [blanks.as_bytes(), nul.as_bytes(), ends.as_bytes(), &latin1].concat();
        self.program.types([&text, words.concat().as_bytes(), last.as_bytes()].concat());
        self.program.ends_input();
        self.to.hears(&blanks)?;
        self.to.hears(&nul)?;
        self.to.hears_one_of(&with_returns_or_without(ends.as_bytes()))?;
        self.to.hears(&latin1)?;
        words.iter().try_for_each(|word| self.to.hears(word).map(drop))?;
        self.to.hears(&last).map(drop)
    }

    /// The largest datagram there is leaves whole.
    pub fn sends_the_largest_datagram(&self) -> Step {
        let line = self.lab.letters(LARGEST - 1) + "\n";
        self.program.types(&line);
        self.program.ends_input();
        self.to.hears(&line).map(drop)
    }

    /// A line that no datagram can hold is an error that tells its size or the limit; those before it have left.
    pub fn tells_that_a_line_is_too_long(&self) -> Step {
        let line = format!("{}\n", self.lab.words());
        let length = self.lab.number(LARGEST + 2_000..LARGEST + 4_000);
        self.program.types(format!("{line}{}\n", self.lab.letters(length)));
        self.program.ends_input();
        self.to.hears(&line)?;
        self.program.ends_with(1)?;
        // The size and the limit, each with the `\n` or without it, the digits in groups or not.
        let digits: String =
            self.program.complaint().chars().filter(|c| !" ,._'’\u{a0}\u{202f}".contains(*c)).collect();
        let right = [length, length + 1, LARGEST, LARGEST - 1].map(|size| size.to_string());
        if right.iter().any(|size| digits.contains(size)) {
            return Ok(());
        }
        let expected = Message::new("expect-stderr-limit").with("size", length + 1);
        let finding = Finding::Said(Message::new("said-no-limit"));
        Err(self.lab.fails(expected, None, Some(self.program.complaint().as_bytes()), finding))
    }
}

/// What is typed is lost as long as nobody listens at this port of 127.0.0.1; who begins to gets what is typed from
/// then on.
pub fn reaches_who_comes_late(lab: &Lab, program: &Program, port: u16) -> Step {
    let [into_the_void, one, two] = lab.lines().map(|line| line + "\n");
    let refused = lab.datagrams_to_nobody();
    program.types(into_the_void);
    lab.more_datagrams_to_nobody(refused)?;
    // The answer to that datagram, an ICMP "port unreachable", has come by now, and must not eat the next one.
    let ana = lab.udp_peer_at("ana", "127.0.0.1", port)?;
    for line in [one, two] {
        program.types(&line);
        ana.hears(&line)?;
    }
    Ok(())
}

//! A program that prints each datagram that comes to it: what 02 asks of it, and 08 as well.

use std::net::SocketAddr;

use super::{FORMAT, printed, printed_lines};
use crate::lab::{Lab, Program, Step, UdpPeer};

/// A program that hears datagrams at this address, and is ready.
pub struct Listener {
    pub lab: Lab,
    pub program: Program,
    pub address: SocketAddr,
}

impl Listener {
    /// Starts it with its own address for an argument, and these after it.
    pub fn start(lab: &Lab, address: SocketAddr, more: &[String]) -> Step<Self> {
        let arguments = [&[address.to_string()], more].concat();
        let program = lab.start(&arguments)?;
        program.binds(address.port())?;
        Ok(Self { lab: lab.clone(), program, address })
    }

    /// A datagram that is to be shown as this text, sooner or later: whether it is there at once is another check's
    /// business. A program that prints only when a buffer is full is made to fill it.
    pub fn shows(&self, sender: &UdpPeer, datagram: &[u8], text: &str) -> Step {
        sender.says(self.address, datagram)?;
        self.shows_one_of(sender, &printed_lines(sender.address, &[text]))
    }

    pub fn shows_one_of(&self, sender: &UdpPeer, lines: &[Vec<u8>]) -> Step {
        let fill = || {
            let texts: Vec<String> = (0..8).map(|_| self.lab.letters(1000)).collect();
            texts.iter().try_for_each(|text| sender.says(self.address, text))?;
            Ok(texts[0].clone())
        };
        self.program.shows_in_the_end(lines, fill)
    }

    /// A datagram is shown as `IP:PORT TEXT`.
    pub fn shows_a_datagram(&self, ana: &UdpPeer) -> Step {
        let text = self.lab.words();
        self.shows(ana, format!("{text}\n").as_bytes(), &text)?;
        // That, and not the rest of the buffer that it came into.
        self.program.shows_no_rest_of_a_buffer(&printed_lines(ana.address, &[&text]))
    }

    /// What arrives is shown before anything else happens.
    pub fn shows_at_once(&self, ana: &UdpPeer) -> Step {
        let text = self.lab.words();
        ana.says(self.address, format!("{text}\n"))?;
        let wanted = printed_lines(ana.address, &[&text]);
        self.program.shows_one_of(&wanted).or_else(|stop| {
            // One more: what it brings forth was in no buffer.
            ana.says(self.address, format!("{}\n", self.lab.words()))?;
            self.lab.settles()?;
            self.program.has_not_shown_late(&wanted, stop)
        })
    }

    /// stdout carries what arrives and nothing else: no greeting, no empty lines between.
    pub fn prints_nothing_else(&self, ana: &UdpPeer) -> Step {
        let text = self.lab.words();
        ana.says(self.address, format!("{text}\n"))?;
        self.lab.settles()?;
        self.program.shows_nothing_but(&printed_lines(ana.address, &[&text]))
    }

    /// Two datagrams are two lines, whether they end with `\n` or not. UDP promises no order, and several threads may
    /// share the socket: so nobody is asked for one.
    pub fn shows_a_line_each(&self, ana: &UdpPeer) -> Step {
        let texts = self.lab.lines::<4>();
        texts.iter().try_for_each(|text| ana.says(self.address, text))?;
        let orders = orders(&texts.each_ref().map(String::as_str));
        let lines: Vec<Vec<u8>> = orders.iter().flat_map(|texts| printed_lines(ana.address, texts)).collect();
        self.shows_one_of(ana, &lines)
    }

    /// An empty datagram is a datagram: its sender is shown, and an empty text.
    pub fn shows_an_empty_datagram(&self, ana: &UdpPeer) -> Step {
        ana.says(self.address, "")?;
        // The space before an empty text may go.
        let without_space = printed(ana.address).into_iter().map(|address| format!("{address}\n").into_bytes());
        let lines: Vec<Vec<u8>> = printed_lines(ana.address, &[""]).into_iter().chain(without_space).collect();
        self.shows_one_of(ana, &lines)?;
        let text = self.lab.words();
        self.shows(ana, text.as_bytes(), &text)
    }

    /// A Windows terminal ends its lines with `\r\n`.
    pub fn takes_off_a_carriage_return(&self, ana: &UdpPeer) -> Step {
        let text = self.lab.words();
        self.shows(ana, format!("{text}\r\n").as_bytes(), &text)
    }

    /// One final `\n` is taken off, and no other.
    pub fn takes_off_one_newline_only(&self, ana: &UdpPeer) -> Step {
        let [one, two] = self.lab.lines();
        self.shows(ana, format!("{one}\n{two}\n").as_bytes(), &format!("{one}\n{two}"))?;
        self.shows(ana, format!("{one}\n\n").as_bytes(), &format!("{one}\n"))
    }

    /// `\r\n` is taken off whole, and of several `\n` one.
    pub fn shows_line_ends(&self, ana: &UdpPeer) -> Step {
        self.takes_off_a_carriage_return(ana)?;
        self.takes_off_one_newline_only(ana)
    }

    /// The blanks around a text belong to it, and whatever ends a line elsewhere; bytes that are no UTF-8 become U+FFFD,
    /// and stop nobody.
    pub fn shows_any_bytes(&self, ana: &UdpPeer) -> Step {
        let blanks = format!("\t  {FORMAT} {}  \t", self.lab.words());
        self.shows(ana, format!("{blanks}\n").as_bytes(), &blanks)?;
        let text = self.lab.words();
        // What fills buffers has no such letters.
        self.shows(ana, &[b"th\xe9 ", text.as_bytes(), b"\n"].concat(), &format!("th\u{FFFD} {text}"))?;
        self.shows(ana, format!("été {text}\n").as_bytes(), &format!("été {text}"))?;
        for text in [format!("a NUL \0 {text}"), format!("{} {text}", super::OTHER_ENDS.replace('\r', ""))] {
            self.shows(ana, format!("{text}\n").as_bytes(), &text)?;
        }
        super::WORDS.iter().try_for_each(|word| self.shows(ana, format!("{word}\n").as_bytes(), word))
    }

    /// A datagram is shown whole, up to the largest there is.
    pub fn shows_the_largest_datagram(&self, ana: &UdpPeer) -> Step {
        for length in [self.lab.number(1_600..3_000), 65_507] {
            let text = self.lab.letters(length);
            self.shows(ana, text.as_bytes(), &text)?;
        }
        Ok(())
    }
}

/// All orders in which these may come, their own first.
fn orders<'a>(texts: &[&'a str]) -> Vec<Vec<&'a str>> {
    let Some((first, rest)) = texts.split_first() else { return vec![Vec::new()] };
    let with_first_at = |at: usize, mut order: Vec<&'a str>| {
        order.insert(at, first);
        order
    };
    (0..texts.len()).flat_map(|at| orders(rest).into_iter().map(move |order| with_first_at(at, order))).collect()
}

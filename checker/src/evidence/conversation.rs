//! Questions to what happened before a step failed.

use super::has;
use crate::verdict::{Bytes, Event, Evidence, WaitsOn, What};

impl Evidence {
    /// Somebody sent or typed this to a judged program.
    pub fn was_told(&self, part: &[u8]) -> bool {
        self.told().any(|(_, bytes)| has(bytes, part))
    }

    /// Something that the last program to be started was told is no UTF-8.
    pub fn was_told_no_utf_8(&self) -> bool {
        let start = self.conversation.iter().rposition(|event| matches!(event.what, What::Starts(_)));
        // What only breaks off in the middle of a character does not count.
        let is_none = |bytes: &[u8]| std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_some());
        self.told().any(|(at, bytes)| Some(at) > start && is_none(&bytes.head))
    }

    /// Since somebody closed or reset its connection, it has written something to stderr.
    pub fn complains_of_the_end(&self) -> bool {
        let ends = |event: &Event| matches!(event.what, What::HalfCloses | What::Closes | What::Resets);
        let end = self.conversation.iter().rposition(|event| !self.is_judged(&event.who) && ends(event));
        let complains = |event: &Event| self.is_judged(&event.who) && matches!(event.what, What::Complains(_));
        end.is_some_and(|end| self.conversation[end..].iter().any(complains))
    }

    /// One of the last two lines that were typed has more bytes than this.
    pub fn typed_lately_more_than(&self, size: usize) -> bool {
        let typed = self.conversation.iter().rev().filter_map(|event| match &event.what {
            What::Types(bytes) => Some(bytes.len),
            _ => None,
        });
        typed.take(2).any(|length| length > size)
    }

    /// How often this stands in what was sent.
    pub fn times_sent(&self, part: &[u8]) -> usize {
        self.sent().map(|(_, bytes)| memchr::memmem::find_iter(&bytes.head, part).count()).sum()
    }

    /// What was said last of all went on to somebody.
    pub fn last_told_was_passed_on(&self) -> bool {
        let last = self.told_last().map(|bytes| bytes.head.strip_suffix(b"\n").unwrap_or(&bytes.head));
        last.is_some_and(|last| last.len() > 3 && self.sent().any(|(_, bytes)| has(bytes, last)))
    }

    /// Its stdin was at its end.
    pub fn input_has_ended(&self) -> bool {
        self.conversation.iter().any(|event| event.what == What::EndsInput)
    }

    /// All that was typed was read, up to the end of the input.
    pub fn has_read_all_input(&self) -> bool {
        let says_so = |event: &Event| self.is_judged(&event.who) && event.what == What::HalfCloses;
        let typed = self.conversation.iter().any(|event| matches!(event.what, What::Types(_)));
        let read = self.programs.last().is_some_and(|program| program.unread_input == Some(0));
        // Who says that nothing more will come, while it still listens, has seen that end.
        typed && self.input_has_ended() && (read || self.conversation.iter().any(says_so))
    }

    /// It was given time with what was typed, and said its first word when the input had ended.
    pub fn speaks_after_its_input(&self) -> bool {
        let ends = self.conversation.iter().position(|event| event.what == What::EndsInput);
        let speaks = |event: &Event| self.is_judged(&event.who) && speaks(&event.what);
        let begins = self.conversation.iter().position(speaks);
        ends.zip(begins).is_some_and(|(ends, begins)| ends < begins)
    }

    /// It was there as long as its input was, and ended with it.
    pub fn ended_with_its_input(&self) -> bool {
        let input = self.conversation.iter().position(|event| event.what == What::EndsInput);
        let ends = |event: &Event| self.is_judged(&event.who) && matches!(event.what, What::Exits(_));
        input.zip(self.conversation.iter().position(ends)).is_some_and(|(input, ends)| input < ends)
    }

    /// A judged program printed something after the last thing that it was sent.
    pub fn has_shown_since(&self) -> bool {
        let last = self.told().map(|(at, _)| at).last().unwrap_or_default();
        self.conversation[last..]
            .iter()
            .any(|event| self.is_judged(&event.who) && matches!(event.what, What::Prints(_)))
    }

    /// Somebody sent or typed this to a judged program, last of all.
    pub fn told_last(&self) -> Option<&Bytes> {
        self.told().last().map(|(_, bytes)| bytes)
    }

    /// After that it printed something, and none of it has this part.
    pub fn has_shown_since_without(&self, part: &[u8]) -> bool {
        let last = self.told().last().map_or(0, |(at, _)| at);
        let shown = self.conversation[last..].iter().filter_map(|event| match &event.what {
            What::Prints(bytes) if self.is_judged(&event.who) => Some(bytes),
            _ => None,
        });
        self.has_shown_since() && !shown.into_iter().any(|bytes| has(bytes, part))
    }

    /// As many lines were printed as came over connections.
    pub fn shown_all_that_came(&self) -> bool {
        let lines = |bytes: &Bytes| bytes.head.iter().filter(|byte| **byte == b'\n').count();
        let (mut came, mut shown) = (0, 0);
        for event in &self.conversation {
            match &event.what {
                What::Segment(bytes) if !self.is_judged(&event.who) => came += lines(bytes),
                What::Prints(bytes) if self.is_judged(&event.who) => shown += lines(bytes),
                _ => {}
            }
        }
        came > 0 && shown >= came
    }

    /// What others sent or typed, and where in the conversation.
    fn told(&self) -> impl Iterator<Item = (usize, &Bytes)> {
        let others = self.conversation.iter().enumerate().filter(|(_, event)| !self.is_judged(&event.who));
        others.filter_map(|(at, event)| match &event.what {
            What::Datagram(bytes) | What::Segment(bytes) | What::Types(bytes) => Some((at, bytes)),
            _ => None,
        })
    }

    fn is_judged(&self, who: &str) -> bool {
        self.programs.iter().any(|program| program.name == who)
    }

    /// How many times a judged program printed, sent a datagram or wrote to a connection.
    pub fn times_said(&self) -> usize {
        self.conversation.iter().filter(|event| self.is_judged(&event.who) && speaks(&event.what)).count()
    }

    /// A judged program has printed nothing at all.
    pub fn has_printed_nothing(&self) -> bool {
        !self.conversation.iter().any(|event| self.is_judged(&event.who) && matches!(event.what, What::Prints(_)))
    }

    /// As many bytes were printed as were wanted.
    pub fn has_printed_as_much_as_was_wanted(&self) -> bool {
        let printed = self.conversation.iter().map(|event| match &event.what {
            What::Prints(bytes) if self.is_judged(&event.who) => bytes.len,
            _ => 0,
        });
        self.wanted.as_ref().is_some_and(|wanted| printed.sum::<usize>() >= wanted.len)
    }

    /// What was wanted was printed before it was looked for.
    pub fn has_printed_what_was_wanted(&self) -> bool {
        let wanted =
            |bytes: &Bytes| self.wanted.as_ref().is_some_and(|wanted| wanted.len > 1 && has(bytes, &wanted.head));
        let prints = |what: &What| matches!(what, What::Prints(bytes) if wanted(bytes));
        self.conversation.iter().any(|event| self.is_judged(&event.who) && prints(&event.what))
    }

    /// To how many connections it has written something.
    pub fn has_spoken_to(&self) -> usize {
        let mut clients: Vec<&str> = self.sent().filter_map(|(event, _)| event.to.as_deref()).collect();
        clients.sort_unstable();
        clients.dedup();
        clients.len()
    }

    /// After somebody had left, and before anybody said anything more, it printed lines, and nothing in them but an
    /// address.
    pub fn shows_empty_lines_after_the_end(&self) -> bool {
        let leaves = |event: &Event| !self.is_judged(&event.who) && (closes(event) || event.what == What::HalfCloses);
        let Some(end) = self.conversation.iter().position(leaves) else { return false };
        let until_told = self.told().map(|(at, _)| at).find(|at| *at > end).unwrap_or(self.conversation.len());
        let printed = self.conversation[end..until_told].iter().filter_map(|event| match &event.what {
            What::Prints(bytes) if self.is_judged(&event.who) => Some(bytes.head.as_slice()),
            _ => None,
        });
        let printed = printed.collect::<Vec<_>>().concat();
        let Some(lines) = printed.strip_suffix(b"\n") else { return false };
        let is_empty = |line: &[u8]| line.iter().position(|byte| *byte == b' ').is_none_or(|at| at + 1 == line.len());
        // One alone may be a farewell.
        lines.contains(&b'\n') && lines.split(|byte| *byte == b'\n').all(is_empty)
    }

    /// A judged program has printed something that was sent or typed to it.
    pub fn has_shown_what_was_told(&self) -> bool {
        let shown = |text: &[u8]| {
            let holds = |what: &What| matches!(what, What::Prints(bytes) if has(bytes, text));
            self.conversation.iter().any(|event| self.is_judged(&event.who) && holds(&event.what))
        };
        self.told().any(|(_, bytes)| bytes.len > 3 && bytes.left_out() == 0 && shown(bytes.head.trim_ascii()))
    }

    /// A judged program has written this to its stderr, be it long ago.
    pub fn complained_of(&self, part: &[u8]) -> bool {
        let complaint = |event: &Event| matches!(&event.what, What::Complains(bytes) if has(bytes, part));
        self.programs.iter().any(|program| has(&program.stderr, part))
            || self.conversation.iter().any(|event| self.is_judged(&event.who) && complaint(event))
    }

    /// What came, or what stands behind an address in it, is something else that was sent or typed.
    pub fn came_was_told(&self) -> bool {
        let Some(came) = &self.came else { return false };
        let behind = came.head.iter().position(|byte| *byte == b' ').map_or(&[][..], |at| &came.head[at + 1..]);
        [came.head.as_slice(), behind].into_iter().any(|part| {
            let part = part.strip_suffix(b"\n").unwrap_or(part);
            part.len() > 3 && self.was_told(part)
        })
    }

    /// What was wanted came to somebody else.
    pub fn came_to_another(&self) -> bool {
        let Some(wanted) = self.wanted.as_ref().filter(|wanted| wanted.len > 0) else { return false };
        self.sent().any(|(event, bytes)| event.to.as_deref() != self.about("who") && has(bytes, &wanted.head))
    }

    /// What is missing of a datagram came in another one.
    pub fn rest_came_alone(&self) -> bool {
        let (Some(wanted), Some(came)) = (&self.wanted, &self.came) else { return false };
        let rest = wanted.head.strip_prefix(came.head.as_slice()).filter(|rest| !rest.is_empty());
        rest.is_some_and(|rest| self.sent().any(|(_, bytes)| bytes.head == rest))
    }

    /// The program closed the connections of those who had said nothing, of each of them.
    pub fn lets_go_of_the_silent(&self) -> bool {
        self.let_go_in_silence().next().is_some() && !self.keeps_one_as_silent()
    }

    /// The program closed the connection of somebody, and never that of one who was there by then and had said nothing
    /// either: it is not the silence.
    pub fn keeps_one_as_silent(&self) -> bool {
        let came = |event: &Event| matches!(event.what, What::Connects(_));
        // Of several whose time is up at once, any may be the first to go.
        let goes = |who: &str| self.let_go_in_silence().any(|gone| gone == who);
        self.conversation.iter().enumerate().any(|(at, event)| {
            let before = &self.conversation[..at];
            let speaks_or_leaves = |who: &str, event: &Event| match event.what {
                What::Segment(_) => event.who == who,
                _ => closes(event) && event.who == who,
            };
            let stays = |one: &Event| {
                let is_silent = !before.iter().any(|event| speaks_or_leaves(&one.who, event));
                came(one) && is_silent && event.to.as_ref() != Some(&one.who) && !goes(&one.who)
            };
            self.is_judged(&event.who) && closes(event) && before.iter().any(stays)
        })
    }

    fn let_go_in_silence(&self) -> impl Iterator<Item = &str> {
        self.conversation.iter().enumerate().filter_map(|(at, event)| {
            let whose = event.to.as_deref().filter(|_| self.is_judged(&event.who) && closes(event))?;
            let speaks = |earlier: &Event| earlier.who == whose && matches!(earlier.what, What::Segment(_));
            (!self.conversation[..at].iter().any(speaks)).then_some(whose)
        })
    }

    /// The program ended a connection with bytes unread, or broke it off.
    pub fn resets_somebody(&self) -> bool {
        self.conversation.iter().any(|event| self.is_judged(&event.who) && event.what == What::Resets)
    }

    /// What the program closed last is its writing side: it goes on listening.
    pub fn has_closed_one_side_only(&self) -> bool {
        let ending = |event: &&Event| closes(event) || event.what == What::HalfCloses;
        let last = self.conversation.iter().rev().filter(|event| self.is_judged(&event.who)).find(ending);
        last.is_some_and(|event| event.what == What::HalfCloses)
    }

    /// How many connections a judged program has made.
    pub fn connections_made(&self) -> usize {
        let makes = |event: &&Event| self.is_judged(&event.who) && matches!(event.what, What::Connects(_));
        self.conversation.iter().filter(makes).count()
    }

    /// No thread waits for more from the one who spoke last.
    pub fn nobody_reads_who_spoke(&self) -> bool {
        let Some((last, _)) = self.told().last() else { return false };
        let who = &self.conversation[last].who;
        let address = self.conversation.iter().find_map(|event| match &event.what {
            What::Connects(address) if event.who == *who => Some(address),
            _ => None,
        });
        let reads = |address: &String| {
            self.waits()
                .any(|waits| matches!(&waits.on, WaitsOn::Tcp { remote, .. } if remote.contains(address.as_str())))
        };
        address.is_some_and(|address| !reads(address))
    }

    /// The port at which the program that was started last waits for others, where it does; and whether it was told to.
    pub fn own_port(&self) -> Option<(&str, bool)> {
        let program = self.programs.last()?;
        let port = program.waits.iter().find_map(|waits| match &waits.on {
            WaitsOn::Udp { local } | WaitsOn::Listener { local } => local.rsplit_once(':'),
            _ => None,
        });
        let (_, port) = port?;
        Some((port, program.command.split_whitespace().any(|word| word.ends_with(&format!(":{port}")))))
    }

    /// What judged programs sent.
    fn sent(&self) -> impl Iterator<Item = (&Event, &Bytes)> {
        self.conversation.iter().filter(|event| self.is_judged(&event.who)).filter_map(|event| match &event.what {
            What::Datagram(bytes) | What::Segment(bytes) => Some((event, bytes)),
            _ => None,
        })
    }
}

fn speaks(what: &What) -> bool {
    matches!(what, What::Datagram(_) | What::Segment(_) | What::Prints(_))
}

fn closes(event: &Event) -> bool {
    matches!(event.what, What::Closes | What::Resets)
}

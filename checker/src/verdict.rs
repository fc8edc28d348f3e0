//! What a check can end with, and the evidence for it.
//!
//! Everything here is data: a room writes it into a pipe, the checker reads it back, `explain` finds the likely
//! misconception in it, and `report` shows it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A sentence that is still to be put into a language: the name of a Fluent message and its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    pub id: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(String, String)>,
}

impl Message {
    pub fn new(id: &str) -> Self {
        Self { id: id.to_owned(), args: Vec::new() }
    }

    /// The same message with the argument `name` set.
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }

    /// The same with somebody's own words, in quotation marks: the texts turn them into those of their language.
    pub fn quoting(self, name: &str, words: &str) -> Self {
        self.quoting_all(name, [words])
    }

    /// The same with several of them.
    pub fn quoting_all<'a>(self, name: &str, words: impl IntoIterator<Item = &'a str>) -> Self {
        let quoted: Vec<String> = words.into_iter().map(|words| format!("“{words}”")).collect();
        self.with(name, quoted.join(", "))
    }
}

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    Pass,
    Fail,
    /// A simpler check failed, without which this one says nothing; or the program could not be built.
    NotReached,
    /// The stub is as it was.
    NotStarted,
    /// The machine or the checker is to blame: it costs no points, and gives none.
    NotJudged,
}

/// What a room tells of one check.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Outcome {
    pub verdict: Verdict,
    /// For `NotReached` and `NotJudged`, why.
    pub reason: Option<Message>,
    /// For `Fail`, what was seen.
    pub evidence: Option<Box<Evidence>>,
    /// What went on in a check that did not fail, where that was asked for: a failure has it in its evidence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conversation: Vec<Event>,
    /// Wall clock from the start of the room to the verdict.
    pub micros: u64,
}

/// What was seen of a check that failed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Evidence {
    /// The step that failed, said as what the contract asks for: "the reply to ana's line".
    pub expected: Message,
    /// The bytes that the contract asks for, where the step is about bytes.
    pub wanted: Option<Bytes>,
    /// The bytes that came in their place, as far as they came.
    pub came: Option<Bytes>,
    /// How the step ended.
    pub finding: Finding,
    /// When it did, since the check began.
    pub micros: u64,
    pub conversation: Vec<Event>,
    /// The programs that are judged, as they were when the step failed.
    pub programs: Vec<Seen>,
}

/// How a step failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// Other bytes came; the first difference is at this offset of `wanted` and `came`.
    Different { at: usize },
    /// Bytes, a line or a datagram came where nothing was to come.
    Unwanted,
    /// All threads of the program wait for something that will never come.
    Stalled,
    /// The program ended before.
    Ended,
    /// The program closed the connection before, in order or with a reset.
    Closed { reset: bool },
    /// The program still ran, and nothing came for longer than anybody's patience.
    OutOfPatience,
    /// All threads of the program wait, and those that do not wait for ever sleep for longer than that.
    Asleep,
    /// It prints without end.
    Flooded,
    /// It took more memory than the room has.
    TooMuchMemory,
    /// It sends to a peer without end.
    SendsWithoutEnd,
    /// It started more processes or threads than the room has room for.
    TooManyProcesses,
    /// It ended, with another exit status than the contract asks for.
    WrongStatus,
    /// Anything else, said by the check.
    Said(Message),
}

/// Bytes as a report needs them: the beginning, the end, and how many there were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bytes {
    pub head: Vec<u8>,
    /// The last bytes, where some were left out after `head`.
    pub tail: Vec<u8>,
    pub len: usize,
}

impl Bytes {
    const HEAD: usize = 512;
    const TAIL: usize = 64;

    pub fn of(bytes: &[u8]) -> Self {
        let len = bytes.len();
        if len <= Self::HEAD + Self::TAIL {
            return Self { head: bytes.to_vec(), tail: Vec::new(), len };
        }
        Self { head: bytes[..Self::HEAD].to_vec(), tail: bytes[len - Self::TAIL..].to_vec(), len }
    }

    /// The same, where the end tells the most.
    pub fn ending(bytes: &[u8]) -> Self {
        const END: usize = 2048;
        let start = bytes.len().saturating_sub(END);
        Self { head: Vec::new(), tail: bytes[start..].to_vec(), len: bytes.len() }
    }

    /// How many bytes between `head` and `tail` are not kept.
    pub fn left_out(&self) -> usize {
        self.len - self.head.len() - self.tail.len()
    }
}

/// One thing that happened in a conversation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Event {
    /// Since the check began.
    pub micros: u64,
    /// Who did it: a peer's name (`ana`), or a program's of the contracts (`tcp-server`).
    pub who: String,
    /// To whom, where there is somebody.
    pub to: Option<String>,
    pub what: What,
}

/// What can happen in a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// The program was started, with this command line.
    Starts(String),
    /// A peer listens for connections at this address.
    Listens(String),
    /// A peer has a socket at this address, whether it will send or hear.
    Binds(String),
    /// A connection was made, from this address.
    Connects(String),
    Datagram(Bytes),
    /// Bytes on a stream, as they were written or read in one go.
    Segment(Bytes),
    /// What the check typed on the program's stdin.
    Types(Bytes),
    /// The program's stdin ended.
    EndsInput,
    /// The program wrote this to its stdout.
    Prints(Bytes),
    /// The program wrote this to its stderr.
    Complains(Bytes),
    /// The writing side of a connection was closed (FIN), the other is still open.
    HalfCloses,
    Closes,
    /// The connection was reset (RST).
    Resets,
    /// The check stopped the program, with this signal.
    Stopped(String),
    Exits(Exit),
    /// In the place of so many events, of more than one keeps.
    LeftOut(usize),
}

impl Event {
    /// Of how many events one reads here.
    pub fn stands_for(&self) -> usize {
        match self.what {
            What::LeftOut(count) => count,
            _ => 1,
        }
    }
}

/// How a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Exit {
    Status(i32),
    Signal(i32),
}

/// A judged program as it was at the end of a check.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Seen {
    /// The contracts' name: `tcp-server`.
    pub name: String,
    /// What was started, as one would type it.
    pub command: String,
    /// `None` while it runs.
    pub exit: Option<Exit>,
    pub panic: Option<Panic>,
    pub stderr: Bytes,
    /// How much of what was typed it has not read, where the kernel tells.
    #[serde(default)]
    pub unread_input: Option<u64>,
    /// What each of its threads was doing, where the kernel tells.
    pub waits: Vec<Waits>,
}

/// A Rust program's panic, read from its stderr.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panic {
    pub message: String,
    /// `src/main.rs:41:10`
    pub place: String,
}

/// What one thread was doing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waits {
    pub process: i32,
    pub thread: i32,
    /// The system call: `recvfrom`; `None` where it computes or the kernel does not tell.
    pub call: Option<String>,
    pub on: WaitsOn,
}

/// What a thread waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WaitsOn {
    /// It does not wait: it computes.
    Nothing,
    Stdin,
    /// A pipe or file other than stdin.
    File(String),
    /// A UDP socket, bound to this address.
    Udp {
        local: String,
    },
    /// A listening TCP socket.
    Listener {
        local: String,
    },
    /// A TCP connection; `unread` bytes lie in it.
    Tcp {
        local: String,
        remote: String,
        unread: u32,
    },
    /// A lock, a condition or another thread (`futex`).
    Lock,
    /// The end of a child process.
    Child,
    /// Several descriptors at once, through `poll`, `select` or `epoll`.
    Several,
    /// Time: it sleeps, or its call has a time limit.
    Time,
    /// It was stopped by a signal.
    StoppedBySignal,
    Unknown,
}

//! 03 TCP client: `tcp-client [SERVER]`.
//!
//! Not judged from outside: what a client does with bytes that nobody asked for, and whether it shows the beginning
//! of a reply that breaks off (both left open).

mod breaks;
mod replies;

use super::suspicion::{
    BUFFERED_BEHIND_SELECT, CONNECTS_AFTER_INPUT, CONNECTS_FOR_EACH_LINE, END_IS_NO_ERROR, ENDS_AT_A_NUL,
    FIRST_ADDRESS_ONLY, GIVES_UP_WAITING, GOES_ON_AFTER_AN_ERROR, IGNORES_ITS_ARGUMENTS, INSISTS_ON_UTF_8, IPV4_ONLY,
    KEEPS_THE_CARRIAGE_RETURN, LINE_TOO_SHORT_BUFFER, LOSES_THE_LAST_LINE, MISSES_THE_END, NEVER_SAYS_GOODBYE,
    NEW_BUFFER_FOR_EACH_LINE, ONE_LINE_ONLY, ONE_READ_IS_ONE_MESSAGE, OTHER_DEFAULT, OTHER_LINE_ENDS, PRINTS_ON_STDERR,
    PRINTS_SOMETHING_ELSE, READS_ALL_INPUT_FIRST, READS_UNTIL_CLOSED, RESETS_INSTEAD_OF_CLOSING, RUNS_AHEAD,
    SENDS_ANOTHER_LINE, SKIPS_WHAT_IS_EMPTY, SPECIAL_WORD, SPINS_ON_A_CLOSED_CONNECTION, STDOUT_NOT_FLUSHED,
    STOPS_AT_AN_EMPTY_LINE, SURPLUS_ARGUMENTS, TAKES_NO_NAME, TAKES_OFF_THE_LAST_BYTE, TEXT_TAKEN_FOR_A_FORMAT,
    TRIES_FOR_EVER, TRIMS_THE_LINE, TWO_REPLIES_ARE_ONE, WAITS_BEFORE_SPEAKING, WAITS_ON_A_CLOSED_CONNECTION,
};
use super::{Check, Exercise, FORMAT, OTHER_ENDS, Texts, WORDS, with_returns_or_without, wrong_addresses};
use crate::lab::{Lab, Program, Step, Stop, TcpPeer, TcpServerPeer};
use crate::verdict::{Finding, Message};

pub const TCP_CLIENT: Exercise = Exercise {
    number: 3,
    name: "tcp-client",
    programs: &["tcp-client"],
    checks: &[
        check("03.asks-and-shows", 20, asks_and_shows).by_hand("nc -lp 8888").suspects(&[
            IGNORES_ITS_ARGUMENTS,
            SENDS_ANOTHER_LINE,
            WAITS_BEFORE_SPEAKING,
            READS_UNTIL_CLOSED,
            PRINTS_ON_STDERR,
        ]),
        check("03.sent-at-once", 6, sends_at_once)
            .needs(ASKS)
            .suspects(&[READS_ALL_INPUT_FIRST, BUFFERED_BEHIND_SELECT]),
        check("03.shown-at-once", 6, shows_at_once).needs(&["03.sent-at-once"]).suspects(&[STDOUT_NOT_FLUSHED]),
        check("03.prints-nothing-else", 3, replies::prints_nothing_else).needs(ASKS).suspects(&[PRINTS_SOMETHING_ELSE]),
        check("03.several-lines", 6, replies::asks_several_times)
            .needs(ASKS)
            .suspects(&[CONNECTS_FOR_EACH_LINE, ONE_LINE_ONLY]),
        check("03.does-not-run-ahead", 6, does_not_run_ahead).needs(LINES).suspects(&[RUNS_AHEAD, GIVES_UP_WAITING]),
        check("03.reply-in-pieces", 7, puts_a_reply_together).needs(ASKS).suspects(&[ONE_READ_IS_ONE_MESSAGE]),
        check("03.replies-together", 6, takes_replies_apart)
            .needs(LINES)
            .suspects(&[TWO_REPLIES_ARE_ONE, NEW_BUFFER_FOR_EACH_LINE]),
        check("03.last-line", 4, ends_a_last_line)
            .needs(ASKS)
            .suspects(&[TAKES_OFF_THE_LAST_BYTE, LOSES_THE_LAST_LINE]),
        check("03.empty-line", 3, sends_an_empty_line)
            .needs(LINES)
            .suspects(&[STOPS_AT_AN_EMPTY_LINE, SKIPS_WHAT_IS_EMPTY]),
        check("03.crlf", 3, takes_off_a_carriage_return)
            .needs(ASKS)
            .suspects(&[KEEPS_THE_CARRIAGE_RETURN, TRIMS_THE_LINE]),
        check("03.any-bytes", 3, passes_any_bytes).needs(ASKS).suspects(&[
            SPECIAL_WORD,
            TEXT_TAKEN_FOR_A_FORMAT,
            OTHER_LINE_ENDS,
            ENDS_AT_A_NUL,
            TRIMS_THE_LINE,
            INSISTS_ON_UTF_8,
        ]),
        check("03.long-lines", 5, takes_long_lines).needs(&["03.reply-in-pieces"]).suspects(&[LINE_TOO_SHORT_BUFFER]),
        check("03.closes-in-order", 4, closes_in_order).needs(ASKS).suspects(&[
            MISSES_THE_END,
            RESETS_INSTEAD_OF_CLOSING,
            NEVER_SAYS_GOODBYE,
        ]),
        check("03.nothing-typed", 2, says_nothing_when_nothing_is_typed).needs(ASKS).suspects(&[
            MISSES_THE_END,
            CONNECTS_AFTER_INPUT,
            NEVER_SAYS_GOODBYE,
            END_IS_NO_ERROR,
        ]),
        check("03.refused", 3, tells_that_nobody_listens).needs(ASKS).suspects(&[TRIES_FOR_EVER]),
        check("03.server-closes", 4, breaks::tells_that_the_server_closed)
            .needs(ASKS)
            .suspects(&[WAITS_ON_A_CLOSED_CONNECTION, SPINS_ON_A_CLOSED_CONNECTION]),
        check("03.half-a-reply", 2, breaks::tells_that_a_reply_broke_off)
            .needs(&["03.server-closes"])
            .suspects(&[WAITS_ON_A_CLOSED_CONNECTION, SPINS_ON_A_CLOSED_CONNECTION]),
        check("03.ipv6", 1, speaks_ipv6).needs(ASKS).suspects(&[IPV4_ONLY]),
        check("03.every-address", 3, tries_every_address)
            .needs(&["03.ipv6"])
            .suspects(&[TAKES_NO_NAME, FIRST_ADDRESS_ONLY]),
        check("03.unknown-name", 1, tells_of_an_unknown_name)
            .needs(ASKS)
            .suspects(&[TRIES_FOR_EVER, GOES_ON_AFTER_AN_ERROR]),
        check("03.usage", 1, refuses_wrong_usage).suspects(&[SURPLUS_ARGUMENTS]),
        check("03.defaults", 1, has_its_defaults).needs(ASKS).suspects(&[OTHER_DEFAULT]),
    ],
    bonus: false,
    texts: Texts {
        en: include_str!("../../locales/en/03-tcp-client.ftl"),
        fr: include_str!("../../locales/fr/03-tcp-client.ftl"),
    },
};

const ASKS: &[&str] = &["03.asks-and-shows"];
const LINES: &[&str] = &["03.several-lines"];

const fn check(name: &'static str, points: u32, run: fn(&Lab) -> Step) -> Check {
    Check::of("tcp-client", name, points, run)
}

/// A conversation with a client: the server that it talks to is there before it starts.
struct Conversation {
    client: Program,
    server: TcpPeer,
}

impl Conversation {
    /// All of this is typed, and the input ends.
    fn about(lab: &Lab, typed: impl AsRef<[u8]>) -> Step<Self> {
        let (listener, client) = start("127.0.0.1", lab)?;
        client.types(typed);
        client.ends_input();
        Ok(Self { server: listener.is_connected()?, client })
    }

    /// This is typed, and more could be.
    fn while_somebody_types(lab: &Lab, typed: impl AsRef<[u8]>) -> Step<Self> {
        let (listener, client) = start("127.0.0.1", lab)?;
        client.types(typed);
        Ok(Self { server: listener.is_connected()?, client })
    }

    /// The server gets this line, and answers it.
    fn answers(&self, line: &str, reply: &str) -> Step {
        self.server.hears(format!("{line}\n"))?;
        self.server.says(format!("{reply}\n"));
        Ok(())
    }

    /// This is shown, at the latest when the program ends: whether and how it ends is for `closes-in-order` to judge.
    fn shows(&self, shown: impl AsRef<[u8]>) -> Step {
        self.client.shows(shown)
    }
}

fn start(ip: &str, lab: &Lab) -> Step<(TcpServerPeer, Program)> {
    let listener = lab.tcp_server("server", ip)?;
    let client = lab.start(&[listener.address.to_string()])?;
    Ok((listener, client))
}

/// A line goes to the server, and its reply is shown.
fn asks_and_shows(lab: &Lab) -> Step {
    let [line, reply] = lab.lines();
    let talk = Conversation::about(lab, format!("{line}\n"))?;
    talk.server.hears(format!("{line}\n"))?;
    lab.settles()?;
    talk.server.hears_nothing_more()?;
    talk.server.says(format!("{reply}\n"));
    let shown = format!("{reply}\n");
    talk.shows(&shown).map_err(|stop| {
        // One that shows it now has waited for the end of the connection.
        talk.server.half_closes();
        match talk.shows(&shown) {
            Ok(()) => at_the_end(lab, &shown),
            Err(_) => stop,
        }
    })?;
    // The reply, and not the rest of the buffer that it came into.
    talk.client.shows_no_rest_of_a_buffer(&[format!("{reply}\n").into()])
}

fn at_the_end(lab: &Lab, shown: &str) -> Stop {
    let said = Message::new("said-answers-at-the-end").with("who", "server");
    let expected = Message::new("expect-shows").with("program", "tcp-client");
    lab.fails(expected, Some(shown.as_bytes()), None, Finding::Said(said))
}

/// A line leaves when it is typed, not when the input ends.
fn sends_at_once(lab: &Lab) -> Step {
    let [one, two] = lab.lines();
    let talk = Conversation::while_somebody_types(lab, format!("{one}\n{two}\n"))?;
    talk.answers(&one, "first reply")?;
    // It was typed together with the first, and is perhaps no longer where one would look for it.
    talk.server.hears(format!("{two}\n"))
}

/// A reply is shown when it comes, not when the program ends.
fn shows_at_once(lab: &Lab) -> Step {
    let [line, reply] = lab.lines();
    let talk = Conversation::while_somebody_types(lab, format!("{line}\n"))?;
    talk.answers(&line, &reply)?;
    talk.client.shows(format!("{reply}\n"))
}

/// The next line waits until the reply to the one before is there.
fn does_not_run_ahead(lab: &Lab) -> Step {
    let [one, two] = lab.lines();
    let talk = Conversation::about(lab, format!("{one}\n{two}\n"))?;
    talk.server.hears(format!("{one}\n"))?;
    // Both lines are there to be read: who does not wait for the reply, or not for long, sends the second before it
    // rests.
    lab.stays_silent()?;
    talk.server.hears_nothing_more()?;
    talk.server.says("first reply\n");
    talk.answers(&two, "second reply")
}

/// A reply ends with `\n`, not with a segment.
fn puts_a_reply_together(lab: &Lab) -> Step {
    let line = lab.words();
    let talk = Conversation::about(lab, format!("{line}\n"))?;
    talk.server.hears(format!("{line}\n"))?;
    // A letter of two bytes in two pieces is a letter.
    let reply = format!("{} été\n", lab.words());
    let (one, rest) = reply.as_bytes().split_at(lab.number(1..9));
    let (two, three) = rest.split_at(rest.len() - 2);
    talk.server.says_in_pieces([one, two, three])?;
    talk.shows(&reply)
}

/// Two replies in one segment are two replies: the second is kept for the second line.
fn takes_replies_apart(lab: &Lab) -> Step {
    let [one, two, three] = lab.lines();
    let [first, second] = lab.lines();
    let talk = Conversation::about(lab, format!("{one}\n{two}\n{three}\n"))?;
    talk.server.hears(format!("{one}\n"))?;
    talk.server.says(format!("{first}\n{second}\n"));
    talk.server.hears(format!("{two}\n"))?;
    // The reply to it is there already: who does not know that waits for ever.
    talk.answers(&three, "third reply")?;
    talk.shows(format!("{first}\n"))?;
    talk.shows(format!("{second}\n"))
}

/// A last line without `\n` gets one, or the server would wait for ever.
fn ends_a_last_line(lab: &Lab) -> Step {
    let [last, reply] = lab.lines();
    let talk = Conversation::about(lab, &last)?;
    talk.answers(&last, &reply)?;
    talk.shows(format!("{reply}\n"))
}

/// An empty line is a line, and so is an empty reply.
fn sends_an_empty_line(lab: &Lab) -> Step {
    let [line, reply] = lab.lines();
    let talk = Conversation::about(lab, format!("\n{line}\n"))?;
    talk.answers("", "")?;
    talk.answers(&line, &reply)?;
    talk.shows("\n")?;
    talk.shows(format!("{reply}\n"))
}

/// A server on Windows ends its lines with `\r\n`.
fn takes_off_a_carriage_return(lab: &Lab) -> Step {
    let [line, reply] = lab.lines();
    let talk = Conversation::about(lab, format!("{line}\n"))?;
    talk.answers(&line, &format!("{reply}\r"))?;
    talk.shows(format!("{reply}\n"))
}

/// Bytes are sent as they are, with the blanks around a line, and only `\n` ends one; what is no UTF-8 is shown as
/// U+FFFD.
fn passes_any_bytes(lab: &Lab) -> Step {
    let with_words = |before: &[u8], after: &[u8]| [before, lab.words().as_bytes(), after].concat();
    let reply = ["\u{feff}  \t".as_bytes(), FORMAT.as_bytes(), b" th\xe9 "].concat();
    passes(lab, &with_words(b" \t caf\xe9 ", b" \t "), &with_words(&reply, b" \xff  "))?;
    passes(lab, &with_words(b"a NUL \0 ", b""), &with_words(b"NUL \0 ", b""))?;
    let other_ends = format!("{OTHER_ENDS} ");
    passes(lab, &with_words(other_ends.as_bytes(), b""), &with_words(other_ends.as_bytes(), b""))?;
    // Those that are usual: each takes a conversation, as whether there is a second line is for another check.
    WORDS[..3].iter().try_for_each(|word| passes(lab, word.as_bytes(), &with_words(b"", b"")))?;
    let [line, reply] = lab.lines();
    let talk = Conversation::about(lab, format!("{line}\n"))?;
    talk.answers(&line, &format!("{reply}\r\r"))?;
    // One of them goes. Who does not take off even that one loses nothing by it here.
    talk.client.shows_one_of(&["\r\n", "\r\r\n"].map(|end| format!("{reply}{end}").into_bytes()))
}

/// This line goes there, and this reply is shown; both without their `\n`.
fn passes(lab: &Lab, line: &[u8], reply: &[u8]) -> Step {
    let line = [line, b"\n"].concat();
    let talk = Conversation::about(lab, &line)?;
    talk.server.hears_one_of(&with_returns_or_without(&line))?;
    talk.server.says([reply, b"\n"].concat());
    talk.shows(format!("{}\n", String::from_utf8_lossy(reply)))?;
    talk.client.is_stopped();
    Ok(())
}

/// Lines and replies may be 1 MiB long.
fn takes_long_lines(lab: &Lab) -> Step {
    let (line, reply) = (lab.letters(1 << 20), lab.letters(1 << 20));
    let talk = Conversation::about(lab, format!("{line}\n"))?;
    talk.answers(&line, &reply)?;
    talk.shows(format!("{reply}\n"))
}

/// At the end of the input it closes the connection in order, without a reset, and ends with 0.
fn closes_in_order(lab: &Lab) -> Step {
    let [line, reply] = lab.lines();
    let talk = Conversation::about(lab, format!("{line}\n"))?;
    talk.answers(&line, &reply)?;
    talk.server.hears_the_end()?;
    talk.server.closes();
    talk.client.ends_with(0)
}

/// It connects before anything is typed; when nothing is, it says nothing and closes in order.
fn says_nothing_when_nothing_is_typed(lab: &Lab) -> Step {
    let (listener, client) = start("127.0.0.1", lab)?;
    let server = listener.is_connected()?;
    client.ends_input();
    server.hears_the_end()?;
    server.closes();
    client.ends_with(0)
}

/// That nobody listens is an error that names the address.
fn tells_that_nobody_listens(lab: &Lab) -> Step {
    let address = format!("127.0.0.1:{}", lab.port());
    fails_with(lab, &address)?.complains_of(&[&address])
}

/// Whatever is typed, the program fails with this server.
fn fails_with(lab: &Lab, server: &str) -> Step<Program> {
    let client = lab.start(&[server])?;
    client.types(format!("{}\n", lab.words()));
    client.ends_with(1)?;
    Ok(client)
}

/// A name may stand for several addresses: each is tried before giving up.
fn tries_every_address(lab: &Lab) -> Step {
    // The name stands for ::1 and 127.0.0.1, and nobody knows which of them comes first: each is the only one that
    // answers once.
    for ip in lab.addresses_of_localhost()? {
        let listener = lab.tcp_server("server", &ip)?;
        let client = lab.start(&[format!("localhost:{}", listener.address.port())])?;
        is_well(lab, &listener, client)?;
    }
    Ok(())
}

/// One line and its reply, and all is as it should be.
fn is_well(lab: &Lab, listener: &TcpServerPeer, client: Program) -> Step {
    let [line, reply] = lab.lines();
    client.types(format!("{line}\n"));
    client.ends_input();
    let talk = Conversation { server: listener.is_connected()?, client };
    talk.answers(&line, &reply)?;
    talk.shows(format!("{reply}\n"))
}

/// SERVER may be an IPv6 address in brackets.
fn speaks_ipv6(lab: &Lab) -> Step {
    lab.has_ipv6()?;
    let (listener, client) = start("::1", lab)?;
    is_well(lab, &listener, client)
}

/// A name that nobody knows is an error at run time.
fn tells_of_an_unknown_name(lab: &Lab) -> Step {
    fails_with(lab, "nobody.invalid:8888")?.complains_of(&["nobody.invalid"])
}

/// Wrong usage is told, with status 2.
fn refuses_wrong_usage(lab: &Lab) -> Step {
    for arguments in wrong_addresses() {
        lab.start(arguments)?.refuses_its_arguments()?;
    }
    lab.start(&["127.0.0.1:8888", "surplus"])?.refuses_its_arguments()
}

/// Without arguments it connects to 127.0.0.1, port 8888.
fn has_its_defaults(lab: &Lab) -> Step {
    let listener = lab.tcp_server_at("server", "127.0.0.1", lab.default_port(8888)?)?;
    let client = lab.start::<&str>(&[])?;
    is_well(lab, &listener, client)
}

//! 04 TCP server: `tcp-server [BIND]`.
//!
//! Not judged from outside: what a server does to whoever sends a line of over 1 MiB (left open), and which signal
//! stops it (any does).

mod printed;
mod service;

use std::net::SocketAddr;

use super::suspicion::{
    ANSWER_NOT_FLUSHED, BINDS_LOOPBACK_ONLY, BUFFERED_BEHIND_SELECT, CUTS_OFF_THE_SILENT, DIES_OF_A_RESET,
    ENDS_AT_A_NUL, ENDS_WITH_ITS_CLIENT, GOES_ON_AFTER_AN_ERROR, IGNORES_HALF_CLOSE, IGNORES_ITS_ARGUMENTS,
    INSISTS_ON_UTF_8, IPV4_ONLY, KEEPS_THE_CARRIAGE_RETURN, LINE_TOO_SHORT_BUFFER, LISTENS_EVERYWHERE,
    LOSES_THE_LAST_LINE, NEW_BUFFER_FOR_EACH_LINE, NO_REUSE_ADDRESS, ONE_CLIENT_AT_A_TIME, ONE_CLIENT_ONLY,
    ONE_LINE_ONLY, ONE_READ_IS_ONE_MESSAGE, OTHER_DEFAULT, OTHER_LINE_ENDS, PRINTS_ANOTHER_LINE, PRINTS_ON_STDERR,
    PRINTS_SOMETHING_ELSE, SENDS_ANOTHER_LINE, SHARES_ITS_PORT, SHOWS_NO_ADDRESS, SHOWS_NO_PORT, SHOWS_NOTHING,
    SHOWS_SOME_ONLY, SHOWS_THE_END_AS_LINES, SKIPS_WHAT_IS_EMPTY, SO_MANY_CLIENTS_ONLY, SPECIAL_WORD,
    SPINS_ON_WHO_HAS_LEFT, STDIN_END_STOPS_IT, STDOUT_NOT_FLUSHED, STOPS_AT_AN_EMPTY_LINE, SURPLUS_ARGUMENTS,
    TAKES_ANOTHER_PORT, TAKES_NO_NAME, TAKES_OFF_EVERY_RETURN, TAKES_OFF_THE_LAST_BYTE, TEXT_TAKEN_FOR_A_FORMAT,
    TRIES_FOR_EVER, TRIMS_THE_LINE, WAITS_FOR_THE_CLOSE, WRITE_TAKES_A_PART, WRONG_ADDRESS_SHOWN,
};
use super::{Check, Exercise, FORMAT, OTHER_ENDS, Texts, WORDS};
use crate::lab::{Lab, Program, Step, TcpPeer};

pub const TCP_SERVER: Exercise = Exercise {
    number: 4,
    name: "tcp-server",
    programs: &["tcp-server"],
    checks: &[
        check("04.answers", 16, answers).by_hand("printf 'hello\\n' | nc -q 1 127.0.0.1 8888").suspects(&[
            IGNORES_ITS_ARGUMENTS,
            ANSWER_NOT_FLUSHED,
            WAITS_FOR_THE_CLOSE,
            SENDS_ANOTHER_LINE,
        ]),
        check("04.prints", 7, printed::prints).needs(ANSWERS).suspects(&[
            SHOWS_NO_ADDRESS,
            SHOWS_NO_PORT,
            WRONG_ADDRESS_SHOWN,
            PRINTS_ANOTHER_LINE,
            PRINTS_ON_STDERR,
            SHOWS_NOTHING,
        ]),
        check("04.shown-at-once", 6, printed::shows_at_once).needs(&["04.prints"]).suspects(&[STDOUT_NOT_FLUSHED]),
        check("04.prints-nothing-else", 2, printed::prints_nothing_else).needs(&["04.prints"]).suspects(&[
            SHOWS_THE_END_AS_LINES,
            PRINTS_SOMETHING_ELSE,
            SHOWS_NO_PORT,
            WRONG_ADDRESS_SHOWN,
            SHOWS_SOME_ONLY,
        ]),
        check("04.several-lines", 5, answers_several_lines).needs(ANSWERS).suspects(&[ONE_LINE_ONLY]),
        check("04.line-in-pieces", 6, puts_a_line_together).needs(LINES).suspects(&[ONE_READ_IS_ONE_MESSAGE]),
        check("04.lines-together", 5, takes_lines_apart).needs(PIECES).suspects(&[
            BUFFERED_BEHIND_SELECT,
            NEW_BUFFER_FOR_EACH_LINE,
            ONE_READ_IS_ONE_MESSAGE,
        ]),
        check("04.next-client", 4, serves_the_next_client).needs(ANSWERS).suspects(&[
            ENDS_WITH_ITS_CLIENT,
            SPINS_ON_WHO_HAS_LEFT,
            ONE_CLIENT_ONLY,
            SO_MANY_CLIENTS_ONLY,
        ]),
        check("04.waiting-clients", 3, serves_who_waits)
            .needs(&["04.next-client", "04.several-lines"])
            .suspects(&[ONE_CLIENT_ONLY]),
        check("04.half-close", 4, answers_after_a_half_close).needs(LINES).suspects(&[IGNORES_HALF_CLOSE]),
        check("04.last-line", 3, counts_a_last_line)
            .needs(&["04.half-close"])
            .suspects(&[TAKES_OFF_THE_LAST_BYTE, LOSES_THE_LAST_LINE]),
        check("04.reset", 5, survives_a_reset).needs(NEXT).suspects(&[DIES_OF_A_RESET]),
        check("04.reset-while-answering", 2, survives_a_reset_while_it_answers)
            .needs(&["04.reset"])
            .suspects(&[DIES_OF_A_RESET]),
        check("04.empty-line", 2, answers_an_empty_line)
            .needs(LINES)
            .suspects(&[STOPS_AT_AN_EMPTY_LINE, SKIPS_WHAT_IS_EMPTY]),
        check("04.crlf", 3, takes_off_a_carriage_return).needs(ANSWERS).suspects(&[
            KEEPS_THE_CARRIAGE_RETURN,
            TAKES_OFF_EVERY_RETURN,
            TRIMS_THE_LINE,
        ]),
        check("04.any-bytes", 3, takes_any_bytes).needs(&["04.prints", "04.several-lines"]).suspects(&[
            SPECIAL_WORD,
            SHOWS_NO_PORT,
            TEXT_TAKEN_FOR_A_FORMAT,
            OTHER_LINE_ENDS,
            ENDS_AT_A_NUL,
            TRIMS_THE_LINE,
            INSISTS_ON_UTF_8,
        ]),
        check("04.long-line", 4, takes_a_long_line)
            .needs(PIECES)
            .suspects(&[WRITE_TAKES_A_PART, LINE_TOO_SHORT_BUFFER]),
        check("04.silence", 2, service::does_not_cut_off_who_is_silent).needs(LINES).suspects(&[CUTS_OFF_THE_SILENT]),
        check("04.stdin-ends", 1, service::outlives_its_stdin).needs(ANSWERS).suspects(&[STDIN_END_STOPS_IT]),
        check("04.port-in-use", 3, service::tells_that_the_port_is_in_use).needs(ANSWERS).suspects(&[
            TRIES_FOR_EVER,
            TAKES_ANOTHER_PORT,
            SHARES_ITS_PORT,
        ]),
        check("04.restarts-at-once", 3, service::restarts_at_once).needs(ANSWERS).suspects(&[NO_REUSE_ADDRESS]),
        check("04.ipv6", 2, service::speaks_ipv6).needs(&["04.prints"]).suspects(&[IPV4_ONLY]),
        check("04.bind-address", 2, service::listens_only_where_it_was_told)
            .needs(ANSWERS)
            .suspects(&[LISTENS_EVERYWHERE, TAKES_NO_NAME]),
        check("04.usage", 1, service::refuses_wrong_usage).suspects(&[SURPLUS_ARGUMENTS]),
        check("04.unknown-name", 1, service::tells_of_an_unknown_name)
            .needs(ANSWERS)
            .suspects(&[TRIES_FOR_EVER, GOES_ON_AFTER_AN_ERROR]),
        check("04.defaults", 2, service::has_its_defaults).needs(NEXT).suspects(&[OTHER_DEFAULT, BINDS_LOOPBACK_ONLY]),
        check("04.silent-client", 3, service::is_not_held_up_by_silence)
            .needs(&["04.waiting-clients"])
            .extra()
            .suspects(&[ONE_CLIENT_AT_A_TIME]),
    ],
    bonus: false,
    texts: Texts {
        en: include_str!("../../locales/en/04-tcp-server.ftl"),
        fr: include_str!("../../locales/fr/04-tcp-server.ftl"),
    },
};

/// More than fit into a list of places that somebody thought large.
const MANY: usize = 12;

const ANSWERS: &[&str] = &["04.answers"];
const LINES: &[&str] = &["04.several-lines"];
const PIECES: &[&str] = &["04.line-in-pieces"];
const NEXT: &[&str] = &["04.next-client"];

const fn check(name: &'static str, points: u32, run: fn(&Lab) -> Step) -> Check {
    Check::of("tcp-server", name, points, run)
}

/// A server that is ready, and where.
struct Server<'a> {
    lab: &'a Lab,
    program: Program,
    address: SocketAddr,
}

impl<'a> Server<'a> {
    fn start(lab: &'a Lab) -> Step<Self> {
        Self::start_at(lab, lab.port())
    }

    fn start_at(lab: &'a Lab, port: u16) -> Step<Self> {
        let program = lab.start(&[format!("127.0.0.1:{port}")])?;
        program.listens(port)?;
        Ok(Self { lab, program, address: SocketAddr::from(([127, 0, 0, 1], port)) })
    }

    /// A client connects, from an address of its own.
    fn client(&self, name: &str) -> Step<TcpPeer> {
        let ip = match name {
            "ana" => "127.0.0.2",
            "bob" => "127.0.0.3",
            _ => "127.0.0.4",
        };
        self.lab.connects(name, ip, self.address)
    }

    /// A client comes, is answered as it should be, and goes: the server is well. Whoever comes next comes when the
    /// server has seen it go: to turn away who comes earlier is another check's business.
    fn serves(&self, name: &str) -> Step {
        let client = self.client(name)?;
        asks(&client, &self.lab.words())?;
        client.closes();
        self.lab.comes_to_rest();
        Ok(())
    }
}

/// The client sends one line and gets its answer.
fn asks(client: &TcpPeer, line: &str) -> Step {
    client.says(format!("{line}\n"));
    client.hears(format!("OK ... {line}\n"))
}

/// A line comes back as `OK ... LINE`.
fn answers(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    asks(&ana, &lab.words())?;
    // That, and nothing before or after it.
    lab.settles()?;
    ana.hears_nothing_more()
}

/// One client may send many lines, one after another.
fn answers_several_lines(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    let [one, two] = lab.lines();
    // Who says the same again has said something again.
    [&one, &two, &two].into_iter().try_for_each(|line| asks(&ana, line))
}

/// A line ends with `\n`, not with a segment.
fn puts_a_line_together(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    let line = lab.words();
    let (one, rest) = line.split_at(lab.number(1..5));
    let (two, three) = rest.split_at(lab.number(1..5));
    ana.says_in_pieces([one.as_bytes(), two.as_bytes(), three.as_bytes(), b"\n"])?;
    ana.hears(format!("OK ... {line}\n"))?;
    // Nothing was answered to the pieces: what comes next is the answer to the next line.
    asks(&ana, &lab.words())
}

/// Several lines in one segment are several lines, and the end of the last may come later.
fn takes_lines_apart(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    let [one, two, three] = lab.lines();
    let (begins, ends) = three.split_at(4);
    ana.says(format!("{one}\n{two}\n{begins}"));
    ana.hears(format!("OK ... {one}\n"))?;
    ana.hears(format!("OK ... {two}\n"))?;
    // Short ones behind it: where one looked for its end is no place to look for theirs.
    ana.says(format!("{ends}\na\nb\n"));
    [three.as_str(), "a", "b"].into_iter().try_for_each(|line| ana.hears(format!("OK ... {line}\n")))?;
    // A letter of two bytes in two pieces is a letter.
    let last = format!("{} été\n", lab.words());
    let (begins, ends) = last.as_bytes().split_at(last.len() - 2);
    ana.says_in_pieces([begins, ends])?;
    ana.hears(format!("OK ... {last}"))
}

/// When a client has left, and the server has seen it, the next is served.
fn serves_the_next_client(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    server.serves("ana")?;
    // Who connects and leaves without a word is no reason to stop either.
    server.client("bob")?.closes();
    lab.settles()?;
    // A server runs until it is stopped, and not for so many clients.
    (0..MANY).try_for_each(|_| server.serves("caro"))
}

/// Who connects while another is served waits, and is served next.
fn serves_who_waits(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    asks(&ana, &lab.words())?;
    let bob = server.client("bob")?;
    let line = lab.words();
    bob.says(format!("{line}\n"));
    asks(&ana, &lab.words())?;
    // Whatever is done about bob meanwhile is done while ana is there.
    lab.settles()?;
    ana.closes();
    bob.hears(format!("OK ... {line}\n"))
}

/// A client that has said its last word still gets what it is owed.
fn answers_after_a_half_close(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    let line = lab.words();
    ana.says_its_last(format!("{line}\n"));
    ana.hears(format!("OK ... {line}\n"))
}

/// A last line without `\n` is a line, once its sender has closed in order.
fn counts_a_last_line(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    let [one, last] = lab.lines();
    asks(&ana, &one)?;
    ana.says(&last);
    ana.is_taken_in()?;
    ana.half_closes();
    ana.hears(format!("OK ... {last}\n"))?;
    // That, and no goodbye after it.
    lab.settles()?;
    ana.hears_nothing_more()
}

/// A client that resets its connection takes nobody down.
fn survives_a_reset(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    asks(&ana, &lab.words())?;
    ana.resets();
    // Whoever is to die of it has the time to do so before somebody else is served.
    lab.settles()?;
    server.serves("bob")?;
    // In the middle of a line, too.
    let caro = server.client("caro")?;
    caro.says("half a li");
    // Whoever answers even that has done so.
    lab.settles()?;
    caro.resets();
    lab.settles()?;
    server.serves("bob")
}

/// Writing to somebody who is gone (a broken pipe) is not the end either.
fn survives_a_reset_while_it_answers(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    ana.stops_reading();
    // More answers than the system keeps for who does not read: the server waits in the middle of one. It meets the
    // reset there, and with the answers after it a connection that is no more.
    ana.says(format!("{}\n", lab.letters(32 * 1024)).repeat(200));
    lab.settles()?;
    ana.resets();
    lab.settles()?;
    server.serves("bob")?;
    // A thread that panics takes nobody down, and is no answer to a reset all the same.
    server.program.has_not_panicked()?;
    // One who says goodbye before the reset: the very first answer meets a broken pipe.
    let caro = server.client("caro")?;
    asks(&caro, &lab.words())?;
    if !server.program.outlives_a_stop()? {
        return Ok(());
    }
    server.program.sleeps_while(|| {
        caro.says(format!("{}\n", lab.words()).repeat(3));
        caro.half_closes();
        caro.resets();
    });
    lab.settles()?;
    server.serves("bob")?;
    server.program.has_not_panicked()
}

/// An empty line is a line.
fn answers_an_empty_line(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    asks(&ana, "")?;
    asks(&ana, &lab.words())
}

/// A Windows terminal ends its lines with `\r\n`.
fn takes_off_a_carriage_return(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    let line = lab.words();
    ana.says(format!("{line}\r\n"));
    ana.hears(format!("OK ... {line}\n"))?;
    ana.closes();
    lab.settles()?;
    // One `\r`, and only at the end.
    let bob = server.client("bob")?;
    let with_more = format!("a\r{line}\r\r\n");
    bob.says(&with_more);
    bob.hears_in_answer_to(with_more.as_bytes(), format!("OK ... a\r{line}\r\n"))
}

/// A line ends with `\n` and nothing else, and the blanks around it belong to it. Bytes that are no UTF-8 stop nobody:
/// they are shown as U+FFFD, and may come back so or as they were.
fn takes_any_bytes(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    let blanks = format!("\t  {FORMAT} {}  \t", lab.words());
    let nul = format!("a NUL \0 {}", lab.words());
    let ends = format!("{OTHER_ENDS} {}", lab.words());
    [blanks.as_str(), &nul, &ends].into_iter().chain(WORDS).try_for_each(|line| asks(&ana, line))?;
    let line = lab.words();
    let latin1 = [b"\t caf\xe9 ", line.as_bytes(), b" \t\n"].concat();
    ana.says(&latin1);
    let as_it_was = [b"OK ... ", latin1.as_slice()].concat();
    let repaired = format!("\t caf\u{FFFD} {line} \t");
    ana.hears_one_of(&[as_it_was, format!("OK ... {repaired}\n").into()])?;
    ana.closes();
    let shown = [blanks, nul, ends, repaired];
    shown.iter().try_for_each(|line| printed::in_the_end(lab, &server.program, &ana, line, || server.client("bob")))
}

/// A line may be 1 MiB long.
fn takes_a_long_line(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    asks(&ana, &lab.letters(1 << 20))?;
    // One who is slow to read gets all of it too: a write may take only a part.
    let line = lab.letters(1 << 20);
    ana.is_far_away();
    ana.stops_reading();
    ana.says(format!("{line}\n"));
    lab.settles()?;
    ana.reads_again();
    ana.hears(format!("OK ... {line}\n"))
}

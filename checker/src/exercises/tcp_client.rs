//! 03 TCP client: `tcp-client [SERVER]`.
//!
//! Not judged from outside: what a client does with bytes that nobody asked for, and whether it shows the beginning
//! of a reply that breaks off (both left open).

use super::{Check, Exercise, Texts, wrong_addresses};
use crate::lab::{Lab, Program, Step, TcpPeer};

pub const TCP_CLIENT: Exercise = Exercise {
    number: 3,
    name: "tcp-client",
    programs: &["tcp-client"],
    checks: &[
        check("03.asks-and-shows", 20, asks_and_shows).by_hand("nc -l 8888    (traditional: nc -lp 8888)"),
        check("03.sent-at-once", 7, sends_at_once).needs(ASKS),
        check("03.shown-at-once", 7, shows_at_once).needs(&["03.sent-at-once"]),
        check("03.several-lines", 6, asks_several_times).needs(ASKS),
        check("03.does-not-run-ahead", 7, does_not_run_ahead).needs(ASKS),
        check("03.reply-in-pieces", 7, puts_a_reply_together).needs(ASKS),
        check("03.replies-together", 6, takes_replies_apart).needs(LINES),
        check("03.last-line", 4, ends_a_last_line).needs(ASKS),
        check("03.empty-line", 3, sends_an_empty_line).needs(LINES),
        check("03.crlf", 3, takes_off_a_carriage_return).needs(ASKS),
        check("03.any-bytes", 3, passes_any_bytes).needs(ASKS),
        check("03.long-lines", 5, takes_long_lines).needs(ASKS),
        check("03.closes-in-order", 4, closes_in_order).needs(ASKS),
        check("03.nothing-typed", 2, says_nothing_when_nothing_is_typed),
        check("03.refused", 3, tells_that_nobody_listens),
        check("03.server-closes", 4, tells_that_the_server_closed).needs(ASKS),
        check("03.half-a-reply", 2, tells_that_a_reply_broke_off).needs(&["03.server-closes"]),
        check("03.every-address", 3, tries_every_address).needs(ASKS),
        check("03.ipv6", 1, speaks_ipv6).needs(ASKS),
        check("03.unknown-name", 1, tells_of_an_unknown_name),
        check("03.usage", 1, refuses_wrong_usage),
        check("03.defaults", 1, has_its_defaults).needs(ASKS),
    ],
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

/// The program is started against a server that listens already, connects, and is accepted.
fn client_and_server(lab: &Lab) -> Step<(Program, TcpPeer)> {
    client_of(lab, "127.0.0.1")
}

fn client_of(lab: &Lab, ip: &str) -> Step<(Program, TcpPeer)> {
    let listener = lab.tcp_server("server", ip)?;
    let client = lab.start(&[listener.address.to_string()])?;
    let server = listener.is_connected()?;
    Ok((client, server))
}

/// The server gets this line, and answers it.
fn answers(server: &TcpPeer, line: &str, reply: &str) -> Step {
    server.hears(format!("{line}\n"))?;
    server.says(format!("{reply}\n"));
    Ok(())
}

/// The input ends, and the program ends as it should, having shown this and nothing else.
fn ends_having_shown(client: &Program, server: &TcpPeer, shown: impl AsRef<[u8]>) -> Step {
    client.ends_input();
    client.ends_with(0)?;
    client.has_shown(shown)?;
    server.hears_nothing_more()
}

/// A line goes to the server, and its reply is shown.
fn asks_and_shows(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let [line, reply] = lab.lines();
    client.types(format!("{line}\n"));
    client.ends_input();
    answers(&server, &line, &reply)?;
    client.ends_with(0)?;
    client.has_shown(format!("{reply}\n"))
}

/// A line leaves when it is typed, not when the input ends.
fn sends_at_once(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let line = lab.words();
    client.types(format!("{line}\n"));
    server.hears(format!("{line}\n"))
}

/// A reply is shown when it comes, not when the program ends.
fn shows_at_once(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let [line, reply] = lab.lines();
    client.types(format!("{line}\n"));
    answers(&server, &line, &reply)?;
    client.shows(format!("{reply}\n"))
}

/// Line after line, reply after reply.
fn asks_several_times(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let lines = lab.lines::<3>();
    let replies = lab.lines::<3>();
    client.types(lines.join("\n") + "\n");
    client.ends_input();
    for (line, reply) in lines.iter().zip(&replies) {
        answers(&server, line, reply)?;
    }
    client.ends_with(0)?;
    client.has_shown(replies.join("\n") + "\n")
}

/// The next line waits until the reply to the one before is there.
fn does_not_run_ahead(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let [one, two] = lab.lines();
    client.types(format!("{one}\n{two}\n"));
    client.ends_input();
    server.hears(format!("{one}\n"))?;
    // Both lines are there to be read: who does not wait for the reply sends the second before it rests.
    lab.settles()?;
    server.hears_nothing_more()?;
    server.says("first reply\n");
    answers(&server, &two, "second reply")
}

/// A reply ends with `\n`, not with a segment.
fn puts_a_reply_together(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let [line, reply] = lab.lines();
    client.types(format!("{line}\n"));
    server.hears(format!("{line}\n"))?;
    let (one, rest) = reply.split_at(lab.number(1..5));
    let (two, three) = rest.split_at(lab.number(1..5));
    server.says_in_pieces([one.as_bytes(), two.as_bytes(), three.as_bytes(), b"\n"])?;
    ends_having_shown(&client, &server, format!("{reply}\n"))
}

/// Two replies in one segment are two replies: the second is kept for the second line.
fn takes_replies_apart(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let [one, two] = lab.lines();
    let [first, second] = lab.lines();
    client.types(format!("{one}\n{two}\n"));
    client.ends_input();
    server.hears(format!("{one}\n"))?;
    server.says(format!("{first}\n{second}\n"));
    server.hears(format!("{two}\n"))?;
    client.ends_with(0)?;
    client.has_shown(format!("{first}\n{second}\n"))
}

/// A last line without `\n` gets one, or the server would wait for ever.
fn ends_a_last_line(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let [last, reply] = lab.lines();
    client.types(&last);
    client.ends_input();
    answers(&server, &last, &reply)?;
    client.ends_with(0)?;
    client.has_shown(format!("{reply}\n"))
}

/// An empty line is a line, and so is an empty reply.
fn sends_an_empty_line(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let [line, reply] = lab.lines();
    client.types(format!("\n{line}\n"));
    client.ends_input();
    answers(&server, "", "")?;
    answers(&server, &line, &reply)?;
    client.ends_with(0)?;
    client.has_shown(format!("\n{reply}\n"))
}

/// A server on Windows ends its lines with `\r\n`.
fn takes_off_a_carriage_return(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let [line, reply] = lab.lines();
    client.types(format!("{line}\n"));
    answers(&server, &line, &format!("{reply}\r"))?;
    ends_having_shown(&client, &server, format!("{reply}\n"))
}

/// Bytes that are no UTF-8 are sent as they are, and shown as U+FFFD.
fn passes_any_bytes(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let line = [b"caf\xe9 ", lab.words().as_bytes(), b"\n"].concat();
    let reply = lab.words();
    client.types(&line);
    server.hears(&line)?;
    server.says([b"th\xe9 ", reply.as_bytes(), b"\n"].concat());
    ends_having_shown(&client, &server, format!("th\u{FFFD} {reply}\n"))
}

/// Lines and replies may be 1 MiB long.
fn takes_long_lines(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let (line, reply) = (lab.letters(1 << 20), lab.letters(1 << 20));
    client.types(format!("{line}\n"));
    answers(&server, &line, &reply)?;
    ends_having_shown(&client, &server, format!("{reply}\n"))
}

/// At the end of the input it closes the connection in order, without a reset, and ends with 0.
fn closes_in_order(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let [line, reply] = lab.lines();
    client.types(format!("{line}\n"));
    client.ends_input();
    answers(&server, &line, &reply)?;
    server.hears_the_end()?;
    server.closes();
    client.ends_with(0)
}

/// Empty input: it connects, says nothing, closes in order.
fn says_nothing_when_nothing_is_typed(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    client.ends_input();
    server.hears_the_end()?;
    server.closes();
    client.ends_with(0)?;
    client.has_shown("")
}

/// That nobody listens is an error that names the address.
fn tells_that_nobody_listens(lab: &Lab) -> Step {
    let address = format!("127.0.0.1:{}", lab.port());
    lab.start(&[&address])?.fails_naming(&[&address])
}

/// A server that closes without the reply that it owes: an error, at once.
fn tells_that_the_server_closed(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let line = lab.words();
    client.types(format!("{line}\n"));
    server.hears(format!("{line}\n"))?;
    server.closes();
    client.fails_naming(&[&server.address.to_string()])
}

/// A reply that breaks off before its `\n` is none.
fn tells_that_a_reply_broke_off(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let line = lab.words();
    client.types(format!("{line}\n"));
    server.hears(format!("{line}\n"))?;
    server.says("OK ... only half of");
    server.closes();
    client.fails_naming(&[&server.address.to_string()])
}

/// A name may stand for several addresses: each is tried before giving up.
fn tries_every_address(lab: &Lab) -> Step {
    // The name stands for ::1 and 127.0.0.1, and nobody knows which of them comes first: each is the only one that
    // answers once.
    for ip in lab.addresses_of_localhost()? {
        let listener = lab.tcp_server("server", &ip)?;
        let client = lab.start(&[format!("localhost:{}", listener.address.port())])?;
        let server = listener.is_connected()?;
        let [line, reply] = lab.lines();
        client.types(format!("{line}\n"));
        answers(&server, &line, &reply)?;
        ends_having_shown(&client, &server, format!("{reply}\n"))?;
    }
    Ok(())
}

/// SERVER may be an IPv6 address in brackets.
fn speaks_ipv6(lab: &Lab) -> Step {
    lab.has_ipv6()?;
    let (client, server) = client_of(lab, "::1")?;
    let [line, reply] = lab.lines();
    client.types(format!("{line}\n"));
    answers(&server, &line, &reply)?;
    ends_having_shown(&client, &server, format!("{reply}\n"))
}

/// A name that nobody knows is an error at run time.
fn tells_of_an_unknown_name(lab: &Lab) -> Step {
    lab.start(&["nobody.invalid:8888"])?.fails_naming(&["nobody.invalid"])
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
    let server = listener.is_connected()?;
    let [line, reply] = lab.lines();
    client.types(format!("{line}\n"));
    answers(&server, &line, &reply)?;
    ends_having_shown(&client, &server, format!("{reply}\n"))
}

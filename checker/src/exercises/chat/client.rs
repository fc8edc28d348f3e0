//! `chat-client [SERVER]`.
//!
//! Not judged from outside: whether half lines are passed on before they are whole, in either direction (left open).

use super::ENDS_NO_LINE;
use super::suspicion::{
    ANOTHER_STATUS, CONNECTS_TO_ITS_DEFAULT, DIES_IN_ONE_THREAD, ENDS_WITH_ITS_INPUT, ENDS_WITHOUT_AN_ERROR,
    ENDS_WITHOUT_UTF_8, FORGETS_THE_NEWLINE, KEYBOARD_KEEPS_IT_RUNNING, SENDS_ANOTHER_LINE, SENDS_ONE_LINE_ONLY,
    SKIPS_AN_EMPTY_LINE, TAKES_NOTHING_FOR_THE_END, THROWS_AWAY_WHAT_FOLLOWS, WAITS_FOR_INPUT, WAITS_FOR_ITS_TURN,
};
use crate::exercises::suspicion::{
    BUFFERED_BEHIND_SELECT, ENDS_AT_A_NUL, FIRST_ADDRESS_ONLY, GIVES_UP_WAITING, GOES_ON_AFTER_AN_ERROR,
    INSISTS_ON_UTF_8, IPV4_ONLY, LINE_TOO_SHORT_BUFFER, LOSES_THE_LAST_LINE, MISSES_THE_END, NEVER_SAYS_GOODBYE,
    ONE_READ_IS_ONE_MESSAGE, OTHER_DEFAULT, OTHER_LINE_ENDS, PRINTS_ON_STDERR, PRINTS_SOMETHING_ELSE,
    READS_ALL_INPUT_FIRST, SHOWS_NOTHING, SPECIAL_WORD, SPINS_ON_A_CLOSED_CONNECTION, STDOUT_NOT_FLUSHED,
    SURPLUS_ARGUMENTS, TAKES_NO_NAME, TAKES_OFF_THE_LAST_BYTE, TEXT_TAKEN_FOR_A_FORMAT, TRIES_FOR_EVER, TRIMS_THE_LINE,
    TYPED_NOT_FLUSHED,
};
use crate::exercises::{Check, FORMAT, WORDS, with_returns_or_without, wrong_addresses};
use crate::lab::{Lab, Program, Step, TcpPeer, TcpServerPeer};

pub const CHECKS: &[Check] = &[
    check("05.client-shows", 4, shows_what_arrives)
        .suspects(&[CONNECTS_TO_ITS_DEFAULT, PRINTS_ON_STDERR, SHOWS_NOTHING])
        .by_hand("nc -lp 6000"),
    check("05.client-sends", 4, sends_what_is_typed).needs(SHOWS).suspects(&[
        TYPED_NOT_FLUSHED,
        WAITS_FOR_ITS_TURN,
        FORGETS_THE_NEWLINE,
        SENDS_ANOTHER_LINE,
    ]),
    check("05.client-shows-at-once", 3, shows_at_once).needs(SHOWS).suspects(&[
        WAITS_FOR_ITS_TURN,
        GIVES_UP_WAITING,
        STDOUT_NOT_FLUSHED,
    ]),
    check("05.client-sends-at-once", 3, sends_at_once).needs(SENDS).suspects(&[
        READS_ALL_INPUT_FIRST,
        BUFFERED_BEHIND_SELECT,
        WAITS_FOR_ITS_TURN,
        SENDS_ONE_LINE_ONLY,
    ]),
    check("05.client-both-ways", 3, sends_while_much_arrives)
        .needs(&["05.client-shows-at-once", "05.client-sends-at-once"])
        .suspects(&[WAITS_FOR_ITS_TURN]),
    check("05.client-server-closes", 3, ends_when_the_server_closes).needs(SHOWS).suspects(&[
        DIES_IN_ONE_THREAD,
        KEYBOARD_KEEPS_IT_RUNNING,
        WAITS_FOR_INPUT,
        SPINS_ON_A_CLOSED_CONNECTION,
        ANOTHER_STATUS,
    ]),
    check("05.client-half-close", 2, shows_what_still_arrives).needs(SENDS).suspects(&[
        MISSES_THE_END,
        NEVER_SAYS_GOODBYE,
        ENDS_WITH_ITS_INPUT,
    ]),
    check("05.client-reset", 1, tells_of_a_reset).needs(&["05.client-server-closes"]).suspects(&[
        DIES_IN_ONE_THREAD,
        ENDS_WITHOUT_AN_ERROR,
        KEYBOARD_KEEPS_IT_RUNNING,
        WAITS_FOR_INPUT,
        PRINTS_SOMETHING_ELSE,
    ]),
    check("05.client-refused", 1, tells_that_nobody_listens).needs(SHOWS).suspects(&[TRIES_FOR_EVER]),
    check("05.client-pieces", 1, shows_what_comes_in_pieces)
        .needs(SHOWS)
        .suspects(&[ONE_READ_IS_ONE_MESSAGE, THROWS_AWAY_WHAT_FOLLOWS]),
    check("05.client-any-bytes", 1, passes_any_bytes).needs(SENDS).suspects(&[
        SPECIAL_WORD,
        ENDS_WITHOUT_UTF_8,
        TAKES_NOTHING_FOR_THE_END,
        SKIPS_AN_EMPTY_LINE,
        TEXT_TAKEN_FOR_A_FORMAT,
        ENDS_AT_A_NUL,
        OTHER_LINE_ENDS,
        TRIMS_THE_LINE,
        INSISTS_ON_UTF_8,
    ]),
    check("05.client-long-line", 1, passes_long_lines).needs(SENDS).suspects(&[LINE_TOO_SHORT_BUFFER]),
    check("05.client-last-line", 1, passes_a_last_line)
        .needs(SENDS)
        .suspects(&[TAKES_OFF_THE_LAST_BYTE, LOSES_THE_LAST_LINE]),
    check("05.client-prints-nothing-else", 1, prints_nothing_else).needs(SHOWS).suspects(&[PRINTS_SOMETHING_ELSE]),
    check("05.client-usage", 1, refuses_wrong_usage).suspects(&[SURPLUS_ARGUMENTS]),
    check("05.client-unknown-name", 1, tells_of_an_unknown_name)
        .needs(SHOWS)
        .suspects(&[TRIES_FOR_EVER, GOES_ON_AFTER_AN_ERROR]),
    check("05.client-ipv6", 1, speaks_ipv6).needs(SHOWS).suspects(&[IPV4_ONLY]),
    check("05.client-every-address", 1, tries_every_address)
        .needs(&["05.client-ipv6"])
        .suspects(&[TAKES_NO_NAME, FIRST_ADDRESS_ONLY]),
    check("05.client-defaults", 1, has_its_defaults).needs(SHOWS).suspects(&[OTHER_DEFAULT]),
];

const SHOWS: &[&str] = &["05.client-shows"];
const SENDS: &[&str] = &["05.client-sends"];

const fn check(name: &'static str, points: u32, run: fn(&Lab) -> Step) -> Check {
    Check::of("chat-client", name, points, run)
}

/// The program is started against a server that listens already, connects, and is accepted. Nobody types anything.
fn client_and_server(lab: &Lab) -> Step<(Program, TcpPeer)> {
    let listener = lab.tcp_server("server", "127.0.0.1")?;
    let client = lab.start(&[listener.address.to_string()])?;
    let server = listener.is_connected()?;
    Ok((client, server))
}

/// The server says this, and is done when the client has had time to show it. One that shows nothing may wait for its
/// turn: a line is typed. Then everything ends, so that a client that reads its input first, or holds back what it
/// prints, shows it now at the latest.
fn shows_in_the_end(lab: &Lab, client: &Program, server: &TcpPeer, lines: &[String]) -> Step {
    server.says(lines.concat());
    lab.settles()?;
    if client.has_shown().is_empty() {
        client.types(format!("{}\n", lab.words()));
        lab.settles()?;
    }
    client.ends_input();
    server.half_closes();
    lines.iter().try_for_each(|line| client.shows(line))
}

/// What the server sends is shown.
fn shows_what_arrives(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    shows_in_the_end(lab, &client, &server, &[format!("127.0.0.3: {}\n", lab.words())])
}

/// What is typed is sent. One line: whether it is waited for an answer is for other checks to judge.
fn sends_what_is_typed(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let line = format!("{}\n", lab.words());
    client.types(&line);
    client.ends_input();
    server.hears(&line)
}

/// What arrives is shown at once, while nobody types.
fn shows_at_once(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    for line in lab.lines::<2>() {
        // However long nobody has said anything.
        lab.stays_silent()?;
        server.says(format!("127.0.0.3: {line}\n"));
        client.shows(format!("127.0.0.3: {line}\n"))?;
    }
    Ok(())
}

/// What is typed is sent at once, while nothing arrives.
fn sends_at_once(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    for line in lab.lines::<2>() {
        client.types(format!("{line}\n"));
        server.hears(format!("{line}\n"))?;
    }
    // Two at once are two lines: a reader's own buffer may hold the second.
    let [one, two] = lab.lines();
    client.types(format!("{one}\n{two}\n"));
    server.hears(format!("{one}\n{two}\n"))
}

/// Neither direction waits for the other.
fn sends_while_much_arrives(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let news = format!("127.0.0.3: {}\n", lab.letters(100));
    for line in lab.lines::<3>() {
        server.says(news.repeat(500));
        client.types(format!("{line}\n"));
        server.hears(format!("{line}\n"))?;
        // The answer is a segment of its own: lines that come together are another check's.
        server.is_taken_in()?;
        let last = format!("127.0.0.4: {line}\n");
        server.says(&last);
        client.shows(&last)?;
    }
    // Nor does what arrives wait for a server that takes nothing in for a while, so that nothing can leave.
    server.stops_reading();
    client.types(format!("{}\n", lab.letters(60_000)).repeat(110));
    lab.settles_after_much()?;
    let last = format!("127.0.0.4: {}\n", lab.words());
    server.says(&last);
    client.shows(&last)
}

/// Two lines, of which one comes when the other was taken in: who has shown both, though nobody typed anything, waits for
/// the network without waiting for the keyboard. Gives both.
fn says_one_after_another(lab: &Lab, server: &TcpPeer) -> Step<Vec<u8>> {
    let lines = lab.lines::<2>().map(|line| format!("127.0.0.3: {line}\n"));
    for line in &lines {
        server.says(line);
        server.is_taken_in()?;
        lab.settles()?;
    }
    Ok(lines.concat().into_bytes())
}

/// When the server closes, the client ends with 0 at once, although nobody typed anything.
fn ends_when_the_server_closes(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    says_one_after_another(lab, &server)?;
    server.half_closes();
    client.ends_with(0)
}

/// At the end of stdin it closes its writing side, and shows what still arrives until the server closes.
fn shows_what_still_arrives(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let [typed, late] = lab.lines();
    client.types(format!("{typed}\n"));
    client.ends_input();
    server.hears(format!("{typed}\n"))?;
    server.hears_the_end()?;
    // One that ends with its input, at once or a while after it, has ended by now.
    lab.stays_silent()?;
    let late = format!("127.0.0.3: {late}\n");
    server.says(&late);
    server.half_closes();
    client.ends_with(0)?;
    client.shows(&late)
}

/// A connection that is reset while the client sends nothing is an error.
fn tells_of_a_reset(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let said = says_one_after_another(lab, &server)?;
    let shown = client.has_shown();
    server.resets();
    client.fails_naming(&[&server.address.to_string()])?;
    // What went wrong is no part of what others say. (What was held back until now may come now.)
    client.shows_nothing_but(&[shown, said])?;
    // The same when nobody types any more, and others still speak.
    let (client, server) = client_and_server(lab)?;
    client.ends_input();
    lab.settles()?;
    if client.has_ended() {
        // That it should have waited is for another check to judge.
        return Ok(());
    }
    server.resets();
    client.fails_naming(&[&server.address.to_string()])
}

/// That nobody listens is an error that names the address.
fn tells_that_nobody_listens(lab: &Lab) -> Step {
    let address = format!("127.0.0.1:{}", lab.port());
    lab.start(&[&address])?.fails_naming(&[&address])
}

/// What comes in pieces is shown as what it is, and a letter of two bytes in two pieces is a letter; lines that come
/// together are lines.
fn shows_what_comes_in_pieces(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let line = format!("127.0.0.3: déjà {}\n", lab.words());
    server.says_in_pieces(line.as_bytes().chunks(1))?;
    let together = lab.lines::<3>().map(|line| format!("127.0.0.3: {line}\n"));
    server.says(together.concat());
    lab.settles()?;
    client.ends_input();
    lab.settles()?;
    server.half_closes();
    client.shows(&line)?;
    together.iter().try_for_each(|line| client.shows(line))
}

/// Bytes are sent as they are, with the blanks around a line, and an empty line is a line; what is no UTF-8 is shown as
/// U+FFFD.
fn passes_any_bytes(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let words = lab.words();
    server.says("\n");
    server.is_taken_in()?;
    server.says([b" \t 127.0.0.3: ", FORMAT.as_bytes(), b" th\xe9 ", words.as_bytes(), b" \t \n"].concat());
    lab.settles()?;
    let typed = [b" \t caf\xe9 ", lab.words().as_bytes(), b" \t \n"].concat();
    client.types([b"\n", typed.as_slice()].concat());
    client.ends_input();
    server.hears("\n")?;
    server.hears(&typed)?;
    server.half_closes();
    client.shows(format!("\n \t 127.0.0.3: {FORMAT} th\u{FFFD} {words} \t \n"))?;
    ends_a_line_nowhere_else(lab)
}

/// Neither a NUL, which ends a text in C, nor what ends a line elsewhere ends one here.
fn ends_a_line_nowhere_else(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let said = ENDS_NO_LINE.map(|within| line_with(lab, within));
    server.says_in_pieces(said.iter().map(String::as_bytes))?;
    lab.settles()?;
    let mut typed = ENDS_NO_LINE.map(|within| line_with(lab, within)).to_vec();
    // Nor is any of these more than a line.
    typed.extend(WORDS.map(|word| format!("{word}\n")));
    client.types(typed.concat());
    client.ends_input();
    typed.iter().try_for_each(|line| server.hears_one_of(&with_returns_or_without(line.as_bytes())))?;
    server.half_closes();
    said.iter().try_for_each(|line| client.shows(line))
}

/// A line, as it comes from the relay, with this in it.
fn line_with(lab: &Lab, within: &str) -> String {
    format!("127.0.0.3: {}{within}{}\n", lab.words(), lab.words())
}

/// Lines may be 64 KiB long, in both directions.
fn passes_long_lines(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let said = format!("127.0.0.3: {}\n", lab.letters(64 * 1024));
    server.says(&said);
    lab.settles()?;
    let typed = format!("{}\n", lab.letters(64 * 1024));
    client.types(&typed);
    client.ends_input();
    server.hears(&typed)?;
    server.half_closes();
    client.shows(&said)
}

/// A last line without `\n` is sent too, and shown, with one or without.
fn passes_a_last_line(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let typed = lab.words();
    client.types(&typed);
    client.ends_input();
    server.hears(&typed)?;
    let (client, server) = client_and_server(lab)?;
    let said = format!("127.0.0.3: {}", lab.words());
    server.says(&said);
    server.half_closes();
    lab.settles()?;
    client.ends_input();
    client.shows(&said)
}

/// stdout carries what arrives and nothing else: no prompt, no word of the connection, no echo of what is typed.
fn prints_nothing_else(lab: &Lab) -> Step {
    let (client, server) = client_and_server(lab)?;
    let [typed, said] = lab.lines();
    let said = format!("127.0.0.3: {said}\n");
    server.says(&said);
    client.types(format!("{typed}\n"));
    lab.settles()?;
    client.ends_input();
    server.half_closes();
    lab.settles()?;
    client.shows_nothing_but(&[said.into()])
}

/// Wrong usage is told, with status 2.
fn refuses_wrong_usage(lab: &Lab) -> Step {
    for arguments in wrong_addresses() {
        lab.start(arguments)?.refuses_its_arguments()?;
    }
    lab.start(&["127.0.0.1:6000", "surplus"])?.refuses_its_arguments()
}

/// A name that nobody knows is an error at run time.
fn tells_of_an_unknown_name(lab: &Lab) -> Step {
    lab.start(&["nobody.invalid:6000"])?.fails_naming(&["nobody.invalid"])
}

/// A name may stand for several addresses: each is tried before giving up.
fn tries_every_address(lab: &Lab) -> Step {
    for ip in lab.addresses_of_localhost()? {
        let listener = lab.tcp_server("server", &ip)?;
        let client = lab.start(&[format!("localhost:{}", listener.address.port())])?;
        is_well(lab, &listener, &client)?;
    }
    Ok(())
}

/// A line goes one way, and another the other way.
fn is_well(lab: &Lab, listener: &TcpServerPeer, client: &Program) -> Step {
    let server = listener.is_connected()?;
    shows_in_the_end(lab, client, &server, &[format!("127.0.0.3: {}\n", lab.words())])
}

/// SERVER may be an IPv6 address in brackets.
fn speaks_ipv6(lab: &Lab) -> Step {
    lab.has_ipv6()?;
    let listener = lab.tcp_server("server", "::1")?;
    let client = lab.start(&[listener.address.to_string()])?;
    is_well(lab, &listener, &client)
}

/// Without arguments it connects to 127.0.0.1, port 6000.
fn has_its_defaults(lab: &Lab) -> Step {
    let listener = lab.tcp_server_at("server", "127.0.0.1", lab.default_port(6000)?)?;
    let client = lab.start::<&str>(&[])?;
    is_well(lab, &listener, &client)
}

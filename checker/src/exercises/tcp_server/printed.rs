//! What a server prints: each line, with the address of who said it, at once, and nothing else.

use super::{Server, asks};
use crate::exercises::printed_lines;
use crate::lab::{Lab, Program, Step, TcpPeer, unless_it_fails};

/// Each line is printed as `IP:PORT LINE`.
pub fn prints(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    let line = lab.words();
    asks(&ana, &line)?;
    ana.closes();
    in_the_end(lab, &server.program, &ana, &line, || server.client("bob"))?;
    // That, and not the rest of the buffer that it came into.
    server.program.shows_no_rest_of_a_buffer(&printed_lines(ana.address, &[&line]))
}

/// Whether what `client`, who has left, said is printed at once is another check's business: for a program that prints
/// only when a buffer is full, others come with more: a line each, for more than one may be too much for it.
pub fn in_the_end(
    lab: &Lab,
    program: &Program,
    client: &TcpPeer,
    line: &str,
    other: impl Fn() -> Step<TcpPeer>,
) -> Step {
    program.shows_in_the_end(&printed_lines(client.address, &[line]), || {
        let lines: Vec<String> = (0..8).map(|_| lab.letters(1000)).collect();
        lines.iter().try_for_each(|line| {
            let other = other()?;
            asks(&other, line)?;
            other.closes();
            Ok(())
        })?;
        Ok(lines[0].clone())
    })
}

/// What arrives is shown before anything else happens.
pub fn shows_at_once(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    let line = lab.words();
    asks(&ana, &line)?;
    server.program.shows_one_of(&printed_lines(ana.address, &[&line]))
}

/// stdout carries everybody's lines and nothing else: no greeting, no news of who comes and goes.
pub fn prints_nothing_else(lab: &Lab) -> Step {
    let server = Server::start(lab)?;
    let ana = server.client("ana")?;
    let line = lab.words();
    asks(&ana, &line)?;
    ana.closes();
    lab.settles()?;
    let wanted = printed_lines(ana.address, &[&line]);
    server.program.shows_nothing_but(&wanted)?;
    // Somebody who leaves rudely is no news either. Whether so many are served at all is for other checks to judge.
    let Some(bob) = unless_it_fails(server.client("bob"))? else { return Ok(()) };
    bob.resets();
    lab.settles()?;
    server.program.shows_nothing_but(&wanted)?;
    // Each line of everybody is there, with the address of who said it.
    let Some(said) = unless_it_fails(two_clients_talk(lab, &server))? else { return Ok(()) };
    let other = || server.client("ana");
    said.iter().try_for_each(|(who, line)| in_the_end(lab, &server.program, who, line, other))
}

/// Bob says some lines, and another one when caro is there; she has her turn when he has left. Gives who said what.
fn two_clients_talk(lab: &Lab, server: &Server) -> Step<Vec<(TcpPeer, String)>> {
    let bob = server.client("bob")?;
    let mut said = Vec::new();
    let mut says = |who: &TcpPeer, line: String| {
        asks(who, &line)?;
        said.push((who.clone(), line));
        Ok(())
    };
    lab.lines::<4>().into_iter().try_for_each(|line| says(&bob, line))?;
    let caro = server.client("caro")?;
    // Whoever takes her address for that of everybody has it now.
    lab.settles()?;
    says(&bob, lab.words())?;
    bob.closes();
    lab.settles()?;
    lab.lines::<2>().into_iter().try_for_each(|line| says(&caro, line))?;
    caro.closes();
    Ok(said)
}

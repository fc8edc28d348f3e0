//! What the judged programs were doing when a check ended.

use super::bytes::harmless;
use super::conversation::ended;
use crate::texts::Texts;
use crate::verdict::{Panic, Seen, Waits, WaitsOn};

/// So many lines of a program's stderr, unless more are asked for.
const COMPLAINTS: usize = 5;

/// The sentences about one program.
pub fn sentences(program: &Seen, texts: &Texts) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(panic) = &program.panic {
        sentences.push(panicked(program, panic, texts));
    }
    match program.exit {
        Some(exit) => sentences.push(format!("{} {}", program.name, ended(exit, texts))),
        None => sentences.extend(waiting(program, texts)),
    }
    sentences
}

/// The last lines of a program's stderr, without what its panic says already.
pub fn complaints(program: &Seen, verbose: bool) -> Vec<String> {
    let stderr = if program.stderr.tail.is_empty() { &program.stderr.head } else { &program.stderr.tail };
    let text = harmless(stderr);
    let lines: Vec<&str> = text.lines().filter(|line| is_news(line, program.panic.as_ref())).collect();
    let first = if verbose { 0 } else { lines.len().saturating_sub(COMPLAINTS) };
    lines[first..].iter().map(|line| (*line).to_owned()).collect()
}

fn is_news(line: &str, panic: Option<&Panic>) -> bool {
    let Some(panic) = panic else {
        return !line.trim().is_empty();
    };
    let message = harmless(panic.message.as_bytes());
    let known = line.starts_with("thread '")
        || line.starts_with("note: run with `RUST_BACKTRACE")
        || message.lines().any(|part| part == line);
    !known && !line.trim().is_empty()
}

fn panicked(program: &Seen, panic: &Panic, texts: &Texts) -> String {
    let message = harmless(panic.message.as_bytes());
    let place = harmless(panic.place.as_bytes());
    texts.text_of("ending-panicked", &[("program", &program.name), ("place", &place), ("message", &message)])
}

/// One sentence for all threads that do the same.
fn waiting(program: &Seen, texts: &Texts) -> Vec<String> {
    let mut kinds: Vec<(String, usize)> = Vec::new();
    for waits in &program.waits {
        let sentence = wait(waits, texts);
        match kinds.iter_mut().find(|(known, _)| *known == sentence) {
            Some((_, count)) => *count += 1,
            None => kinds.push((sentence, 1)),
        }
    }
    if kinds.is_empty() {
        return vec![texts.text_of("ending-runs", &[("program", &program.name)])];
    }
    kinds.iter().map(|(sentence, count)| of_threads(program, sentence, *count, texts)).collect()
}

fn of_threads(program: &Seen, sentence: &str, count: usize, texts: &Texts) -> String {
    let who = match count {
        1 => program.name.clone(),
        _ => texts.text_of("ending-threads", &[("program", &program.name), ("count", &count)]),
    };
    format!("{who} {sentence}")
}

/// "waits in `recvfrom` on UDP 127.0.0.1:8888 for a datagram"
fn wait(waits: &Waits, texts: &Texts) -> String {
    let within = match &waits.call {
        Some(call) => format!(" {}", texts.text_of("waits-in", &[("call", &harmless(call.as_bytes()))])),
        None => String::new(),
    };
    let say = |id: &str, args: &[(&str, &dyn std::fmt::Display)]| {
        let within: (&str, &dyn std::fmt::Display) = ("in", &within);
        texts.text_of(id, &[&[within], args].concat())
    };
    let call = waits.call.as_deref().unwrap_or_default();
    match &waits.on {
        WaitsOn::Nothing => say("waits-computes", &[]),
        WaitsOn::Stdin => say("waits-stdin", &[]),
        WaitsOn::File(path) => say("waits-file", &[("file", &harmless(path.as_bytes()))]),
        WaitsOn::Udp { local } if is_sending(call) => say("waits-udp-send", &[("local", local)]),
        WaitsOn::Udp { local } => say("waits-udp", &[("local", local)]),
        WaitsOn::Listener { local } => say("waits-listener", &[("local", local)]),
        WaitsOn::Tcp { remote, .. } if call == "connect" => say("waits-connect", &[("remote", remote)]),
        WaitsOn::Tcp { remote, .. } if is_sending(call) => say("waits-tcp-send", &[("remote", remote)]),
        WaitsOn::Tcp { remote, .. } => say("waits-tcp", &[("remote", remote)]),
        WaitsOn::Lock => say("waits-lock", &[]),
        WaitsOn::Child => say("waits-child", &[]),
        WaitsOn::Several => say("waits-several", &[]),
        WaitsOn::Time => say("waits-time", &[]),
        WaitsOn::StoppedBySignal => say("waits-stopped", &[]),
        WaitsOn::Unknown => say("waits-unknown", &[]),
    }
}

fn is_sending(call: &str) -> bool {
    call.starts_with("send") || call.contains("write") || call == "splice"
}

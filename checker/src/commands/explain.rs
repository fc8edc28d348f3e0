//! `checker explain`: the page about a check or a misconception, or the list of all misconceptions.

use std::io::{self, Write};
use std::process::ExitCode;

use super::{Trouble, row, terminal, with_closest};
use crate::cli::{Call, Explain};
use crate::explain::{self, TOPICS};
use crate::output;
use crate::report::pad_right;
use crate::verdict::Message;

pub fn run(options: &Explain, call: &Call) -> Result<ExitCode, Trouble> {
    let mut out = output::stdout();
    match &options.name {
        Some(name) => terminal(call, false).page(&mut out, &page(name, call)?)?,
        None => all(&mut out, call)?,
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn page(name: &str, call: &Call) -> Result<String, Message> {
    explain::page(name, &call.texts)
        .ok_or_else(|| with_closest(Message::new("trouble-no-page").quoting("name", name), &explain::closest(name)))
}

/// All misconceptions by their topics, and how to see more.
fn all(out: &mut dyn Write, call: &Call) -> io::Result<()> {
    let texts = &call.texts;
    let names = TOPICS.iter().flat_map(|topic| topic.misconceptions).map(|name| name.len()).max().unwrap_or_default();
    for topic in TOPICS {
        terminal(call, false).heading(out, &texts.text_of(&format!("topic-{}", topic.name), &[]))?;
        for name in topic.misconceptions {
            row(out, &pad_right(name, names), &texts.text_of(&format!("misconception-{name}"), &[]))?;
        }
        writeln!(out)?;
    }
    terminal(call, false).remark(out, &texts.text_of("explain-how", &[("me", &call.me)]))
}

//! One file a subcommand. Only here, and in `cli`, is anything printed.

mod check;
mod explain;
mod hint;
mod list;
mod memory;
pub mod room;
mod sensors;
mod tank;

use std::env;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ColorChoice;

use crate::cli::{Call, Command};
use crate::exercises::Check;
use crate::output::{self, complain, pass_on};
use crate::report;
use crate::report::diagram::Style;
use crate::report::terminal::{Packets, Terminal};
use crate::verdict::Message;

/// Why a command ended before its work was done.
pub enum Trouble {
    /// Wrong usage, or no way to work: what to tell, and somebody else's words that explain it.
    Told(Message, Option<String>),
    /// stdout took no more.
    Output(io::Error),
}

impl From<Message> for Trouble {
    fn from(message: Message) -> Self {
        Self::Told(message, None)
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Runs one command, tells what kept it from its work, and returns the exit status.
pub fn run(call: &Call) -> ExitCode {
    let done = match &call.command {
        Command::Check(options) => check::run(options, call),
        Command::List(options) => list::run(options, call),
        Command::Explain(options) => explain::run(options, call),
        Command::Hint(options) => hint::run(options, call),
        Command::Sensors(options) => sensors::run(options),
        Command::Tank(options) => tank::run(options, call),
    };
    done.unwrap_or_else(|trouble| {
        tell(&trouble, call);
        ExitCode::from(2)
    })
}

fn tell(trouble: &Trouble, call: &Call) {
    let texts = &call.texts;
    match trouble {
        Trouble::Output(error) => complain(&texts.text(&Message::new("trouble-output").with("error", error))),
        Trouble::Told(message, words) => {
            // What to type next begins with the name by which this was called.
            complain(&texts.text(&message.clone().with("me", shell_word(&call.me))));
            words.iter().for_each(|words| pass_on(words));
        }
    }
}

fn current_folder() -> Result<PathBuf, Message> {
    env::current_dir().map_err(|error| Message::new("trouble-no-current-folder").with("error", error))
}

/// How things are shown on this stdout.
fn terminal(call: &Call, verbose: bool) -> Terminal<'_> {
    Terminal {
        texts: &call.texts,
        width: output::width(io::stdout()),
        columns: output::breadth(io::stdout()),
        style: Style::of_environment(),
        colour: colour(call.color),
        me: &call.me,
        verbose,
        packets: Packets::OutOfReach,
    }
}

fn colour(choice: ColorChoice) -> bool {
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => {
            let refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
            let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
            io::stdout().is_terminal() && !refused && !dumb
        }
    }
}

/// A row of a list: a name, and what is said of it in as many lines as it takes.
fn row(out: &mut dyn Write, name: &str, text: &str) -> io::Result<()> {
    let mut lead = format!("  {name}  ");
    let indent = lead.chars().count();
    for line in report::wrap(text, output::width(io::stdout()).saturating_sub(indent)) {
        writeln!(out, "{lead}{line}")?;
        lead = " ".repeat(indent);
    }
    Ok(())
}

fn all_points(checks: &[Check]) -> u32 {
    checks.iter().map(|check| check.points).sum()
}

/// A word as a shell takes it.
fn shell_word(word: &str) -> String {
    shlex::try_quote(word).map_or_else(|_| word.to_owned(), |quoted| quoted.into_owned())
}

/// What may have been meant, as the argument `closest`; the texts say something else where that is nothing.
fn with_closest(message: Message, names: &[&str]) -> Message {
    if names.is_empty() {
        message.with("closest", "none")
    } else {
        message.quoting_all("closest", names.iter().copied())
    }
}

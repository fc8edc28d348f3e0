//! One file a subcommand. Only here, and in `cli`, is anything printed.

mod check;
mod explain;
mod list;
pub mod room;

use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::ColorChoice;

use crate::cli::{Call, Command};
use crate::exercises::Check;
use crate::report::{self, terminal::Terminal};
use crate::texts::Texts;
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
    };
    done.unwrap_or_else(|trouble| {
        tell(&trouble, &call.texts);
        ExitCode::from(2)
    })
}

fn tell(trouble: &Trouble, texts: &Texts) {
    let told = match trouble {
        // Whoever closed the pipe (`| head -1`) has read enough: there is nobody to tell anything.
        Trouble::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return,
        Trouble::Output(error) => texts.text(&Message::new("trouble-output").with("error", error)),
        Trouble::Told(message, None) => texts.text(message),
        Trouble::Told(message, Some(words)) => format!("{}\n{words}", texts.text(message)),
    };
    complain(&told);
}

/// Says something on stderr, if anybody is there.
fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// How things are shown on this stdout.
fn terminal(call: &Call, verbose: bool) -> Terminal<'_> {
    Terminal { texts: &call.texts, width: report::width(columns()), colour: colour(call.color), me: &call.me, verbose }
}

fn columns() -> Option<u16> {
    rustix::termios::tcgetwinsize(io::stdout()).ok().map(|size| size.ws_col).filter(|columns| *columns > 0)
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

fn all_points(checks: &[Check]) -> u32 {
    checks.iter().map(|check| check.points).sum()
}

/// A user's own words in a message: quoted, which also keeps `04` from being shown as the number 4.
fn quoted(text: &str) -> String {
    format!("“{text}”")
}

/// Names to choose from; the texts say something else where there are none.
fn with_names<'a>(message: Message, names: impl IntoIterator<Item = &'a str>) -> Message {
    let names: Vec<String> = names.into_iter().map(quoted).collect();
    message.with("names", if names.is_empty() { "none".to_owned() } else { names.join(", ") })
}

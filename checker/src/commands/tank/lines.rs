//! The tank where there is no screen for it: what happens, line by line.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use super::super::{Trouble, colour};
use super::words::{self, Tone};
use crate::cli::Call;
use crate::output;
use crate::report::{self, paint};
use crate::tank::server::Server;
use crate::verdict::Message;

pub fn run(server: &mut Server, call: &Call) -> Result<ExitCode, Trouble> {
    let (texts, colour) = (&call.texts, colour(call.color));
    let mut first = texts.text(&Message::new("tank-listening").with("address", server.address()?));
    if cfg!(not(feature = "screen")) && io::stdout().is_terminal() {
        first = format!("{first}\n{}", texts.text(&Message::new("tank-no-picture")));
    }
    super::shows(server, &first, |event| {
        let (tone, sentence) = words::sentence(event, texts)?;
        let style = match tone {
            Tone::Plain => paint::PLAIN,
            Tone::Good => paint::GOOD,
            Tone::Bad => paint::BAD,
            Tone::Faint => paint::FAINT,
        };
        let lead = format!("{:>9}  ", texts.seconds(event.at.as_micros() as u64));
        let indent = lead.chars().count();
        let lines = report::wrap(&sentence, output::width(io::stdout()).saturating_sub(indent));
        Some(format!("{lead}{}", paint::paint(colour, style, lines.join(&format!("\n{}", " ".repeat(indent))))))
    })
}

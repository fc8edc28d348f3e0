//! `checker explain`: the page about a check or a misconception.

use std::io::{self, Write};
use std::process::ExitCode;

use super::{Trouble, quoted, terminal, with_names};
use crate::cli::{Call, Explain};
use crate::explain;
use crate::verdict::Message;

pub fn run(options: &Explain, call: &Call) -> Result<ExitCode, Trouble> {
    let Some(page) = explain::page(&options.name, &call.texts) else {
        let message = Message::new("trouble-no-page").with("name", quoted(&options.name));
        return Err(with_names(message, explain::closest(&options.name)).into());
    };
    let mut out = io::stdout().lock();
    terminal(call, false).page(&mut out, &page)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

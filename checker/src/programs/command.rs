//! `--program NAME=COMMAND`: a command line that is judged as one of the contracts' programs.

use std::env;
use std::io;
use std::path::{Path, PathBuf};

use rustix::fs::{Access, AtFlags, CWD, accessat};

use super::Launch;
use crate::verdict::Message;

/// A command line, and the contracts' name of the program that it is judged as.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    pub name: &'a str,
    command: &'a str,
}

/// Reads `NAME=COMMAND`.
pub fn named(text: &str) -> Result<Named<'_>, Message> {
    let (name, command) =
        text.split_once('=').ok_or_else(|| Message::new("trouble-program-form").quoting("given", text))?;
    Ok(Named { name, command })
}

impl Named<'_> {
    /// Makes sure that the command can be started from `folder`, the caller's own.
    pub fn launch(self, folder: &Path) -> Result<Launch, Message> {
        let argv = shlex::split(self.command)
            .ok_or_else(|| Message::new("trouble-program-quotes").quoting("command", self.command))?;
        let Some(program) = argv.first().filter(|program| !program.is_empty()) else {
            return Err(Message::new("trouble-program-empty").with("name", self.name));
        };
        can_be_started(program, folder)?;
        Ok(Launch { argv, folder: Some(folder.to_owned()) })
    }
}

fn can_be_started(program: &str, folder: &Path) -> Result<(), Message> {
    if program.contains('/') {
        return executable(&folder.join(program));
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let candidates: Vec<PathBuf> = env::split_paths(&path).map(|place| folder.join(place).join(program)).collect();
    if candidates.iter().any(|candidate| executable(candidate).is_ok()) {
        return Ok(());
    }
    if folder.join(program).is_file() {
        // A shell would not find it either; who comes from Windows does not know.
        return Err(Message::new("trouble-program-here").quoting("program", program));
    }
    Err(Message::new("trouble-program-unknown").quoting("program", program))
}

/// Whether the file can be executed by whoever runs the checker; if not, why.
fn executable(file: &Path) -> Result<(), Message> {
    let told = |id: &str| Message::new(id).with("file", file.display());
    let kind = file.metadata().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => told("trouble-program-missing"),
        _ => told("trouble-program-unreadable").with("error", error),
    })?;
    if kind.is_dir() {
        return Err(told("trouble-program-folder"));
    }
    accessat(CWD, file, Access::EXEC_OK, AtFlags::EACCESS).map_err(|_| told("trouble-program-not-executable"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trouble(text: &str, folder: &Path) -> String {
        let launch = named(text).and_then(|named| named.launch(folder));
        launch.map(|launch| launch.argv.join("|")).unwrap_or_else(|message| message.id)
    }

    #[test]
    fn splits_as_a_shell_does() {
        let here = Path::new("/");
        assert_eq!(trouble("tcp-server=sh -c 'echo a  b' \"c d\"", here), "sh|-c|echo a  b|c d");
        assert_eq!(trouble("tcp-server=sh -c 'echo", here), "trouble-program-quotes");
        assert_eq!(trouble("tcp-server=sh -c a=b", here), "sh|-c|a=b");
    }

    #[test]
    fn says_why_a_command_cannot_be_started() {
        let here = tempfile::tempdir().expect("a folder for the test");
        std::fs::write(here.path().join("server"), "").expect("a file for the test");
        for (text, expected) in [
            ("tcp-server", "trouble-program-form"),
            ("tcp-server=", "trouble-program-empty"),
            ("tcp-server=''", "trouble-program-empty"),
            ("tcp-server=./gone", "trouble-program-missing"),
            ("tcp-server=./server", "trouble-program-not-executable"),
            ("tcp-server=server", "trouble-program-here"),
            ("tcp-server=./", "trouble-program-folder"),
            ("tcp-server=./server/x", "trouble-program-unreadable"),
            ("tcp-server=no-such-program-anywhere", "trouble-program-unknown"),
        ] {
            assert_eq!(trouble(text, here.path()), expected, "{text}");
        }
    }
}

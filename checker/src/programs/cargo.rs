//! One call of `cargo build`, and what it says.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{env, io, thread};

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::leash;
use crate::verdict::Message;

/// What one call of cargo came to.
#[derive(Default)]
pub struct Said {
    pub programs: Vec<Program>,
    pub errors: Vec<Diagnostic>,
    /// What cargo itself had to say, on stderr.
    pub stderr: String,
    /// It came to its end, and all that it built is in order.
    pub succeeded: bool,
}

/// A program that was built, or was there already.
pub struct Program {
    pub manifest: PathBuf,
    pub name: String,
    pub file: String,
}

/// An error of the compiler, as it would have shown it.
pub struct Diagnostic {
    pub manifest: PathBuf,
    pub rendered: String,
    /// It points at a line of source, so that nothing but the source is to blame.
    pub at_source: bool,
}

/// What is asked of cargo.
pub struct Call<'a> {
    pub manifest: &'a Path,
    /// The packages to build; none for all of the workspace.
    pub packages: Vec<&'a str>,
    pub colour: bool,
}

impl Call<'_> {
    /// Calls cargo and waits for it, telling how many programs are ready whenever one is.
    pub fn run(&self, ready: &dyn Fn(usize)) -> Result<Said, Message> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
        let lost = |error: io::Error| Message::new("trouble-cargo-lost").with("error", error);
        let mut child = self.command(&cargo).spawn().map_err(lost)?;
        // Cargo ends with this pipe, and with the checker.
        let lifeline = child.stdin.take();
        let said = listen(&mut child, ready);
        let status = child.wait().map_err(lost)?;
        drop(lifeline);
        let trouble = |id| Err(Message::new(id).with("cargo", Path::new(&cargo).display()));
        match status.code().and_then(|code| u8::try_from(code).ok()) {
            Some(leash::NOT_FOUND) => trouble("trouble-no-cargo"),
            Some(leash::NOT_STARTED) => trouble("trouble-cargo-start"),
            _ => said.map_err(lost).map(|said| Said { succeeded: status.success(), ..said }),
        }
    }

    fn command(&self, cargo: &OsString) -> Command {
        let mut command = leash::command(cargo);
        let format = if self.colour { "json-diagnostic-rendered-ansi" } else { "json" };
        command.args(["build", "--quiet", "--keep-going", "--message-format", format, "--color"]);
        command.arg(if self.colour { "always" } else { "never" });
        command.arg("--manifest-path").arg(self.manifest);
        if self.packages.is_empty() {
            command.arg("--workspace");
        }
        for package in &self.packages {
            command.args(["--package", package]);
        }
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

/// Reads both streams at once: cargo would wait for whoever leaves one of them full.
fn listen(child: &mut Child, ready: &dyn Fn(usize)) -> io::Result<Said> {
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        let complaints = scope.spawn(move || {
            let mut bytes = Vec::new();
            stderr.map_or(Ok(0), |mut stderr| stderr.read_to_end(&mut bytes)).map(|_| bytes)
        });
        let mut said = Said::default();
        if let Some(stdout) = stdout {
            for line in BufReader::new(stdout).split(b'\n') {
                said.take(&line?);
                ready(said.programs.len());
            }
        }
        let complaints = complaints.join().unwrap_or_else(|_| Ok(Vec::new()))?;
        said.stderr = String::from_utf8_lossy(&complaints).trim_end().to_owned();
        Ok(said)
    })
}

impl Said {
    /// Takes one line of cargo's; what is no message that matters here is passed over.
    fn take(&mut self, line: &[u8]) {
        let Ok(line) = serde_json::from_slice::<Line>(line) else {
            return;
        };
        let Some(manifest) = line.manifest_path else {
            return;
        };
        if let (Some(file), Some(target)) = (line.executable, line.target) {
            self.programs.push(Program { manifest, name: target.name, file });
            return;
        }
        // "aborting due to 2 previous errors" helps nobody.
        let helps =
            |message: &Rustc| message.level.starts_with("error") && !message.message.starts_with("aborting due to");
        let Some(message) = line.message.filter(helps) else { return };
        let at_source = !message.spans.is_empty();
        self.errors.extend(message.rendered.map(|rendered| Diagnostic { manifest, rendered, at_source }));
    }
}

/// A line that cargo prints with `--message-format=json`, as far as it is read here.
#[derive(Deserialize)]
struct Line {
    manifest_path: Option<PathBuf>,
    target: Option<Target>,
    executable: Option<String>,
    message: Option<Rustc>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

#[derive(Deserialize)]
struct Rustc {
    level: String,
    message: String,
    rendered: Option<String>,
    #[serde(default)]
    spans: Vec<IgnoredAny>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_programs_and_errors_and_nothing_else() {
        let mut said = Said::default();
        for line in [
            r#"{"manifest_path":"/r/Cargo.toml","target":{"name":"tcp-server"},"executable":"/t/tcp-server"}"#,
            r#"{"manifest_path":"/r/Cargo.toml","target":{"name":"a-library"},"executable":null}"#,
            r#"{"manifest_path":"/r/Cargo.toml","message":{"level":"warning","message":"m","rendered":"w"}}"#,
            r#"{"manifest_path":"/r/Cargo.toml","message":{"level":"error","message":"m","rendered":"e"}}"#,
            r#"{"reason":"build-finished","success":false}"#,
            "whatever a build script of a stranger prints",
        ] {
            said.take(line.as_bytes());
        }
        assert_eq!(said.programs.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["tcp-server"]);
        assert_eq!(said.errors.iter().map(|e| e.rendered.as_str()).collect::<Vec<_>>(), ["e"]);
    }
}

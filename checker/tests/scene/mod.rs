//! What the tests of rooms share: a run of the checker on programs of the test's own, and a look at what it left.
// Each test file is a crate of its own, and needs only some of this.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::common::elsewhere;

/// Far beyond what anything here takes: past it, something is left for good.
const LONGEST: Duration = Duration::from_secs(60);

/// Who runs the checker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum User {
    /// Whoever runs the tests.
    Caller,
    /// `nobody`, which only root can become.
    Nobody,
}

/// Whose checks, and whether they get namespaces: all that this machine lets us try.
pub fn settings() -> Vec<(User, Mode)> {
    let users = if is_root() { vec![User::Caller, User::Nobody] } else { vec![User::Caller] };
    users.into_iter().flat_map(|user| [(user, Mode::Default), (user, Mode::NoNamespaces)]).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Default,
    NoNamespaces,
}

pub fn is_root() -> bool {
    rustix::process::getuid().is_root()
}

/// A place for one run: a temporary folder of its own, and a mark in the environment of everything that it starts.
pub struct Scene {
    folder: TempDir,
    pub mark: String,
    pub user: User,
    pub mode: Mode,
}

impl Scene {
    pub fn new((user, mode): (User, Mode)) -> Self {
        let folder = TempDir::with_prefix("scene-").expect("a folder");
        let mark = format!("mark-{:016x}", fastrand::u64(..));
        let scene = Self { folder, mark, user, mode };
        open_to_all(scene.folder.path(), 0o755);
        for name in ["temp", "victim", "here"] {
            fs::create_dir(scene.path(name)).expect("a folder");
            open_to_all(&scene.path(name), 0o777);
        }
        let built = Path::new(env!("CARGO_BIN_EXE_checker"));
        scene.brings(built);
        for solution in ["sol-udp-listener", "sol-tcp-server"] {
            scene.brings(&built.with_file_name(solution));
        }
        scene
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Copies a file to where every user may read it; `make test` builds all programs first.
    pub fn brings(&self, file: &Path) -> PathBuf {
        let copy = self.path(file.file_name().and_then(|name| name.to_str()).expect("a file's name"));
        fs::copy(file, &copy).unwrap_or_else(|error| panic!("{}: {error}; make test builds it", file.display()));
        open_to_all(&copy, 0o755);
        copy
    }

    /// A hostile program, ready to be started: a command line.
    pub fn hostile(&self, name: &str) -> String {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile").join(name);
        let copy = self.brings(&source);
        if !name.ends_with(".c") {
            return format!("python3 {}", copy.display());
        }
        let program = copy.with_extension("");
        let compiled = Command::new("cc").arg("-O1").arg("-o").arg(&program).arg(&copy).status();
        assert!(compiled.is_ok_and(|status| status.success()), "cc does not compile {name}");
        program.display().to_string()
    }

    /// The checker, run by the scene's user.
    pub fn checker(&self) -> Command {
        let checker = self.path("checker");
        let mut command = match self.user {
            User::Caller => Command::new(checker),
            User::Nobody => {
                let mut command = Command::new("setpriv");
                command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(checker);
                command
            }
        };
        elsewhere(&mut command, &self.path("here"));
        command.env("TMPDIR", self.path("temp")).env("HOSTILE_MARK", &self.mark).stdin(Stdio::null());
        command
    }

    /// A call that judges these programs.
    pub fn check(&self, programs: &[(&str, &str)], arguments: &[&str]) -> Command {
        let mut command = self.checker();
        command.arg("check").args(arguments);
        if self.mode == Mode::NoNamespaces {
            command.arg("--no-namespaces");
        }
        for (name, line) in programs {
            command.arg("--program").arg(format!("{name}={line}"));
        }
        command
    }

    /// The command line of a solution.
    pub fn solution(&self, name: &str) -> String {
        self.path(&format!("sol-{name}")).display().to_string()
    }

    /// Waits until no process of this scene is left: only then one knows what is left in its folders.
    pub fn ends(&self) {
        wait_until(|| self.processes().is_empty(), || format!("left: {:?}", self.processes()));
    }

    /// The processes with the scene's mark, and their command lines.
    pub fn processes(&self) -> BTreeMap<u32, String> {
        let all = fs::read_dir("/proc").expect("/proc").flatten();
        let numbers = all.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        numbers.filter(|pid| self.has_mark(*pid)).map(|pid| (pid, command_line(pid))).collect()
    }

    fn has_mark(&self, pid: u32) -> bool {
        let environment = fs::read(format!("/proc/{pid}/environ")).unwrap_or_default();
        environment.windows(self.mark.len()).any(|part| part == self.mark.as_bytes())
    }

    /// Nothing lies in the folders in which a program may have written.
    pub fn is_clean(&self) {
        assert_eq!(self.left(), [] as [PathBuf; 0], "{:?} {:?}", self.user, self.mode);
    }

    fn left(&self) -> Vec<PathBuf> {
        let folders = ["temp", "victim", "here"].map(|name| fs::read_dir(self.path(name)).expect("a folder"));
        folders.into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    }
}

fn open_to_all(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("permissions");
}

fn command_line(pid: u32) -> String {
    let bytes = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&bytes).replace('\0', " ")
}

/// Looks again and again until it is so.
pub fn wait_until(mut so: impl FnMut() -> bool, otherwise: impl Fn() -> String) {
    let until = Instant::now() + LONGEST;
    while !so() {
        assert!(Instant::now() < until, "{}", otherwise());
        sleep(Duration::from_millis(5));
    }
}

/// What the checker said as JSON.
pub struct Report {
    pub status: Option<i32>,
    pub rows: Vec<serde_json::Value>,
    pub stderr: String,
}

impl Report {
    pub fn of(output: &Output) -> Self {
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        let rows: Vec<serde_json::Value> = String::from_utf8_lossy(&output.stdout)
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("no JSON ({error}): {line}")))
            .filter(|row: &serde_json::Value| row["summary"] != true)
            .collect();
        assert!(!rows.is_empty(), "no verdict at all: {:?} {stderr}", output.status);
        assert!(!stderr.contains("panicked"), "{stderr}");
        Self { status: output.status.code(), rows, stderr }
    }

    /// The verdicts on one program, by check.
    pub fn verdicts(&self, program: &str) -> BTreeMap<String, String> {
        let text = |value: &serde_json::Value| value.as_str().expect("a word").to_owned();
        let own = self.rows.iter().filter(|row| row["program"] == program);
        own.map(|row| (text(&row["check"]), text(&row["verdict"]))).collect()
    }
}

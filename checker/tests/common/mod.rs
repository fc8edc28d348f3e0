//! What the files of tests share: the checker as it is called from outside, and what it says of a program.
//!
//! Each of these files is a program of its own, and none of them needs all of this.
#![allow(dead_code)]

pub mod claim;
pub mod collection;
pub mod docs;
pub mod program;
pub mod running;
pub mod volatile;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde::Deserialize;

pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the checker lies in the repository").to_path_buf()
}

/// The checker, in English, called in the repository. What it remembers for hints is not what a student's own runs came
/// to.
pub fn checker() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_checker"));
    command.current_dir(repository()).env("LC_ALL", "C");
    command.env("CHECKER_STATE", Path::new(env!("CARGO_TARGET_TMPDIR")).join("remembered"));
    command.env_remove("NO_COLOR").env_remove("RUST_BACKTRACE");
    command
}

/// The checker, or what calls it, in a folder that is not this repository: cargo shall build there, not where the
/// caller builds.
pub fn elsewhere<'a>(command: &'a mut Command, folder: &Path) -> &'a mut Command {
    command.current_dir(folder).env("LC_ALL", "C");
    for name in ["CARGO", "CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR", "RUST_BACKTRACE", "NO_COLOR"] {
        command.env_remove(name);
    }
    command
}

/// A line of `checker list --format json`.
#[derive(Deserialize)]
pub struct Listed {
    pub exercise: String,
    pub bonus: bool,
    pub program: String,
    pub check: String,
    pub points: u32,
    pub extra: bool,
    pub needs: Vec<String>,
    pub purpose: String,
}

pub fn list(lang: &str) -> Vec<Listed> {
    let output = checker().args(["list", "--format", "json", "--lang", lang]).output().expect("the checker starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let stdout = String::from_utf8(output.stdout).expect("UTF-8");
    stdout.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

/// The folders of the exercises, in their order.
pub fn exercises() -> Vec<String> {
    let mut folders: Vec<String> = list("en").into_iter().map(|listed| listed.exercise).collect();
    folders.dedup();
    folders
}

/// The programs, each with its exercise, in the order of the exercises.
pub fn programs() -> Vec<(String, String)> {
    let mut programs: Vec<_> = list("en").into_iter().map(|listed| (listed.exercise, listed.program)).collect();
    programs.sort();
    programs.dedup();
    programs
}

/// What `checker check --format json` says of one check.
#[derive(Deserialize)]
pub struct Row {
    pub exercise: String,
    pub program: String,
    pub check: String,
    pub verdict: String,
    pub misconception: Option<String>,
    pub points: u32,
    pub of: u32,
    pub millis: f64,
}

/// A whole run of `checker check --format json`.
pub struct Judged {
    pub status: Option<i32>,
    pub rows: Vec<Row>,
    pub stderr: String,
}

/// Calls `checker check --format json` with these arguments.
pub fn check<S: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = S>) -> Judged {
    let mut command = checker();
    command.args(["check", "--format", "json"]).args(arguments);
    let Output { status, stdout, stderr } = command.output().expect("the checker starts");
    let stdout = String::from_utf8(stdout).expect("UTF-8");
    // The last line is the summary.
    let rows = stdout.lines().filter(|line| !line.contains("\"summary\":true"));
    Judged {
        status: status.code(),
        rows: rows.map(|line| serde_json::from_str(line).expect("a line of JSON")).collect(),
        stderr: String::from_utf8_lossy(&stderr).into_owned(),
    }
}

impl Judged {
    pub fn has_all_points(&self) -> bool {
        self.status == Some(0) && !self.rows.is_empty() && self.rows.iter().all(|row| row.verdict == "pass")
    }

    pub fn row(&self, check: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.check == check)
    }

    /// Which of these checks did not pass, and how each was explained: what has to be the same in every run.
    pub fn lost_of(&self, these: impl Fn(&String) -> bool) -> String {
        let lost = self.rows.iter().filter(|row| row.verdict != "pass" && these(&row.check));
        let said = |row: &Row| format!("{} {} {}", row.check, row.verdict, row.misconception.as_deref().unwrap_or("-"));
        lost.map(said).collect::<Vec<_>>().join(", ")
    }

    /// Everything but the checks that passed, in one line.
    pub fn in_short(&self) -> String {
        let mut short = String::new();
        let mut unreached = 0;
        for row in self.rows.iter().filter(|row| row.verdict != "pass") {
            if row.verdict == "not-reached" {
                unreached += 1;
                continue;
            }
            let misconception = row.misconception.as_deref().unwrap_or("-");
            let _ = match row.verdict.as_str() {
                "fail" => write!(short, "{} ({misconception}), ", row.check),
                verdict => write!(short, "{} {verdict}, ", row.check),
            };
        }
        let points: u32 = self.rows.iter().map(|row| row.points).sum();
        format!("{short}{unreached} not reached, {points} points, status {:?} {}", self.status, self.stderr)
    }
}

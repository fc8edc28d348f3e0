//! `--pcap`: files that Wireshark's own `tshark` reads, with each packet once, names, and comments where they belong; and
//! the same verdicts as without.

mod common;
mod scene;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use scene::{Mode, Report, Scene, User, settings};
use tempfile::TempDir;

/// What tshark tells of a packet.
struct Frame {
    from: String,
    to: String,
    /// In hexadecimal, for TCP.
    flags: u32,
    /// How much it carries.
    len: usize,
    comments: String,
}

const RST: u32 = 4;
const SYN: u32 = 2;

impl Frame {
    fn is_from_to(&self, from: &str, to: &str) -> bool {
        (self.from.as_str(), self.to.as_str()) == (from, to)
    }
}

/// Whether there is a tshark; a word if not.
fn has_tshark() -> bool {
    let found = Command::new("tshark").arg("--version").output().is_ok();
    if !found {
        eprintln!("left out: this machine has no tshark (sudo apt install tshark)");
    }
    found
}

fn output(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{:?}: {error}", command.get_program()));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {stderr}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What tshark has to tell of each packet: nothing in the seventh, where it understands all of it. The others tell one
/// packet of TCP from another, also where a segment was sent again.
const FIELDS: [&str; 11] = [
    "_ws.col.Source",
    "_ws.col.Destination",
    "tcp.flags",
    "tcp.len",
    "udp.length",
    "frame.comment",
    "_ws.malformed",
    "tcp.srcport",
    "tcp.dstport",
    "tcp.seq",
    "ip.id",
];

/// The packets in a file, with names in place of addresses.
fn frames(file: &Path) -> Vec<Frame> {
    let mut tshark = Command::new("tshark");
    tshark.arg("-r").arg(file).args(["-N", "nN", "-T", "fields", "-E", "separator=|"]);
    tshark.args(FIELDS.iter().flat_map(|field| ["-e", field]));
    let mut seen = BTreeSet::new();
    output(&mut tshark).lines().map(|line| frame(line, &mut seen)).collect()
}

fn frame(line: &str, seen: &mut BTreeSet<String>) -> Frame {
    let columns: Vec<&str> = line.split('|').collect();
    let [from, to, flags, segment, datagram, comments, malformed, own @ ..] = columns.as_slice() else {
        panic!("{line}")
    };
    assert_eq!((*malformed, own.len()), ("", 4), "{line}");
    assert!(flags.is_empty() || seen.insert([&[*from, *to, *flags], own].concat().join(" ")), "twice: {line}");
    let number = |text: &str| text.parse::<usize>().unwrap_or(0);
    Frame {
        from: (*from).to_owned(),
        to: (*to).to_owned(),
        flags: u32::from_str_radix(flags.trim_start_matches("0x"), 16).unwrap_or(0),
        // UDP counts its own header.
        len: number(segment) + number(datagram).saturating_sub(8),
        comments: (*comments).to_owned(),
    }
}

/// What is said of the file as a whole.
fn about(file: &Path) -> String {
    output(Command::new("capinfos").arg("-k").arg(file))
}

/// Has one check of a program judged in this setting, and gives its file; the program passes or not.
fn recorded(setting: (User, Mode), program: (&str, &str), check: &str, passes: bool) -> (Scene, PathBuf) {
    let scene = Scene::new(setting);
    let (name, line) = program;
    let line = if line.is_empty() {
        scene.solution(name)
    } else {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(line);
        format!("python3 {}", scene.brings(&source).display())
    };
    let mut call = scene.check(&[(name, &line)], &["--format", "json", "--only", check, "--pcap", "new/packets"]);
    let report = Report::of(&call.output().expect("the checker starts"));
    assert_eq!(report.status, Some(i32::from(!passes)), "{}", report.stderr);
    let file = scene.path("here/new/packets").join(format!("{check}.pcapng"));
    (scene, file)
}

/// The settings in which there are rooms: everybody's.
fn rooms() -> impl Iterator<Item = (User, Mode)> {
    settings().into_iter().filter(|(_, mode)| *mode == Mode::Default)
}

#[test]
fn a_reset_can_be_read() {
    if !has_tshark() {
        return;
    }
    for setting in rooms() {
        let server = ("tcp-server", "wrong/04-tcp-server/dies-of-a-reset.py");
        let (_scene, file) = recorded(setting, server, "04.reset", false);
        let about = about(&file);
        assert!(about.contains("04.reset: a client that resets its connection"), "{about}");
        assert!(about.contains("expected: bob's connection is accepted"), "{about}");

        let all = frames(&file);
        let opened: Vec<&Frame> = all.iter().filter(|frame| frame.flags & SYN != 0).collect();
        // Each SYN and its answer; but nobody is left who answers bob.
        let ends = [("ana", "tcp-server"), ("tcp-server", "ana"), ("bob", "tcp-server")];
        assert_eq!(opened.len(), ends.len(), "{setting:?}");
        assert!(opened.iter().zip(ends).all(|(frame, (from, to))| frame.is_from_to(from, to)));
        assert!(opened[0].comments.contains("tcp-server  starts as"), "{}", opened[0].comments);
        assert!(opened[2].comments.contains("tcp-server  ends with status 1"), "{}", opened[2].comments);

        let said: Vec<&Frame> = all.iter().filter(|frame| frame.to == "ana" && frame.len > 0).collect();
        assert_eq!(said.len(), 1);
        assert!(said[0].comments.contains("tcp-server → ana  sends OK ..."), "{}", said[0].comments);

        let resets: Vec<&Frame> = all.iter().filter(|frame| frame.flags & RST != 0).collect();
        let (first, last) = (resets[0], resets[resets.len() - 1]);
        assert!(first.is_from_to("ana", "tcp-server"), "{} to {}", first.from, first.to);
        assert!(first.comments.contains("ana → tcp-server  resets the connection"), "{}", first.comments);
        assert!(last.is_from_to("tcp-server", "bob"), "{} to {}", last.from, last.to);
        assert!(last.comments.contains("HERE IT FAILED"), "{}", last.comments);
        assert_eq!(all.iter().filter(|frame| frame.comments.contains("HERE IT FAILED")).count(), 1);
    }
}

#[test]
fn datagrams_can_be_read() {
    if !has_tshark() {
        return;
    }
    for setting in rooms() {
        let (_scene, file) = recorded(setting, ("udp-listener", ""), "02.tells-senders-apart", true);
        assert!(about(&file).contains("The check passed."));
        let all = frames(&file);
        let said: usize = all.iter().map(|frame| frame.comments.matches(" → udp-listener  datagram ").count()).sum();
        assert!(all.len() > 2 && said == all.len(), "{said} datagrams said, {} in the file", all.len());
        for Frame { from, to, comments, .. } in &all {
            // Two of them are at one address.
            let own = |name: &str| comments.contains(&format!("{name} → udp-listener  datagram "));
            assert!(from.split('+').any(own) && to == "udp-listener", "{from} to {to}: {comments}");
        }
        assert!(all.iter().any(|frame| frame.from == "bob") && all.iter().any(|frame| frame.from != "bob"));
    }
}

#[test]
fn a_long_datagram_has_its_length() {
    if !has_tshark() {
        return;
    }
    let (_scene, file) = recorded((User::Caller, Mode::Default), ("udp-listener", ""), "02.largest", true);
    assert_eq!(frames(&file).iter().filter(|frame| frame.len == 65507).count(), 1);
    assert!(fs::metadata(&file).expect("a file").len() < 16_000);
    assert!(about(&file).contains("Only the beginning of a long packet"));
}

#[test]
fn verdicts_are_the_same() {
    for setting in settings() {
        let scene = Scene::new(setting);
        let silent = scene.hostile("never_answers.py");
        let programs = [("tcp-server", silent.as_str()), ("udp-listener", &scene.solution("udp-listener"))];
        let verdicts = |arguments: &[&str]| {
            let mut call = scene.check(&programs, arguments);
            let report = Report::of(&call.output().expect("the checker starts"));
            (report.verdicts("tcp-server"), report.verdicts("udp-listener"), report.stderr)
        };
        let (server, listener, stderr) = verdicts(&["--format", "json"]);
        assert_eq!((stderr.as_str(), server["04.answers"].as_str()), ("", "fail"));
        let (recorded_server, recorded_listener, stderr) = verdicts(&["--format", "json", "--pcap", "packets"]);
        assert_eq!((server, listener), (recorded_server, recorded_listener), "{setting:?}");

        let there = fs::read_dir(scene.path("here/packets")).expect("a folder").count();
        if setting.1 == Mode::Default {
            assert!(there > 0 && stderr.is_empty(), "{there} files, {stderr}");
        } else {
            assert_eq!((there, stderr.matches("no packets were recorded").count()), (0, 1), "{stderr}");
        }
    }
}

#[test]
fn the_solutions_keep_all_points() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().to_str().expect("UTF-8");
    let judged = common::check(["--solutions", "--pcap", path]);
    assert!(judged.has_all_points(), "{}", judged.in_short());
    let files: Vec<PathBuf> =
        judged.rows.iter().map(|row| folder.path().join(format!("{}.pcapng", row.check))).collect();
    let there = fs::read_dir(folder.path()).expect("a folder").count();
    if judged.stderr.contains("--pcap") {
        return eprintln!("left out: there are no rooms here, and no packets");
    }
    assert_eq!(there, files.len());
    if has_tshark() {
        // Ends with an error at the first file that it does not understand.
        output(Command::new("capinfos").arg("-c").args(&files));
    }
}

fn told(arguments: &[&str]) -> Output {
    let server = "tcp-server=python3 checker/tests/wrong/04-tcp-server/dies-of-a-reset.py";
    let mut command = common::checker();
    command.args(["check", "--only", "04.reset", "--program", server]).args(arguments);
    command.output().expect("the checker starts")
}

#[test]
fn a_failure_says_where_the_packets_are() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("04.reset.pcapng");
    let recorded = told(&["--pcap", folder.path().to_str().expect("UTF-8")]);
    let recorded = String::from_utf8_lossy(&recorded.stdout);
    if recorded.contains("no packets were recorded") {
        return eprintln!("left out: there are no rooms here, and no packets");
    }
    assert!(recorded.contains(&format!("the packets: {}", file.display())), "{recorded}");
    for (lang, offer) in [("en", "run it again with --pcap FOLDER"), ("fr", "relancez avec --pcap DOSSIER")] {
        let stdout = told(&["--lang", lang]).stdout;
        let words: Vec<String> = String::from_utf8_lossy(&stdout).split_whitespace().map(str::to_owned).collect();
        assert!(words.join(" ").contains(offer), "{words:?}");
    }
    let stdout = told(&["--no-namespaces"]).stdout;
    assert!(!String::from_utf8_lossy(&stdout).contains("--pcap"), "nobody can have them there");
}

#[test]
fn a_folder_that_cannot_be_is_told() {
    let output = told(&["--pcap", "/dev/null/packets"]);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("/dev/null/packets") && stderr.contains("--pcap"), "{stderr}");
    assert!(output.stdout.is_empty());
}

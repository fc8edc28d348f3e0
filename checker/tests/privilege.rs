//! The same verdicts for root, for an ordinary user, with and without namespaces, and where the system forbids them.

mod common;
mod scene;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use scene::{Mode, Report, Scene, User, is_root, settings};

type Verdicts = BTreeMap<String, String>;

/// A server with one mistake, and a right listener: what becomes of their checks.
fn verdicts(scene: &Scene, launcher: &[&str]) -> (Verdicts, Report) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/never_answers.py");
    let server = format!("python3 {}", scene.brings(&source).display());
    let listener = scene.solution("udp-listener");
    let call = scene.check(&[("tcp-server", &server), ("udp-listener", &listener)], &["--format", "json"]);
    let report = Report::of(&run(&call, launcher));
    scene.ends();
    scene.is_clean();
    assert_eq!(report.status, Some(1), "{}", report.stderr);
    let mut all = report.verdicts("tcp-server");
    all.extend(report.verdicts("udp-listener"));
    (all, report)
}

/// Runs a call from within another one.
fn run(call: &Command, launcher: &[&str]) -> Output {
    let words = launcher.iter().map(AsRef::as_ref).chain([call.get_program()]).chain(call.get_args());
    let words: Vec<_> = words.collect();
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).stdin(Stdio::null());
    if let Some(folder) = call.get_current_dir() {
        command.current_dir(folder);
    }
    for (name, value) in call.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command.output().expect("the call starts")
}

#[test]
fn everybody_comes_to_the_same_verdicts() {
    if !is_root() {
        eprintln!("skipped in part: only root can run the checker as somebody else");
    }
    let all: Vec<Verdicts> = settings().into_iter().map(|setting| verdicts(&Scene::new(setting), &[]).0).collect();
    for (setting, verdicts) in settings().into_iter().zip(&all) {
        assert_eq!(verdicts, &all[0], "{setting:?}");
    }
    let passed = all[0].iter().filter(|(_, verdict)| *verdict == "pass").map(|(check, _)| &check[..2]);
    assert!(passed.clone().any(|exercise| exercise == "02") && all[0]["04.answers"] == "fail", "{:?}", all[0]);
}

/// A user namespace in which there may be no other: the machine's own setting is not touched.
const FORBIDS: [&str; 6] = [
    "unshare",
    "--user",
    "--map-root-user",
    "sh",
    "-c",
    "echo 0 > /proc/sys/user/max_user_namespaces && exec \"$0\" \"$@\"",
];

#[test]
fn where_namespaces_are_forbidden() {
    let scene = Scene::new((User::Caller, Mode::Default));
    let tried = Command::new(FORBIDS[0]).args(&FORBIDS[1..]).arg("true").output();
    if !tried.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: no user namespace can be had here at all, or none that forbids others");
        return;
    }
    let (there, report) = verdicts(&scene, &FORBIDS);
    assert_eq!(report.stderr.matches("no namespace").count(), 1, "{}", report.stderr);
    let (here, report) = verdicts(&Scene::new((User::Caller, Mode::NoNamespaces)), &[]);
    assert_eq!(there, here);
    assert!(!report.stderr.contains("namespaces"), "nobody asks why what was not wanted is not there");

    let listener = scene.solution("udp-listener");
    let told = run(&scene.check(&[("udp-listener", &listener)], &[]), &FORBIDS);
    let stdout = String::from_utf8_lossy(&told.stdout);
    assert_eq!(stdout.matches("no namespace").count(), 1, "{stdout}");
    // The kernel's word for it is one about disks.
    assert!(stdout.contains("/proc/sys/user/max_user_namespaces") && !stdout.contains("No space"), "{stdout}");
    assert_eq!(String::from_utf8_lossy(&told.stderr), "");
    assert!(stdout.contains("100 of 100"), "{stdout}");
    scene.ends();
}

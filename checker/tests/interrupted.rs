//! The checker is ended in the middle of its work, politely or not: nothing that it started goes on, and nothing lies
//! around.

mod common;
mod scene;

use std::fs;
use std::io::{Read, Write};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};
use scene::{Scene, settings, wait_until};

/// How the checker is ended.
type End = fn(&Child);

/// Ctrl-C: the signal goes to everybody in the terminal's foreground.
const CTRL_C: End = |checker| kill_process_group(Pid::from_child(checker), Signal::INT).expect("a process group");
const TERMINATE: End = |checker| kill_process(Pid::from_child(checker), Signal::TERM).expect("the checker");
const KILL: End = |checker| kill_process(Pid::from_child(checker), Signal::KILL).expect("the checker");

fn start(command: &mut Command) -> Child {
    // As a shell does, so that the signal does not reach the test.
    heeding_ctrl_c(command).process_group(0).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts")
}

/// The same command, for which Ctrl-C is what it is in the foreground: a shell has all that runs in its background ignore
/// it, these tests perhaps, and whatever is started inherits that (execve(2)).
fn heeding_ctrl_c(command: &Command) -> Command {
    let mut env = Command::new("env");
    env.arg("--default-signal=INT").arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => env.env(name, value),
            None => env.env_remove(name),
        };
    }
    env.current_dir(command.get_current_dir().unwrap_or(Path::new(".")));
    env
}

/// Ends the checker as soon as so many processes of this program are there.
fn interrupt(program: &str, number: usize, end: End) {
    for setting in settings() {
        let scene = Scene::new(setting);
        let line = scene.hostile(program);
        let mut checker = start(&mut scene.check(&[("tcp-server", &line), ("udp-sender", &line)], &["--jobs", "3"]));
        let file = Path::new(&line).file_name().and_then(|name| name.to_str()).expect("a file").to_owned();
        wait_until(
            || scene.processes().values().filter(|line| is_started(line, &file)).count() >= number,
            || format!("{program} never started: {:?}", scene.processes()),
        );
        end(&checker);
        assert!(!checker.wait().expect("the checker ends").success());
        scene.ends();
        scene.is_clean();
    }
}

/// Whether this is the program itself: a room has no arguments of a program, and the checker has all of them.
fn is_started(line: &str, file: &str) -> bool {
    line.contains(file) && !line.contains("--program")
}

macro_rules! interrupted {
    ($($test:ident: $program:literal $number:literal $end:ident)*) => {
        $(#[test] fn $test() { interrupt($program, $number, $end); })*
    };
}

interrupted! {
    ctrl_c_while_a_program_computes: "busy.py" 1 CTRL_C
    terminated_while_a_program_computes: "busy.py" 1 TERMINATE
    killed_while_a_program_computes: "busy.py" 1 KILL
    ctrl_c_among_daemons: "lasting_daemons.py" 30 CTRL_C
    terminated_among_daemons: "lasting_daemons.py" 30 TERMINATE
    killed_among_daemons: "lasting_daemons.py" 30 KILL
}

/// A crate whose build script never ends.
fn crate_that_builds_for_ever(scene: &Scene) {
    let root = scene.path("here");
    let folder = root.join("exercises/04-tcp-server");
    fs::create_dir_all(folder.join("src")).expect("a folder");
    let workspace = "[workspace]\nresolver = \"3\"\nmembers = [\"exercises/*\"]\n";
    let package = "[package]\nname = \"ex04-tcp-server\"\nedition = \"2024\"\n\n[[bin]]\nname = \"tcp-server\"\n\
                   path = \"src/main.rs\"\n";
    let script = "fn main() {\n    loop {\n        std::thread::park();\n    }\n}\n";
    for (name, text) in [
        ("Cargo.toml", workspace),
        ("exercises/04-tcp-server/Cargo.toml", package),
        ("exercises/04-tcp-server/build.rs", script),
        ("exercises/04-tcp-server/src/main.rs", "fn main() {}\n"),
    ] {
        fs::write(root.join(name), text).expect("a file");
    }
}

#[test]
fn while_cargo_builds() {
    for end in [CTRL_C, TERMINATE, KILL] {
        let scene = Scene::new((scene::User::Caller, scene::Mode::Default));
        crate_that_builds_for_ever(&scene);
        let mut checker = start(scene.checker().args(["check", "04"]));
        wait_until(
            || scene.processes().values().any(|line| line.contains("build-script-build")),
            || format!("cargo never got there: {:?}", scene.processes()),
        );
        end(&checker);
        assert!(!checker.wait().expect("the checker ends").success());
        scene.ends();
    }
}

/// cargo puts another checker in its place (`make tank` beside `make check`): the one that runs needs its file no more.
#[test]
fn a_checker_that_is_replaced_goes_on() {
    for mode in [scene::Mode::Default, scene::Mode::NoNamespaces] {
        let scene = Scene::new((scene::User::Caller, mode));
        let checker = scene
            .check(&[("udp-listener", &scene.solution("udp-listener"))], &["--only", "02.shows-a-datagram"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the checker starts");
        fs::remove_file(scene.path("checker")).expect("its file");
        let output = checker.wait_with_output().expect("the checker ends");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

/// On a terminal, where Ctrl-C is typed: what was shown of the work under way is taken away.
#[test]
fn ctrl_c_clears_the_live_line() {
    const ERASED: &str = "\u{1b}[2K";
    let scene = Scene::new((scene::User::Caller, scene::Mode::Default));
    let line = scene.hostile("busy.py");
    let call = scene.check(&[("tcp-server", &line)], &[]);
    let words = std::iter::once(call.get_program()).chain(call.get_args());
    let words: Vec<&str> = words.map(|word| word.to_str().expect("UTF-8")).collect();
    let mut terminal = Command::new("script")
        .args(["-qec", &shlex::try_join(words).expect("no NUL"), "/dev/null"])
        .current_dir(scene.path("here"))
        .envs([("LC_ALL", "C"), ("TERM", "xterm"), ("HOSTILE_MARK", &scene.mark)])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("script starts");
    let (mut keys, mut screen) = (terminal.stdin.take().expect("a pipe"), terminal.stdout.take().expect("a pipe"));
    let (mut shown, mut buffer, mut typed) = (Vec::new(), [0; 4096], false);
    loop {
        let read = screen.read(&mut buffer).expect("what the terminal shows");
        if read == 0 {
            break;
        }
        shown.extend(&buffer[..read]);
        if !typed && String::from_utf8_lossy(&shown).contains("checking: ") {
            keys.write_all(b"\x03").expect("Ctrl-C");
            typed = true;
        }
    }
    terminal.wait().expect("the terminal ends");
    let shown = String::from_utf8_lossy(&shown).into_owned();
    assert!(typed && shown.trim_end().ends_with(ERASED), "{shown:?}");
    scene.ends();
}

//! Programs that do their worst: each gets the verdict that it deserves, nothing of it is left, and a solution that is
//! judged beside it keeps all its points.

mod common;
mod scene;

use scene::{Mode, Report, Scene, User, settings};

/// What a program kind's checks may come to.
type Allowed = fn(verdict: &str) -> bool;

/// Whatever it did, it did not do what was asked for.
const NEVER_PASSES: Allowed = |verdict| matches!(verdict, "fail" | "not-reached");
const ALWAYS_PASSES: Allowed = |verdict| verdict == "pass";

/// Judges a hostile program as a server and as a sender.
fn judge(name: &str, arguments: &str, setting: (User, Mode), allowed: Allowed, surroundings: &[(&str, &str)]) {
    let server = ["tcp-server", "udp-sender"];
    // As a solution, it can be one thing only.
    let kinds = if surroundings.iter().any(|(name, _)| *name == "SOLUTION") { &server[..1] } else { &server[..] };
    judge_as(kinds, name, arguments, setting, allowed, surroundings);
}

/// Judges it as programs of these kinds, beside a solution. `arguments` come before the checker's own.
fn judge_as(
    kinds: &[&str],
    name: &str,
    arguments: &str,
    setting: (User, Mode),
    allowed: Allowed,
    surroundings: &[(&str, &str)],
) {
    let scene = Scene::new(setting);
    let line = format!("{} {arguments}", scene.hostile(name));
    let listener = scene.solution("udp-listener");
    let programs: Vec<(&str, &str)> =
        kinds.iter().map(|kind| (*kind, line.as_str())).chain([("udp-listener", listener.as_str())]).collect();
    // Of a program that can do nothing right, one check of each kind tells all; the others would need it anyway.
    let only = if allowed("pass") { ["04", "02"].as_slice() } else { &["04.answers", "01.sends", "03.asks", "02"] };
    let only = only.iter().flat_map(|name| ["--only", name]).chain(["--format", "json"]);
    let mut command = scene.check(&programs, &only.collect::<Vec<&str>>());
    command.env("VICTIM", scene.path("victim"));
    for (name, value) in surroundings {
        command.env(name, if *name == "SOLUTION" { scene.solution(value) } else { (*value).to_owned() });
    }
    let report = Report::of(&command.output().expect("the checker starts"));
    scene.ends();
    scene.is_clean();

    let beside = report.verdicts("udp-listener");
    assert!(beside.values().all(|verdict| verdict == "pass"), "{name} {setting:?}: beside it {beside:?}");
    for kind in kinds {
        let verdicts = report.verdicts(kind);
        let right = !verdicts.is_empty() && verdicts.values().all(|verdict| allowed(verdict));
        assert!(right, "{name} {setting:?}: {verdicts:?} {}", report.stderr);
    }
}

/// In all settings that this machine has.
fn judge_everywhere(name: &str, arguments: &str) {
    for setting in settings() {
        judge(name, arguments, setting, NEVER_PASSES, &[]);
    }
}

/// The settings in which a program has a room of its own.
fn rooms() -> impl Iterator<Item = (User, Mode)> {
    settings().into_iter().filter(|(_, mode)| *mode == Mode::Default)
}

macro_rules! hostile {
    ($($test:ident: $name:literal $arguments:literal)*) => {
        $(#[test] fn $test() { judge_everywhere($name, $arguments); })*
    };
}

hostile! {
    forks_daemons_and_ends: "daemons.py" ""
    ignores_every_signal: "ignores_signals.py" ""
    prints_large_pieces: "prints.py" "1 65536"
    prints_small_pieces: "prints.py" "1 2"
    complains_without_end: "prints.py" "2 4096"
    takes_all_memory: "takes_memory.py" ""
    bombs_with_forks: "fork_bomb.c" ""
    is_never_there: "comet.c" ""
    hides_a_daemon_in_namespaces: "nested.c" ""
    stops_itself: "stops_itself.py" ""
    closes_its_descriptors: "closes_descriptors.py" ""
    computes_for_ever: "busy.py" ""
    becomes_another_program: "becomes_another.py" ""
    leaves_somebody_with_its_output: "leaves_a_holder.py" ""
    dies_of_a_trap: "traps.py" ""
    locks_its_folder: "locks_its_folder.py" ""
    opens_all_that_it_may: "opens_everything.py" ""
    fills_its_folder: "fills_disk.py" "$TMPDIR +"
}

/// Whoever talks to it gets more than anybody can keep.
#[test]
fn sends_without_end() {
    for setting in settings() {
        for (program, arguments) in [("udp-sender", "udp 60000"), ("udp-sender", "udp 1"), ("tcp-client", "tcp 65536")]
        {
            judge_as(&[program], "floods.py", arguments, setting, NEVER_PASSES, &[]);
        }
    }
}

/// It is the server's own work that counts, not what else it does.
#[test]
fn forks_daemons_and_serves() {
    for setting in settings() {
        judge("daemons.py", "", setting, ALWAYS_PASSES, &[("SOLUTION", "tcp-server")]);
    }
}

#[test]
fn fills_every_disk_that_it_finds() {
    for setting in rooms() {
        judge("fills_disk.py", ". $TMPDIR $VICTIM /tmp /var/tmp /dev/shm +", setting, NEVER_PASSES, &[]);
    }
}

/// Without a room, this would be the end of the machine.
#[test]
fn kills_all_that_it_can_see() {
    let machine = std::fs::read_link("/proc/self/ns/pid").expect("a PID namespace");
    let machine = machine.to_str().expect("its name");
    for setting in rooms() {
        judge("kills_all.py", "", setting, NEVER_PASSES, &[("MACHINE", machine)]);
    }
}

#[test]
fn kills_its_parent() {
    for setting in rooms() {
        judge("kills_its_parent.py", "", setting, NEVER_PASSES, &[]);
    }
}

/// Without a room nobody can keep it from that: there is no verdict then, but nothing of it is left either.
#[test]
fn kills_its_parent_without_a_room() {
    let verdicts: Allowed = |verdict| matches!(verdict, "fail" | "not-reached" | "not-judged");
    for setting in settings().into_iter().filter(|(_, mode)| *mode == Mode::NoNamespaces) {
        judge("kills_its_parent.py", "", setting, verdicts, &[]);
    }
}

#[test]
fn writes_outside_of_its_folder() {
    for setting in rooms() {
        judge("writes_outside.py", "", setting, NEVER_PASSES, &[("SOLUTION", "tcp-server")]);
    }
}

#[test]
fn spies_on_the_room() {
    for setting in rooms() {
        judge("spies.py", "", setting, NEVER_PASSES, &[("SOLUTION", "tcp-server")]);
    }
}

//! What looks as if nothing could happen any more, and is none.

mod common;
mod scene;

use std::path::Path;
use std::process::{Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

use common::{checker, program};
use rustix::process::{Pid, Signal, kill_process};
use scene::{Mode, Scene, User, wait_until};

/// Whoever lists the processes sees the first one, which waits, and another, which has ended when it is looked at; the
/// one that lives by then is on no list.
#[test]
fn a_chain_of_processes_comes_to_its_end() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stall/chain.c");
    let chain = program::whole(&source).expect("it compiles");
    let listener = program::solution("02-udp-listener", "udp-listener").expect("it compiles");
    for _ in 0..5 {
        let mut command = checker();
        command.args(["check", "--only", "02.shows-a-datagram", "--program"]);
        let Output { status, stdout, .. } =
            command.arg(format!("udp-listener={chain} {listener}")).output().expect("the checker starts");
        assert!(status.success(), "{}", String::from_utf8_lossy(&stdout));
    }
}

/// A host may take a virtual machine its processors for some seconds, and laptops are shut: nobody could do anything
/// meanwhile, neither the program, which is still about to begin, nor the checker.
#[test]
fn a_machine_that_stands_still_costs_no_patience() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/alternatives/02-udp-listener/starts-slowly.py");
    let listener = program::whole(&source).expect("it is there");
    let scene = Scene::new((User::Caller, Mode::Default));
    let mut command = scene.check(&[("udp-listener", &listener)], &["--only", "02.shows-a-datagram"]);
    let running = command.stdout(Stdio::piped()).spawn().expect("the checker starts");
    let is_program = |line: &str| line.contains("starts-slowly") && !line.contains("--program");
    wait_until(|| scene.processes().values().any(|line| is_program(line)), || "it never started".to_owned());
    // The program stops last and goes on first: stopped alone, it would be seen to do nothing.
    let (mut programs, mut others) = (Vec::new(), Vec::new());
    for (pid, line) in scene.processes() {
        let group = if is_program(&line) { &mut programs } else { &mut others };
        group.push(Pid::from_raw(pid as i32).expect("a process"));
    }
    let all = |order: [&[Pid]; 2], signal| {
        for pid in order.concat() {
            kill_process(pid, signal).expect("it is still there");
        }
    };
    all([&others, &programs], Signal::STOP);
    sleep(Duration::from_secs(4));
    all([&programs, &others], Signal::CONT);
    let output = running.wait_with_output().expect("the checker ends");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

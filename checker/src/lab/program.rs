//! The student's program, as a check handles it: start it, type, look at what it shows, see it end.

use rustix::process::{Signal, kill_process};

use super::compare::{Agreement, best, find, in_other_blanks, nearest, without_what_follows};
use super::output::Output;
use super::resources;
use super::turn::Halt;
use super::world::{Running, World};
use super::{Lab, Step, Stop};
use crate::kernel::processes;
use crate::room;
use crate::verdict::{Bytes, Exit, Finding, Message, What};

/// A line may be 1 MiB long, and a few of them must fit.
const STDOUT: usize = 5 << 20;
/// stderr is free: a program may tell its whole story before it says what went wrong.
const STDERR: usize = 1 << 20;

/// A program that was started.
#[derive(Clone)]
pub struct Program {
    lab: Lab,
    at: usize,
}

impl Lab {
    /// Starts the judged program with these arguments. Its stdin stays open.
    pub fn start<S: AsRef<str>>(&self, arguments: &[S]) -> Step<Program> {
        let mut world = self.world.borrow_mut();
        let room = world.room.clone();
        let Some(launch) = room.order.programs.get(&self.program) else {
            return Err(self.cannot_judge(Message::new("reason-no-program").with("program", &self.program)));
        };
        let mut argv = launch.argv.clone();
        argv.extend(arguments.iter().map(|argument| argument.as_ref().to_owned()));
        let started = room::start(&argv, launch.folder.as_deref(), &room.folder.0).map_err(|error| {
            let reason = Message::new("reason-cannot-start").with("program", &argv[0]);
            self.cannot_judge(reason.with("error", error))
        })?;
        let command = shown(&self.program, &argv[launch.argv.len()..]);
        world.record(&self.program, None, What::Starts(command.clone()));
        world.programs.push(Running {
            name: self.program.clone(),
            command,
            pid: started.pid,
            gone: started.gone,
            stdin: Some(started.stdin),
            typed: Vec::new(),
            ends_input: false,
            stdout: Output::new(started.stdout, STDOUT),
            stderr: Output::new(started.stderr, STDERR),
            exit: None,
        });
        Ok(Program { lab: self.clone(), at: world.programs.len() - 1 })
    }
}

/// The command line as one would type it, with long arguments shortened.
fn shown(program: &str, arguments: &[String]) -> String {
    let words = std::iter::once(program).chain(arguments.iter().map(String::as_str));
    let words: Vec<String> = words
        .map(|word| match word.char_indices().nth(60) {
            Some((at, _)) => format!("{}…", &word[..at]),
            None if word.is_empty() || word.contains(' ') => format!("'{word}'"),
            None => word.to_owned(),
        })
        .collect();
    words.join(" ")
}

impl Program {
    pub(super) fn lab(&self) -> &Lab {
        &self.lab
    }

    pub(super) fn with<T>(&self, look: impl FnOnce(&mut Running) -> T) -> T {
        look(&mut self.lab.world.borrow_mut().programs[self.at])
    }

    /// Types on its stdin, in one go.
    pub fn types(&self, bytes: impl AsRef<[u8]>) {
        let mut world = self.lab.world.borrow_mut();
        let name = world.programs[self.at].name.clone();
        world.record("stdin", Some(&name), What::Types(Bytes::of(bytes.as_ref())));
        world.said += bytes.as_ref().len();
        world.programs[self.at].typed.extend(bytes.as_ref());
        world.programs[self.at].type_on();
    }

    /// Ends its stdin, after all that was typed.
    pub fn ends_input(&self) {
        let mut world = self.lab.world.borrow_mut();
        let name = world.programs[self.at].name.clone();
        world.record("stdin", Some(&name), What::EndsInput);
        world.programs[self.at].ends_input = true;
        world.programs[self.at].type_on();
    }

    /// It prints this, at once. What else it prints is for [`Self::shows_nothing_but`] to judge, so that a greeting
    /// or a prompt does not cost the points of every check.
    pub fn shows(&self, wanted: impl AsRef<[u8]>) -> Step {
        self.shows_one_of(&[wanted.as_ref().to_vec()])
    }

    /// It prints one of these, which are all right.
    pub fn shows_one_of(&self, wanted: &[Vec<u8>]) -> Step {
        self.wait_to_show(wanted).map_err(|halt| {
            let came = self.with(|program| program.stdout.unseen().to_vec());
            self.shows_too_little(wanted, &came, halt)
        })
    }

    /// The same for a check that is not about "at once": a program that holds its output back until a buffer is full
    /// is made to fill it. `more` gives it something to print, and says what.
    pub fn shows_in_the_end(&self, wanted: &[Vec<u8>], mut more: impl FnMut() -> Step<String>) -> Step {
        let unseen = || self.with(|program| program.stdout.unseen().to_vec());
        // What is shown before there is anything to fill a buffer with is what a failure is explained by.
        let mut before_filling = Vec::new();
        let told = self.lab.world.borrow().conversation.len();
        for _ in 0..MOST_FILLINGS {
            match self.wait_to_show(wanted) {
                Ok(()) => return Ok(()),
                Err(halt) if halt.is_just_waiting() => {
                    if before_filling.is_empty() {
                        before_filling = unseen();
                    }
                }
                Err(halt) => return Err(self.shows_too_little(wanted, &unseen(), halt)),
            }
            let filling = more()?.into_bytes();
            self.lab.settles()?;
            // What came later is there: what was wanted would be, too.
            if self.with(|program| find(&[filling], program.stdout.unseen(), 0).is_ok()) {
                break;
            }
        }
        let came = if before_filling.is_empty() { without_what_follows(wanted, unseen()) } else { before_filling };
        self.wait_to_show(wanted).map_err(|halt| {
            // The filling was no part of what the check is about.
            self.lab.world.borrow_mut().conversation.truncate(told + 1);
            self.shows_too_little(wanted, &came, halt)
        })
    }

    /// After a failure and something that made it go on: if it has printed one of these now, it had not lost it in some
    /// buffer, and that is what to tell.
    pub fn has_not_shown_late(&self, wanted: &[Vec<u8>], failure: Stop) -> Step {
        let came = self.with(|program| program.stdout.unseen().to_vec());
        match wanted.iter().find(|wanted| came == **wanted) {
            Some(wanted) => {
                let said = Finding::Said(Message::new("said-one-behind"));
                Err(self.lab.fails(self.said("expect-shows"), Some(wanted), None, said))
            }
            None => Err(failure),
        }
    }

    fn wait_to_show(&self, wanted: &[Vec<u8>]) -> Result<(), Halt> {
        let (mut looked_at, mut undecided) = (usize::MAX, 0);
        let length = self.lab.wait(|world| {
            let output = &world.programs[self.at].stdout;
            // Only what is new is worth another look.
            (std::mem::replace(&mut looked_at, output.total) != output.total)
                .then(|| find(wanted, output.unseen(), undecided).map_err(|from| undecided = from).ok())
                .flatten()
        })?;
        self.with(|program| program.stdout.looked_at += length);
        Ok(())
    }

    fn shows_too_little(&self, wanted: &[Vec<u8>], came: &[u8], halt: Halt) -> Stop {
        if let Some((line, answer, at)) = in_other_blanks(wanted, came) {
            return self.lab.fails(self.said("expect-shows"), Some(answer), Some(line), Finding::Different { at });
        }
        let (start, answer, agreed) = nearest(wanted, came);
        let came = &came[start..];
        if agreed == came.len() {
            return self.lab.failed(self.said("expect-shows"), Some(answer), Some(came), halt);
        }
        let shown = came.len().min(answer.len() + 200);
        let finding = Finding::Different { at: agreed };
        self.lab.fails(self.said("expect-shows"), Some(answer), Some(&came[..shown]), finding)
    }

    /// All that it has printed so far is the beginning of one of these, or all of it: after a fence. One that holds
    /// its output back has shown nothing wrong.
    pub fn shows_nothing_but(&self, wanted: &[Vec<u8>]) -> Step {
        let came = self.with(|program| program.stdout.kept.clone());
        match best(wanted, &came) {
            (Agreement::Full(length), _) if length == came.len() => Ok(()),
            (Agreement::SoFar, _) => Ok(()),
            (Agreement::Full(length), answer) => Err(self.lab.fails(
                self.said("expect-shows-only"),
                Some(answer),
                Some(&came),
                Finding::Different { at: length },
            )),
            (Agreement::Differs(at), answer) => Err(self.lab.fails(
                self.said("expect-shows-only"),
                Some(answer),
                Some(&came),
                Finding::Different { at },
            )),
        }
    }

    /// Behind what it has shown, which is one of these, there are no NULs, as there are in the rest of a buffer of which
    /// only the beginning was filled.
    pub fn shows_no_rest_of_a_buffer(&self, wanted: &[Vec<u8>]) -> Step {
        // Whether it comes to rest is for other checks to judge: one that prints for ever has shown no buffer.
        let _ = self.lab.settles();
        let came = self.with(|program| program.stdout.kept.clone());
        let Some(rest) = came.windows(2).position(|pair| pair == [0, 0]) else { return Ok(()) };
        // The line that it stands in or, where a `\n` is all that is between them, behind.
        let before = &came[..rest.saturating_sub(1)];
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let (_, answer) = best(wanted, &came[start..]);
        let shown = came.len().min(start + answer.len() + 200);
        let finding = Finding::Different { at: rest - start };
        Err(self.lab.fails(self.said("expect-shows-only"), Some(answer), Some(&came[start..shown]), finding))
    }

    /// After a fence: this was never printed.
    pub fn has_not_shown(&self, unwanted: impl AsRef<[u8]>) -> Step {
        let came = self.with(|program| program.stdout.kept.clone());
        match find(&[unwanted.as_ref().to_vec()], &came, 0) {
            Err(_) => Ok(()),
            Ok(_) => Err(self.lab.fails(self.said("expect-shows-not"), None, Some(&came), Finding::Unwanted)),
        }
    }

    /// It ends by itself, with this status.
    pub fn ends_with(&self, status: i32) -> Step {
        self.ends_unless(status, |_| false)
    }

    /// The same; what happens before, and is for the next step to judge, ends the waiting as well.
    pub(super) fn ends_unless(&self, status: i32, happens: impl Fn(&World) -> bool) -> Step {
        let expected = self.said("expect-exit").with("status", status);
        let ended = |world: &mut World| world.programs[self.at].exit.map(Some);
        match self.lab.wait(|world| ended(world).or_else(|| happens(world).then_some(None))) {
            Ok(None) => Ok(()),
            Ok(Some(exit)) if exit == Exit::Status(status) => Ok(()),
            Ok(Some(_)) => Err(self.lab.fails(expected, None, None, Finding::WrongStatus)),
            Err(halt) => Err(self.lab.failed(expected, None, None, halt)),
        }
    }

    /// Whether it has ended by itself.
    pub fn has_ended(&self) -> bool {
        self.with(|program| program.exit.is_some())
    }

    /// It goes on running: after a fence.
    pub fn keeps_running(&self) -> Step {
        self.lab.settles()?;
        if self.has_ended() {
            return Err(self.lab.fails(self.said("expect-runs"), None, None, Finding::Ended));
        }
        Ok(())
    }

    /// After its end: stderr has one of these, which name the same thing in ways that are all right.
    pub fn complains_of(&self, names: &[&str]) -> Step {
        let stderr = self.with(|program| String::from_utf8_lossy(&program.stderr.kept).into_owned());
        if names.iter().any(|name| stderr.contains(name)) {
            return Ok(());
        }
        let expected = self.said("expect-stderr-names").with("address", names.first().unwrap_or(&""));
        Err(self.lab.fails(expected, None, Some(stderr.as_bytes()), Finding::Said(Message::new("said-stderr"))))
    }

    /// It fails at run time as the contract wants it: status 1, and stderr names what could not be had. A panic is
    /// never a right answer.
    pub fn fails_naming(&self, names: &[&str]) -> Step {
        self.ends_with(1)?;
        self.complains_of(names)
    }

    /// After its end: this is what it wrote to stderr.
    pub fn complaint(&self) -> String {
        self.with(|program| String::from_utf8_lossy(&program.stderr.kept).into_owned())
    }

    /// It refuses its arguments: status 2, and a line on stderr that starts with `usage:`.
    pub fn refuses_its_arguments(&self) -> Step {
        self.ends_with(2)?;
        let stderr = self.complaint();
        if stderr.lines().any(|line| line.starts_with("usage:")) {
            return Ok(());
        }
        let expected = self.said("expect-stderr-usage");
        Err(self.lab.fails(expected, None, Some(stderr.as_bytes()), Finding::Said(Message::new("said-no-usage"))))
    }

    /// Stops it as one pulls a plug: all its processes at once, by SIGKILL.
    pub fn is_stopped(&self) {
        self.lab.world.borrow_mut().end_programs();
    }

    /// While it is stopped (SIGSTOP), this happens; then it goes on, and meets all of it at once.
    pub fn sleeps_while(&self, happens: impl FnOnce()) {
        self.signals(Signal::STOP);
        // A signal is on its way for a moment, and what happens in that moment would still be seen.
        let _ = self.lab.wait_for_kernel(|world| resources::have_stopped(world).then_some(()));
        happens();
        self.signals(Signal::CONT);
    }

    /// Stopped for a moment and continued, it runs on. A call that waits may come back with EINTR then (signal(7)), and
    /// most checks are not about what a program makes of that.
    pub fn outlives_a_stop(&self) -> Step<bool> {
        // Only at rest does it wait for certain.
        self.lab.settles()?;
        self.sleeps_while(|| ());
        self.lab.settles()?;
        Ok(!self.has_ended() && self.has_not_panicked().is_ok())
    }

    fn signals(&self, signal: Signal) {
        let all = processes::descendants(self.lab.world.borrow().room.order.namespaces);
        for process in all.into_iter().filter_map(processes::pid) {
            // Who has ended meanwhile needs no signal.
            let _ = kill_process(process, signal);
        }
    }

    /// Takes in what is typed: its input is read up to here.
    pub fn reads_its_input(&self) -> Step {
        self.lab.settles()
    }

    pub(super) fn said(&self, id: &str) -> Message {
        Message::new(id).with("program", self.with(|program| program.name.clone()))
    }
}

/// How often a buffer is filled on: 4 KiB in C, 8 KiB in Python, 64 KiB nearly nowhere.
const MOST_FILLINGS: usize = 8;

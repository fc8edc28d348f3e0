//! Which check runs when: several side by side, none before those without which it says nothing.

#[cfg(test)]
mod tests;

use std::sync::mpsc::{self, Sender};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::room::Order;
use crate::verdict::{Message, Outcome, Verdict};

/// A check that is to be run, or whose outcome is known already.
pub struct Job {
    pub order: Order,
    /// The places, in the list of jobs, of those that it needs.
    pub needs: Vec<usize>,
    /// Of two that could start, the one with the smaller rank does.
    pub rank: (bool, usize),
    pub known: Option<Outcome>,
}

/// What runs a job: `room::run`.
pub type Run<'a> = &'a (dyn Fn(&Order) -> Outcome + Sync);

/// Runs all jobs, `side_by_side` at a time. `done` hears every outcome once; when it returns false, nothing more is
/// started.
pub fn run(jobs: &[Job], side_by_side: usize, run: Run, done: &mut dyn FnMut(usize, Outcome) -> bool) {
    let (sender, receiver) = mpsc::channel();
    let board = Board { table: Mutex::new(Table::new(jobs, sender)), changed: Condvar::new() };
    thread::scope(|scope| {
        for _ in 0..side_by_side.clamp(1, jobs.len().max(1)) {
            scope.spawn(|| board.work(jobs, run));
        }
        for (job, outcome) in receiver.iter().take(jobs.len()) {
            if !done(job, outcome) {
                board.stop();
                break;
            }
        }
    });
}

struct Board<'a> {
    table: Mutex<Table<'a>>,
    changed: Condvar,
}

/// Where a job is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Waiting,
    Running,
    /// The machine was overloaded: it runs again when nothing else does.
    Postponed,
    Done(Verdict),
}

struct Table<'a> {
    jobs: &'a [Job],
    states: Vec<State>,
    /// For each job that another one keeps from being run, the one that it all comes from.
    causes: Vec<usize>,
    /// A postponed job runs, and nothing may run beside it.
    alone: bool,
    stopped: bool,
    outcomes: Sender<(usize, Outcome)>,
}

enum Next {
    Start(usize),
    Wait,
    Finished,
}

impl<'a> Board<'a> {
    /// No thread panics while it holds the table, but a poisoned one would still be in order.
    fn table(&self) -> MutexGuard<'_, Table<'a>> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn stop(&self) {
        self.table().stopped = true;
        self.changed.notify_all();
    }

    fn work(&self, jobs: &[Job], run: Run) {
        let mut table = self.table();
        loop {
            match table.next() {
                Next::Finished => return,
                Next::Wait => table = self.changed.wait(table).unwrap_or_else(PoisonError::into_inner),
                Next::Start(job) => {
                    drop(table);
                    let outcome = run(&jobs[job].order);
                    table = self.table();
                    table.ended(job, outcome);
                    self.changed.notify_all();
                }
            }
        }
    }
}

impl<'a> Table<'a> {
    fn new(jobs: &'a [Job], outcomes: Sender<(usize, Outcome)>) -> Self {
        let states = vec![State::Waiting; jobs.len()];
        let causes = (0..jobs.len()).collect();
        let mut table = Self { jobs, states, causes, alone: false, stopped: false, outcomes };
        for (job, known) in jobs.iter().enumerate().filter_map(|(job, it)| Some((job, it.known.clone()?))) {
            table.settle(job, known);
        }
        table.give_up_on_unreachable();
        table
    }

    fn next(&mut self) -> Next {
        let running = self.states.contains(&State::Running);
        let waiting = self.in_state(State::Waiting);
        let postponed = self.in_state(State::Postponed);
        if self.stopped || !(running || !waiting.is_empty() || !postponed.is_empty()) {
            return Next::Finished;
        }
        if self.alone {
            return Next::Wait;
        }
        let ready = waiting.into_iter().filter(|job| self.is_ready(*job)).min_by_key(|job| self.jobs[*job].rank);
        let start = match (ready, postponed.first()) {
            (Some(job), _) => job,
            (None, _) if running => return Next::Wait,
            (None, Some(job)) => {
                self.alone = true;
                *job
            }
            (None, None) => {
                self.break_circle(&self.in_state(State::Waiting));
                return Next::Finished;
            }
        };
        self.states[start] = State::Running;
        Next::Start(start)
    }

    fn in_state(&self, state: State) -> Vec<usize> {
        (0..self.jobs.len()).filter(|job| self.states[*job] == state).collect()
    }

    fn is_ready(&self, job: usize) -> bool {
        self.jobs[job].needs.iter().all(|need| self.states[*need] == State::Done(Verdict::Pass))
    }

    fn ended(&mut self, job: usize, outcome: Outcome) {
        let overloaded = outcome.reason.as_ref().is_some_and(|reason| reason.id == "reason-overloaded");
        if overloaded && !self.alone {
            self.states[job] = State::Postponed;
            return;
        }
        self.alone = false;
        self.settle(job, outcome);
        self.give_up_on_unreachable();
    }

    fn settle(&mut self, job: usize, outcome: Outcome) {
        self.states[job] = State::Done(outcome.verdict);
        // Nobody listens any more once it was stopped.
        let _ = self.outcomes.send((job, outcome));
    }

    /// Ends the jobs that need one which did not pass, and those that need these, and so on.
    fn give_up_on_unreachable(&mut self) {
        while let Some((job, need)) = self.in_state(State::Waiting).into_iter().find_map(|job| self.unreachable(job)) {
            self.causes[job] = self.causes[need];
            // If nobody knows whether the simpler check holds, nobody is to blame for this one.
            let verdict = match self.states[need] {
                State::Done(Verdict::NotJudged) => Verdict::NotJudged,
                _ => Verdict::NotReached,
            };
            self.settle(job, self.because_of(self.causes[job], verdict));
        }
    }

    /// The job, and the first of those that it needs which did not pass.
    fn unreachable(&self, job: usize) -> Option<(usize, usize)> {
        let failed = |need: &&usize| matches!(self.states[**need], State::Done(verdict) if verdict != Verdict::Pass);
        self.jobs[job].needs.iter().find(failed).map(|need| (job, *need))
    }

    /// Checks that need each other can never start: a bug of the catalog, for which nobody loses a point.
    fn break_circle(&mut self, jobs: &[usize]) {
        for job in jobs {
            let need = self.jobs[*job].needs.first().copied().unwrap_or(*job);
            self.settle(*job, self.because_of(need, Verdict::NotJudged));
        }
    }

    fn because_of(&self, job: usize, verdict: Verdict) -> Outcome {
        let id = match verdict {
            Verdict::NotJudged => "reason-needs-judged",
            _ => "reason-needs",
        };
        let reason = Message::new(id).with("check", &self.jobs[job].order.check);
        Outcome { verdict, reason: Some(reason), evidence: None, conversation: Vec::new(), micros: 0 }
    }
}

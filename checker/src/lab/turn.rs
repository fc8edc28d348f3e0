//! Waiting: the world turns until what a step waits for is there, or until it is known that it will not come.

use std::cell::RefMut;
use std::time::{Duration, Instant};

use super::stall::{Look, Rest};
use super::starvation::{BETWEEN_LOOKS, Starved};
use super::world::World;
use super::{Lab, Step, Stop};
use crate::kernel::processes;
use crate::verdict::{Finding, Message};

/// Why what a step waited for did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Halt {
    /// Every thread waits, and nothing is on its way.
    Stalled,
    /// The program has ended, with all its processes.
    Ended,
    OutOfPatience,
    /// It would be, before any thread wakes: all of them wait, and some of those sleep.
    Asleep,
    Flooded,
    SendsWithoutEnd,
    TooMuchMemory,
    TooManyProcesses,
    /// The program had hardly any time to run in: nobody can say anything.
    Overloaded,
}

impl Halt {
    /// The program is there, well, and does not do what the step waits for.
    pub fn is_just_waiting(self) -> bool {
        matches!(self, Halt::Stalled | Halt::OutOfPatience | Halt::Asleep)
    }
}

/// How long a step waits for a program that may still do something.
#[derive(Clone, Copy)]
pub struct Patience {
    /// Time in which the program could run and nothing came from it.
    pub idle: Duration,
    /// The same, on a processor, where there is little to do.
    pub busy: Duration,
    /// Time in which it could run, whatever came.
    pub whole: Duration,
    /// Wall clock: past it, the machine is overloaded.
    pub cap: Duration,
    /// Where no verdict hangs on how long it takes: all waits for a processor count out, of every thread and of the
    /// checker, though some of them were at the same time.
    pub generous: bool,
}

/// Long enough for a program that starts slowly or sleeps between its steps.
pub const PATIENT: Patience = Patience {
    idle: Duration::from_secs(3),
    busy: Duration::from_secs(1),
    whole: Duration::from_secs(24),
    cap: Duration::from_secs(45),
    generous: false,
};

/// To see whether a program that looks again and again, without ever waiting for long, still does something.
pub const SHORT: Patience =
    Patience { idle: Duration::from_millis(150), whole: Duration::from_millis(600), generous: true, ..PATIENT };

/// To see how a program that did something wrong goes on: most end, or wait again, within a moment.
const BRIEF: Patience =
    Patience { idle: Duration::from_millis(40), whole: Duration::from_millis(80), generous: true, ..PATIENT };

/// To see whether a program loses patience with a peer, who says nothing or does not read.
pub const SILENCE: Patience =
    Patience { idle: Duration::from_millis(1200), whole: Duration::from_millis(2500), generous: true, ..PATIENT };

/// A whole check, in wall clock less what the program could not run: no step's waiting adds up to this.
const WHOLE_CHECK: Duration = Duration::from_secs(40);

/// More than this, all processes together, is no lab exercise's.
const MEMORY: u64 = 512 << 20;

/// What peers get before they ask for it is far less than this, in bytes.
const MOST_UNASKED: usize = 32 << 20;

/// How often the world turns while it waits for something that no descriptor tells.
const TICK: Duration = Duration::from_micros(400);

impl Lab {
    /// Turns the world until `there` gives something.
    pub(super) fn wait<T>(&self, there: impl FnMut(&mut World) -> Option<T>) -> Result<T, Halt> {
        self.wait_with(PATIENT, false, there)
    }

    /// The same for what only the kernel knows: asks it again and again.
    pub(super) fn wait_for_kernel<T>(&self, there: impl FnMut(&mut World) -> Option<T>) -> Result<T, Halt> {
        self.wait_with(PATIENT, true, there)
    }

    pub(super) fn wait_with<T>(
        &self,
        patience: Patience,
        restless: bool,
        mut there: impl FnMut(&mut World) -> Option<T>,
    ) -> Result<T, Halt> {
        let mut watch = Watch::new(patience, &mut self.world.borrow_mut());
        let mut limit = Duration::ZERO;
        loop {
            let mut world = self.world.borrow_mut();
            world.exchange(if restless { limit.min(TICK) } else { limit });
            if let Some(found) = there(&mut world) {
                return Ok(found);
            }
            limit = match watch.look(&mut world) {
                Ok(limit) => limit,
                // The room itself has ended it: nothing that comes of that is the program's.
                Err(Halt::TooManyProcesses) => return Err(Halt::TooManyProcesses),
                Err(halt) => {
                    // What came while the last look was taken still counts.
                    world.exchange(Duration::ZERO);
                    return there(&mut world).ok_or(halt);
                }
            };
        }
    }

    /// Lets everything happen that is going to happen by itself: the fence behind which one can say that something
    /// did not happen. A program that never waits for long is watched for a moment instead.
    pub fn settles(&self) -> Step {
        self.lets_pass(SHORT)
    }

    /// The same where megabytes are to move first: as long as the program takes any, it is not at rest.
    pub fn settles_after_much(&self) -> Step {
        self.lets_pass(Patience { whole: PATIENT.whole, ..SHORT })
    }

    /// A long silence. Of a program that rests one knows that it will never do anything by itself; one that looks at
    /// its clock is given the time to do what it is waiting for.
    pub fn stays_silent(&self) -> Step {
        self.lets_pass(SILENCE)
    }

    fn lets_pass(&self, patience: Patience) -> Step {
        self.unless_hopeless(Message::new("expect-quiet"), self.wait_with(patience, false, |_| None))
    }

    /// What a wait came to that may be in vain: only a program of which nothing more can be learnt ends the check.
    pub(super) fn unless_hopeless(&self, expected: Message, waited: Result<(), Halt>) -> Step {
        match waited {
            Ok(()) | Err(Halt::Ended) => Ok(()),
            Err(halt) if halt.is_just_waiting() => Ok(()),
            Err(halt) => Err(self.failed(expected, None, None, halt)),
        }
    }

    /// How long, in all, there was no processor for the program or for the check, since the check began.
    pub fn starved(&self) -> Duration {
        let mut world = self.world.borrow_mut();
        Look::take(&mut world);
        world.starvation.total().all
    }

    /// How long, in all, the program's threads had to wait for a processor at least, since the check began.
    pub fn held_up(&self) -> Duration {
        let mut world = self.world.borrow_mut();
        Look::take(&mut world);
        world.starvation.total().longest
    }

    /// The program gets a moment to end, or to wait for something.
    pub fn comes_to_rest(&self) {
        let _ = self.wait_with(BRIEF, false, |_| None::<()>);
    }

    /// A step that waited in vain.
    pub(super) fn failed(&self, expected: Message, wanted: Option<&[u8]>, came: Option<&[u8]>, halt: Halt) -> Stop {
        let finding = match halt {
            Halt::Stalled => Finding::Stalled,
            Halt::Ended => Finding::Ended,
            Halt::OutOfPatience => Finding::OutOfPatience,
            Halt::Asleep => Finding::Asleep,
            Halt::Flooded => Finding::Flooded,
            Halt::SendsWithoutEnd => Finding::SendsWithoutEnd,
            Halt::TooMuchMemory => Finding::TooMuchMemory,
            Halt::TooManyProcesses => Finding::TooManyProcesses,
            Halt::Overloaded => return Stop::NotJudged(Message::new("reason-overloaded")),
        };
        self.fails_as_it_stands(expected, wanted, came, finding)
    }
}

/// Watches a program while a step waits for it.
struct Watch {
    patience: Patience,
    begun: Instant,
    /// When something last came from the program, and the world's count of it.
    last: (Instant, u64),
    /// When the last look was taken, and when the next is due.
    looked: Instant,
    due: Instant,
    pause: Duration,
    /// The look before, if all was at rest in it.
    rest: Option<Look>,
    /// The processes of the last look, and whether others came or went since the last activity.
    processes: Option<Vec<i32>>,
    renewed: bool,
    /// What the program had starved in all when the waiting began, and at the last activity.
    starved: (Starved, Starved),
}

impl Watch {
    /// The first look comes soon: most wrong programs just wait.
    const FIRST: Duration = Duration::from_micros(1500);
    /// Two looks that agree are this far apart.
    const AGAIN: Duration = Duration::from_millis(3);

    fn new(patience: Patience, world: &mut World) -> Self {
        let now = Instant::now();
        let starved = world.starvation.begins();
        Self {
            patience,
            begun: now,
            last: (now, u64::MAX),
            looked: now,
            due: now + Self::FIRST,
            pause: Self::FIRST,
            rest: None,
            processes: None,
            renewed: false,
            starved: (starved, starved),
        }
    }

    /// Takes a look if one is due. Gives how long the world may turn until the next.
    fn look(&mut self, world: &mut RefMut<'_, World>) -> Result<Duration, Halt> {
        let now = Instant::now();
        if self.last.1 != world.activity {
            let first = self.last.1 == u64::MAX;
            self.last = (now, world.activity);
            self.rest = None;
            self.renewed = false;
            if !first {
                // Never later than this: one that does something all the time is looked at as well.
                self.due = (now + Self::FIRST).min(self.looked + BETWEEN_LOOKS);
                self.pause = Self::FIRST;
                self.starved.1 = world.starvation.total();
            }
        }
        if world
            .programs
            .iter()
            .any(|program| program.stdout.is_flood(world.said) || program.stderr.is_flood(world.said))
        {
            return Err(Halt::Flooded);
        }
        if world.unasked() > MOST_UNASKED {
            return Err(Halt::SendsWithoutEnd);
        }
        if now >= self.due {
            self.look_now(world, now)?;
        }
        Ok(self.due.saturating_duration_since(Instant::now()))
    }

    fn look_now(&mut self, world: &mut RefMut<'_, World>, now: Instant) -> Result<(), Halt> {
        let look = Look::take(world);
        self.looked = Instant::now();
        if look.is_crowd() {
            // At once: who multiplies will soon be too many for anything else.
            world.end_programs();
            return Err(Halt::TooManyProcesses);
        }
        let all = |memory: fn(i32) -> u64| look.processes.iter().map(|pid| memory(*pid)).sum::<u64>();
        // What processes share counts once: a server that has forked does not use its memory twice.
        if all(processes::resident) > MEMORY && all(processes::share) > MEMORY {
            return Err(Halt::TooMuchMemory);
        }
        let again = self.rest.as_ref().is_some_and(|before| before.same_as(&look));
        match look.rest.filter(|_| again) {
            Some(Rest::ForEver) if look.processes.is_empty() => return Err(Halt::Ended),
            Some(Rest::ForEver) => return Err(Halt::Stalled),
            Some(Rest::Until(then)) if then > now + self.most_idle() => return Err(Halt::Asleep),
            _ => {}
        }
        let before = self.processes.replace(look.processes.clone());
        self.renewed |= before.is_some_and(|before| before != look.processes);
        self.out_of_patience(world, now)?;
        let may_be_stalled = look.rest.is_some() && !again;
        self.pause = if may_be_stalled { Self::AGAIN } else { (self.pause * 2).min(BETWEEN_LOOKS) };
        self.rest = look.rest.is_some().then_some(look);
        self.due = Instant::now() + self.pause;
        Ok(())
    }

    /// A script starts one process after another, and nobody knows what those had to wait that came and went between
    /// two looks.
    fn most_idle(&self) -> Duration {
        if self.renewed { self.patience.idle * 3 } else { self.patience.idle }
    }

    /// Counts only the time in which the program could run.
    fn out_of_patience(&mut self, world: &World, now: Instant) -> Result<(), Halt> {
        let (start, last, starved) = (self.starved.0, self.starved.1, world.starvation.total());
        let lost: fn(Starved) -> Duration = if self.patience.generous { |it| it.all } else { |it| it.longest };
        let idle = (now - self.last.0).saturating_sub(lost(starved) - lost(last));
        // Of what went on, the checker has its part to do: many megabytes are to be sent and looked at.
        let own = if self.patience.generous { Duration::ZERO } else { starved.own - start.own };
        let whole = (now - self.begun).saturating_sub(lost(starved) - lost(start) + own);
        let check = (now - world.begun).saturating_sub(starved.longest + starved.own);
        let spins = starved.busy - last.busy > self.patience.busy && world.has_given_little_to_do();
        if spins || idle > self.most_idle() || whole > self.patience.whole || check > WHOLE_CHECK {
            return Err(Halt::OutOfPatience);
        }
        if now - self.begun > self.patience.cap {
            return Err(Halt::Overloaded);
        }
        Ok(())
    }
}

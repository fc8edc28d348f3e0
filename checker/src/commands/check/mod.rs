//! `checker check`: builds, runs the checks, and shows the result.

mod judge;
mod live;
mod pictures;
mod prepare;
mod recorder;
mod schedule;
pub mod select;

use std::cmp;
use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

use self::live::Live;
use self::pictures::Pictures;
use self::prepare::Prepared;
use self::recorder::Recorder;
use self::schedule::Job;
use self::select::Wanted;
use super::{Trouble, colour, current_folder, memory, shell_word, terminal};
use crate::cli::{self, Call, Format};
use crate::exercises::Check;
use crate::output::{self, complain, pass_on};
use crate::report::terminal::{Packets, Terminal};
use crate::report::{Judged, json};
use crate::room::{self, Order};
use crate::verdict::{Message, Outcome, Verdict};

pub fn run(options: &cli::Check, call: &Call) -> Result<ExitCode, Trouble> {
    let started = Instant::now();
    let here = current_folder()?;
    let given = select::given(&options.programs, &here)?;
    let wanted = select::wanted(options, &given)?;
    let recorder = options.pcap.as_deref().map(|folder| Recorder::new(folder, &call.texts)).transpose()?;
    // Whoever wants pictures hears before the checks run that there is no place for them.
    let pictures = options.svg.as_deref().map(Pictures::at).transpose()?;
    let live = Live::new(&call.texts);
    let colour = colour(call.color);
    // What the kernel allows is found out while cargo works.
    let (prepared, namespaces) = thread::scope(|scope| {
        let probe = (!options.no_namespaces).then(|| scope.spawn(room::namespaces));
        let prepared = prepare::prepare(options, &wanted, &given, &here, colour, &live, &call.texts);
        (prepared, probe.map(|probe| probe.join().unwrap_or(Ok(()))))
    });
    let prepared = prepared?;
    let rooms = matches!(namespaces, Some(Ok(())));
    let packets = match &options.pcap {
        Some(folder) if rooms => Packets::In(folder),
        None if rooms => Packets::OnRequest,
        _ => Packets::OutOfReach,
    };
    let mut show = Show {
        options,
        pictures,
        call,
        here: &here,
        terminal: Terminal { packets, ..terminal(call, options.verbose) },
        live,
        wanted: &wanted,
        prepared: &prepared,
        seed: options.seed.unwrap_or_else(|| fastrand::u64(0..1_000_000)),
        namespaces: rooms,
        recorder: recorder.filter(|_| rooms),
        outcomes: wanted.iter().map(|wanted| vec![None; wanted.checks.len()]).collect(),
        judged: Vec::new(),
        next: 0,
        noticed: false,
    };
    if let Some(Err(reason)) = namespaces {
        show.notice(&reason)?;
    }
    if options.pcap.is_some() && !rooms {
        show.notice(&Message::new("packets-without-room"))?;
    }
    show.run_all()?;
    show.close(started)
}

/// The result as it grows: an exercise is shown as soon as it, and those before it, are complete.
struct Show<'a> {
    options: &'a cli::Check,
    pictures: Option<Pictures<'a>>,
    call: &'a Call,
    here: &'a Path,
    terminal: Terminal<'a>,
    live: Live<'a>,
    wanted: &'a [Wanted],
    prepared: &'a [Prepared],
    seed: u64,
    namespaces: bool,
    recorder: Option<Recorder<'a>>,
    /// By exercise and check, in the order of `wanted`.
    outcomes: Vec<Vec<Option<Outcome>>>,
    judged: Vec<Judged>,
    /// The exercise that is shown next.
    next: usize,
    /// Something stands above the first of them.
    noticed: bool,
}

impl Show<'_> {
    fn run_all(&mut self) -> Result<(), Trouble> {
        let (jobs, places) = self.jobs();
        let all = jobs.len();
        let (mut done, mut shown) = (0, Ok(()));
        self.live.says("live-checking", done, all);
        let recorder = self.recorder.take();
        let run = |order: &Order| recorder.as_ref().map_or_else(|| room::run(order), |recorder| recorder.run(order));
        schedule::run(&jobs, side_by_side(self.options.jobs), &run, &mut |job, outcome| {
            let (exercise, check) = places[job];
            self.outcomes[exercise][check] = Some(outcome);
            done += 1;
            self.live.says("live-checking", done, all);
            shown = self.show_complete();
            shown.is_ok()
        });
        shown?;
        if let Some(trouble) = recorder.and_then(|recorder| recorder.trouble().take()) {
            self.notice(&trouble)?;
        }
        if let Some(trouble) = self.pictures.as_ref().and_then(Pictures::trouble).cloned() {
            self.notice(&trouble)?;
        }
        Ok(())
    }

    /// All checks as jobs, and where each belongs: exercise and check.
    fn jobs(&self) -> (Vec<Job>, Vec<(usize, usize)>) {
        let places: Vec<(usize, usize)> = self
            .wanted
            .iter()
            .enumerate()
            .flat_map(|(exercise, wanted)| (0..wanted.checks.len()).map(move |check| (exercise, check)))
            .collect();
        let names: Vec<&str> =
            places.iter().map(|(exercise, check)| self.wanted[*exercise].checks[*check].name).collect();
        let jobs = places.iter().enumerate().map(|(rank, place)| self.job(*place, rank, &names)).collect();
        (jobs, places)
    }

    fn job(&self, (exercise, check): (usize, usize), rank: usize, names: &[&str]) -> Job {
        let check = self.wanted[exercise].checks[check];
        let prepared = &self.prepared[exercise];
        Job {
            order: Order {
                check: check.name.to_owned(),
                programs: prepared.programs.clone(),
                seed: self.seed,
                namespaces: self.namespaces,
                tells_all: self.options.svg.is_some(),
            },
            // What was not asked for is taken to hold.
            needs: check.needs.iter().filter_map(|need| names.iter().position(|name| name == need)).collect(),
            rank: (!check.needs.is_empty(), rank),
            known: prepared.failure.as_ref().map(|failure| failure.outcome()),
        }
    }

    fn show_complete(&mut self) -> Result<(), Trouble> {
        while let Some(outcomes) = self.outcomes.get(self.next) {
            let Some(outcomes) = outcomes.iter().cloned().collect::<Option<Vec<Outcome>>>() else {
                break;
            };
            let judged = judge::exercise(&self.wanted[self.next], outcomes);
            self.remember(&judged);
            self.live.aside(|| self.show(&judged))?;
            if let Some(pictures) = &mut self.pictures {
                judged.iter().for_each(|judged| pictures.write(judged, &self.call.texts));
            }
            self.judged.extend(judged);
            self.next += 1;
        }
        Ok(())
    }

    /// Remembers the exercise that is next for its hints. Those who judge the solutions need none.
    fn remember(&self, judged: &[Judged]) {
        if !self.options.solutions {
            let commands = self.options.programs.iter().filter_map(|program| program.split_once('=')).collect();
            memory::remember(self.wanted[self.next].exercise, judged, &commands, self.here);
        }
    }

    /// Shows the exercise that is next.
    fn show(&self, judged: &[Judged]) -> io::Result<()> {
        let mut out = output::stdout();
        let failure = self.prepared[self.next].failure.as_ref().map(|failure| &failure.shown);
        match self.options.format {
            Format::Human => {
                if self.noticed || self.next > 0 {
                    writeln!(out)?;
                }
                let exercise = self.wanted[self.next].exercise;
                self.terminal.exercise(&mut out, exercise, judged, failure, &|check| self.repeat(check))?;
            }
            Format::Json => {
                if let Some(failure) = failure {
                    pass_on(&failure.message);
                }
                for judged in judged {
                    json::check(&mut out, judged)?;
                }
            }
        }
        out.flush()
    }

    /// The call that runs one check again, just as it was.
    fn repeat(&self, check: &Check) -> String {
        let mut call = format!("{} check --only {} --seed {}", shell_word(&self.call.me), check.name, self.seed);
        for (flag, given) in [("--solutions", self.options.solutions), ("--no-namespaces", self.options.no_namespaces)]
        {
            if given {
                call = format!("{call} {flag}");
            }
        }
        for program in &self.options.programs {
            call = format!("{call} --program {}", shell_word(program));
        }
        call
    }

    fn notice(&mut self, message: &Message) -> io::Result<()> {
        let mut out: Box<dyn Write> = match self.options.format {
            Format::Human => Box::new(output::stdout()),
            // stdout has JSON and nothing else.
            Format::Json => Box::new(io::stderr()),
        };
        self.noticed = true;
        self.live.aside(|| self.terminal.notice(&mut out, message))?;
        out.flush()
    }

    fn close(self, started: Instant) -> Result<ExitCode, Trouble> {
        let Self { options, call, terminal, live, judged, .. } = self;
        drop(live);
        let mut out = output::stdout();
        match options.format {
            Format::Human => terminal.total(&mut out, &judged, started.elapsed())?,
            Format::Json => json::summary(&mut out, &judged, started.elapsed())?,
        }
        out.flush()?;
        // A reader finds it in the total; whoever reads JSON wonders about the exit status.
        let unknown = judged.iter().filter(|judged| judged.outcome.verdict == Verdict::NotJudged).count();
        if unknown > 0 && options.format == Format::Json {
            complain(&call.texts.text(&Message::new("trouble-not-judged").with("count", unknown)));
        }
        Ok(judge::status(&judged))
    }
}

/// Most of a check is waiting, so there may be more of them than cores: on few cores four for each, of which one or two
/// wait for something in the kernel at any moment. On many it would only be more to hold in memory at once.
fn side_by_side(asked: Option<NonZeroUsize>) -> usize {
    const WORTH_WHILE: usize = 8;
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    asked.map_or(cmp::max(2 * cores, cmp::min(4 * cores, WORTH_WHILE)), NonZeroUsize::get)
}

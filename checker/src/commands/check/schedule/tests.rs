//! The schedule, with rooms that only say how they ended.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

fn job(name: &str, needs: &[usize]) -> Job {
    let order =
        Order { check: name.to_owned(), programs: BTreeMap::new(), seed: 0, namespaces: true, tells_all: false };
    Job { order, needs: needs.to_vec(), rank: (!needs.is_empty(), 0), known: None }
}

fn outcome(verdict: Verdict, reason: Option<&str>) -> Outcome {
    Outcome { verdict, reason: reason.map(Message::new), evidence: None, conversation: Vec::new(), micros: 0 }
}

/// The verdicts, and the checks that those without one are blamed on.
fn verdicts(jobs: &[Job], room: Run) -> Vec<(Verdict, Option<String>)> {
    let mut seen: Vec<Option<(Verdict, Option<String>)>> = vec![None; jobs.len()];
    run(jobs, 4, room, &mut |job, outcome| {
        let cause = outcome.reason.and_then(|reason| reason.args.first().map(|(_, check)| check.clone()));
        assert!(seen[job].replace((outcome.verdict, cause)).is_none(), "told once");
        true
    });
    seen.into_iter().map(|it| it.expect("told")).collect()
}

#[test]
fn what_needs_a_failed_check_is_not_reached() {
    let jobs = [job("fails", &[]), job("b", &[0]), job("c", &[1]), job("passes", &[]), job("e", &[3])];
    let room = |order: &Order| {
        assert!(!["b", "c"].contains(&order.check.as_str()));
        outcome(if order.check == "fails" { Verdict::Fail } else { Verdict::Pass }, None)
    };
    let because = Some("fails".to_owned());
    assert_eq!(
        verdicts(&jobs, &room),
        [
            (Verdict::Fail, None),
            (Verdict::NotReached, because.clone()),
            (Verdict::NotReached, because),
            (Verdict::Pass, None),
            (Verdict::Pass, None)
        ]
    );
}

#[test]
fn an_overloaded_check_runs_again_alone() {
    let jobs = [job("slow", &[]), job("after", &[0]), job("c", &[]), job("d", &[])];
    let (runs, inside) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let room = |order: &Order| {
        let beside = inside.fetch_add(1, Ordering::SeqCst);
        let first = order.check == "slow" && runs.fetch_add(1, Ordering::SeqCst) == 0;
        assert!(order.check != "slow" || first || beside == 0, "alone");
        thread::sleep(std::time::Duration::from_millis(5));
        inside.fetch_sub(1, Ordering::SeqCst);
        if first { outcome(Verdict::NotJudged, Some("reason-overloaded")) } else { outcome(Verdict::Pass, None) }
    };
    assert!(verdicts(&jobs, &room).iter().all(|(verdict, _)| *verdict == Verdict::Pass));
    assert_eq!(runs.load(Ordering::SeqCst), 2);
}

#[test]
fn a_check_that_stays_overloaded_is_not_judged_nor_what_needs_it() {
    let jobs = [job("slow", &[]), job("after", &[0])];
    let room = |_: &Order| outcome(Verdict::NotJudged, Some("reason-overloaded"));
    assert!(verdicts(&jobs, &room).iter().all(|(verdict, _)| *verdict == Verdict::NotJudged));
}

#[test]
fn neither_a_circle_nor_what_is_known_already_hangs() {
    let mut jobs = [job("a", &[1]), job("b", &[0]), job("known", &[]), job("d", &[2])];
    jobs[2].known = Some(outcome(Verdict::NotReached, Some("reason-does-not-build")));
    let room = |_: &Order| outcome(Verdict::Pass, None);
    let verdicts: Vec<Verdict> = verdicts(&jobs, &room).into_iter().map(|(verdict, _)| verdict).collect();
    assert_eq!(verdicts, [Verdict::NotJudged, Verdict::NotJudged, Verdict::NotReached, Verdict::NotReached]);
}

#[test]
fn nothing_is_started_once_nobody_listens() {
    let jobs: Vec<Job> = (0..50).map(|n| job(&n.to_string(), &[])).collect();
    let runs = AtomicUsize::new(0);
    let room = |_: &Order| {
        runs.fetch_add(1, Ordering::SeqCst);
        thread::sleep(std::time::Duration::from_millis(20));
        outcome(Verdict::Pass, None)
    };
    run(&jobs, 2, &room, &mut |_, _| false);
    assert!(runs.load(Ordering::SeqCst) < 50);
}

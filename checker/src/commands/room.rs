//! The hidden subcommand in which a check runs.

use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::Mutex;

use crate::catalog;
use crate::lab::Lab;
use crate::room::{self, Room};
use crate::verdict::{Message, Outcome};

/// What the checker's own panic said, for the report.
static PANIC: Mutex<String> = Mutex::new(String::new());

pub fn run(arguments: &[String]) -> ExitCode {
    room::enter(arguments, judge)
}

fn judge(room: &Rc<Room>) -> Outcome {
    let Some(check) = catalog::check(&room.order.check) else {
        return broke(format!("there is no check {}", room.order.check));
    };
    let lab = Lab::new(room.clone(), check.program);
    std::panic::set_hook(Box::new(remember));
    unbroken(|| lab.judge(check.run))
}

fn remember(info: &PanicHookInfo) {
    if let Ok(mut said) = PANIC.lock() {
        *said = info.to_string();
    }
}

/// A bug in a check is the checker's fault: the student is told so, and loses nothing.
fn unbroken(check: impl FnOnce() -> Outcome) -> Outcome {
    catch_unwind(AssertUnwindSafe(check))
        .unwrap_or_else(|_| broke(PANIC.lock().map(|said| said.clone()).unwrap_or_default()))
}

fn broke(what: String) -> Outcome {
    Outcome::not_judged(Message::new("reason-checker-failed").with("what", what))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::Verdict;

    #[test]
    fn a_check_that_breaks_is_not_judged() {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            remember(info);
            before(info);
        }));
        let outcome = unbroken(|| panic!("a bug of the checker"));
        assert_eq!(outcome.verdict, Verdict::NotJudged);
        let reason = outcome.reason.expect("a reason");
        assert_eq!(reason.id, "reason-checker-failed");
        assert!(reason.args.iter().any(|(_, what)| what.contains("a bug of the checker")), "{:?}", reason.args);
    }
}

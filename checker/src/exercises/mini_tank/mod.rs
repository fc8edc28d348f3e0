//! 07 Mini-tank: `tank-driver [TANK]`.
//!
//! Not judged from outside: how numbers are written on stdin beside the plain way (`+5`, `010`), whether an empty line is
//! told, and whether a whole number is sent as `10` or `10.0` (all left open).

mod command;
mod driver;
mod ends;
mod heartbeats;
mod orders;
mod suspicion;

use super::suspicion::{
    BUFFERED_BEHIND_SELECT, CONNECTS_AFTER_INPUT, END_IS_NO_ERROR, FIRST_ADDRESS_ONLY, GOES_ON_AFTER_AN_ERROR,
    INSISTS_ON_UTF_8, IPV4_ONLY, OTHER_DEFAULT, PRINTS_SOMETHING_ELSE, READS_ALL_INPUT_FIRST,
    RESETS_INSTEAD_OF_CLOSING, SURPLUS_ARGUMENTS, TAKES_NO_NAME, TRIES_FOR_EVER,
};
use super::{Check, Exercise, Texts, wrong_addresses};
use crate::lab::{Lab, Step};
use driver::Driver;
use suspicion::*;

pub const MINI_TANK: Exercise = Exercise {
    number: 7,
    name: "mini-tank",
    programs: &["tank-driver"],
    checks: &[
        check("07.sends-an-order", 16, orders::sends_an_order).by_hand("nc -lp 6002").suspects(&[
            CONNECTS_TO_ITS_DEFAULT,
            CONNECTS_AFTER_INPUT,
            NUMBERS_AS_TEXT,
            FORGETS_THE_NEWLINE,
            SENDS_SOMETHING_ELSE,
        ]),
        check("07.heartbeats", 13, heartbeats::while_nobody_types).needs(SENDS).suspects(&[
            HEARTBEAT_WAITS_FOR_INPUT,
            HEARTBEAT_TOO_SLOW,
            HEARTBEAT_TOO_OFTEN,
        ]),
        check("07.heartbeats-busy", 7, heartbeats::while_many_orders_come)
            .needs(BEATS)
            .suspects(&[TIMER_STARTS_ANEW, HEARTBEAT_TOO_OFTEN]),
        check("07.heartbeats-half-line", 7, heartbeats::while_a_line_is_half_typed)
            .needs(BEATS)
            .suspects(&[READY_IS_NOT_A_LINE, LOSES_HALF_A_LINE]),
        check("07.every-order", 5, orders::sends_every_order_in_order).needs(SENDS).suspects(&[
            NUMBERS_AS_TEXT,
            ONE_ORDER_ONLY,
            SENDS_SOMETHING_ELSE,
        ]),
        check("07.at-once", 4, orders::sends_at_once).needs(SENDS).suspects(&[
            READS_ALL_INPUT_FIRST,
            BUFFERED_BEHIND_SELECT,
            ONE_ORDER_ONLY,
        ]),
        check("07.bounds", 3, orders::takes_what_is_on_the_bounds).needs(SENDS).suspects(&[REFUSES_WHAT_IS_RIGHT]),
        check("07.out-of-bounds", 4, orders::refuses_what_is_out_of_bounds).needs(AT_ONCE).suspects(WRONG_ORDERS),
        check("07.wrong-orders", 4, orders::refuses_wrong_orders).needs(AT_ONCE).suspects(WRONG_ORDERS),
        check("07.wrong-numbers", 3, orders::refuses_wrong_numbers).needs(AT_ONCE).suspects(WRONG_ORDERS),
        check("07.empty-line", 1, orders::passes_over_an_empty_line).needs(AT_ONCE).suspects(&[STOPS_AT_AN_EMPTY_LINE]),
        check("07.any-bytes", 1, orders::refuses_any_bytes).needs(&["07.wrong-orders"]).suspects(&[
            CUTS_A_LONG_ORDER,
            INSISTS_ON_UTF_8,
            ENDS_AT_A_WRONG_ORDER,
        ]),
        check("07.crlf", 2, orders::takes_off_a_carriage_return).needs(SENDS).suspects(&[KEEPS_THE_CARRIAGE_RETURN]),
        check("07.last-line", 2, orders::takes_a_last_line_without_end).needs(SENDS).suspects(&[LOSES_THE_LAST_LINE]),
        check("07.quit", 6, ends::stops_the_tank_and_ends).needs(AT_ONCE).suspects(ENDINGS),
        check("07.stdin-ends", 4, ends::stops_the_tank_when_stdin_ends).needs(SENDS).suspects(ENDINGS),
        check("07.after-quit", 1, ends::reads_nothing_after_quit).needs(&["07.quit"]),
        check("07.tank-closes", 5, ends::ends_when_the_tank_closes).needs(SENDS).suspects(&[
            SPINS_ON_A_CLOSED_CONNECTION,
            DIES_IN_ONE_THREAD,
            TELLS_AND_GOES_ON,
            NOTICES_ONLY_WHEN_IT_WRITES,
            WAITS_FOR_INPUT,
        ]),
        check("07.tank-resets", 1, ends::ends_when_the_tank_resets)
            .needs(SENDS)
            .suspects(&[TELLS_AND_GOES_ON, WAITS_FOR_INPUT]),
        check("07.refused", 1, ends::tells_that_nobody_listens).needs(SENDS).suspects(&[TRIES_FOR_EVER]),
        check("07.slow-tank", 2, orders::loses_nothing_to_a_slow_tank)
            .needs(&["07.every-order", "07.at-once"])
            .suspects(&[WRITE_TAKES_A_PART, MIXES_LINES]),
        check("07.tank-answers", 1, orders::does_not_mind_answers).needs(AT_ONCE),
        check("07.prints-nothing", 1, prints_nothing).needs(SENDS).suspects(&[PRINTS_SOMETHING_ELSE]),
        check("07.sends-nothing-else", 1, orders::sends_nothing_else).needs(SENDS).suspects(&[SENDS_MORE]),
        check("07.ipv6", 1, speaks_ipv6).needs(SENDS).suspects(&[IPV4_ONLY]),
        check("07.every-address", 1, tries_every_address)
            .needs(&["07.ipv6"])
            .suspects(&[TAKES_NO_NAME, FIRST_ADDRESS_ONLY]),
        check("07.unknown-name", 1, tells_of_an_unknown_name)
            .needs(SENDS)
            .suspects(&[TRIES_FOR_EVER, GOES_ON_AFTER_AN_ERROR]),
        check("07.usage", 1, refuses_wrong_usage).suspects(&[SURPLUS_ARGUMENTS]),
        check("07.defaults", 1, has_its_defaults).needs(SENDS).suspects(&[OTHER_DEFAULT]),
    ],
    bonus: true,
    texts: Texts {
        en: include_str!("../../../locales/en/07-mini-tank.ftl"),
        fr: include_str!("../../../locales/fr/07-mini-tank.ftl"),
    },
};

const SENDS: &[&str] = &["07.sends-an-order"];
const BEATS: &[&str] = &["07.heartbeats"];
const AT_ONCE: &[&str] = &["07.at-once"];

const WRONG_ORDERS: &[super::Suspect] = &[BELIEVES_WHAT_IS_TYPED, ENDS_AT_A_WRONG_ORDER, TELLS_NOTHING];
const ENDINGS: &[super::Suspect] = &[FORGETS_TO_STOP, RESETS_INSTEAD_OF_CLOSING, ENDS_ONE_THREAD_ONLY, END_IS_NO_ERROR];

const fn check(name: &'static str, points: u32, run: fn(&Lab) -> Step) -> Check {
    Check::of("tank-driver", name, points, run)
}

/// stdout stays empty, whatever is typed and whatever the tank says.
fn prints_nothing(lab: &Lab) -> Step {
    let driver = Driver::starts(lab)?;
    driver.tank.says("{\"battery\":71}\n");
    lab.settles()?;
    driver.program.types("jump\n");
    driver.is_well()?;
    lab.settles()?;
    driver.program.shows_nothing_but(&[Vec::new()])
}

/// TANK may be an IPv6 address in brackets.
fn speaks_ipv6(lab: &Lab) -> Step {
    lab.has_ipv6()?;
    Driver::at(lab, "::1")?.is_well()
}

/// A name may stand for several addresses: each is tried before giving up.
fn tries_every_address(lab: &Lab) -> Step {
    for ip in lab.addresses_of_localhost()? {
        let tank = lab.tcp_server("tank", &ip)?;
        let program = lab.start(&[format!("localhost:{}", tank.address.port())])?;
        Driver::connects(lab, program, &tank)?.is_well()?;
    }
    Ok(())
}

/// A name that nobody knows is an error at run time.
fn tells_of_an_unknown_name(lab: &Lab) -> Step {
    lab.start(&["nobody.invalid:6002"])?.fails_naming(&["nobody.invalid"])
}

/// Wrong usage is told, with status 2.
fn refuses_wrong_usage(lab: &Lab) -> Step {
    for arguments in wrong_addresses() {
        lab.start(arguments)?.refuses_its_arguments()?;
    }
    lab.start(&["127.0.0.1:6002", "surplus"])?.refuses_its_arguments()
}

/// Without arguments it drives the tank at 127.0.0.1, port 6002.
fn has_its_defaults(lab: &Lab) -> Step {
    let tank = lab.tcp_server_at("tank", "127.0.0.1", lab.default_port(6002)?)?;
    let program = lab.start::<&str>(&[])?;
    Driver::connects(lab, program, &tank)?.is_well()
}

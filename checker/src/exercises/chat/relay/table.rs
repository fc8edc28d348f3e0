//! The checks that every relay has. Two exercises ask for one: each check bears the number of its exercise, and is worth
//! the same in both.

/// The checks of the relay `$program`, of the exercise `$number`.
macro_rules! checks_of_a_relay {
    ($number:literal, $program:literal) => {{
        use $crate::exercises::Check;
        use $crate::exercises::chat::relay::{crowd, service, talk};
        use $crate::exercises::chat::suspicion::{
            ANOTHER_SENDER_SHOWN, CLOSES_AT_AN_EMPTY_LINE, CUTS_OFF_A_LONG_LINE, CUTS_OFF_THE_SILENT,
            DESCRIPTOR_LEFT_OPEN, DIES_OF_AN_ENDLESS_LINE, ENDS_WITH_A_CLIENT, FORGETS_THE_NEWLINE, FORGETS_TO_FORGET,
            KEEPS_WHO_LEFT_OUT, LINE_WITHOUT_SENDER, LINES_RUN_TOGETHER, LOCK_HELD_WHILE_READING,
            LOCK_HELD_WHILE_WRITING, MIXES_LINES, NEVER_LETS_GO, ONE_SLOW_READER_HOLDS_UP_ALL, OUT_OF_ORDER,
            PLACE_FOR_SO_MANY, PORT_IN_THE_PREFIX, REACHES_A_LIMIT, REMOVES_WHILE_LOOPING, SENDER_HEARS_ITSELF,
            SENDER_TOLD_BY_IP_ONLY, SENDS_SOMETHING_ELSE, TELLS_THE_PAST, THREAD_LEFT_OVER, TURNS_SOME_AWAY,
            TURNS_THE_LAST_AWAY,
        };
        use $crate::exercises::suspicion::{
            BINDS_LOOPBACK_ONLY, DIES_OF_A_RESET, ENDS_AT_A_NUL, GOES_ON_AFTER_AN_ERROR, IGNORES_ITS_ARGUMENTS,
            INSISTS_ON_UTF_8, IPV4_ONLY, KEEPS_THE_CARRIAGE_RETURN, LEFT_IN_ITS_BUFFER, LINE_TOO_SHORT_BUFFER,
            LISTENS_EVERYWHERE, LOSES_THE_LAST_LINE, NEW_BUFFER_FOR_EACH_LINE, NO_REUSE_ADDRESS,
            ONE_READ_IS_ONE_MESSAGE, OTHER_DEFAULT, OTHER_LINE_ENDS, PRINTS_SOMETHING_ELSE, READS_UNTIL_CLOSED,
            SHARES_ITS_PORT, SKIPS_WHAT_IS_EMPTY, SPECIAL_WORD, STDIN_END_STOPS_IT, SURPLUS_ARGUMENTS,
            TAKES_ANOTHER_PORT, TAKES_NO_NAME, TELLS_SOME_ONLY, TRIES_FOR_EVER, TRIMS_THE_LINE,
        };
        use $crate::lab::{Lab, Step};

        const fn check(name: &'static str, points: u32, run: fn(&Lab) -> Step) -> Check {
            Check::of($program, name, points, run)
        }
        const RELAYS: &[&str] = &[concat!($number, ".relays")];
        const TALKS: &[&str] = &[concat!($number, ".everybody")];
        const LEAVES: &str = concat!($number, ".leaving");

        &[
            check(concat!($number, ".relays"), 7, talk::relays)
                .suspects(&[
                    IGNORES_ITS_ARGUMENTS,
                    READS_UNTIL_CLOSED,
                    PORT_IN_THE_PREFIX,
                    LINE_WITHOUT_SENDER,
                    ANOTHER_SENDER_SHOWN,
                    FORGETS_THE_NEWLINE,
                    SENDS_SOMETHING_ELSE,
                ])
                .by_hand("nc 127.0.0.1 6000    (in two terminals)"),
            check(concat!($number, ".sends-nothing-else"), 2, talk::sends_nothing_else)
                .needs(RELAYS)
                .suspects(&[SENDS_SOMETHING_ELSE]),
            check(concat!($number, ".spares-the-sender"), 3, talk::spares_the_sender)
                .needs(RELAYS)
                .suspects(&[SENDER_HEARS_ITSELF]),
            check(concat!($number, ".same-address"), 3, talk::tells_two_at_one_address)
                .needs(RELAYS)
                .suspects(&[SENDER_TOLD_BY_IP_ONLY]),
            check(concat!($number, ".everybody"), 3, talk::tells_everybody).needs(RELAYS).suspects(&[
                PLACE_FOR_SO_MANY,
                TURNS_SOME_AWAY,
                TELLS_SOME_ONLY,
            ]),
            check(concat!($number, ".whole-lines"), 2, crowd::keeps_lines_whole).needs(TALKS).suspects(&[MIXES_LINES]),
            check(concat!($number, ".line-in-pieces"), 3, talk::puts_a_line_together)
                .needs(RELAYS)
                .suspects(&[ONE_READ_IS_ONE_MESSAGE]),
            check(concat!($number, ".lines-together"), 2, talk::takes_lines_apart).needs(TALKS).suspects(&[
                OUT_OF_ORDER,
                LEFT_IN_ITS_BUFFER,
                NEW_BUFFER_FOR_EACH_LINE,
                LINES_RUN_TOGETHER,
            ]),
            check(concat!($number, ".order"), 2, crowd::keeps_the_order).needs(TALKS).suspects(&[
                OUT_OF_ORDER,
                REACHES_A_LIMIT,
                LINES_RUN_TOGETHER,
            ]),
            check(concat!($number, ".late-joiner"), 2, talk::tells_who_joins_late)
                .needs(RELAYS)
                .suspects(&[TELLS_THE_PAST]),
            check(concat!($number, ".leaving"), 2, talk::forgets_who_leaves).needs(TALKS).suspects(&[
                REMOVES_WHILE_LOOPING,
                ENDS_WITH_A_CLIENT,
                FORGETS_TO_FORGET,
            ]),
            check(concat!($number, ".rejoins"), 1, talk::lets_join_again)
                .needs(&[LEAVES])
                .suspects(&[KEEPS_WHO_LEFT_OUT]),
            check(concat!($number, ".reset"), 2, talk::survives_a_reset).needs(&[LEAVES]).suspects(&[DIES_OF_A_RESET]),
            check(concat!($number, ".half-close"), 2, talk::lets_go_who_said_the_last_word)
                .needs(TALKS)
                .suspects(&[NEVER_LETS_GO]),
            check(concat!($number, ".last-line"), 1, talk::counts_a_last_line)
                .needs(&[LEAVES])
                .suspects(&[LOSES_THE_LAST_LINE]),
            check(concat!($number, ".leftovers"), 2, crowd::leaves_nothing_over)
                .needs(&[LEAVES, concat!($number, ".half-close")])
                .suspects(&[DESCRIPTOR_LEFT_OPEN, THREAD_LEFT_OVER]),
            check(concat!($number, ".silent-client"), 2, crowd::is_not_held_up_by_silence).needs(RELAYS).suspects(&[
                TURNS_THE_LAST_AWAY,
                CUTS_OFF_THE_SILENT,
                LOCK_HELD_WHILE_READING,
            ]),
            check(concat!($number, ".slow-reader"), 3, crowd::is_not_held_up_by_who_does_not_read)
                .needs(TALKS)
                .suspects(&[LOCK_HELD_WHILE_WRITING, ONE_SLOW_READER_HOLDS_UP_ALL, REACHES_A_LIMIT]),
            // A long line comes in pieces.
            check(concat!($number, ".long-line"), 2, crowd::takes_a_long_line)
                .needs(&[concat!($number, ".everybody"), concat!($number, ".line-in-pieces")])
                .suspects(&[REACHES_A_LIMIT, LINE_TOO_SHORT_BUFFER, CUTS_OFF_A_LONG_LINE]),
            check(concat!($number, ".endless-line"), 1, crowd::survives_an_endless_line)
                .needs(RELAYS)
                .suspects(&[DIES_OF_AN_ENDLESS_LINE]),
            check(concat!($number, ".any-bytes"), 2, talk::passes_any_bytes).needs(TALKS).suspects(&[
                SPECIAL_WORD,
                ENDS_AT_A_NUL,
                OTHER_LINE_ENDS,
                TRIMS_THE_LINE,
                INSISTS_ON_UTF_8,
            ]),
            check(concat!($number, ".crlf"), 2, talk::takes_off_a_carriage_return)
                .needs(RELAYS)
                .suspects(&[KEEPS_THE_CARRIAGE_RETURN, TRIMS_THE_LINE]),
            check(concat!($number, ".empty-line"), 1, talk::passes_an_empty_line)
                .needs(TALKS)
                .suspects(&[CLOSES_AT_AN_EMPTY_LINE, SKIPS_WHAT_IS_EMPTY]),
            check(concat!($number, ".ipv6"), 2, service::speaks_ipv6).needs(RELAYS).suspects(&[IPV4_ONLY]),
            check(concat!($number, ".prints-nothing"), 1, service::prints_nothing)
                .needs(RELAYS)
                .suspects(&[PRINTS_SOMETHING_ELSE]),
            check(concat!($number, ".stdin-ends"), 1, service::outlives_its_stdin)
                .needs(RELAYS)
                .suspects(&[STDIN_END_STOPS_IT]),
            check(concat!($number, ".port-in-use"), 1, service::tells_that_the_port_is_in_use)
                .needs(RELAYS)
                .suspects(&[TRIES_FOR_EVER, TAKES_ANOTHER_PORT, SHARES_ITS_PORT]),
            check(concat!($number, ".restarts-at-once"), 1, service::restarts_at_once)
                .needs(RELAYS)
                .suspects(&[NO_REUSE_ADDRESS]),
            check(concat!($number, ".usage"), 1, service::refuses_wrong_usage).suspects(&[SURPLUS_ARGUMENTS]),
            check(concat!($number, ".unknown-name"), 1, service::tells_of_an_unknown_name)
                .needs(RELAYS)
                .suspects(&[TRIES_FOR_EVER, GOES_ON_AFTER_AN_ERROR]),
            check(concat!($number, ".bind-address"), 1, service::listens_only_where_it_was_told)
                .needs(RELAYS)
                .suspects(&[LISTENS_EVERYWHERE, TAKES_NO_NAME]),
            check(concat!($number, ".defaults"), 1, service::has_its_defaults)
                .needs(RELAYS)
                .suspects(&[OTHER_DEFAULT, BINDS_LOOPBACK_ONLY]),
        ]
    }};
}

pub(in crate::exercises) use checks_of_a_relay;

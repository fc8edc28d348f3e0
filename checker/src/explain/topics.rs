//! The misconceptions that have a page, by topic.

/// What some misconceptions are about; its heading is the Fluent message `topic-NAME`.
pub struct Topic {
    pub name: &'static str,
    pub misconceptions: &'static [&'static str],
}

/// In the order of the course, which is that of `misconceptions.ftl`.
pub const TOPICS: &[Topic] = &[
    Topic {
        name: "streams",
        misconceptions: &[
            "one-read-is-one-message",
            "one-write-is-one-read",
            "hands-on-the-whole-buffer",
            "new-buffer-for-each-line",
            "line-too-short-buffer",
            "forgets-the-newline",
            "keeps-the-newline",
            "keeps-the-carriage-return",
            "trims-the-line",
            "loses-the-last-line",
            "stops-at-an-empty-line",
            "insists-on-utf-8",
        ],
    },
    Topic {
        name: "output",
        misconceptions: &[
            "stdout-not-flushed",
            "reads-all-input-first",
            "waits-for-input-first",
            "prints-something-else",
            "wrong-address-shown",
            "shows-no-port",
            "sends-something-else",
            "runs-ahead",
            "one-line-only",
            "ends-after-one",
        ],
    },
    Topic {
        name: "clients",
        misconceptions: &[
            "one-client-only",
            "one-client-at-a-time",
            "place-for-so-many",
            "dies-of-a-reset",
            "dies-of-a-broken-pipe",
            "ignores-half-close",
            "waits-for-ever-on-a-closed-connection",
            "spins-on-a-closed-connection",
            "misses-the-end-of-input",
            "resets-instead-of-closing",
            "stdin-end-stops-server",
        ],
    },
    Topic { name: "datagrams", misconceptions: &["truncates-datagrams", "dies-of-icmp", "sleeps-between"] },
    Topic {
        name: "addresses",
        misconceptions: &[
            "first-address-only",
            "ipv4-only",
            "ignores-its-arguments",
            "binds-loopback-only",
            "binds-every-address",
            "wrong-byte-order-port",
            "no-reuse-address",
            "not-listening",
            "not-connecting",
        ],
    },
    Topic {
        name: "chat",
        misconceptions: &[
            "sender-hears-itself",
            "sender-told-by-ip-only",
            "lock-held-while-writing",
            "one-slow-reader-holds-up-all",
            "queue-without-bound",
            "forgets-to-forget",
            "descriptor-left-open",
            "thread-left-over",
            "mixes-lines",
            "line-without-sender",
            "port-in-the-prefix",
            "waits-for-its-turn",
            "ends-with-its-input",
            "never-says-goodbye",
            "ends-without-an-error",
        ],
    },
    Topic {
        name: "loop",
        misconceptions: &[
            "thread-for-each-client",
            "looks-instead-of-waiting",
            "event-tells-once",
            "full-is-no-error",
            "write-takes-a-part",
        ],
    },
    Topic {
        name: "files",
        misconceptions: &[
            "little-endian-length",
            "header-in-one-read",
            "trusts-the-name",
            "trusts-the-size",
            "writes-in-place",
            "leaves-half-a-file",
            "follows-the-link",
            "waits-for-the-viewer",
            "path-in-the-name",
            "believes-any-answer",
            "reads-the-whole-file",
            "decodes-the-file",
        ],
    },
    Topic {
        name: "regular",
        misconceptions: &[
            "heartbeat-waits-for-input",
            "heartbeat-too-slow",
            "heartbeat-too-often",
            "timer-starts-anew",
            "ready-is-not-a-line",
            "notices-only-when-it-writes",
            "forgets-to-stop",
            "numbers-as-text",
            "believes-what-is-typed",
            "ends-at-a-wrong-order",
            "ends-one-thread-only",
        ],
    },
    Topic {
        name: "robots",
        misconceptions: &["strangers-take-part", "queue-throws-away", "relays-the-text", "sends-from-another-socket"],
    },
    Topic {
        name: "end",
        misconceptions: &[
            "panics",
            "usage-status",
            "error-status",
            "silent-error",
            "error-on-stdout",
            "stops-itself",
            "prints-without-end",
            "takes-all-memory",
            "waits-for-itself",
            "part-left-to-write",
            "does-not-compile",
        ],
    },
];

/// All of them.
pub fn misconceptions() -> impl Iterator<Item = &'static str> {
    TOPICS.iter().flat_map(|topic| topic.misconceptions).copied()
}

# What the report in the terminal says.

## An exercise

points = { $points } of { $of ->
    [one] { $of } point
   *[other] { $of } points
}
passed = { $count ->
    [one] 1 check passed: { $names }
   *[other] { $count } checks passed: { $names }
}
not-reached = { $count ->
    [one] 1 check not reached, { $reason }: { $names }
   *[other] { $count } checks not reached, { $reason }: { $names }
}
not-judged = { $count ->
    [one] 1 check not judged, { $reason }; it costs no points: { $names }
   *[other] { $count } checks not judged, { $reason }; they cost no points: { $names }
}
not-started = not started yet: open exercises/{ $folder }/README.md, which says what the program has to do, then exercises/{ $folder }/src/{ $file }, and begin with part 1
program-not-started = { $program } is not started yet: exercises/{ $folder }/src/{ $file }
does-not-build = the program does not build; fix what comes first below:

## A failure

label-expected = expected:
label-came = found:
label-conversation = what happened:
label-ending = at the end:
label-by-hand = see it by hand:
label-repeat = run it again:
label-packets = the packets:
packets-on-request = they show more here; run it again with --pcap FOLDER, and open the file in Wireshark
cause = likely cause: { $headline }
# Behind the name of a check.
extra = (extra)
explain-hint = more: { $me } explain { $name }
stderr = the last lines of { $program }'s stderr:

mark-differs = the first difference, at byte { COUNT($at) }
mark-ends = { $count ->
    [one] it ends here, 1 byte too early
   *[other] it ends here, { COUNT($count) } bytes too early
}
mark-too-many = { $count ->
    [one] 1 byte too many
   *[other] { COUNT($count) } bytes too many
}
difference-hidden = the first difference is at byte { COUNT($at) }; { COUNT($wanted) } bytes were expected, and { COUNT($came) } came
bytes-left-out = { $count ->
    [one] … 1 byte …
   *[other] … { COUNT($count) } bytes …
}
lines-left-out = { $count ->
    [one] … 1 line left out …
   *[other] … { COUNT($count) } lines left out …
}

finding-different = something else
finding-nothing = nothing
finding-unwanted = something, where nothing should have come
finding-stalled = that did not happen: the whole program is waiting for something that will never come
finding-ended = that did not happen: the program had ended
finding-closed = that did not happen: the program had closed the connection
finding-half-closed = that did not happen: the program had closed its writing side, and nothing more can come
finding-reset = that did not happen: the connection was reset from the program's side
finding-out-of-patience = that did not happen, although the program had plenty of time
finding-asleep = that did not happen: the program is asleep, and for longer than anybody would wait
finding-flooded = output without end
finding-memory = that did not happen: the program took more memory than there is for it
finding-processes = that did not happen: the program started more processes or threads than there is room for
finding-sends-without-end = that did not happen: the program goes on sending without end

## A file of packets: comments on all of it, and on one packet.

packets-about = { $check }: { $purpose }
packets-passed = The check passed.
packets-failed = The check failed.
packets-not-judged = The check was not judged, { $reason }.
packets-here = HERE IT FAILED
packets-missed = { $count ->
    [one] 1 packet is missing
   *[other] { COUNT($count) } packets are missing
}: more arrived at once than there was room for.
packets-left-out = { $count ->
    [one] 1 packet was left out
   *[other] { COUNT($count) } packets were left out
}: there were too many. The beginning is here, and the last of them.
packets-shortened = Only the beginning of a long packet is kept here and, once there have been very many packets, only the headers of those that follow; the lengths given are the true ones.

## A conversation: read after who did it.

event-starts = starts as { $command }
event-listens = listens at { $address }
event-binds = is at { $address }
event-connects = connects from { $address }
event-datagram = datagram
event-segment = sends
event-types = types
event-ends-input = ends its input
event-prints = prints
event-complains = stderr
event-half-closes = closes its writing side
event-closes = closes
event-resets = resets the connection
event-stopped = stopped by the checker ({ $signal })
event-exits = ends with status { $status }
event-killed = is ended by signal { $signal } ({ $name })

## The same as a diagram: beside an arrow, or at a lifeline.

diagram-types = stdin:
diagram-ends-input = stdin ends
diagram-missing = missing:
diagram-expected = expected:
diagram-size = { $count ->
    [one] 1 byte
   *[other] { COUNT($count) } bytes
}
diagram-piece = piece { COUNT($n) } of { COUNT($of) }
diagram-others = { $count ->
    [one] not shown: { $first }
   *[other] not shown: { $count } others, { $first } to { $last }
}

## A conversation as a picture

picture-title = { $check }: { $purpose }
picture-passed = passed

## What a program was doing at the end: read after its name.

ending-panicked = { $program } panicked at { $place }: { $message }
ending-runs = { $program } still runs
ending-threads = { $program } ({ $count } threads)
waits-in = in `{ $call }`
waits-computes = computes
waits-stdin = waits{ $in } for its standard input
waits-file = waits{ $in } on { $file }
waits-udp = waits{ $in } on UDP { $local } for a datagram
waits-udp-send = waits{ $in } on UDP { $local } to send a datagram
waits-listener = waits{ $in } on { $local } for a connection
waits-connect = waits{ $in } for { $remote } to answer
waits-tcp = waits{ $in } for bytes from { $remote }
waits-tcp-send = waits{ $in } for { $remote } to read what was sent
waits-lock = waits{ $in } for a lock or another thread
waits-child = waits{ $in } for a child process to end
waits-several = waits{ $in } on several connections or files at once
waits-time = waits{ $in } for time to pass
waits-stopped = is stopped by a signal
waits-unknown = waits{ $in }

## The end of a report

total = total: { $points } of { $of } points, in { $time }
total-bonus = bonus: { $points } of { $of } points, in { $time }
total-not-judged = { $count ->
    [one] 1 check could not be judged and is left out of the total
   *[other] { $count } checks could not be judged and are left out of the total
}
next-failure = next: { $check }, see above
next-start = next: exercises/{ $folder }/README.md
next-nothing = everything passes. Well done!
notice = note: { $text }

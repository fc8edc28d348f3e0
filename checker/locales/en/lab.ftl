# What the lab's steps expect, what they find, and why a check could not be judged.

## What a step expects: read after "expected:".

expect-datagram = { $who } gets a datagram
expect-datagram-from = { $who } gets a datagram from { $address }
expect-burst = { $who } gets the { COUNT($count) } datagrams that the kernel accepted (so far { COUNT($came) })
expect-no-datagram = { $who } gets no further datagram
expect-bytes = { $who } receives
expect-bytes-in-answer = { $who } receives, in answer to { $told },
expect-refusal = { $who } receives one line, `ERR REASON`
expect-nothing-more = { $who } receives nothing more
expect-end = { $who } sees the end of the connection, closed in order
expect-connection = the program connects to { $who } at { $address }
expect-listening = the program listens (TCP, port { $port })
expect-listening-only = the program listens at { $where }, port { $port }, and nowhere else
expect-bound = the program has a UDP socket (port { $port })
expect-bound-everywhere = the program has a UDP socket at every address of the machine (port { $port })
expect-accepts = { $who }'s connection is accepted at { $address }
expect-no-panic = the program goes on without a panic
expect-shows = the program shows
expect-shows-only = the program shows this and nothing else
expect-shows-not = the program shows nothing that was not meant for it
expect-line = { $who } receives the line
expect-lines = { $who } receives { COUNT($count) } lines (so far { COUNT($came) })
expect-line-not = { $who } never receives what was not meant for it
expect-only = { $who } receives this and nothing else
expect-order = { $who } receives the lines of one sender in their order
expect-whole-lines = { $who } receives only lines that somebody said, each in one piece
expect-as-before = once the crowd has left, the program holds no more than it held before
expect-bounded-memory = what waits for one client takes at most 32 MiB
expect-one-thread = a single thread serves all clients
expect-idle = while nobody says anything, the program waits and uses no processor time
expect-kept = { $who } is behind, and is not disconnected for that
expect-let-go = { $who }, for whom more than 1 MiB waits, is disconnected
expect-exit = the program ends with status { $status }
expect-stderr-names = a line on stderr that names { $address }
expect-stderr-usage = a line on stderr that starts with `usage:`
expect-stderr-limit = a line on stderr that gives the size, { COUNT($size) } bytes, or the limit, 65,507
expect-runs = the program goes on running
expect-takes = the program reads what { $who } sent
expect-every = a datagram every { $every } ms
expect-beat = { $who } gets a heartbeat every { $every } ms
expect-told-on-stderr = something on stderr about the line { $line }, which is not an order
expect-quiet = the program comes to rest
expect-sends-to-nobody = the program goes on sending, although nobody listens
expect-file = the file { $name } is in DIR, and whole
expect-file-whole = no file { $name } that is not whole
expect-file-kept = the file { $name } is still in DIR, since nothing has come to replace it
expect-folder-as-before = nothing new on the disk, and nothing changed
expect-folder-holds = the files that were sent are in DIR, { $count } of them, and nothing else
expect-told = the viewer has been run, for the { $count ->
        [one] first
       *[other] second
    } time
expect-viewer = the viewer is called with one argument, { $path }
expect-no-descriptors-left = the program closes what it has opened
expect-memory-grows-less = memory grows by less than { $most } MiB
expect-memory-less = less than { $most } MiB of memory
expect-bulk = { $who } receives { COUNT($size) } bytes of the file

## What a step finds: read after "found:".

said-descriptors-left = { COUNT($count) } descriptors more than before are open
said-threads-left = { COUNT($count) } threads more than before are there
said-threads = there are { $threads } threads, with { $clients } clients
said-restless = in { COUNT($span) } ms without a word, its thread woke up { COUNT($wakes) } times and computed for { COUNT($time) } ms
said-waits = { COUNT($kib) } KiB wait in the program, and the connection is still there
said-let-go = it is disconnected although no more than { COUNT($kib) } KiB waited in the program
said-drift = datagram { $n } left { $late } ms late, and each is later than the one before
said-too-early = datagram { $n } left { $early } ms early
said-beat-late = for { $after } ms none came (before that: { $came })
said-beat-too-often = { $count } came within { $within } ms
said-goes-on-beating = it goes on sending heartbeats, as if nothing had happened
said-not-told = nothing
said-stderr = nothing of the kind on stderr
said-no-usage = no line on stderr starts with that
said-no-limit = no line on stderr gives either of them
said-refused = the connection is refused: nobody accepts it at { $address }
said-this-one-only = nothing; the line after it came
said-one-behind = nothing yet; it came only once something had followed it
said-sent-elsewhere = a datagram went to another address, where nobody listens
said-came-from = it came from { $address }
said-panicked = one of its threads has panicked: see stderr
said-listens-elsewhere = the program is at { $address } instead
said-answers-at-the-end = nothing, until { $who } says that nothing more will come (FIN)
said-no-reason = an `ERR` without a reason
said-another-line = a line of another form
said-no-file = there is no file { $name }
said-file-differs = { $name } has the right size, and differs after byte { COUNT($at) }
said-file-size = { $name } has { COUNT($size) } bytes
said-file-changed = { $name } has changed, or is gone
said-differs-about = what came differs before byte { COUNT($at) } of the file
said-descriptors = { $before } descriptors are open before { $count } transfers, { $now } after them
said-viewer = it was called with this many arguments: { $count }; the first was { $first }
said-memory = { $memory } MiB

## Why a check says nothing: read after "not reached," or "not judged,".

reason-needs = because { $check } failed
reason-does-not-build = because the program does not compile
reason-port-held = because port { $port } is held by another process ({ $name }, pid { $pid })
reason-no-name = because no name on this machine has several addresses ({ $error })
reason-no-ipv6 = because this machine has no IPv6
reason-overloaded = because the machine was too loaded to judge
reason-checker-failed = because the checker itself failed ({ $what })
reason-no-program = because there is no command for { $program }
reason-peer-socket = because the checker could not give { $who } a socket at { $address } ({ $error })
reason-cannot-start = because { $program } cannot be executed ({ $error })
reason-file = because the checker could not prepare { $path } ({ $error })

## About the run as a whole: read after "note:".

reason-no-namespaces = this machine gives an ordinary user no namespaces ({ $error }): the checks share its ports and addresses
reason-no-namespace-left = this machine has no namespace left for an ordinary user (the limit in /proc/sys/user/max_user_namespaces, or in a file beside it, is reached; an administrator can raise it: sudo sysctl user.max_user_namespaces=10000): the checks share its ports and addresses

title = A chat

check-relays = a line that one client sends reaches another
    .page =
        Two clients are connected. One sends a line; the other gets `IP: LINE` and a newline, IP being the sender's
        address.

        Each client is read by some thread, and whichever reads must know where to write: to all the others. Nearly all
        other checks of the relay need this one. Look at: accept(2); in Rust, `TcpStream::try_clone`.

check-sends-nothing-else = each line comes once, and nothing else comes
    .page =
        Some clients join and talk, one leaves, and one resets its connection. Another gets each line once, and not a byte
        more: no greeting, no word of who came and who left, in whatever way.

        On the network every byte is a part of the protocol. News for people belongs on stderr. Look at: what `nc` shows
        when it is the client; `eprintln!`.

check-spares-the-sender = a line does not come back to its sender
    .page =
        A client sends a line, and then one more from somebody else is awaited: it is the first thing that arrives.

        Whoever typed a line has seen it already. Look at: how does your program know which of its connections a line
        came from?

check-same-address = another client at the same address gets the line too
    .page =
        Two clients come from the same address, as two programs on one Pi do. What one says, the other hears.

        An address names a machine. What names a connection is both addresses with both ports. Look at: getpeername(2);
        what two connections are compared by in your program.

check-everybody = all others get the line, whether they are two or twenty
    .page =
        Three clients, then twenty: each says something, and every other one gets it.

        Look at: what in your program is as long as there are clients? Is anything of a fixed size?

check-order = the lines of one sender arrive in their order
    .page =
        A client sends many numbered lines as fast as it can. The others get them in that order.

        TCP keeps the order within a connection. It is lost where two threads carry the lines of one sender. Look at:
        how many threads of your program write to the same connection?

check-whole-lines = lines of several senders are never mixed within a line
    .page =
        Ten clients send long lines at the same time. Each line that the eleventh gets is one that somebody sent, whole,
        with its sender before it.

        Two threads that write to one connection take turns whenever the kernel likes: between two writes, and in the
        middle of a long one. Look at: what is written in one call, and who may write meanwhile; write(2), on the return
        value.

check-line-in-pieces = a line that comes in pieces is relayed as one
    .page =
        A client sends a line byte by byte. The others get it as one line.

        A read returns what is there. A line is complete with its \n, and each client has a beginning of its own. Look
        at: recv(2); RFC 9293, section 3.9.1.3.

check-lines-together = a hundred lines that come together are a hundred lines
    .page =
        A client sends a hundred lines in one write. The others get each of them with its sender's address before it.

        One read may bring many lines, and the beginning of the next. Look at: what happens to the bytes behind the
        first \n?

check-rejoins = a client that left can join again
    .page =
        A client leaves and connects again. It gets what is said, and is heard, as before.

        To the relay it is a new connection. Look at: what is left of the old one in your program?

check-late-joiner = a client that joins late gets what is said from then on
    .page =
        Two clients talk; a third joins. It gets the next line, and nothing of what was said before.

        The relay keeps no diary. Look at: when does your program put a client on its list, and what is written to it
        then?

check-leaving = a client that leaves is forgotten, and the others talk on
    .page =
        One of three clients closes. The two others go on hearing each other.

        The end of a connection is a read of 0 bytes. After it, this client has to go from the list. Look at: close(2),
        recv(2); where do you remove a client, and who does it?

check-reset = a client that resets its connection disturbs no other
    .page =
        A client breaks off its connection with a reset, once after a line and once in the middle of one. The others
        talk on, and no thread of the program panics.

        The error that follows concerns one connection, and shows where it is read or where it is written. Look at:
        read(2) and write(2), under ECONNRESET and EPIPE; where does your program end up after either of them?

check-half-close = a client that closes its writing side is let go
    .page =
        A client closes its writing side: it has said its last word. The relay closes the connection too, soon.

        Otherwise `printf … | nc` would wait for ever. Look at: shutdown(2); is there a second copy of the connection in
        your program that keeps it open?

check-last-line = a last line without \n is relayed
    .page =
        A client closes its writing side in the middle of a line. The others get what there was of it, with a newline.

        Look at: what does your program do with the bytes it has when a read returns 0?

check-leftovers = nothing is left over of a crowd that came and went
    .page =
        While two clients talk, many others come and go, in every way. Afterwards the relay has no more open descriptors
        and no more threads than before.

        What is left over of each visitor adds up, until it is the end: at 1024 descriptors nobody can join any more.
        Look at: `ls /proc/PID/fd | wc -l`, `ls /proc/PID/task | wc -l`; ulimit -n.

check-silent-client = a client that says nothing holds up nobody, and is not cut off
    .page =
        One client never says a word, another one never ends its line. The others talk on, and the silent ones still
        hear them.

        Whoever waits for one client's line waits for this client alone. Look at: pthreads(7), poll(2); which of your
        locks are held while reading?

check-slow-reader = a client that does not read holds up nobody
    .page =
        A client stops reading. The others send each other far more than the buffers of the system hold, at full speed.

        When the buffers between two programs are full, write waits, for as long as the other does not read; so do all
        that need a lock that is held meanwhile. Look at: send(2), on blocking; who waits while your program writes to
        one client?

check-catches-up = a client that does not read for a while misses nothing
    .page =
        A client does not read for a while, until half a MiB waits for it in the relay. Then it reads again, and gets
        all of it, in order: only a client for whom 1 MiB waits may be let go.

        When a connection is full, a write that may not wait takes a part, or nothing. Neither is a failure, and the
        rest must be kept. Look at: write(2), on the return value and under EAGAIN; what becomes of the rest?

check-long-line = a line of 64 KiB is relayed whole
    .page =
        A client sends a line of 64 KiB. The others get all of it.

        It comes in many reads and may leave in many writes. Look at: recv(2) and send(2), on the return value; in Rust,
        `write_all`.

check-endless-line = a line without an end takes nobody down
    .page =
        A client sends far more than 64 KiB without a \n. The relay may close its connection, and the others talk on.

        Whoever collects until \n collects as much as a stranger likes. Look at: in Rust, `Read::take`.

check-any-bytes = the blanks around a line, and bytes that are not UTF-8, are relayed as they came
    .page =
        A client sends a line with blanks around it, bytes that are not UTF-8, and lines with a NUL in them, or with
        what ends a line elsewhere (a lone \r, U+2028), or that are a word such as `quit`. The others get the very same bytes.

        The relay passes on, it need not understand. Look at: in Rust, `read_until` beside `read_line`, and `write_all`
        beside `write!`.

check-crlf = a line that ends in \r\n is understood
    .page =
        A client ends its line with \r\n, as a Windows terminal does. The others get the line without \r.

        Look at: what they get, with `| xxd`; RFC 5198, section 2.

check-empty-line = an empty line is a line
    .page =
        A client sends an empty line. The others get the sender's address and nothing after it, and the talk goes on.

        Empty is not the end. Look at: do you test for the end before or after taking off the \n?

check-ipv6 = IPv6 and IPv4 clients talk to each other
    .page =
        The relay listens on [::]. One client comes over IPv6, another over IPv4; they hear each other. No brackets
        stand around an address.

        A socket at [::] takes both, and shows an IPv4 client as `::ffff:192.0.2.7`, which is just as right as
        `192.0.2.7`. Look at: ipv6(7), under IPV6_V6ONLY; RFC 4291, section 2.5.5.2.

check-prints-nothing = the relay's stdout stays empty
    .page =
        Clients come, talk and leave, one of them with a reset, and on stdout there is nothing.

        The relay's work is on the network. News for people belongs on stderr. Look at: stdout(3), `eprintln!`.

check-stdin-ends = the end of its input does not stop it
    .page =
        The relay's standard input is at its end from the start. It relays all the same.

        A server that a service starts has /dev/null as its input. Look at: does your program read its input?

check-port-in-use = a port that is taken is an error that names it, with status 1
    .page =
        Another server listens there already. A line on stderr names the address, and the status is 1; no panic.

        Look at: bind(2), under EADDRINUSE.

check-restarts-at-once = stopped, it can be started again at once
    .page =
        The relay is stopped while clients are connected; started again, it takes its port and relays.

        The kernel remembers for a minute the connections that this side has closed (TIME_WAIT). SO_REUSEADDR says that
        a server may listen there all the same. Look at: socket(7); RFC 9293, section 3.3.2.

check-usage = wrong arguments give `usage:` and status 2
    .page =
        An address without a port, an invalid port, or too many arguments: a line on stderr starts with `usage:`,
        and the status is 2.

        By the status a script sees whether to try again (1) or whether it called the program wrongly (2). Look at:
        exit(3), and the list in the README.

check-unknown-name = an unknown name is an error that names it, with status 1
    .page =
        BIND is a name that nobody knows. A line on stderr names it, and the status is 1.

        Look at: getaddrinfo(3), under EAI_NONAME.

check-bind-address = it listens where it was told, and only there
    .page =
        The relay is to listen at one of the machine's addresses: whoever comes to this one is served, whoever comes to
        another finds nobody. Then it is given a name, localhost: it listens at one of the addresses that the name
        stands for.

        A bound address is a filter: 0.0.0.0 lets everything through. Look at: ip(7), under INADDR_ANY; getaddrinfo(3);
        `ss -tlnp`.

check-defaults = without arguments it listens at 0.0.0.0:6000
    .page =
        The relay is started without arguments, and clients reach it at port 6000 of each of the machine's addresses.

        Look at: the constant at the top of the file; `ss -tlnp`.

check-bounded-memory = what waits for one client never takes more than 32 MiB
    .page =
        A client does not read, while others send far more than that. The relay's memory stays within its bounds,
        and the others need not wait.

        A queue keeps a slow client from holding up the others; one without an end lets that client eat up the memory
        instead. At some length one has to decide: wait, throw away, or let the client go. Look at: `top`, the column
        RES; in Rust, `std::sync::mpsc::sync_channel`.

check-client-shows = a line that arrives is shown
    .page =
        The server sends a line; it appears on stdout.

        Nearly all other checks of the client need this one. Look at: connect(2), recv(2).

check-client-sends = a line that is typed is sent
    .page =
        A line is typed on stdin; the server gets it, with its \n.

        Look at: send(2); `nc -l 6000` in the server's place.

check-client-shows-at-once = a line is shown while nobody types
    .page =
        The server sends a line, and it is awaited through a pipe. Nothing is typed.

        Two things may be in the way: a program that waits for the keyboard, and a buffer in front of the pipe. Look at:
        pthreads(7), poll(2); stdout(3); run your client with `| cat`.

check-client-sends-at-once = a line is sent as soon as it is typed
    .page =
        A line is typed, and stdin stays open. The server gets it, although it has sent nothing.

        Look at: does your program wait for the end of stdin, or for the network, before it sends?

check-client-both-ways = it sends while much arrives
    .page =
        The server sends without a pause, and meanwhile lines are typed. They get through, and all that arrives is
        shown.

        Neither direction may wait for the other. Look at: which of your threads does what, and what do they share?

check-client-server-closes = when the server closes, it ends at once
    .page =
        The server closes the connection in order. The program ends with 0, although nobody types and stdin stays open.

        The thread that reads the keyboard waits there, and cannot be asked to stop. Look at: what ends a program: its
        last thread, or its `main`? exit(3), pthread_join(3).

check-client-half-close = at the end of stdin it says that this was all, and shows what still arrives
    .page =
        Stdin ends. The server sees the end, says nothing for a while, sends one line more, and closes; the line is shown,
        and the status is 0.

        One direction is closed, the other one still carries what others say. Look at: shutdown(2), SHUT_WR; RFC 9293,
        section 3.6.1.

check-client-reset = a connection that is reset is an error, with status 1
    .page =
        The server resets the connection while the client sends nothing, once when stdin is open and once when it has
        ended. A line on stderr gives the server's address, nothing more is on stdout, and the status is 1.

        A reset is not an orderly end: what was on its way is lost. Look at: read(2), under ECONNRESET.

check-client-refused = no server is an error that names it, with status 1
    .page =
        Nobody listens at SERVER. A line on stderr names the address, and the status is 1.

        Look at: connect(2), under ECONNREFUSED.

check-client-pieces = what comes in pieces is shown as it was
    .page =
        The server sends lines in pieces, and several lines at once. Together, what is shown is what was sent.

        Look at: what your program prints between two reads; is there a newline that nobody sent?

check-client-any-bytes = the blanks around a line stay, and neither bytes that are not UTF-8 nor an empty line stop anything
    .page =
        The server sends bytes that are not UTF-8. They are shown as U+FFFD, and the program goes on; so it does when
        an empty line is typed, and such bytes with blanks around them: they are sent as they are. Nor is a line cut, in
        either direction, where a NUL stands in it, or what ends a line elsewhere (U+2028). `quit` is a line, too.

        Look at: in Rust, `read_until` beside `read_line`, and `String::from_utf8_lossy`.

check-client-long-line = lines of 64 KiB pass in both directions
    .page =
        A line of 64 KiB is typed, and one arrives. Both are whole.

        Look at: recv(2) and send(2), on the return value; in Rust, `write_all`.

check-client-last-line = a last line without \n is sent, and shown
    .page =
        Stdin ends in the middle of a line. The server gets what there was of it before it sees the end. Then
        the server closes in the middle of a line, and what there was of it is shown.

        Look at: what does your program do with the bytes it has when a read returns 0?

check-client-prints-nothing-else = stdout carries what arrives, and nothing else
    .page =
        A line is typed, a line arrives, the server closes. On stdout there is the line that arrived: no prompt, no echo
        of what was typed, no "connected".

        Look at: stdout(3), `eprintln!`.

check-client-usage = wrong arguments give `usage:` and status 2
    .page =
        An address without a port, an invalid port, or too many arguments: a line on stderr starts with `usage:`,
        and the status is 2.

        Look at: exit(3), and the list in the README.

check-client-unknown-name = an unknown name is an error that names it, with status 1
    .page =
        SERVER is a name that nobody knows. A line on stderr names it, and the status is 1.

        Look at: getaddrinfo(3), under EAI_NONAME.

check-client-every-address = each address of a name is tried
    .page =
        The name has two addresses, and nobody listens at the first. The client gets through to the second.

        Look at: getaddrinfo(3), on the list that it returns; in Rust, what `TcpStream::connect` does with a name.

check-client-ipv6 = the server may be at an IPv6 address
    .page =
        SERVER is [::1] and a port. The client connects, sends, and shows.

        Look at: ipv6(7); RFC 3986, section 3.2.2.

check-client-defaults = without arguments it connects to 127.0.0.1:6000
    .page =
        The client is started without arguments, and the server at 127.0.0.1, port 6000, gets its line.

        Look at: the constant at the top of the file.

# For who has not begun: what part 1 is about, why, an example, a question, where to read on. `checker hint` shows it.
begin-chat-relay =
    Part 1 of the relay is its door: the socket that listens, just as in exercise 04.

    Why: a relay is a server that all clients ring at. The stub makes the door once, and starts a thread for each
    client that comes through it. So the door must be there before anything else, and stay for as long as the relay
    runs.

        LISTEN   0.0.0.0:6000                  the door
        ESTAB    10.0.0.1:6000 - 10.0.0.2      ana, a thread
        ESTAB    10.0.0.1:6000 - 10.0.0.3      bob, another thread

    To think about: what of your exercise 04 can you take over as it is? And what was one after another there and
    must happen at the same time here?

    More: listen(2); your own solution of 04; `ss -ltnp` while the relay runs.

begin-chat-client =
    Part 1 of the client is the connection to the relay, just as in exercise 03.

    Why: this client waits for two things at once: for a line that is typed, and for a line that arrives. One thread
    can wait for only one of them, so the stub has two, and both use this one connection, each in its own direction.

        keyboard -> thread 1 -> connection ->     others
        screen   <- thread 2 <- connection <-     others

    To think about: why must the connection be there before the second thread starts? And if it can't be made, which
    of the two threads is there to say so?

    More: connect(2); your own solution of 03; as a relay to connect to, for a beginning: `nc -l 6000` (or `nc -l -p
    6000`).

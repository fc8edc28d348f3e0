title = A TCP server

check-answers = a client's line is answered
    .page =
        A client connects and sends a line; it gets `OK ... LINE` and a newline.

        A server takes a connection, reads from it, and writes to it. Nearly all other checks need this one. Look at:
        listen(2), accept(2).

check-prints = each line is printed with its client's address
    .page =
        For each line, `IP:PORT LINE` appears on stdout: the client's address, a space, and the line.

        The address comes with the connection. Look at: accept(2), getpeername(2).

check-shown-at-once = a line is printed as soon as it has come
    .page =
        A client sends a line, and it is awaited through a pipe, while the client stays.

        Into a pipe, what is printed may stay in a buffer. Look at: stdout(3); run your server with `| cat`.

check-prints-nothing-else = stdout carries everybody's lines, each with its client's address, and nothing else
    .page =
        One client sends one line and leaves, and all that is on stdout afterwards is that line: no greeting, no word of
        who came and who left, even with a reset. Then two others come, the second while the first is still there, and
        send several lines each: all of these are there, the fifth as well as the first, with the address of whoever
        sent it.

        Another program can read a server's output only if every line of it is a client's. News for people belongs on
        stderr. Look at: stdout(3), `eprintln!`.

check-several-lines = one client may send several lines
    .page =
        A client sends several lines over one connection, each after the reply to the previous one.

        A connection is a conversation, as long as its client wants. Look at: your loop over the lines, and how it is
        left.

check-line-in-pieces = a line that comes in pieces is one line
    .page =
        A client sends half a line, and after a while the rest. There is one reply, to the whole.

        TCP keeps no borders: a read returns what is there. A line is complete with its \n. Look at: recv(2);
        RFC 9293, section 3.9.1.3.

check-lines-together = lines that come together are answered one by one
    .page =
        A client sends several lines in one write, and half of another. Each complete one gets its reply, in order;
        the rest is kept. So is half of an é, until its other byte has come.

        One read may bring several lines and the beginning of the next. Look at: what happens to the bytes behind the
        first \n?

check-next-client = after one client, the next is served
    .page =
        A client comes, is served and leaves; then another one comes, and is served as well.

        A server runs until it is stopped. Look at: how often does your program get to `accept`?

check-waiting-clients = clients that wait meanwhile are served next
    .page =
        While one client is served, others connect and send a line already. When the first leaves, they get their
        replies: nobody is lost.

        The kernel takes the connections and keeps them in a queue until `accept` asks for them. Look at: listen(2),
        on the backlog.

check-half-close = a client that closes its writing side still gets the replies
    .page =
        A client sends lines and closes its writing side at once, as `printf … | nc` does. It still gets every reply,
        and then the end.

        The two directions of a connection end independently. Look at: shutdown(2); RFC 9293, section 3.6.1.

check-last-line = a last line without \n is a line
    .page =
        A client closes its writing side in the middle of a line. That is a line too: it is printed and answered, and
        nothing comes after its answer.

        Look at: what does your program do with the bytes it has when a read returns 0?

check-reset = a client that resets its connection disturbs no other
    .page =
        A client breaks off its connection with a reset. The next client is served as if nothing had happened.

        On a real network programs are killed and laptops fall asleep. The error that follows concerns one connection.
        Look at: read(2), under ECONNRESET; where does your program end up after an error?

check-reset-while-answering = a client that leaves during an answer disturbs no other
    .page =
        A client asks a lot, does not read, and resets its connection while the server writes. The next client is
        served, and no thread has panicked.

        Writing to a connection that is gone gives EPIPE or ECONNRESET, and the signal SIGPIPE where it is not
        ignored. Look at: send(2), signal(7).

check-empty-line = an empty line is a line
    .page =
        A client sends an empty line. It is answered, with nothing after `OK ... `, and the conversation goes on.

        Empty is not the end. Look at: do you test for the end before or after taking off the \n?

check-crlf = a line that ends in \r\n is understood
    .page =
        A client ends its line with \r\n, as a Windows terminal does. Printed and answered is the line without \r.

        Look at: your reply with `| xxd`; RFC 5198, section 2.

check-any-bytes = only \n ends a line, the blanks around it stay, and neither a NUL nor bytes that are not UTF-8 stop anybody
    .page =
        A client sends a line with blanks around it, one with a NUL in it, one with characters that end a line elsewhere
        (a lone \r, VT, FF, NEL, U+2028), words such as `quit`, and bytes that are not UTF-8. It gets its replies, these bytes as they were or
        as U+FFFD, and all of it is printed.

        Anybody can send anything to a port. Look at: in Rust, `read_until` beside `read_line`.

check-long-line = a line of 1 MiB is answered whole
    .page =
        A client sends a line of 1 MiB, and gets it back whole.

        It comes in many reads and goes in many writes. Look at: send(2), on the return value; in Rust, `write_all`.

check-silence = a client that is merely silent is not cut off
    .page =
        A client asks, then says nothing for a long time, then asks again, and is answered. Of a server that simply waits
        the checker sees in the kernel that it would wait for ever; one that waits with a time limit is given the time
        to lose its patience.

        Somebody who thinks before they type is still there. A time limit on a connection is a decision about people,
        and this contract decides the other way. Look at: socket(7), SO_RCVTIMEO.

check-stdin-ends = the end of its input does not stop it
    .page =
        The server's standard input is at its end from the start. It serves all the same.

        A server that a service starts has /dev/null as its input. Look at: does your program read its input?

check-port-in-use = a port that is taken is an error that names it, with status 1
    .page =
        Another server listens there already. A line on stderr names the address, and the status is 1; no panic.

        Look at: bind(2), under EADDRINUSE.

check-restarts-at-once = stopped, it can be started again at once
    .page =
        The server has served somebody, and is stopped with the connection open; started again, it takes its port and
        serves.

        The kernel remembers connections that this side closed for a minute (TIME_WAIT). SO_REUSEADDR says that a
        server may listen there all the same. Look at: socket(7); RFC 9293, section 3.3.2.

check-ipv6 = a client with an IPv6 address is served, and shown in brackets
    .page =
        The server listens at [::1]; a client is served, and its line is printed as `[::1]:PORT LINE`.

        Look at: ipv6(7); RFC 5952, section 6.

check-bind-address = it listens where it was told, and only there
    .page =
        The server is to listen at one of the machine's addresses. A client that comes to it is served; at another address
        of the machine nobody is accepted. BIND may also be a name, such as localhost.

        The address is a protection: whoever takes only the port from BIND lets in whoever reaches the machine. Look at:
        ip(7), under INADDR_ANY; getaddrinfo(3); `ss -tlnp`.

check-usage = wrong arguments give `usage:` and status 2
    .page =
        An address without a port, an invalid port, or too many arguments: a line on stderr starts with `usage:`,
        and the status is 2.

        By the status a script sees whether to try again (1) or whether it called the program wrongly (2). Look
        at: exit(3), and the list in the README.

check-unknown-name = an unknown name is an error that names it, with status 1
    .page =
        BIND is a name that nobody knows. A line on stderr names it, and the status is 1.

        Look at: getaddrinfo(3), under EAI_NONAME.

check-defaults = without arguments it listens at 0.0.0.0:8888
    .page =
        The server is started without arguments, and clients reach it at port 8888 of every address of the machine.

        Look at: the constant at the top of the file; `ss -tlnp`.

check-silent-client = a silent client holds up nobody
    .page =
        A client connects and says nothing. Others who come after it are served meanwhile.

        Whoever waits for one client's line serves nobody else: a thread for each client is one way out, a call that
        waits for all of them another. Look at: pthreads(7), poll(2); in Rust, `std::thread::spawn`.

# For who has not begun: what part 1 is about, why, an example, a question, where to read on. `checker hint` shows it.
begin-tcp-server =
    Part 1 is the socket that listens. It talks to nobody: it is the door at which clients ring.

    Why: a TCP server has one socket that listens and, besides, one for each client. From the moment in which it
    listens, the kernel takes connections in its name and keeps them in a queue, until the program asks for one:
    that is part 2.

        listening   0.0.0.0:8888               one, as long as the server runs
        connected   0.0.0.0:8888 - client A    one for each client
        connected   0.0.0.0:8888 - client B

    To think about: where in the program is the door made, and how many times: once, or once for each client?

    More: listen(2); tcp(7); `ss -ltnp` shows it as soon as part 1 works.

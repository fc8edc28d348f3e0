title = A TCP client

check-asks-and-shows = a line is sent, and its reply is shown
    .page =
        The program connects; a line is typed, the server gets it with its \n, replies with a line, and that appears
        on stdout.

        This is one exchange of a conversation over TCP. Nearly all other checks need this one. Look at: connect(2),
        send(2), recv(2).

check-sent-at-once = a line is sent while the input is still open
    .page =
        A line is typed, and the server gets it before anything more is typed.

        Whoever types waits for an answer, not for the end of their input. Look at: does your program read all input
        first, or keep the line in a buffer that it does not flush?

check-shown-at-once = a reply is shown as soon as it arrives
    .page =
        The reply comes, and its line is awaited through a pipe before anything more is typed.

        Into a pipe, what is printed may stay in a buffer. Look at: stdout(3); run your program with `| cat`.

check-prints-nothing-else = stdout carries the replies and nothing else
    .page =
        One line is asked, and all that is on stdout afterwards is its reply: no prompt, no word of the connection, no
        empty line behind it.

        `tcp-client host:8888 < questions > replies` is only useful if the replies stand alone. News for people
        belongs on stderr. Look at: stdout(3), `eprintln!`.

check-several-lines = several lines get their replies one after the other
    .page =
        Several lines are typed, and each gets its reply, over one and the same connection.

        Setting up a connection costs a round trip; a conversation sets up one. Look at: your loop, and what is made
        anew in each round.

check-does-not-run-ahead = the next line leaves only when the reply is there
    .page =
        Several lines are typed at once. The server holds back its reply to the first, and must not get the second
        meanwhile.

        One question, one answer: whoever runs ahead can no longer tell which answer belongs to which question, and with
        long ones both sides may wait for each other. Look at: which call waits between two lines?

check-reply-in-pieces = a reply that comes in pieces is one line
    .page =
        The server sends half of its reply, which may end in the middle of an é, then the rest. One line is shown, whole, and the next line is sent only
        after that.

        TCP keeps no borders between writes: a read returns what is there. Look at: recv(2); how does your program
        know that the reply is complete?

check-replies-together = two replies that come together are two replies
    .page =
        With the reply to the first line, the server sends the one to the second in the same segment. Each is shown
        for its own line, and none is lost.

        What a buffered reader has read too much belongs to the next round. Look at: where does your reader live, and
        for how long?

check-last-line = a last line without \n is sent with one
    .page =
        The input ends in the middle of a line. The line is sent with a \n, and its reply shown.

        The server waits for the \n: without it, it would never answer. Look at: what your read gives at the end of
        the input.

check-empty-line = an empty line is a line
    .page =
        An empty line is typed. It is sent, its reply is shown, and the next one follows.

        Empty is not the end. Look at: how does your program know the end of the input, before or after it takes off
        the \n?

check-crlf = a reply that ends in \r\n is understood
    .page =
        The server ends its reply with \r\n. It is shown without the \r.

        Many protocols on the internet end their lines like this. Look at: your output with `| xxd`; RFC 5198, section
        2.

check-any-bytes = only \n ends a line, the blanks around it stay, and neither a NUL nor bytes that are not UTF-8 stop anybody
    .page =
        A typed line and a reply have blanks around them and bytes that are not UTF-8 in them. The line leaves as it
        came; the reply is shown with its blanks, and with U+FFFD for what is not readable. Another line and its reply
        have a NUL in them, and a third has characters that end a line elsewhere: a lone \r, VT, FF, NEL, U+2028. `quit` and
        `exit` are lines as well.

        Look at: the type that you read into; in Rust, `read_until` beside `read_line`.

check-long-lines = lines and replies of 1 MiB pass whole
    .page =
        A line of 1 MiB is typed, and the reply is as long. Both arrive whole.

        No socket's buffer holds that much: one `write` takes a part of it, one `read` gives a part of it. Look at:
        send(2), on the return value; in Rust, `write_all`.

check-closes-in-order = at the end of its input it closes in order, with status 0
    .page =
        The input ends; the server sees the end of the connection, not a reset, and the program ends with status 0.

        A connection that is closed with bytes unread is reset, and the other side may lose what had arrived. Look
        at: close(2), shutdown(2); RFC 9293, section 3.6.

check-nothing-typed = with an empty input it connects, closes and ends with 0
    .page =
        The input ends before anything was typed. The server sees a connection and its end, and the status is 0.

        Look at: what your program does at the end of the input, and in which order.

check-refused = a server that refuses is an error that names it, with status 1
    .page =
        Nobody listens at the address. A line on stderr names it, and the status is 1; no panic.

        "Connection refused" alone does not say by whom. Look at: connect(2), under ECONNREFUSED.

check-server-closes = a server that closes before its reply is an error, with status 1
    .page =
        The server takes a line and closes without a word. The program notices, and ends with status 1.

        A read of 0 bytes is the end, and a reply was owed. Look at: recv(2), on the return value 0.

check-half-a-reply = a reply that breaks off, or a reset in its place, is an error, with status 1
    .page =
        The server sends the beginning of a reply, without \n, and closes. The status is 1; whether the beginning is
        shown is left open. The same goes for a reset in place of the reply, and for a server that closes before its
        second reply.

        Half a reply looks like a whole one to anybody who does not look for the \n. Look at: what your reading of a
        line gives when the stream ends before the \n.

check-every-address = every address of a name is tried
    .page =
        The server's name has several addresses, and only the last one is listened at. The program reaches it.

        `localhost` is ::1 and 127.0.0.1, and many a server listens at one of them only. Look at: getaddrinfo(3);
        RFC 8305.

check-ipv6 = the server may be an IPv6 address in brackets
    .page =
        The server is [::1] and a port, and the conversation works as with IPv4.

        Look at: ipv6(7); RFC 3986, section 3.2.2.

check-unknown-name = an unknown name is an error that names it, with status 1
    .page =
        The server is a name that nobody knows. A line on stderr names it, and the status is 1.

        Look at: getaddrinfo(3), under EAI_NONAME.

check-usage = wrong arguments give `usage:` and status 2
    .page =
        An address without a port, an invalid port, or too many arguments: a line on stderr starts with `usage:`,
        and the status is 2.

        By the status a script sees whether to try again (1) or whether it called the program wrongly (2). Look
        at: exit(3), and the list in the README.

check-defaults = without arguments it connects to 127.0.0.1:8888
    .page =
        The program is started without arguments, and connects to 127.0.0.1, port 8888.

        Look at: the constant at the top of the file.

# For who has not begun: what part 1 is about, why, an example, a question, where to read on. `checker hint` shows it.
begin-tcp-client =
    Part 1 is the connection: before the first byte of yours travels, the two kernels agree that they will talk.

    Why: connecting sends a SYN to the server's port. If a program listens there, its kernel answers SYN+ACK, and
    the connection stands, even before that program has accepted it. If nobody listens, a RST comes back:
    "connection refused".

        you      SYN        ->   the server's kernel
        you      <- SYN+ACK      somebody listens: connected
        you      <- RST          nobody does: an error, at once

    To think about: a name like `localhost` can stand for several addresses. Who tries them one after another, and
    when is it time to give up?

    More: connect(2); getaddrinfo(3); RFC 9293, section 3.5. For somebody to connect to: `nc -l 8888` (or `nc -l -p
    8888`).

title = A UDP sender

check-sends-a-line = a line that is typed arrives as a datagram
    .page =
        One line is typed, and the destination gets one datagram: the line's bytes with the \n at their end, and
        nothing else.

        This is the whole of UDP: a socket, a destination, and `sendto`. There is no connection to set up first.
        Nearly all other checks need this one. Look at: udp(7), sendto(2).

check-one-datagram-each = several lines typed at once are one datagram each, in order
    .page =
        Three lines come in one go on the standard input, and three datagrams leave, one a line, in the order of the
        lines.

        What is read in one go need not be sent in one go: UDP keeps the border that you draw with each `sendto`, and
        the receiver counts on it. Look at: sendto(2); RFC 768.

check-at-once = a line leaves while the input is still open
    .page =
        A line is typed, and its datagram is awaited before anything more is typed, and before the input ends.

        Somebody who types has not reached the end of their input. A sensor that feeds a program through a pipe never
        does. Look at: read(2); what does your program wait for after the first \n?

check-last-line = a last line without \n leaves as it is
    .page =
        The input ends in the middle of a line. What was typed leaves all the same, without a \n that nobody typed.

        `printf hello` and editors that end a file without newline make such lines. Look at: what does your read
        give at the end of the input, and is it thrown away?

check-empty-line = an empty line is a datagram with \n alone
    .page =
        An empty line is typed between two others. It is one byte, \n, and leaves as a datagram of that one byte.

        Empty is not the end. Look at: read(2), whose 0 means the end, and where your program takes off the \n.

check-prints-nothing = stdout stays empty
    .page =
        What the sender has to say goes over the network. stdout carries what the contract says and nothing else, and for
        this program the contract says nothing, whether there are lines to send or not.

        A program in a pipeline speaks to the next program through stdout; news for people belongs on stderr. To look
        at: stdout(3), `eprintln!`.

check-nothing-typed = an empty input sends nothing and is not an error
    .page =
        The input ends before anything was typed. Nothing leaves, and the program ends with status 0.

        An empty list of lines is a list of lines. Look at: what your program does at the end of the input.

check-half-line = a line typed in pieces is one datagram
    .page =
        Half a line is typed, then the other half with its \n. One datagram leaves, with the whole.

        Into a pipe, another program writes in pieces of its own choice. A line is complete with its \n, not when
        a read returns. Look at: pipe(7), read(2).

check-any-bytes = a line leaves as it was typed: the blanks around it, and bytes that are not UTF-8
    .page =
        A line begins and ends with blanks; another contains bytes that are not valid UTF-8. The datagrams carry exactly
        these bytes. Nor does a word such as `quit` mean more than itself.

        The network carries bytes; only whoever shows them needs to know what they mean. Look at: the type that your
        program reads a line into; RFC 3629, section 3.

check-largest = a line of 65,507 bytes leaves in one datagram
    .page =
        With its \n the line has 65,507 bytes: the most that a UDP datagram over IPv4 can carry. It leaves whole.

        The length field has 16 bits, 65,535 bytes, less 8 for the UDP header and 20 for IPv4's. Look at: udp(7);
        RFC 768; the size of your buffer.

check-too-long = a line that no datagram can hold is an error with status 1
    .page =
        The line has more than 65,507 bytes with its \n. The lines before it have left; for this one, stderr gives
        its size or the limit, and the status is 1.

        `sendto` refuses it with EMSGSIZE. Cutting it in two would make two messages of one, and the receiver would
        never know. Look at: sendto(2), under EMSGSIZE.

check-nobody-listens = that nobody listens is not an error
    .page =
        Several lines are typed to a port where nobody listens; then somebody begins to, and gets the next lines.

        UDP does not know whether somebody is there. The other machine may say so by ICMP, and a socket on which
        `connect` was called gets that as an error of a later call. Look at: udp(7), on errors; RFC 1122, section
        4.1.3.3.

check-name = the destination may be a name
    .page =
        The destination is given as a name, such as localhost. It is resolved, and the datagram arrives.

        People remember names, and addresses change. Look at: getaddrinfo(3); in Rust, `ToSocketAddrs`.

check-ipv6 = the destination may be an IPv6 address in brackets
    .page =
        The destination is [::1] and a port. The datagram arrives there.

        A socket belongs to one family: one that was bound to 0.0.0.0 cannot send to IPv6. Look at: ipv6(7); to what
        do you bind, and do you know the destination by then?

check-unknown-name = an unknown name is an error that names it, with status 1
    .page =
        The destination is a name that nobody knows. A line on stderr names it, and the status is 1.

        Whoever mistyped a name wants to read it in the message. Look at: getaddrinfo(3), under EAI_NONAME.

check-usage = wrong arguments give `usage:` and status 2
    .page =
        An address without a port, an invalid port, an EVERY that is not a number, or too many arguments: a line on
        stderr starts with `usage:`, nothing is sent, and the status is 2.

        By the status a script sees whether to try again (1) or whether it called the program wrongly (2). Look
        at: exit(3), and the list in the README.

check-defaults = without arguments it sends to 127.0.0.1:8888
    .page =
        The program is started without arguments, and what is typed arrives at 127.0.0.1, port 8888.

        Look at: the constant at the top of the file, and whether it is used when there is no argument.

check-message = with MESSAGE it sends that once and ends
    .page =
        The message is the second argument. It leaves with a \n in one datagram, standard input is not read, and the
        program ends with status 0. An empty message is one too: a \n alone.

        Scripts call a program like this. Look at: does your program wait for its input although there is nothing to
        read?

check-every = with EVERY the message leaves again and again, without drifting
    .page =
        MESSAGE leaves at once and then every EVERY milliseconds. The hundredth leaves 99 times EVERY after the
        first: small delays do not add up.

        Whoever sleeps EVERY after each datagram adds the time of the sending to every round. A plan that starts from
        the beginning does not. Look at: clock_nanosleep(2), TIMER_ABSTIME; in Rust, `Instant`.

check-every-to-nobody = with EVERY it goes on although nobody listens
    .page =
        Nobody listens at first, and the program goes on sending at its times; whoever begins to listen later gets what
        is sent from then on.

        A robot sends its readings whether or not the control room is on already. Look at: udp(7), on errors.

# For who has not begun: what part 1 is about, why, an example, a question, where to read on. `checker hint` shows it.
begin-udp-sender =
    Part 1 is the socket: what your program asks the kernel for before it can send anything.

    Why: a datagram tells its receiver where it came from, so even a program that only sends has an address and a
    port. Port 0 leaves the choice to the kernel, which takes one that is free; the address of all zeros means any
    of this machine's.

        the program asks        a socket at 0.0.0.0, port 0
        the kernel gives        a socket at 0.0.0.0, port 49321
        the receiver reads      from 192.0.2.7:49321

    To think about: which address is the socket's own, and which is DEST? Which of the two does part 1 need, and
    which one only part 3?

    More: udp(7); ip(7), on INADDR_ANY; `ss -uanp` while the program runs.

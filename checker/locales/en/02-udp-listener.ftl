title = A UDP listener

check-shows-a-datagram = a datagram is shown with its sender's address
    .page =
        Somebody sends a datagram, and the program prints `IP:PORT TEXT`: the sender's address, a space, the text,
        and a newline.

        A listener is a socket bound to a port, and a `recvfrom` that tells who sent what came. Nearly all other checks
        need this one. Look at: bind(2), recvfrom(2).

check-at-once = a datagram is shown as soon as it arrives
    .page =
        A datagram arrives, and its line is awaited through a pipe before the next one is sent.

        In a terminal nearly everything appears at once; into a pipe, a buffer may keep it back. Look at: stdout(3),
        setvbuf(3); run your program with `| cat`.

check-one-line-each = several datagrams are one line each
    .page =
        Several datagrams come one after the other, with and without \n at their end. Each becomes exactly one line.

        The border between messages is what UDP gives you and TCP does not; a \n at the end is not doubled. Look at:
        recvfrom(2); RFC 768.

check-prints-nothing-else = stdout carries the datagrams and nothing else
    .page =
        One datagram is sent, and all that is on stdout afterwards is its line: no greeting before it, no empty line
        behind it.

        Another program can read a listener's output only if every line of it is a datagram's. News for people belongs
        on stderr. Look at: stdout(3), `eprintln!`; and who writes the end of the line, the datagram or you?

check-tells-senders-apart = each line has the address of its own sender
    .page =
        Two senders with different addresses and ports take turns. Each line names the one that sent its datagram.

        One UDP socket hears everybody; who it was is a property of the datagram. Look at: recvfrom(2), its address
        argument.

check-empty = an empty datagram is shown and ends nothing
    .page =
        A datagram without a single byte arrives, and then another. Both are shown, the first with an empty text.

        With UDP, 0 received bytes are not the end: there is none. Look at: recvfrom(2), on the return value; udp(7).

check-crlf = a final \r\n is taken off whole
    .page =
        A datagram ends in \r\n, as a Windows terminal sends it. The line shows the text without both.

        A \r that is left in moves the cursor back and hides the line. Look at: your output with `| xxd`.

check-inner-newline = a \n within a datagram stays
    .page =
        A datagram contains a \n in its middle. It is printed as it is: only one final \n is taken off.

        The datagram is the message; what is in it is its sender's business. Look at: how many \n does your program
        take off, and where?

check-any-bytes = a text is shown with the blanks around it, and bytes that are not UTF-8 as U+FFFD
    .page =
        A text begins and ends with blanks, which belong to it. Another contains bytes that are not UTF-8: what is
        readable is shown, the rest as U+FFFD, and the program goes on. Nor does a NUL end a text, or a character that
        ends a line elsewhere (VT, FF, NEL, U+2028). A word such as `quit` is text as well.

        Anybody can send anything to a port. Look at: in Rust, `String::from_utf8_lossy`; in Python,
        `errors="replace"`.

check-largest = a datagram of 65,507 bytes is shown whole
    .page =
        The largest datagram that IPv4 carries arrives, and all of it is shown.

        What does not fit into the buffer of a `recvfrom` is thrown away without an error. Look at: recv(2), under
        MSG_TRUNC; the size of your buffer.

check-ipv6 = an IPv6 sender stands in brackets
    .page =
        The program listens at [::1]; a datagram is shown as `[::1]:PORT TEXT`.

        Without brackets nobody could tell where the address ends and the port begins. Look at: ipv6(7); RFC 5952,
        section 6.

check-bind-address = it listens where it was told, and only there
    .page =
        The program is to listen at one of the machine's addresses. A datagram to this one is shown, one to another
        address of the machine is not. BIND may also be a name, such as localhost.

        A bound address is a filter: 0.0.0.0 lets everything through. Look at: ip(7), under INADDR_ANY; `ss -ulnp`.

check-defaults = without arguments it listens at 0.0.0.0:8888
    .page =
        The program is started without arguments, and datagrams to port 8888 are shown, whichever address of the
        machine they were sent to.

        Look at: the constant at the top of the file; `ss -ulnp`.

check-says-nothing = it sends nothing over the network
    .page =
        Whoever sent a datagram listens for an answer, and gets none.

        A listener that answers can start an endless conversation with another one that answers. Look at: every
        `sendto` in your program.

check-stdin-ends = the end of its input does not stop it
    .page =
        The program's standard input is at its end from the start. Datagrams are shown all the same.

        A program that a service starts has /dev/null as its input. Look at: does your program read its input?

check-port-in-use = a port that is taken is an error that names it, with status 1
    .page =
        Another socket has the address already. A line on stderr names it, and the status is 1.

        EADDRINUSE alone does not say which port is meant. Look at: bind(2), under EADDRINUSE.

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

# For who has not begun: what part 1 is about, why, an example, a question, where to read on. `checker hint` shows it.
begin-udp-listener =
    Part 1 is the socket: the address and the port at which your program can be reached.

    Why: the kernel sorts what arrives by port. Until a socket is bound to a port, nobody reads what is sent there,
    and the kernel throws it away. The address says through which of the machine's interfaces: 0.0.0.0 is all of
    them, 127.0.0.1 only the machine itself.

        bound to 127.0.0.1:8888     heard: this machine
        bound to 0.0.0.0:8888       heard: this machine and all others
        bound to nothing            the sender gets "port unreachable"

    To think about: where does your program get the address from: from the command line, or from a constant? And
    what is to happen if another program already has that port?

    More: bind(2); udp(7); `ss -ulnp` shows which ports are taken.

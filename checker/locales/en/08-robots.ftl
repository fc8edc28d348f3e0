title = Robots and their relay

check-relays = what one robot sends reaches another
    .page =
        The relay knows two robots by their addresses. One of them sends a datagram; the other, who has not said a word
        yet, gets it.

        UDP has no connections, so nobody joins: the arguments say who takes part. Nearly all other checks
        of the relay need this one. Look at: recvfrom(2), sendto(2).

check-everybody = all other robots get it, whether they are two or five
    .page =
        Three robots, then six: each sends something, and every other one gets it.

        Look at: how many addresses does your program take from its arguments, and what does the loop over them do after
        the first?

check-spares-the-sender = what a robot sends does not come back to it
    .page =
        A robot sends a datagram. When the relay rests again, nothing has come back to it.

        Two programs that each give back what they get would never stop. Look at: what do you compare the addresses of
        your list with, before you send?

check-once = each datagram comes once, and nothing else comes
    .page =
        A robot sends one datagram. Another one gets it once, and not a byte more; the sender gets no confirmation.

        On the network every datagram is a part of the protocol. News for people belongs on stderr. Look at: every
        `sendto` in your program.

check-strangers = what a stranger sends goes nowhere
    .page =
        Somebody who is none of the robots sends a datagram, and then another. No robot gets either of them; nor does
        the stranger get what the robots say.

        Anybody on the network may send to a port. Over TCP a connection would have to be accepted first; over UDP your
        program is the only one to ask. Look at: the sender's address that `recvfrom` gives, and your list.

check-same-address = two robots at one IP address, or with one port, are two robots
    .page =
        Two robots have the same IP address and different ports, as two programs on one Pi do. What one sends, the other
        gets.

        An IP address names a machine, IP and port together a socket on it. Look at: what two addresses are compared by
        in your program.

check-neighbour = another program on a robot's machine is a stranger
    .page =
        A datagram comes from the IP address of a robot, but from another port. It goes nowhere.

        Look at: is a robot known by its IP address in your program, or by IP and port?

check-prints = the relay prints what it relays, with the sender's address
    .page =
        A robot sends a datagram, and the relay prints `IP:PORT TEXT`, as in exercise 02.

        Look at: what did your listener print, and can the relay call the same function?

check-prints-at-once = it prints a datagram as soon as it arrives
    .page =
        A datagram arrives, and its line is awaited through a pipe before anything else is sent.

        In a terminal nearly everything appears at once; into a pipe, a buffer may keep it back. Look at: stdout(3),
        setvbuf(3); run your program with `| cat`.

check-prints-line-ends = \r\n is taken off whole, and of several \n one
    .page =
        Datagrams end in \r\n, as a Windows terminal sends it, and in two \n. The line shows the text without the \r\n,
        or without one \n.

        Look at: what exactly is taken off at the end of a text? Run your program with `| xxd`.

check-prints-nothing-else = stdout carries the datagrams and nothing else
    .page =
        One datagram is sent, and all that is on stdout afterwards is its line: no greeting before it, no empty line
        behind it.

        Another program may read what the relay prints. News for people belongs on stderr. Look at: stdout(3),
        `eprintln!`.

check-unchanged = a datagram goes on as it is, byte by byte
    .page =
        Datagrams with blanks around the text, with \r\n, with several \n, and without any come through as they were.

        What is printed is for people, and loses its line end; what is sent on is the datagram. Look at: which of the
        two does your `sendto` get?

check-any-bytes = bytes that are not UTF-8 go on as they came
    .page =
        A datagram has bytes in it that are not valid UTF-8. It is passed on with exactly these bytes; where it is
        printed, they become U+FFFD.

        The relay carries bytes. Only whoever shows them needs to know what they mean. Look at: the type in which your
        program keeps a datagram between `recvfrom` and `sendto`.

check-largest = a datagram of 65,507 bytes goes on whole
    .page =
        The largest datagram that IPv4 carries is passed on with all its bytes, and printed with all of them.

        What does not fit into the buffer of a `recvfrom` is thrown away without an error. Look at: recv(2), under
        MSG_TRUNC; the size of your buffer.

check-empty = an empty datagram goes on, and ends nothing
    .page =
        A datagram without a single byte is passed on as one, and printed with an empty text. Then come others.

        With UDP, 0 received bytes are not the end: there is none. Look at: recvfrom(2), on the return value; udp(7).

check-robot-off = one robot is off, and the others are served all the same
    .page =
        Nobody listens at the address of one robot; the other machine says so by ICMP. The others get every datagram.
        Then it is switched on, and gets what is sent from then on.

        The error belongs to one robot, and shows up wherever its socket is used next: an unconnected socket never hears
        of it. Look at: udp(7), on errors; RFC 1122, section 4.1.3.3; what ends the loop over your robots?

check-burst = of a thousand datagrams at once, none that the kernel accepted is lost
    .page =
        One robot sends a thousand datagrams as fast as it can. The kernel keeps some hundred of them until your program
        takes them, and throws away what finds no room; it counts those, and nobody is blamed for them. All others
        arrive.

        That is what the queue is for: one thread takes from the kernel as fast as it can, another one has time to print
        and to send. A queue that throws away what it has no room for is no better than the kernel's. Look at: udp(7),
        SO_RCVBUF in socket(7); the column "drops" of /proc/net/udp.

check-stdin-ends = the end of its input does not stop the relay
    .page =
        The program's standard input is at its end from the start. Datagrams are passed on all the same.

        A program that a service starts has /dev/null as its input. Look at: does your relay read its input?

check-name = a robot may be given by a name
    .page =
        One of the robots is given as localhost and a port. The relay listens at an IPv4 address; the robot is known by
        the IPv4 address for which the name stands.

        A name may stand for several addresses, often an IPv6 one first, which an IPv4 socket can't send to. Look at:
        getaddrinfo(3); in Rust, `ToSocketAddrs`, and what it gives after the first.

check-ipv6 = IPv6 addresses stand in brackets
    .page =
        The relay listens at [::1], and its robots have IPv6 addresses. They hear each other, and the relay prints
        `[::1]:PORT TEXT`.

        A socket belongs to one family. Look at: ipv6(7); how are your addresses compared?

check-port-in-use = a port that is taken is an error that names it, with status 1
    .page =
        Another socket has the address already. A line on stderr names it, and the status is 1.

        EADDRINUSE alone does not say which port is meant. Look at: bind(2), under EADDRINUSE.

check-usage = wrong arguments give `usage:` and status 2
    .page =
        One of the addresses, the relay's or a robot's, has no port, or an invalid one: a line on stderr starts with
        `usage:`, and the status is 2.

        By the status a script sees whether to try again (1) or whether it called the program wrongly (2). Look at:
        exit(3); how many of the arguments do you look at?

check-unknown-name = an unknown name is an error that names it, with status 1
    .page =
        BIND, or one of the robots, is a name that nobody knows. A line on stderr names it, and the status is 1.

        Whoever mistyped a name wants to read it in the message. Look at: getaddrinfo(3), under EAI_NONAME.

check-defaults = without arguments the relay listens at 0.0.0.0:4455
    .page =
        The program is started without arguments. It is bound to port 4455, at every address of the machine.

        Look at: the constant at the top of the file; `ss -ulnp`.

check-robot-sends = a line that is typed reaches the relay as a datagram
    .page =
        One line is typed, and the relay gets one datagram: the line's bytes with the \n at their end, and nothing else.

        This half of the robot is exercise 01. Look at: does your program read its input while it waits for datagrams?

check-robot-shows = what the relay sends is shown
    .page =
        The relay sends a datagram, and the robot prints `IP:PORT TEXT`, although nobody types anything.

        This half of the robot is exercise 02. Look at: does your program listen while it waits for its input?

check-robot-from-bind = what it sends comes from the address at which it listens
    .page =
        A line is typed, and the datagram's sender, as the relay sees it, is BIND.

        The relay knows a robot by its address: what comes from another port is a stranger's. A datagram's sender is the
        socket that it is sent through. Look at: how many sockets does your program have? `ss -ulnp`.

check-robot-sends-at-once = a line leaves while the input is still open
    .page =
        Two lines are typed, and their datagrams are awaited before the input ends. Nothing arrives meanwhile.

        A sensor's readings have no end. Look at: read(2); what does your program wait for after the first \n?

check-robot-shows-at-once = datagrams are shown as soon as they arrive
    .page =
        Two datagrams arrive, one after the other, while nobody types. Each is shown at once, through a pipe as well.

        Look at: stdout(3), setvbuf(3); what does your program wait for after the first datagram?

check-robot-both-ways = neither direction waits for the other
    .page =
        Half a line is typed, and a datagram that comes meanwhile is shown at once. Then many datagrams come, and a line
        that is typed meanwhile leaves.

        One thread can't wait in two places. Two threads can, or one that waits with `poll` and never reads more than is
        there. Look at: pthreads(7), poll(2); is a lock held while something is read?

check-robot-stdin-ends = at the end of its input it goes on listening
    .page =
        A line is typed, and the input ends. The line is sent, the program goes on running, and shows what arrives.

        A robot without sensors can still hear. Look at: which of your threads ends then, and does the program
        end with it?

check-robot-relay-off = that the relay is off is not an error
    .page =
        A line is typed while nobody listens at RELAY, as the other machine says by ICMP. Then the relay is there, and
        gets the next lines, the first of them included.

        Look at: udp(7), on errors; is `connect` called on your socket, and who gets the error then?

check-robot-one-datagram-each = several lines typed at once are one datagram each, in order
    .page =
        Four lines come in one go on the standard input, and four datagrams leave, in the order of the lines.

        What is read in one go need not be sent in one go. Look at: sendto(2); RFC 768.

check-robot-last-line = a last line without \n leaves as it is
    .page =
        The input ends in the middle of a line. What was typed leaves all the same, without a \n that nobody typed.

        Look at: what does your read give at the end of the input, and is it thrown away?

check-robot-any-bytes = bytes that are not UTF-8 stop nothing, in either direction
    .page =
        A datagram with bytes that are not UTF-8 is shown with U+FFFD in their place; a typed line with such bytes
        leaves as it is.

        Look at: in Rust, `String::from_utf8_lossy` and `BufRead::read_until`; in Python, `errors="replace"` and
        `sys.stdin.buffer`.

check-robot-largest = 65,507 bytes are shown whole, and leave whole
    .page =
        The largest datagram that IPv4 carries is shown with all its bytes, and a line of that size leaves in one
        datagram.

        Look at: recv(2), under MSG_TRUNC; the sizes of your buffers.

check-robot-too-long = a line that no datagram can hold is an error with status 1
    .page =
        The line has more than 65,507 bytes with its \n. The line before it has left; for this one, stderr gives its
        size or the limit, and the status is 1, as in exercise 01.

        Look at: sendto(2), under EMSGSIZE; what does an error in one of your threads do?

check-robot-empty = an empty datagram and an empty line end nothing
    .page =
        An empty datagram is shown with an empty text, an empty line leaves as \n; then come others of both.

        Empty is not the end. Look at: recvfrom(2) and read(2), on the return value.

check-robot-line-ends = \r\n is taken off whole, and of several \n one
    .page =
        Datagrams end in \r\n, and in two \n. The line shows the text without the \r\n, or without one \n.

        Look at: what exactly is taken off at the end of a text? Run your program with `| xxd`.

check-robot-prints-nothing-else = stdout carries the datagrams and nothing else
    .page =
        A line is typed and a datagram arrives. All that is on stdout is the datagram's line: no prompt, and nothing of
        what was typed.

        Look at: stdout(3), `eprintln!`.

check-robot-name = the relay may be given by a name
    .page =
        RELAY is localhost and a port, and the robot is bound to an IPv4 address. The line reaches the IPv4 address for
        which the name stands.

        A name may stand for several addresses, often an IPv6 one first, which an IPv4 socket can't send to. Look at:
        getaddrinfo(3); in Rust, `ToSocketAddrs`, and what it gives after the first.

check-robot-ipv6 = IPv6 addresses stand in brackets
    .page =
        BIND and RELAY are IPv6 addresses. What arrives is shown as `[::1]:PORT TEXT`, and what is typed arrives.

        Look at: ipv6(7).

check-robot-port-in-use = a port that is taken is an error that names it, with status 1
    .page =
        Another socket has the address already. A line on stderr names it, and the status is 1.

        Look at: bind(2), under EADDRINUSE.

check-robot-usage = wrong arguments give `usage:` and status 2
    .page =
        One of the two addresses has no port, or an invalid one, or there are too many arguments: a line on stderr
        starts with `usage:`, and the status is 2.

        Look at: exit(3); are both addresses looked at?

check-robot-unknown-name = an unknown name is an error that names it, with status 1
    .page =
        BIND or RELAY is a name that nobody knows. A line on stderr names it, and the status is 1.

        Look at: getaddrinfo(3), under EAI_NONAME.

check-robot-defaults = without arguments: from 0.0.0.0:4455 to 127.0.0.1:4455
    .page =
        The program is started without arguments. It is bound to port 4455 at every address, and sends to port 4455 of
        its own machine. That is its own socket: it shows what is typed, as from 127.0.0.1:4455.

        In the course the relay has a machine of its own, and each robot too: all of them have port 4455. Look at: the
        constants at the top of the file; `ss -ulnp`.

# For who has not begun: what part 1 is about, why, an example, a question, where to read on. `checker hint` shows it.
begin-robot-relay =
    Part 1 of the relay is its socket: the one address to which all the robots send, just as in exercise 02.

    Why: UDP knows no connections. One socket receives from every robot, and sends to every robot: with each datagram
    the kernel says where it came from, and with each that leaves, the program says where it goes.

        from 192.168.1.11:4455   in   "distance 31"
        to   192.168.1.12:4455   out  "distance 31"
        to   192.168.1.13:4455   out  "distance 31"

    To think about: how does the relay tell robot 1 from robot 2, when both come out of the same socket? And how
    does it know that a sender is not one of its robots?

    More: bind(2); udp(7); recvfrom(2).
begin-robot =
    Part 1 of the robot is its socket: it has an address of its own, for the relay knows it by that.

    Why: a socket that is not bound gets any free port when it first sends. The relay would take what comes from there
    for a stranger's, and what it sends to the robot's own address would find nobody.

        bound to 0.0.0.0:4455     sends from port 4455     the relay knows it
        bound to nothing          sends from port 39012    a stranger

    To think about: the same socket sends and receives. Which of the two waits, and who does the other meanwhile?

    More: bind(2); udp(7).

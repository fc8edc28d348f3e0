title = Mini-tank

check-sends-an-order = an order that is typed reaches the tank as a JSON object
    .page =
        Somebody types `move 35 60`, and the tank gets a line with the object for it: `cmd`, `angle` and `strength`, the
        two numbers as numbers. In what order the keys stand, and how many blanks there are, is free.

        A tank reads up to the \n, and then asks what the object means. Nearly all other checks need this one. Look at:
        RFC 8259; what does your program send, byte by byte? (`nc -lp 6002 | xxd`)

check-heartbeats = while nobody types, a heartbeat leaves every 500 ms
    .page =
        Nobody types anything. A heartbeat comes at once or after 500 ms, and again every 500 ms: none of them is
        missing, and there are not far more of them than that.

        After a second without one, a tank takes its driver for lost, and stops. On a machine that has much to do one
        may be late, and costs nothing. Look at: what does your program wait for while nobody types, and can it do
        anything else meanwhile? nanosleep(2), poll(2), pthreads(7).

check-heartbeats-busy = while one order follows another, the heartbeats keep their time
    .page =
        Somebody types an order every 50 ms. The heartbeats come every 500 ms all the same: no fewer, and no more.

        Look at: from which moment does your program count the 500 ms? If a time limit begins anew with each order, it
        never runs out.

check-heartbeats-half-line = while a line is half typed, the heartbeats keep their time
    .page =
        Somebody types `mov`, and thinks. The heartbeats keep coming. Then the rest of the line comes, and the whole of
        it is an order.

        From a pipe, or from a terminal that hands on every key, a line may come in pieces. Look at: what does your
        program do with the first of them? read(2), poll(2).

check-every-order = each order leaves, in its order, and means what was typed
    .page =
        Eight orders come in one go, `buzz` and `move` in a mix, two of the same among them. The tank gets eight
        commands, in the order in which they were typed, with exactly these numbers.

        Look at: is what was read taken apart line by line?

check-at-once = an order leaves when it is typed, not when the input ends
    .page =
        One order is typed, and its command awaited, then the next; then two in one go. stdin stays open all the time.

        Look at: does your program read all of its input before it sends? When it reads more than one line in one go,
        where does the second one wait?

check-bounds = -180, 180, 0 and 100 are right
    .page =
        `move -180 0`, `move 180 100` and others at the very edge are orders like any other.

        Look at: `<` and `<=`; in Rust, `..` and `..=`; does your program read negative numbers?

check-out-of-bounds = an angle or a strength out of bounds is reported, and not sent
    .page =
        `move 181 50`, `move 10 101`, `move 10 -1` and others are typed. For each, something is said on stderr, nothing
        is sent, and the order after it is obeyed.

        What people type is checked before it leaves: a tank's motors know no strength of 101. Look at: every number of
        an order, at both ends.

check-wrong-orders = what is not an order is reported, sends nothing, and stops nothing
    .page =
        A word that nobody knows, `move` with too few words and with too many, `buzz 3`: for each, something is said on
        stderr, nothing is sent, and the order after it is obeyed.

        People mistype. A driver that ended because of that would leave the tank alone. Look at: how many words does
        your program expect, and what does it do with the others?

check-wrong-numbers = what is not a whole number is reported, and not sent
    .page =
        `move a b`, `move 1.5 50`, `move 10 5x` and a number of twenty digits are typed: for each, something is said on
        stderr, nothing is sent, and the order after it is obeyed.

        Look at: what your language does with a text that is not a number: an exception, a `Result`, or, as atoi(3) in
        C, a silent 0? strtol(3).

check-empty-line = an empty line stops nothing
    .page =
        Two empty lines are typed, then an order: it is obeyed. Whether something is said about the empty ones is left
        open.

        Look at: how does your program tell the end of its input from an empty line? read(2), on the return value.

check-any-bytes = bytes that are not UTF-8, and very long lines, stop nothing
    .page =
        A line has bytes that are not UTF-8, another is 64 KiB long. Neither is an order; the ones after them are
        obeyed.

        Look at: in Rust, `BufRead::read_until` and `String::from_utf8_lossy`; in Python, `errors="replace"` and
        `sys.stdin.buffer`; in C, the size of the buffer of `fgets`.

check-crlf = an order may end with \r\n
    .page =
        Orders come with \r\n at their end, as a Windows terminal or a file from there has it. They are orders.

        Look at: what is taken off at the end of a line? Is `50\r` a number?

check-last-line = a last line without \n is an order all the same
    .page =
        The input ends in the middle of a line, as with `printf 'buzz\nmove 10 50' | tank-driver`. The last order is
        obeyed too, before the tank is told to stop.

        Look at: what does your read give at the end of the input, and is it thrown away?

check-quit = `quit` stops the tank, closes the connection, and ends with 0
    .page =
        After an order, `quit` is typed, and stdin stays open. The tank gets a movement with angle 0 and strength 0,
        sees the connection closed in order, and the program ends with status 0.

        A tank that nobody drives must not go on. Look at: what is the last thing that your program sends, and which of
        its threads decides when it ends?

check-stdin-ends = the end of stdin stops the tank as `quit` does
    .page =
        An order is typed, and the input ends (Ctrl+D). The tank gets a movement with angle 0 and strength 0, sees the
        connection closed in order, and the program ends with status 0.

        Look at: what does your program do after its loop over the lines?

check-after-quit = what is typed after `quit` is not sent
    .page =
        `buzz`, `quit` and two more orders come in one go. The tank buzzes, stops, and hears nothing of the others.

        Look at: where is the loop over the lines left?

check-tank-closes = when the tank closes, the program ends at once, with status 1
    .page =
        The tank says that it will send no more (FIN), and nobody types anything. The program ends with status 1, and a
        line on stderr names the tank. The tank goes on reading meanwhile, so that writing to it brings no error.

        The end of a connection is seen by whoever reads. Look at: which of your threads reads from the tank? recv(2),
        on the return value.

check-tank-resets = a connection that is reset ends the program with status 1
    .page =
        The tank resets the connection (RST), as one that is switched off and on again does. The status is 1, and a line
        on stderr names the tank.

        Look at: what becomes of an error in one of your threads? recv(2), under ECONNRESET.

check-refused = that nobody is there is an error that names the tank, with status 1
    .page =
        Nobody listens at the address. A line on stderr names it, and the status is 1.

        Look at: connect(2), under ECONNREFUSED.

check-slow-tank = a tank that does not read for a while loses nothing
    .page =
        Three thousand orders come in one go, to a tank that does not read; a slow network is between them. Then it
        reads, and gets every command, whole and in its order.

        What the system can't take in at once has to wait somewhere. Look at: send(2), on the return value and under
        EAGAIN; in Rust, `write_all`; in Python, `sendall`.

check-tank-answers = what the tank says disturbs nobody
    .page =
        The tank says this and that: lines, half a line, then a few hundred kilobytes in one go. Orders are obeyed
        meanwhile as before.

        Look at: does your program wait for an answer, or try to understand one?

check-prints-nothing = stdout stays empty
    .page =
        An order is typed, something is mistyped, and the tank says something. None of it is on stdout.

        News for people belongs on stderr. Look at: `eprintln!`, stdout(3).

check-sends-nothing-else = the network carries commands and nothing else
    .page =
        One order and one mistyped word: the tank gets the command for the order, heartbeats, and the last command of
        all; each on a line of its own, with no empty line, no greeting, and nothing twice.

        Look at: every place where your program writes to the connection.

check-ipv6 = the tank's address may be an IPv6 one, in brackets
    .page =
        The tank listens at [::1]. The program connects, and an order arrives.

        Look at: ipv6(7); where do you split the address?

check-every-address = each address of a name is tried
    .page =
        The tank is at `localhost`, once at its IPv4 address alone, once at its IPv6 address alone. The program finds it
        both times.

        Look at: getaddrinfo(3); in Rust, what `TcpStream::connect` does with a name.

check-unknown-name = an unknown name is an error that names it, with status 1
    .page =
        Nobody knows the name of the tank. A line on stderr names it, and the status is 1.

        Look at: getaddrinfo(3), under EAI_NONAME.

check-usage = wrong arguments give `usage:` and status 2
    .page =
        An address without a port, with an invalid one, or one argument too many: a line on stderr starts with
        `usage:`, and the status is 2.

        Look at: exit(3).

check-defaults = without arguments the tank is at 127.0.0.1:6002
    .page =
        The program is started without arguments, and connects to port 6002 of its own machine.

        Look at: the constant at the top of the file.

# For who has not begun: what part 1 is about, why, an example, a question, where to read on. `checker hint` shows it.
begin-tank-driver =
    Part 1 is the connection to the tank: a TCP client, as in exercise 03.

    Why: the orders must all arrive, and in order, which is what TCP is for. Whether the tank is still there, and
    the driver too, TCP does not say by itself: a cable that is pulled looks like silence. That is what the heartbeats
    are for.

        driver ▶ connect      ▶ tank
        driver ▶ heartbeat    ▶ tank     every 500 ms, whatever else happens
        driver ▶ move 35 60   ▶ tank     when somebody types it

    To think about: what does a program do while it waits for somebody to type? And who sends the heartbeat meanwhile?

    More: connect(2); tcp(7); in Rust, `TcpStream::connect`.

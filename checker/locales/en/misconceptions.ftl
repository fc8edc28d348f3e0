# A headline that stands alone; `.cause`, shown with a failure; `.page`, shown by `checker explain NAME`.
# In a page, lines indented by four more are examples and stay as they are.

## Streams and messages

misconception-one-read-is-one-message = one read is taken for one whole message
    .cause =
        TCP carries a stream of bytes, not messages: what was sent in one go may arrive in pieces, and a read returns
        whatever is there already. A line is complete when its \n has come, not when a read returns.
    .page =
        What one sees: short lines work, on one machine nearly always; a line that travels in two pieces is answered
        twice, or half of it is lost.

        Why: TCP promises the same bytes in the same order, and nothing about where one write ended. The kernel puts
        what arrives into the socket's buffer, and `recv` returns as soon as that holds one byte. Segments, delays
        and retransmissions decide how much it is.

            written    "hello\n"
            read       "he"      no line yet: keep it
            read       "llo\n"   now there is one

        To think about: after a read that brought "he", what does your program know, and what must it still wait
        for? Where does it keep the "he" meanwhile?

        More: recv(2); RFC 9293, section 3.9.1.3 (RECEIVE).

misconception-one-write-is-one-read = messages that arrive together are taken for one
    .cause =
        What was written in two goes may be read in one: TCP keeps the order of the bytes and forgets the borders
        between the writes. One read can hold two lines, or a line and a half.
    .page =
        What one sees: two lines that are sent quickly one after the other are treated as one, with a \n in its
        middle; or only the first is seen.

        Why: while your program is busy, the kernel goes on receiving and appends all of it to one buffer. The next
        read empties that buffer, whoever wrote how often. The sender's kernel may join small writes as well (Nagle's
        algorithm).

            written    "one\n"   "two\n"
            read       "one\ntwo\nth"
            lines      "one", "two", and the beginning of a third

        To think about: in what a read gives, how many \n can there be? What is to become of the bytes after the
        last one?

        More: recv(2), tcp(7) under TCP_NODELAY; RFC 9293, section 3.7.4 (Nagle).

misconception-new-buffer-for-each-line = bytes behind a line are thrown away
    .cause =
        A buffered reader takes more from the socket than the line that it returns. Whoever makes a new one for each
        line throws away what the old one had already read.
    .page =
        What one sees: the first of two lines that come together is treated well, the second never; or the beginning
        of a later line is missing.

        Why: a reader with a buffer asks the kernel for as much as fits, some kilobytes, and hands out one line. The
        rest is no longer in the socket: it lives in the reader, and goes when the reader goes.

            socket   "one\ntwo\n"
            reader   takes all 8 bytes, returns "one"
            dropped  "two\n" with it; the socket is empty

        To think about: how long must a reader live, compared with its connection? Who owns it?

        More: the documentation of `std::io::BufReader`, which warns of just that.

misconception-line-too-short-buffer = a line is longer than the buffer made for it
    .cause =
        Lines may be far longer than a fixed-size buffer. What does not fit is cut off, or taken for the next line.
    .page =
        What one sees: lines up to a certain length work, longer ones are cut or come out in pieces. The length is
        most often a round one: 512, 1024, 4096.

        Why: a read fills at most the buffer that it is given. The rest of the line waits in the socket and comes
        with the next read, where a program that counts reads takes it for something new.

            buffer of 8, line of 12    read "abcdefgh", read "ijkl\n"

        To think about: what tells that a line is complete: that the buffer is full, or something in the bytes? What
        container grows with what it holds?

        More: recv(2).

misconception-forgets-the-newline = the \n at the end of the line is missing
    .cause =
        In a protocol of lines, the \n is what tells the other side that the line is complete. Without it, the other
        side goes on waiting.
    .page =
        What one sees: all the words are right, and yet the other side behaves as if nothing had come; or two lines
        run into one.

        Why: the receiver cannot see where your write ended. It collects bytes until the \n that was agreed. Many
        functions that read a line take its \n off, and many that write bytes add none.

            sent    "hello"        the other side waits for more
            sent    "hello\n"      the other side has a line

        To think about: which function took the \n off, and which one puts it back?

        More: compare `printf hello | nc …` with `echo hello | nc …`.

misconception-keeps-the-newline = the \n that ends a line is taken for a part of it
    .cause =
        The \n ends the line and does not belong to it. If it is kept and another is added, an empty line appears
        that nobody sent.
    .page =
        What one sees: an empty line after each line, or a \n in the middle of what was to be one line.

        Why: functions that read a line differ: some leave its \n at the end, some take it off. Functions that print
        differ as well: some add one. Together that makes none, one or two.

            kept and added     "hello\n" + "\n"
            taken off, added   "hello"   + "\n"

        To think about: print the line that you read so that one sees its end (in Rust, with {"{:?}"}). What stands
        there?

        More: the documentation of the function that reads the line, about the delimiter.

misconception-keeps-the-carriage-return = the \r of a Windows line end is taken for a part of the line
    .cause =
        Some systems and many protocols end a line with \r\n. Whoever takes off the \n alone keeps a \r that nobody
        sees on the screen, and that is there all the same.
    .page =
        What one sees: everything looks right in the terminal, and a comparison fails; or the cursor jumps back and
        the beginning of the line is written over.

        Why: \r (13) once moved a printer's carriage back, \n (10) moved the paper on. Unix ends a line with \n;
        Windows terminals, HTTP and SMTP with \r\n. Who reads lines from the network meets both.

            bytes    68 69 0d 0a     "hi\r\n"
            line     68 69           "hi"

        To think about: is one \r at the end to be taken off, or every one, or one in the middle as well?

        More: RFC 5198, section 2, on line ends.

misconception-trims-the-line = more than the line's end is taken off
    .cause =
        Blanks at the beginning and at the end belong to the line. Functions that trim take them off along with the
        \n.
    .page =
        What one sees: lines arrive without the spaces or tabs that they began or ended with, and a line of blanks
        becomes an empty one.

        Why: trimming means all white space at both ends. A line's end is one \n, and one \r before it. For somebody
        who sends a table, or a program in Python, the blanks are the message.

            line       "  two blanks, then words \n"
            trimmed    "two blanks, then words"

        To think about: which function takes off exactly one ending, and only if it is there?

        More: in Rust, `strip_suffix` beside `trim`.

misconception-loses-the-last-line = a last line without \n is lost
    .cause =
        The stream can end before the last \n. What was collected by then is a line as well.
    .page =
        What one sees: everything is there but the last line, and only when it was not ended with a newline.

        Why: who collects bytes until a \n still has some when the stream ends. The end of the stream (a read of 0
        bytes) is the second way in which a line can end.

            printf 'one\ntwo'
            "one" ends with its \n, "two" with the end of the stream

        To think about: when the read of 0 bytes comes, what is left in your buffer, and what happens to it?

        More: read(2), on the return value 0.

misconception-stops-at-an-empty-line = something empty is taken for the end
    .cause =
        An empty line is one byte, \n, and an empty datagram is a datagram. Only a stream's end is a read of 0 bytes.
    .page =
        What one sees: after an empty line, or an empty datagram, nothing happens any more.

        Why: the end of a stream shows as a read of 0 bytes. An empty line is not that: its \n is 1 byte, and the
        line is empty only when that was taken off. UDP has no end at all: 0 bytes from `recvfrom` are a datagram
        with nothing in it.

            "\n"   1 byte    an empty line, more will follow
            ""     0 bytes   TCP: the end; UDP: an empty datagram

        To think about: do you ask for the end before or after the \n is taken off?

        More: recv(2), the paragraph on the return value 0.

misconception-insists-on-utf-8 = bytes that are no UTF-8 stop the program
    .cause =
        The network carries bytes, and nobody promises that they are text. A function that insists on valid UTF-8
        fails on the first byte that is none.
    .page =
        What one sees: one strange byte, and the program ends, or the line is lost.

        Why: in Rust a `String` is always UTF-8, so reading into one has to fail on other bytes, with the error
        `InvalidData`; in Python decoding raises `UnicodeDecodeError`. A colleague who types é in Latin-1 sends 0xe9
        alone, which is no UTF-8.

            bytes        63 61 66 e9
            shown        "caf" and U+FFFD, the mark for "not readable"

        To think about: at which place does your program need text, and where would bytes do as well?

        More: in Rust, the documentation of `String::from_utf8_lossy`; RFC 3629, section 3.

## What is shown, and when

misconception-stdout-not-flushed = what is printed stays in a buffer
    .cause =
        Output is collected in a buffer and leaves when that is full, or when the program ends. Into a pipe, the end
        of a line does not empty it everywhere.
    .page =
        What one sees: nothing for a long time and then everything at once; in a terminal it looked right.

        Why: a system call for each print is expensive, so libraries collect. Many do so by lines in a terminal, and
        by 4 or 8 KiB into a pipe or a file. Who waits at the other end of the pipe sees nothing meanwhile. In Rust,
        `println!` goes by lines everywhere, `print!` without a \n does not leave at once, and a `BufWriter` waits
        until it is full.

            your program | cat

        To think about: what do you see with `| cat` that you did not see without it? Which call says "now"?

        More: stdout(3), setvbuf(3).

misconception-reads-all-input-first = all input is read before the first line leaves
    .cause =
        The program waits for the end of its standard input. Somebody who types has not ended it: they wait for
        something to happen.
    .page =
        What one sees: with a file as input everything works; who types sees nothing until Ctrl-D.

        Why: reading "everything" means reading until the end, and a terminal has no end before Ctrl-D. All that
        time, the program waits in `read` for its standard input, with complete lines already in its memory.

            (echo one; sleep 5; echo two) | your program

        To think about: when is the first line complete, and what has to be known of the second to send it?

        More: read(2); termios(3) on canonical mode.

misconception-waits-for-input-first = typing is waited for before the network is heard
    .cause =
        The program waits for its standard input while something from the network is there for it. One thread waits
        at one place at a time.
    .page =
        What one sees: what arrives shows only after the next line was typed.

        Why: `read` on standard input blocks until there is a line. Meanwhile the bytes from the network lie in the
        socket's buffer, complete, and nobody fetches them.

            keyboard ──read──▶ you wait here
            network  ──────▶   and this fills up

        To think about: which of the two sides can be first? How can one wait for two things at once: two threads,
        or one call that watches several descriptors?

        More: poll(2); pthreads(7).

misconception-prints-something-else = something is on stdout that does not belong there
    .cause =
        What is printed on stdout may be read by another program. Messages for people belong on stderr.
    .page =
        What one sees: the right line, and beside it a greeting, a "connected", a prompt or a variable that was
        printed to look at it.

        Why: a program has two outputs so that both can be had: stdout for the result, that a pipe carries on, and
        stderr for what one wants to tell a person. In the terminal they look the same.

            your program 2>/dev/null     stdout alone
            your program >/dev/null      stderr alone

        To think about: which of your lines would disturb somebody who counts the lines of your stdout?

        More: stdout(3).

misconception-wrong-address-shown = the address shown is not the sender's
    .cause =
        A socket knows two addresses, its own and its peer's. For UDP, the sender is known only for each datagram,
        from the call that received it.
    .page =
        What one sees: the same address for everybody, or 0.0.0.0, or the port that the program itself listens at.

        Why: `getsockname` tells where the socket is, `getpeername` (TCP) who is at the other end. A UDP socket hears
        everybody; who it was this time is told by `recvfrom` together with the datagram.

            recvfrom → 5 bytes, from 192.0.2.7:40312
            accept   → a connection, from 192.0.2.7:40313

        To think about: who gives you the address that you show, and is it asked anew for each datagram or client?

        More: recvfrom(2), getpeername(2).

misconception-sends-something-else = something is sent that the contract does not ask for
    .cause =
        The other side reads every byte that you send as a part of the protocol. A greeting or a byte more moves
        everything that follows.
    .page =
        What one sees: the right bytes, with something before, between or behind them; or an answer where none is
        asked for.

        Why: on the network there is no "only to look at". What a peer does not expect it takes for the next
        message, and from then on both speak of different things.

            expected   "OK\n"
            sent       "Welcome!\nOK\n"
            understood the answer is "Welcome!"

        To think about: listen in with `nc` in your program's place, or with `nc … | xxd`. Which bytes would you not
        have expected?

        More: the exercise's README, where it says what is sent.

misconception-runs-ahead = the next line is sent before the reply has come
    .cause =
        The contract is one question, one answer: the reply to a line is read and printed before the next line
        leaves.
    .page =
        What one sees: all lines leave at once, and the replies come in a heap, or not at all.

        Why: writing to a socket waits for nobody: `send` returns as soon as the kernel has the bytes. If nothing
        reads in between, the program is many questions ahead, and with long ones both sides can end up waiting for
        the other to read.

            ask one ▶ wait ◀ reply one ▶ show
            ask two ▶ wait ◀ reply two ▶ show

        To think about: which call makes your program wait between two questions?

        More: send(2), on blocking.

misconception-one-line-only = only the first line is treated
    .cause =
        A conversation has as many lines as the other side wants. One pass through the code is one line: something
        has to lead back for the next.
    .page =
        What one sees: the first line works, then the program ends, closes, or treats nothing more.

        Why: a call that reads a line reads one. The stream goes on until its end, and who cannot know the number of
        lines beforehand repeats until the end is seen.

            until the stream ends:
                take a line
                treat it

        To think about: by what does your program know that there will be no further line?

        More: read(2), on the return value 0.

misconception-ends-after-one = the program ends after the first one
    .cause =
        What waits for datagrams or clients has no natural end: after one comes the next. A program that leaves its
        loop, or has none, is gone for the second.
    .page =
        What one sees: the first datagram or client is treated, and then the program has ended.

        Why: `recvfrom` and `accept` each give one. A server is by its nature a loop without an end: only somebody
        from outside stops it. An early `return`, or a `?` in the loop, is a way out as well.

            for ever:
                wait for one
                treat it

        To think about: which ways out does your loop have, and should each of them end the whole program?

        More: accept(2), recvfrom(2).

## Many clients

misconception-one-client-only = only the first client is served
    .cause =
        Each client has a connection of its own, and each is to be accepted. The listening socket remains for that
        when the first client is gone.
    .page =
        What one sees: the first client works; the second one connects, and never gets an answer.

        Why: the kernel completes connections on its own and puts them into the listening socket's queue. So the
        second client sees itself connected although your program knows nothing of it: it is known with the next
        `accept`.

            accept ▶ first client  … until it leaves
            accept ▶ second client … until it leaves

        To think about: how often does your program pass by `accept`?

        More: listen(2) on the backlog, accept(2).

misconception-one-client-at-a-time = a silent client holds up all others
    .cause =
        Whoever waits for one client's next line serves nobody meanwhile. Several at a time need several threads, or
        one call that waits for all.
    .page =
        What one sees: while one client is connected and says nothing, the others get no answer; when it leaves, they
        are served.

        Why: `read` on a connection blocks until this client sends, and the thread that waits there cannot `accept`.
        The others are in the kernel's queue, connected and unheard.

            thread 1   accept, accept, accept …
            thread 2   talks to ana
            thread 3   talks to bob

        To think about: which of your variables would both conversations need, and which has each one for itself?

        More: pthreads(7); poll(2) for the way with a single thread.

misconception-dies-of-a-reset = one client's reset takes the whole server down
    .cause =
        A client that crashes or closes with unread bytes resets its connection, and the next read or write gives
        an error. That error concerns this client alone.
    .page =
        What one sees: a client leaves rudely, and all the others lose the server.

        Why: a reset (RST) says "this connection exists no more". The kernel tells it to who uses the connection
        next: ECONNRESET. On a real network that is daily life: a laptop falls asleep, a program is killed. An error
        handed up with `?` or `unwrap` as far as `main` turns one client's end into everybody's.

            an error of one connection   end of that connection
            an error of the listener     a matter for the server

        To think about: up to which function may an error of one client rise, and who goes on after that?

        More: tcp(7), read(2) and ECONNRESET; RFC 9293, section 3.5.2 (Reset Generation).

misconception-dies-of-a-broken-pipe = writing to somebody who has left ends the program
    .cause =
        Who writes to a connection that the other side has given up gets the signal SIGPIPE, or the error EPIPE where
        that is ignored. Without preparation, the signal ends the whole process.
    .page =
        What one sees: the program is gone, often without a word, as soon as it writes to a client that has left.

        Why: SIGPIPE is there so that `yes | head -1` ends. Its default is to end the process, all threads of it.
        Rust and Python ignore it and get the error EPIPE ("broken pipe"), on which a program can then die as well.

            write ▶ peer has left ▶ SIGPIPE ignored ▶ EPIPE ▶ this client is done

        To think about: does your program tell "this client has left" from "I cannot go on"?

        More: signal(7), send(2) under MSG_NOSIGNAL, write(2) under EPIPE.

misconception-ignores-half-close = the other side's "I have said everything" is taken for its leaving
    .cause =
        A TCP connection has two directions, and each is closed on its own. Who closed its writing side still reads,
        and waits for the replies that it is owed.
    .page =
        What one sees: `printf 'question\n' | nc …` gets no answer, or only a part of it.

        Why: `shutdown(SHUT_WR)` sends a FIN: in this direction nothing more will come. The read that returns 0
        bytes tells just that. The other direction is as open as before, and what you write there arrives.

            client ▶ "a\n" "b\n" FIN
            server ◀ reply to a, reply to b, FIN

        To think about: when the end of the input is seen, which replies are still to be written?

        More: shutdown(2); RFC 9293, section 3.6.1 (Half-Closed Connections).

misconception-waits-for-ever-on-a-closed-connection = a connection's end goes unnoticed
    .cause =
        The other side has closed, and the program still waits. A read of 0 bytes is how TCP tells the end.
    .page =
        What one sees: the other side is gone, and the program stays, for ever.

        Why: the end of a stream is no error and no message: it is a read that returns 0. Who does not look at that
        number, or waits at another place (for its standard input, for a lock), does not notice it.

            read → 5     five bytes
            read → 0     the other side will send nothing more
            read → -1    an error

        To think about: where is your program when the other side closes, and who there would see the 0?

        More: recv(2), on the return value 0.

misconception-spins-on-a-closed-connection = after a connection's end it is read again and again
    .cause =
        After its end, a read on a connection returns 0 at once, every time. A loop that takes 0 for "nothing yet"
        turns without a pause.
    .page =
        What one sees: a client leaves, and a processor is busy to 100 %; the others become slow.

        Why: 0 does not mean "nothing there now": for that, a read simply waits. 0 means "never again", and is
        returned at once as often as one asks.

            read → 0, read → 0, read → 0 …

        To think about: what does your loop do with a 0, and by what is it left? `top` shows what it costs.

        More: recv(2), on the return value 0.

misconception-resets-instead-of-closing = the connection is broken off instead of closed
    .cause =
        Who closes a connection while bytes lie in it unread sends a reset (RST) instead of an orderly end (FIN). The
        other side may then lose even what had arrived.
    .page =
        What one sees: at the end the other side gets "connection reset by peer" instead of the end.

        Why: when a socket is closed with bytes unread, the kernel has to tell the other side that they were not
        taken in: it sends RST. SO_LINGER with time 0 does the same. On RST the other side throws away what it has
        not read yet.

            all read, then close      FIN    orderly
            something unread, close   RST    broken off

        To think about: what may still be on its way to you at the moment of closing? How can one say "I am done"
        and go on reading?

        More: shutdown(2), socket(7) under SO_LINGER; RFC 2525, section 2.17.

misconception-stdin-end-stops-server = the end of standard input stops the server
    .cause =
        A server has nothing to do with its standard input: started in the background, it has none. That it ends
        must not end the server.
    .page =
        What one sees: in the terminal the server runs; started by a service, or with `</dev/null`, it ends at once.

        Why: who reads standard input gets its end at once when there is none. Services have /dev/null there.

            your server </dev/null

        To think about: what does your server want from its standard input? What if it did not read it?

        More: null(4), daemon(7).

## Datagrams

misconception-truncates-datagrams = a datagram is longer than the buffer, and its end is lost
    .cause =
        A datagram is received whole, in one call, or never: what does not fit into the buffer is thrown away without
        a word. The largest carries 65,507 bytes over IPv4.
    .page =
        What one sees: short datagrams are right, long ones are cut at the same length each time.

        Why: UDP keeps the borders of messages: one `recvfrom`, one datagram. The rest does not wait for the next
        call as with TCP: the kernel drops it. The length field has 16 bits: 65,535, less 8 of the UDP and 20 of the
        IPv4 header.

            datagram   1500 bytes
            buffer     1024
            received   1024, and 476 are gone

        To think about: how large has a buffer to be that loses nothing, whoever sends?

        More: udp(7), recv(2) under MSG_TRUNC; RFC 768.

misconception-dies-of-icmp = a UDP program gives up because nobody listens
    .cause =
        UDP knows no connection, so that nobody listens is no failure of the sender. Yet the other machine says so
        (ICMP, port unreachable), and a connected UDP socket gets it as ECONNREFUSED with the next call.
    .page =
        What one sees: the first datagram leaves, the second fails with "connection refused"; sometimes one is
        missing.

        Why: `connect` on a UDP socket sends nothing: it only sets the address, and asks for the errors that concern
        it. The ICMP message that the first datagram causes is waiting when the next call comes, which then fails
        although its own datagram had nothing to do with it, and sends nothing.

            send 1 ▶            ◀ ICMP: nobody listens
            send 2 → ECONNREFUSED, and nothing has left

        To think about: is a listener that starts a minute later lost for your program? What is to become of the
        datagram that was not sent?

        More: udp(7), on errors; RFC 1122, section 4.1.3.3.

misconception-sleeps-between = each pause is right, and together they drift
    .cause =
        Sleeping for the whole interval after the work makes each round as long as interval and work together, and
        the error adds up. What must keep time is planned from the start, not from the last round.
    .page =
        What one sees: the first datagrams leave on time, the hundredth visibly late.

        Why: `sleep(10 ms)` sleeps at least 10 ms: then come waking up, sending, printing. Half a millisecond more in
        each round is 50 ms after a hundred.

            round n is due at   start + n × interval
            sleep               what is missing until then

        To think about: by how much is the thousandth late if each round takes 0.1 ms too long? On which clock do you
        plan, and can it be put back?

        More: clock_nanosleep(2), under TIMER_ABSTIME.

## Addresses

misconception-first-address-only = only the first address of a name is tried
    .cause =
        A name can stand for several addresses, and any of them may be out of reach. The next is to be tried before
        giving up.
    .page =
        What one sees: with a number it works, with a name "connection refused", although the server runs.

        Why: `getaddrinfo` returns a list, often with the IPv6 address first. A server that listens on IPv4 alone
        refuses there, and would be found at the second address.

            localhost → ::1         refused
                      → 127.0.0.1   answers

        To think about: when is your program allowed to say "nobody there", and which error is it to show then?

        More: getaddrinfo(3); RFC 8305 (Happy Eyeballs).

misconception-ipv4-only = an IPv6 address is not understood
    .cause =
        An IPv6 address contains colons itself, so it stands in brackets before its port: [::1]:8888. And a socket
        belongs to one family: one made for IPv4 cannot send to IPv6.
    .page =
        What one sees: with 127.0.0.1 everything works, with [::1] the address is "invalid" or "not supported".

        Why: who cuts at the first colon cuts through the address. Who binds a UDP socket to 0.0.0.0 has an IPv4
        socket, whatever the destination is.

            127.0.0.1:8888    address 127.0.0.1, port 8888
            {"["}::1]:8888        address ::1, port 8888

        To think about: at which colon is it to be cut? Better still: who can do that for you? And which family has
        the socket that you bind?

        More: ipv6(7); RFC 3986, section 3.2.2.

misconception-ignores-its-arguments = the program uses its default, not its argument
    .cause =
        The address on the command line replaces the default. The program works with the default although another
        was given.
    .page =
        What one sees: without arguments everything works; with another port, nothing.

        Why: the constant at the top is for the case that nothing is given. The first word of the arguments is the
        program's own name in most languages, so that the first argument is the second word.

            program 127.0.0.1:9000
            word 0  program
            word 1  127.0.0.1:9000

        To think about: print what your program takes for its address. Whence does it come?

        More: `ss -tulpn` shows at which port your program really is.

misconception-binds-loopback-only = the program can be reached from its own machine alone
    .cause =
        Who listens at 127.0.0.1 hears this machine alone. 0.0.0.0 means every address of the machine.
    .page =
        What one sees: on one's own machine it works, from the neighbour's: connection refused.

        Why: the address that is bound is a filter: the kernel hands over only what was sent to that address.
        127.0.0.1 never leaves the machine.

            127.0.0.1    from here alone
            192.0.2.7    through this network interface
            0.0.0.0      through all of them

        To think about: to which of your machine's addresses will your neighbour send? `ip addr` lists them.

        More: ip(7), under INADDR_ANY and INADDR_LOOPBACK.

misconception-binds-every-address = the program listens at more addresses than it was told
    .cause =
        Who is told to listen at one address should hear that one alone. 0.0.0.0 takes them all.
    .page =
        What one sees: everything works, and the program also answers where it should not be.

        Why: a bound address is also a protection: a service for this machine alone listens at 127.0.0.1, and nobody
        outside can reach it. Who takes only the port from the argument, and 0.0.0.0 for the rest, opens it to all.

            told    127.0.0.2:8888
            bound   0.0.0.0:8888

        To think about: which part of the argument reaches `bind`? Compare with `ss -tulpn`.

        More: bind(2), ip(7).

misconception-wrong-byte-order-port = the port's two bytes are swapped
    .cause =
        On the network the greater byte of a number comes first; most processors keep the smaller one first. A port
        that is handed over without conversion has its bytes swapped: 8888 becomes 47138.
    .page =
        What one sees: the program runs and listens, but at a port that nobody has heard of.

        Why: 8888 is 0x22b8. In `sockaddr_in` the port stands in network order, 22 b8; a little-endian processor
        writes b8 22, which is read as 0xb822, 47138.

            htons(8888)   for the network
            ntohs(port)   back

        To think about: which of your numbers leave the machine, and who turns them round?

        More: byteorder(3), ip(7).

misconception-no-reuse-address = the port stays taken after a server is stopped
    .cause =
        After a server has closed a connection, the kernel keeps its address for a minute (TIME_WAIT). Without
        SO_REUSEADDR a new server cannot bind to it in that time.
    .page =
        What one sees: stopped and started again at once, the server says "address already in use"; a minute later it
        works.

        Why: who closes first waits, so that late segments of the old connection are not taken for the new one's.
        The option SO_REUSEADDR, set before `bind`, says that a server may listen there all the same. Rust's
        `TcpListener::bind` sets it; in C and Python one sets it oneself.

            socket ▶ SO_REUSEADDR ▶ bind ▶ listen

        To think about: `ss -tan | grep TIME-WAIT` after stopping: who is still waiting there, and for what?

        More: socket(7) under SO_REUSEADDR; RFC 9293, section 3.3.2, on TIME-WAIT.

misconception-not-listening = the program does not listen where it should
    .cause =
        There is no socket at the address at which the program is to be reached. Either it ended before, or waits for
        something else first, or is at another address.
    .page =
        What one sees: "connection refused", from the first client on; over UDP, silence.

        Why: the kernel takes connections and datagrams only for an address that a socket is bound to. Until then
        there is nobody, and it says so.

            ss -tlnp     who listens for TCP
            ss -ulnp     who is bound for UDP

        To think about: start your program by hand and look at that list: is it there, at which address, at which
        port? If it is not: where is your program at that moment?

        More: bind(2), listen(2), ss(8).

misconception-not-connecting = the program does not connect
    .cause =
        The server waits, and no connection comes. A client connects of its own accord, before it has anything to
        say.
    .page =
        What one sees: the server runs, the client too, and they do not meet.

        Why: it is the client that begins: `connect` sends the first segment (SYN). If that never comes, the program
        waits for something else, connects to somebody else, or has ended.

            nc -l 8888     in one terminal
            your client    in another: does nc notice it?

        To think about: what does your program do before it connects, and does that wait for something?

        More: connect(2).

## The end of a program

misconception-panics = the program panics
    .cause =
        A panic ends the program at a place where it had no answer. Its message names the line: what there could not
        be, and yet was?
    .page =
        What one sees: "thread 'main' panicked at src/main.rs:41:10", a message, and the program has ended.

        Why: `unwrap` and `expect` say "this cannot fail", an index says "this is there". On a network nearly
        everything can fail: a name that nobody knows, a port that is taken, a client that leaves.

            thread 'main' panicked at src/main.rs:41:10:
            called `Result::unwrap()` on an `Err` value: …

        line 41, column 10: that is the call that failed, and after `Err` stands why.

        To think about: what should the program do in that case: go on, tell it and end with status 1, or serve the
        next one?

        More: The Rust Programming Language, chapter 9.

misconception-usage-status = wrong usage is not told as such
    .cause =
        What cannot be understood on the command line ends with status 2 and a line on stderr that starts with
        `usage:`, before anything else is done.
    .page =
        What one sees: with a wrong argument the program does something all the same, or ends with another status, or
        without a usage line.

        Why: a script that starts your program reads its status: 0, it is done; 1, it failed and may be tried again;
        2, it was called wrongly, and trying again will not help. Which mistakes count as wrong usage is in the
        README.

            $ your program nonsense
            usage: …
            $ echo $?
            2

        To think about: which mistakes can be seen by looking at the arguments alone, without the network?

        More: exit(3); sysexits(3) for another convention.

misconception-error-status = the exit status tells something other than what happened
    .cause =
        Whoever started the program learns from its status how it went: 0 when the work is done, 1 when something
        failed at run time.
    .page =
        What one sees: the program reports an error, and the shell takes it for a success; or the other way round.

        Why: `&&`, `make`, and services look at the number alone. A program that prints "error" and leaves `main` as
        usual has said 0: all is well.

            your program && echo "it worked"

        To think about: on which ways is your `main` left, and which number does each of them give?

        More: exit(3), wait(2); in Rust, `std::process::ExitCode`.

misconception-silent-error = an error is not told on stderr
    .cause =
        Who reads "it failed" needs to know what and where. The line on stderr names the address, or the file, that
        it is about.
    .page =
        What one sees: the program ends with 1 and says nothing, or something from which nobody learns the address.

        Why: "connection refused" alone can be about any of ten servers. With the address, one knows whether it was
        mistyped or the server is off. And it belongs on stderr, so that the result on stdout stays clean.

            error: 192.0.2.7:8888: connection refused

        To think about: the function that fails often does not know the address. Who does?

        More: perror(3), stderr(3).

misconception-stops-itself = the program is stopped by a signal
    .cause =
        All of the program stands still by a signal (SIGSTOP, SIGTSTP, SIGTTIN …): it neither runs nor ends until
        somebody continues it.
    .page =
        What one sees: nothing moves, and `ps` shows the state T.

        Why: Ctrl-Z sends SIGTSTP, a program in the background that reads from the terminal gets SIGTTIN. A program
        can also send itself one.

            ps -o pid,stat,cmd

        To think about: which signal was it, and who sent it?

        More: signal(7), under the stop signals.

misconception-prints-without-end = the program prints without end
    .cause =
        A loop prints again and again and is never left, nor does it wait for anything. Often a read tells the end,
        or an error, each time anew.
    .page =
        What one sees: the screen runs, always with the same thing.

        Why: after its end a stream returns 0 at once, and after an error often the same error. A loop that shows
        something in each round, and waits in none, runs as fast as the processor.

            your program | head -5

        To think about: for what does your loop wait in each round, and what has to happen for it to be left?

        More: read(2), on the return value.

misconception-takes-all-memory = the program takes more and more memory
    .cause =
        Something grows without a limit: a collection that is filled and never emptied, or a size that somebody
        announced and that was believed.
    .page =
        What one sees: the machine becomes slow, and then the program is gone.

        Why: a number from the network is a claim. Who reserves as much as was announced lets a stranger decide over
        the memory. Also a queue for somebody who does not read grows for ever.

            announced   9223372036854775808 bytes
            sensible    take what comes, in pieces of a fixed size

        To think about: which of your collections can grow, by whose doing, and up to where?

        More: `top`, the column RES; proc(5) under VmRSS.

misconception-waits-for-itself = the program's threads wait for each other
    .cause =
        Every thread waits for a lock or for another thread, and none of them can go on: a deadlock. Nothing from
        outside will ever wake them.
    .page =
        What one sees: everything stands still, the processor is idle, and new clients get no answer.

        Why: a lock is held by a thread that itself waits for something another one holds. It also takes one thread
        alone: to lock what it has locked already, or to wait for a thread that waits for it.

            thread 1   holds A, wants B
            thread 2   holds B, wants A

        To think about: which locks do you hold while you write to a connection, or wait for a thread? How short can
        that be?

        More: futex(2); pthread_mutex_lock(3p).

misconception-part-left-to-write = a part of the stub is still to be written
    .cause =
        The program reached a `todo!()`. Its message says which part is next, and the comment above it what it has
        to do.
    .page =
        What one sees: "not yet implemented: part 2 of 4", and the program has ended there.

        Why: `todo!()` fits where code of any type is wanted, and panics when it is reached. So a program compiles
        before it is complete, and one part after the other can be tried out.

            todo!("part 2 of 4: …")

        To think about: what has the program got in its hands at this place, and what does the next line want from
        it?

        More: the documentation of `std::todo`.

misconception-does-not-compile = the program does not compile
    .cause =
        The compiler has refused the program. Its first error is the one to read: later ones often follow from it.
    .page =
        What one sees: "error[E0308]: mismatched types", a place in the file, and often a proposal.

        Why: the compiler stops what it can prove to be wrong before the program runs. Its messages are long because
        they say where, what was expected, and what was found.

            rustc --explain E0308

        To think about: what does the first error say after "expected", and what after "found"?

        More: `cargo check` in the exercise's folder shows the same, faster.

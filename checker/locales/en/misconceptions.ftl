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
        What one sees: two lines that are sent quickly one after the other are handled as one, with a \n in its
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

misconception-one-read-is-one-line = what one read of stdin gives is taken for one line
    .cause =
        stdin is a stream of bytes: a read returns what is there, be it half a line or several. What ends a line is its
        \n.
    .page =
        What one sees: who types slowly notices nothing; of lines that are pasted, or that come from a file or a pipe,
        several leave as one, or one leaves in two parts.

        Why: a terminal hands over its lines one at a time, and so a read seems to be a line. A pipe or a file knows no
        lines: `read` fills the buffer with whatever there is. On the other side, each datagram stands for itself, and
        what left as one is one.

            in the pipe   "one\ntwo\n"
            read          "one\ntwo\n"    two lines: two datagrams

        To think about: what tells your program that a line is complete? What does it do with the bytes behind the \n?

        More: read(2); in Rust, `BufRead::read_line` and `read_until`; try `printf 'one\ntwo\n' | your program`.

misconception-hands-on-the-whole-buffer = the whole buffer is handed on, not just what came
    .cause =
        A read fills the beginning of the buffer, and its return value tells how many bytes that was. Behind them lies
        what was in the buffer before: zeros, or the rest of an earlier message.
    .page =
        What one sees: the right text, and behind it hundreds of NULs. A terminal hides them: `| xxd` or `| od -c` shows
        them.

        Why: `recv`, `read` and `recvfrom` write to the beginning of a buffer that is as large as it is, and return how
        many bytes came. The buffer does not know; whoever prints or sends it as a whole hands on what nobody said.

            buffer     [0; 1024]
            recv → 6   "hello\n", and 1018 zeros behind it
            to use     the first 6 bytes

        To think about: what becomes of the number that your read returns? What is in the buffer when a short
        message comes after a long one?

        More: recv(2), read(2), under RETURN VALUE; in Rust, slices: `&buffer[..size]`.

misconception-new-buffer-for-each-line = bytes behind a line are thrown away
    .cause =
        A buffered reader takes more from the socket, or from stdin, than the line that it returns. Whoever makes a new one for each
        line throws away what the old one had already read.
    .page =
        What one sees: the first of two lines that come together is handled well, the second never; or the beginning
        of a later line is missing.

        Why: a reader with a buffer asks the kernel for as much as fits, some kilobytes, and hands out one line. The
        rest is no longer where it came from: it lives in the reader, and goes when the reader goes.

            socket   "one\ntwo\n"
            reader   takes all 8 bytes, returns "one"
            dropped  "two\n" with it; the socket is empty

        To think about: how long must a reader live, compared with its connection, or with the program's input? Who owns
        it?

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

        To think about: what shows that a line is complete: that the buffer is full, or something in the bytes? What
        container grows with what it holds?

        More: recv(2).

misconception-forgets-the-newline = the \n at the end of the line is missing
    .cause =
        The \n belongs to the line: nothing else tells where it ends. Many functions that read a line take it off, and
        many that write or print add none.
    .page =
        What one sees: all the words are right, and yet something is missing. Over TCP the other side behaves as if
        nothing had come; on a screen, two lines run into one; a datagram arrives, and is a byte too short.

        Why: whoever reads lines from a stream can't see where your write ended. They collect bytes until the \n that
        was agreed. A datagram does end where it ends, but its \n was agreed as well: whoever prints it as it came gets
        all in one line.

            sent    "hello"        no line yet
            sent    "hello\n"      a line

        To think about: which function took the \n off, and which one puts it back?

        More: `cat -A` shows each \n as $: compare `printf hello | cat -A` with `echo hello | cat -A`.

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
        Windows terminals, HTTP and SMTP with \r\n. Whoever reads lines from the network meets both.

            bytes    68 69 0d 0a     "hi\r\n"
            line     68 69           "hi"

        To think about: should one \r at the end be taken off, or every one, or one in the middle as well?

        More: RFC 5198, section 2, on line ends.

misconception-special-word = a word is taken for a command
    .cause =
        A line such as `quit` or `exit` is a line like any other here: it is sent, shown and answered. What ends is the input,
        or the connection, and not the talk about it.
    .page =
        What one sees: all is well until somebody writes `quit`, to say so or to ask how one quits. Then the program ends,
        or the line is missing.

        Why: stdin and a connection have an end of their own. At a terminal it is Ctrl-D; a file simply ends; a peer closes.
        The program learns of it from `read`, which returns 0 bytes. A word that means the end takes a line away from those
        who want to say it, and in a server it is worse: whoever is connected decides then.

            "quit\n"      five bytes, as any other line
            read → 0     the end

        To think about: how does your program learn that nothing more will come? What happens if its input is a file in which
        this word stands on a line of its own?

        More: read(2), under the return value 0; stty(1), on `eof`.

misconception-other-line-ends = a line is ended by characters that do not end one here
    .cause =
        Here \n ends a line, and nothing else does. Some functions also split at a lone \r, a form feed, or the line
        ends that Unicode knows besides.
    .page =
        What one sees: one line of text from somewhere else, and two come out of it; or a part of it is missing.

        Why: "line" means something else in each place. A text file opened in Python knows \r, \n and \r\n, and
        `splitlines` of a text some ten ends, among them VT (0b), FF (0c), NEL (U+0085) and U+2028. A protocol says
        which one is meant, and each side has to keep to it.

            came              "one\fstill one\n"
            splitlines        "one", "still one"
            split at \n       "one\fstill one"

        To think about: which call of your program decides where a line ends, and does it see bytes or text?

        More: in Python, `str.splitlines` and the parameter `newline` of `open`, `makefile` and `reconfigure`.

misconception-trims-the-line = more than the line's end is taken off
    .cause =
        Blanks at the beginning and at the end belong to the line, and so does a \r that stands before the line's end.
        Functions that trim take all of them off along with the \n.
    .page =
        What one sees: lines arrive without the spaces or tabs that they began or ended with, and a line of blanks
        becomes an empty one.

        Why: trimming means all white space, \r included, at both ends or at one. A line's end is one \n, and one \r
        before it, if there is one: of \r\r\n the first \r is a part of the line. For somebody who sends a table, or a
        program in Python, the blanks are the message.

            line       "  two blanks, then words \n"
            trimmed    "two blanks, then words"

        To think about: which function takes off exactly one ending, and only if it is there?

        More: in Rust, `strip_suffix` beside `trim`.

misconception-loses-the-last-line = a last line without \n is lost
    .cause =
        The stream can end before the last \n. What was collected by then is a line as well.
    .page =
        What one sees: everything is there but the last line, and only when it was not ended with a newline.

        Why: whoever collects bytes until a \n still has some when the stream ends. The end of the stream (a read of 0
        bytes) is the second way in which a line can end.

            printf 'one\ntwo'
            "one" ends with its \n, "two" with the end of the stream

        To think about: when the read of 0 bytes comes, what is left in your buffer, and what happens to it?

        More: read(2), on the return value 0.

misconception-takes-off-the-last-byte = the last byte is taken off without a look at it
    .cause =
        The last byte of a line is not always a \n: where the stream ends, the last line may have none. What was taken
        off there belonged to the text.
    .page =
        What one sees: of the very last line the last letter is missing, and of no other.

        Why: whoever takes off the last byte of each line is right as long as that is its \n. A last line that ends with
        the stream has none, and loses a letter.

            "hello\n"   the last byte is \n    "hello"
            "hello"     the last byte is o     "hell"

        To think about: which function takes something off only where it is there?

        More: in Rust, `strip_suffix` beside `pop`; in Python, `removesuffix` beside `[:-1]`.

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

misconception-insists-on-utf-8 = bytes that are not UTF-8 are not accepted as they are
    .cause =
        The network carries bytes, and nobody promises that they are text. A function that insists on valid UTF-8
        fails on the first byte that is not, and one that repairs puts a mark in its place.
    .page =
        What one sees: one strange byte, and the program ends, or the line is lost.

        Why: in Rust a `String` is always UTF-8, so reading into one has to fail on other bytes, with the error
        `InvalidData`; in Python decoding raises `UnicodeDecodeError`. A colleague who types é in Latin-1 sends 0xe9
        alone, which is not UTF-8.

            bytes        63 61 66 e9
            shown        "caf" and U+FFFD, the mark for "not readable"

        To think about: at which place does your program need text, and where would bytes do as well?

        More: in Rust, the documentation of `String::from_utf8_lossy`; RFC 3629, section 3.

misconception-ends-at-a-nul = a line ends at a NUL in it
    .cause =
        A line may hold any byte but \n, so also a NUL (0). What handles it as a string of C stops at the first NUL.
    .page =
        What one sees: the beginning of a line is there, and from a NUL on the rest of it is missing.

        Why: a string of C has no length: it goes on as far as the first byte 0. `printf` with `%s`, `strlen`, `strcpy`
        and `strchr` all look for it. Bytes from a network have a length, the one that the read returned, and a 0
        among them is a byte like any other.

            came       61 00 62 0a     4 bytes
            strlen     1
            %s         "a"

        To think about: how does the length of a line get from the call that read it to the one that writes it?

        More: string(3), fwrite(3), getline(3) and its return value.

misconception-text-taken-for-a-format = what was received is used as a format
    .cause =
        A %d in a line was replaced by a number: the line itself was given to printf as its format. Text from a network is
        an argument, never the format.
    .page =
        What one sees: all goes well until somebody writes `100 %`. Then numbers are shown that nobody sent, or the
        program crashes.

        Why: `printf(line)` reads its first argument as instructions. At each `%d` it takes the next argument, which is
        not there: it takes whatever lies in that register or on the stack. With `%s` it follows it as an address, and
        with `%n` it even writes there. Whoever may send a line then reads and writes in the program's memory.

            line           100 %d
            printf(line)   100 22018
            "%s", line     100 %d

        To think about: which of the texts in your program were written by you, and which by somebody else?

        More: printf(3), the section on bugs; fputs(3) and fwrite(3), which know no format; CWE-134; gcc's warning
        `-Wformat-security`.

misconception-adds-a-newline = a last line without \n gets one
    .cause =
        The last line was sent with a \n that nobody typed. What is asked for here is to send what was read, as it is.
    .page =
        What one sees: all lines are right; the last one, if the input ended in the middle of it, is one byte longer
        than what was typed.

        Why: a function that reads lines and takes off their ends forgets whether there was one. Whoever then puts a \n
        behind each line gives one to the last as well. `printf 'hello'` ends without a \n, `echo hello` with one.

            typed   "one\n"   "two"
            read    "one"     "two"     was there a \n?
            sent    "one\n"   "two\n"

        To think about: after your program has read a line, how could it still know how that line ended?

        More: `printf 'one\ntwo' | xxd`; in Rust, `BufRead::lines` beside `read_line` and `read_until`.

misconception-adds-a-carriage-return = a \r is sent that nobody asked for
    .cause =
        The line leaves with \r\n at its end, where \n alone was asked for, and nobody had typed or sent a \r.
    .page =
        What one sees: on the screen all is as it should be. Another program finds one byte more at the end of each
        line, and compares in vain.

        Why: \r\n ends the lines of HTTP, of SMTP and of Windows; each protocol says which it wants. The other side
        takes off what it knows, the \n, and keeps the \r as the last letter of the line.

            asked for   68 69 0a        "hi\n"
            sent        68 69 0d 0a     "hi\r\n"

        To think about: where in your program does the \r come from: is it written there, or does a function or a mode
        of the file put it there?

        More: `your program | xxd`; RFC 5198, section 2, on line ends.

misconception-skips-what-is-empty = what is empty is skipped
    .cause =
        An empty line, an empty datagram or an empty file was skipped as if it had not come. It is one like any
        other, with nothing in it.
    .page =
        What one sees: everything goes through but what is empty: the next line comes in its place, or the other side
        waits for an answer that never comes.

        Why: somebody pressed Enter, or sent a datagram of 0 bytes, and meant to. "There is nothing in it" and "there
        was nothing" are two things. A test such as "if the text is not empty" at the wrong place treats both alike.

            typed   "one\n"   "\n"   "two\n"
            lines   "one"     ""     "two"       three of them

        To think about: which test in your program asks whether there is something in the line, and what would go wrong
        without it?

        More: recv(2), on messages of length zero; in Python, what `if line:` asks.

misconception-reads-until-closed = what has come is used only when the connection ends
    .cause =
        The line is there, up to its \n, and the program reads on instead of using it: only the end of the connection made
        it go on. One that stays open keeps it waiting for ever.
    .page =
        What one sees: as long as both are connected nothing happens. When the other program is ended, everything comes
        at once.

        Why: "read everything" reads until a read returns 0 bytes, and that happens when the other side closes its
        direction. In a talk it does not: it waits for what you say. A line's end is in the bytes, a connection's end is
        not.

            read → "hello\n"    a line is complete
            read → …            waits for what may never come
            read → 0            only now has all been read

        To think about: which of your calls returns at the end of a line, and which only at the end of everything?

        More: recv(2); in Rust, `read_to_string` beside `read_line`; in Python, `read` beside `readline`.

misconception-buffered-behind-select = a line waits in the reader, where `select` does not see it
    .cause =
        `select` and `poll` tell what lies in the kernel. A buffered reader takes several lines from there at once and
        returns one: the others are in the program already, and no call mentions them.
    .page =
        What one sees: whoever types slowly notices nothing. Of two lines that come together the first leaves at once,
        the second when a third is typed.

        Why: the reader asks the kernel for as much as there is, both lines, and hands out the first. The descriptor is
        then empty, so `select` sleeps, with the second line in the same program's memory.

            typed       "one\ntwo\n"
            in the kernel                 nothing
            in the reader   "two\n"       `select` knows nothing of it

        To think about: which parts of your program keep bytes back, and whom do you ask before you go to sleep?

        More: select(2); in Python, `os.read` beside `sys.stdin.readline`.

## What is shown, and when

misconception-stdout-not-flushed = what is printed stays in a buffer
    .cause =
        Output is collected in a buffer and leaves when that is full, or when the program ends. Into a pipe, the end
        of a line does not empty it everywhere.
    .page =
        What one sees: nothing for a long time and then everything at once; in a terminal it looked right.

        Why: a system call for each print is expensive, so libraries collect. Many do so by lines in a terminal, and
        by 4 or 8 KiB into a pipe or a file. Whoever waits at the other end of the pipe sees nothing meanwhile. In Rust,
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
        What one sees: with a file as input everything works; whoever types sees nothing until Ctrl-D.

        Why: reading "everything" means reading until the end, and a terminal has no end before Ctrl-D. All that
        time, the program waits in `read` for its standard input, with complete lines already in its memory. The same is seen
        of lines that are read one by one, and written into a buffer that nothing empties before the end.

            (echo one; sleep 5; echo two) | your program

        To think about: when is the first line complete, and what has to be known of the second to send it?

        More: read(2); termios(3) on canonical mode.

misconception-waits-for-input-first = the program waits for typing before it listens to the network
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

misconception-message-waits-for-input = stdin is waited for, although the message was given
    .cause =
        What is to be sent stands on the command line. The program waits for its standard input all the same, where
        nobody has to type anything.
    .page =
        What one sees: started with a message, the program does not end, and often sends nothing either, until somebody
        presses Ctrl-D.

        Why: with an argument more, the program has another source for what it sends, and stdin is none of its business
        any more. Whoever does not look at the argument, or reads stdin before looking at it, waits for an end that does
        not come: a terminal stays open.

            program DEST            what is typed
            program DEST MESSAGE    MESSAGE, and no read of stdin at all

        To think about: at which line does your program know whether there is a message, and is that before its first
        read of stdin?

        More: try `your program DEST MESSAGE` in a terminal, with your hands off the keyboard.

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

        To think about: who gives you the address that you show, and is it asked for again for each datagram or client?

        More: recvfrom(2), getpeername(2).

misconception-shows-no-address = the text is shown without its sender
    .cause =
        What was said is there, and not who said it. The address comes with the data: the call that receives a datagram gives it,
        and so does the one that accepts a connection.
    .page =
        What one sees: the right text, at the beginning of the line.

        Why: several may speak to one program, and their lines look alike. The bytes that arrive do not name their sender; the
        system knows it, and gives it beside them. Whoever throws that value away can't find it in the text any more.

            recvfrom ▶ data, address       one datagram, and where it came from
            accept   ▶ connection, address    once for all that this client will say

        To think about: what do the calls return with which you receive, and which part of it do you use?

        More: recv(2), on `recvfrom`; accept(2); in Rust, `UdpSocket::recv_from` and `TcpListener::accept`.

misconception-shows-no-port = the IP is shown without its port
    .cause =
        An IP address names a machine, and several programs on it may speak at the same time: only the port tells them
        apart. The call that names the sender gives both.
    .page =
        What one sees: the right text and the right IP, and no port behind it.

        Why: an address of UDP and TCP has two parts. The IP leads to a machine, the port to one socket on it; two
        windows on one Pi have the same IP and different ports. Whoever shows the IP alone shows them as one.

            192.0.2.7:40312   ana
            192.0.2.7:40313   bob, on the same Pi

        To think about: to whom would an answer go that is sent to the IP alone?

        More: ip(7), udp(7); in Rust, `SocketAddr` has both parts, `ip()` gives only one.

misconception-sends-something-else = what is sent is not what the contract asks for
    .cause =
        The other side reads every byte that you send as a part of the protocol, and knows only the form that was agreed.
        A byte more or less, or a greeting, and it reads something else.
    .page =
        What one sees: the right bytes, with something before, between or behind them; nearly the right ones, where a
        word or a blank is missing; or an answer where none is asked for.

        Why: on the network there is no "only to look at". What a peer does not expect it takes for the next
        message, and from then on both speak of different things.

            expected   "OK\n"
            sent       "Welcome!\nOK\n"
            understood the answer is "Welcome!"

        To think about: listen in with `nc` in your program's place, or with `nc … | xxd`. Lay what you see beside what
        the README shows: at which byte do the two part?

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

misconception-one-line-only = only the first line is handled
    .cause =
        A conversation has as many lines as the other side wants. One pass through the code is one line: something
        has to lead back for the next.
    .page =
        What one sees: the first line works, then the program ends, closes, or handles nothing more.

        Why: a call that reads a line reads one. The stream goes on until its end, and whoever cannot know the number of
        lines beforehand repeats until the end is seen.

            until the stream ends:
                take a line
                handle it

        To think about: how does your program know that there will be no further line?

        More: read(2), on the return value 0.

misconception-ends-after-one = the program ends after the first one
    .cause =
        What waits for datagrams or clients has no natural end: after one comes the next. A program that leaves its
        loop, or has none, is gone for the second.
    .page =
        What one sees: the first datagram or client is handled, and then the program has ended.

        Why: `recvfrom` and `accept` each give one. A server is by its nature a loop without an end: only somebody
        from outside stops it. An early `return`, or a `?` in the loop, is a way out as well.

            for ever:
                wait for one
                handle it

        To think about: which ways out does your loop have, and should each of them end the whole program?

        More: accept(2), recvfrom(2).

misconception-shows-nothing = what came is not shown
    .cause =
        What was sent has come, and nothing of it stands on stdout: not at once, and not later either.
    .page =
        What one sees: the other side is served, and the program's own window stays empty.

        Why: to take something in and to show it are two things. A line that is read goes to where the program sends it;
        only what is printed goes to stdout. This is no buffer that has not been emptied yet: one of those would be full
        by now, or would have been emptied at the end.

            recv → "hello\n"
            send   "OK ... hello\n"      done
            print                        by whom?

        To think about: on the way of a line through your program, which call writes to descriptor 1?

        More: stdout(3); `strace -e trace=write your program`.

misconception-shows-some-only = some lines are shown, and others are not
    .cause =
        What was said first is shown, and what came later is taken in and stands nowhere on stdout: it takes another way
        through the program.
    .page =
        What one sees: with one client and one line all is well; later lines, or the lines of those who come later, are
        served and never shown.

        Why: a line is printed by whoever comes by the call that prints. If that call stands before the loop, or under a
        condition that holds only at first (the first client, the first few lines), what comes later passes it by.

            for each client
                for each line
                    print, answer      both of them here

        To think about: on the way of the second client's fifth line through your program, which condition keeps it
        from being printed?

        More: stdout(3); `strace -f -e trace=write your program`, with two clients.

misconception-prints-on-stderr = what belongs on stdout is on stderr
    .cause =
        What came is shown on stderr, and stdout stays empty. The result belongs on stdout; stderr is for news about the
        work.
    .page =
        What one sees: in the terminal it looks nearly right. With `| cat` or `> file` the lines are not where they
        should be.

        Why: a program has two outputs, and a terminal shows both. A pipe takes stdout alone, so that error messages do
        not mix with the result. Whoever shows the result on stderr, with `eprintln!` or a log, gives the next program
        nothing.

            your program >result        the file stays empty
            your program 2>news         and this has it all

        To think about: for whom is each of your lines: for the next program, or for the person who looks on?

        More: stderr(3); in Rust, `println!` beside `eprintln!`; in Python, `logging` writes to stderr.

misconception-prints-raw-bytes = bytes that are not UTF-8 are printed as they came
    .cause =
        What is shown is meant for people, as text. A byte that is not UTF-8 is shown as U+FFFD, and not
        passed on to the terminal as it is.
    .page =
        What one sees: ordinary text is right. A strange byte goes through as it came: the terminal shows something or
        other, and the next program may stop there.

        Why: a terminal takes bytes for UTF-8, and some of them for commands. Whoever prints hands on what a stranger
        has sent. Decoding has an answer for what cannot be read: the replacement character.

            came    63 61 66 e9            "caf", and é in Latin-1
            shown   63 61 66 ef bf bd      "caf" and U+FFFD

        To think about: which way do the bytes take in your program from the socket to stdout, and where on it do they
        become text?

        More: in Rust, `String::from_utf8_lossy`; in Python, `decode` with `errors="replace"`; RFC 3629, section 3.

misconception-prints-the-representation = the text is shown as a programmer would write it
    .cause =
        The text stands in quotation marks, or as a list of numbers, as in the source of a program. What is asked for is
        the text itself.
    .page =
        What one sees: "hello" with its marks, or b'hello\n', or [104, 101, 108, 108, 111], where hello should stand; a
        \n shows as a backslash and an n.

        Why: most languages have two ways to show a value: one for readers, and one for programmers, which tells text
        from numbers and makes invisible bytes visible. The second is what one wants when one looks for a mistake, not
        as a result.

            for readers        hello
            for programmers    "hello\n"
            of bytes           [104, 101, 108, 108, 111, 10]

        To think about: which of the two does your call ask for? Was the value text at that place, or still bytes?

        More: in Rust, `std::fmt::Display` beside `Debug`, and `String::from_utf8_lossy`; in Python, `str` beside `repr`,
        and `bytes.decode`.

misconception-one-behind = each one is shown only when the next has come
    .cause =
        What has come is kept, and shown when something comes after it. So the last one is never shown.
    .page =
        What one sees: one message late, always: after the first nothing, after the second the first.

        Why: that happens when the program shows first and takes in afterwards, when it looks at the next one to see
        whether the last is complete, or when the end of a line is printed in front of the next one, so that the line
        waits in the buffer without it.

            came    one         two         three
            shown               one         two

        To think about: what does your program know after the second message that it did not know after the first?

        More: setvbuf(3), on buffering by lines; recvfrom(2).

misconception-waits-before-speaking = the program waits for an answer to something that has not left
    .cause =
        The program is connected, waits for the other side, and nothing of its own has left. Either it waits before it
        speaks, or what it says still lies in a buffer of its own.
    .page =
        What one sees: both programs run, both are connected, and both wait for the other.

        Why: whoever answers says nothing of their own accord, so somebody has to begin. There are two ways into this: a
        read stands before the first write; or the write goes into a buffered file around the socket, and the kernel has
        not seen a byte of it when the read begins.

            write "hello\n" ▶ [ a buffer of the program's ]     the kernel has 0 bytes
            read                                                waits

        To think about: which call hands the line to the kernel, and does it stand before the first read?

        More: send(2), setvbuf(3); in Rust, `Write::flush`; in Python, `socket.makefile`.

misconception-network-not-flushed = what is to be sent stays in the program
    .cause =
        The program has taken in what it was told, listens on, and not a byte has left. What is written into a buffer
        around the socket leaves when the buffer is full, or when it is flushed. (If nothing is written at all, it looks
        the same.)
    .page =
        What one sees: your program shows that it has understood, or has read all that was typed, and the other side
        waits. Everything comes at once at the end, or not at all.

        Why: a system call for each write is expensive, so a `BufWriter`, or a file around a socket, collects some
        kilobytes first. A line is a few bytes. Whoever waits for it sees nothing: the kernel has not got it yet. A
        buffer whose connection is closed first has nobody left to send to.

            write "OK\n" ▶ [ a buffer of the program's ]     the kernel has 0 bytes
            flush        ▶ the kernel has 3 bytes ▶           they travel

        To think about: when is a line complete, and which call says "now"? What would the buffer spare you here?

        More: in Rust, `std::io::BufWriter` and `Write::flush`; in Python, `socket.makefile`; in C, setvbuf(3).

misconception-sleeps-instead-of-waiting = the program sleeps while something waits for it
    .cause =
        There was something to do, and the program slept. Sleeping lets time pass; it does not wait for anything, and
        nothing that comes wakes it.
    .page =
        What one sees: everything takes as long as the pause, or longer; at another time, or on another machine, the
        pause is too short.

        Why: a call that reads waits already, and comes back at the moment at which there is something. A pause before
        it only adds to that. It is often put there because something "needs a moment", and how long that moment is
        nobody knows.

            read               comes back when something has come
            sleep, then read   comes back when the time is over

        To think about: for what exactly is your pause meant to wait? Which call could say that it has happened?

        More: nanosleep(2), poll(2).

## Many clients

misconception-one-client-only = only the first client is served
    .cause =
        Each client has a connection of its own, and each has to be accepted. The listening socket remains for that
        when the first client is gone.
    .page =
        What one sees: the first client works; the second one connects, and never gets an answer.

        Why: the kernel completes connections on its own and puts them into the listening socket's queue. So the
        second client sees itself connected although your program knows nothing of it: it is known with the next
        `accept`.

            accept ▶ first client  … until it leaves
            accept ▶ second client … until it leaves

        To think about: how often does your program get to `accept`?

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

misconception-place-for-so-many = there is room for a fixed number of clients, and for no more
    .cause =
        Nobody knows beforehand how many will come. Whoever accepts a certain number of clients and then only serves
        those leaves all others in the listening socket's queue.
    .page =
        What one sees: with as many as you had in mind all is well. The next one connects, says something, and nobody
        hears it; nor does it hear anybody.

        Why: a connection is made by the kernel, not by `accept`, which only hands it over. So whoever is one too many
        waits in a queue of which your program takes no more. When the queue is full as well, the kernel does not even
        answer, and `connect` takes minutes to give up.

            accept ▶ ana
            accept ▶ bob
            accept ▶ caro
            accept ▶ …            still there when the next one comes, this evening perhaps

        To think about: what happens to the place of somebody who leaves, and which part of your program could give it
        to somebody new?

        More: listen(2) on the backlog, accept(2).

misconception-dies-of-a-reset = one client's reset takes the whole server down
    .cause =
        A client that crashes or closes with unread bytes resets its connection, and the next read or write gives
        an error. That error concerns this client alone.
    .page =
        What one sees: a client leaves rudely, and all the others lose the server.

        Why: a reset (RST) says "this connection exists no more". The kernel tells it to whoever uses the connection
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
        A TCP connection has two directions, and each is closed on its own. A client that closed its writing side still
        reads, and waits for the replies that it is owed.
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
        The other side has closed, and the program still waits. A read of 0 bytes is how TCP announces the end.
    .page =
        What one sees: the other side is gone, and the program stays, for ever.

        Why: the end of a stream is neither an error nor a message: it is a read that returns 0. Whoever does not look
        at that number, or waits at another place (for its standard input, for a lock), does not notice it.

            read → 5     five bytes
            read → 0     the other side will send nothing more
            read → -1    an error

        To think about: where is your program when the other side closes, and who there would see the 0?

        More: recv(2), on the return value 0.

misconception-spins-on-a-closed-connection = a connection is read again and again after its end
    .cause =
        After its end, a read on a connection returns 0 at once, every time. A loop that takes 0 for "nothing yet", or
        for an empty line, goes on and on.
    .page =
        What one sees: a client leaves, and a processor is busy to 100 %; the others become slow. Or there are empty lines
        that nobody has sent, until an answer to one of them fails.

        Why: 0 does not mean "nothing there now": for that, a read simply waits. 0 means "never again", and is
        returned at once as often as one asks.

            read → 0, read → 0, read → 0 …

        To think about: what does your loop do with a 0, and how is it left? `top` shows what it costs.

        More: recv(2), on the return value 0.

misconception-misses-the-end-of-input = the end of the input is taken for one more line
    .cause =
        At its end, stdin has nothing more to give, and says so at once, every time: a read returns 0, and what was to
        be filled stays as it was. A loop that does not look turns for ever, with an empty line or with the last one.
    .page =
        What one sees: once nobody types any more, the same thing is sent or printed thousands of times, or nothing at
        all happens and a processor is busy to 100 %.

        Why: the end of a file, of a pipe or of Ctrl-D at a terminal is not a character. A read reports it by
        returning 0, and goes on doing so as often as one asks; what it returns is the only place where it shows.

            read → 7   "hello!\n"
            read → 0   the end: and what is in the variable now?

        To think about: what does your reading function return at the end, and which line of your program looks at it?

        More: read(2), on the return value 0.

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

        Why: whoever reads standard input gets its end at once when there is none. Services have /dev/null there.

            your server </dev/null

        To think about: what does your server want from its standard input? What if it did not read it?

        More: null(4), daemon(7).

misconception-cuts-off-the-silent = a client that says nothing for a while is cut off
    .cause =
        A connection on which nothing comes is not a broken one. Whoever thinks before they type says nothing meanwhile,
        and wants to find the connection there afterwards.
    .page =
        What one sees: as long as one types quickly all is well. After a pause the connection is closed.

        Why: a time limit on reading makes the read fail when nothing has come (EAGAIN, `WouldBlock`, `TimedOut`). To
        the program it looks like an error of the connection, but it is not one: TCP has nothing to send while nobody
        says anything, for hours if need be.

            read → 12       something came
            read → 0        the other side has closed
            read → EAGAIN   nothing yet

        To think about: what do you want the time limit for? Which of the three answers above ends a connection in your
        program?

        More: socket(7) under SO_RCVTIMEO; in Rust, `set_read_timeout`.

misconception-turns-some-away = clients beyond a certain number are turned away
    .cause =
        The program closes the connection of somebody who has done nothing wrong, while it serves others. Nothing
        said that there was room for only so many.
    .page =
        What one sees: the first few are served; whoever comes beyond a certain number finds the connection closed at
        once.

        Why: an array of fixed length, a counter, or a number of threads makes a limit, and it is met on the day on
        which everybody comes. A limit can be right, where memory or descriptors are scarce; then it is a matter of the
        contract, and the number is one that one has thought about.

            1 … n     served
            n + 1     closed

        To think about: where does your number come from? What would happen without it, with ten and with a thousand?

        More: getrlimit(2) under RLIMIT_NOFILE; in Rust, `Vec` beside `[T; N]`.

misconception-connects-for-each-line = each line has a connection of its own
    .cause =
        A connection is made for the first line, closed, and another is made for the next. All lines are to go over one
        and the same connection.
    .page =
        What one sees: against a server that answers one line it works. Against one that keeps up a talk, every line
        comes from somebody new.

        Why: to make a connection costs three segments and the time that they are under way, and to the server each of
        them is another client: another port, another thread, another name in its list. What it knew of the last one is
        gone.

            connect, ask, close   connect, ask, close
            connect, ask, ask, ask, close

        To think about: which of your calls stand inside the loop over the lines, and which belong before it?

        More: connect(2), tcp(7); `ss -tan | grep TIME-WAIT`.

misconception-waits-for-the-other-to-close = the end of the connection is left to the other side
    .cause =
        The work is done and the answer given, and the program waits for more on the same connection. Here it is the one
        who has given the answer that closes.
    .page =
        What one sees: the answer comes, and then both sides stay connected and wait for each other.

        Why: in a protocol with one question and one answer the end says "that was all". The other side reads until it
        sees it. If your program asks for more bytes instead, nobody closes: each waits for the other's 0.

            you    "OK 107\n" … read …
            they              … read …

        To think about: after which byte is nothing more to be said on this connection, and what happens to the
        connection then?

        More: close(2), shutdown(2); in Rust, when a `TcpStream` is dropped.

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

        To think about: how large must a buffer be that loses nothing, whoever sends?

        More: udp(7), recv(2) under MSG_TRUNC; RFC 768.

misconception-dies-of-icmp = a UDP program gives up because nobody listens
    .cause =
        UDP knows no connection, so it is not a failure of the sender that nobody listens. Yet the other machine says so
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

misconception-line-in-two-datagrams = one line leaves in several datagrams
    .cause =
        Each call that sends makes a datagram of its own. The line and its end were sent with two calls, and are two
        datagrams to the other side.
    .page =
        What one sees: the receiver shows an empty line after each line, or takes the beginning for all.

        Why: with TCP two writes run into one stream. With UDP each `send` or `sendto` is one message, with a header and
        a way of its own: the two can change places, or one of them can be lost. Formatting with `write!` may make
        several calls of what looks like one.

            send("hello") send("\n")     two datagrams
            send("hello\n")              one

        To think about: how many times does your program call the kernel for one line? `strace -e trace=network` counts
        it.

        More: udp(7), send(2).

misconception-datagram-taken-for-lines = a datagram is treated as a piece of a stream of lines
    .cause =
        One datagram is one message, whatever is in it. A \n in its middle does not make it two, and one without \n is
        complete all the same.
    .page =
        What one sees: what ends with one \n is shown well. A datagram of two lines is cut, or shown as two; one without
        \n waits for the next.

        Why: in a stream the \n has to show where a message ends, as nothing else does. UDP keeps the border itself:
        `recvfrom` returns one datagram, and its length says where it ends. Whoever collects until a \n, or goes through
        lines, gives away what UDP had kept.

            came     "one\ntwo\n"     one datagram
            to show  one text, with a \n in it

        To think about: how does your program know that a message is complete, and what has told it so?

        More: udp(7), recvfrom(2); RFC 768.

misconception-tcp-where-udp = a TCP connection is asked for where UDP is spoken
    .cause =
        "Connection refused", and yet somebody hears at that address: over UDP. The program asks for a TCP connection,
        and for TCP nobody is there.
    .page =
        What one sees: the port is the right one, `ss -ulpn` shows the listener, and the program says that it is
        refused.

        Why: the ports of TCP and those of UDP are two different sets; 8888 can be taken in the one and free in the
        other. What a socket speaks is decided when it is made (SOCK_STREAM or SOCK_DGRAM), long before `connect`.

            ss -tlpn    who listens for TCP
            ss -ulpn    who is bound for UDP

        To think about: of which kind is the socket that your program makes, and where does it say so?

        More: socket(2), udp(7); in Rust, `UdpSocket` beside `TcpStream`.

misconception-binds-the-others-port = the sender binds the port that it should send to
    .cause =
        "Address already in use": the program binds its own socket to the port at which the other one listens. A sender
        needs the other's address, and for itself any free port.
    .page =
        What one sees: with nobody there the program starts; as soon as a listener runs on the same machine it fails.

        Why: `bind` says "this address is mine", `sendto` says "this goes there". On one machine a port belongs to one
        socket. Whoever does not bind gets a free port from the kernel with the first datagram, which is just what a
        sender wants.

            bind      where I am
            sendto    where it goes

        To think about: does anybody have to know your sender's port beforehand? Who does, and who learns it from the
        datagram?

        More: bind(2), udp(7), sendto(2).

misconception-another-unit-of-time = the time is read in another unit
    .cause =
        The second one comes a thousand times too late: what was given in milliseconds is taken for seconds.
    .page =
        What one sees: nothing seems to happen; after some seconds it does, with the right number and the wrong unit.

        Why: a number has no unit, only its text has. Functions want seconds here and milliseconds or nanoseconds there,
        and the computer cannot know what was meant. Types such as `Duration` carry the unit with them.

            2 ms    0.002 s    2,000,000 ns

        To think about: in which unit is the number on the command line, in which does the call want it, and where is it
        converted?

        More: nanosleep(2); in Rust, `Duration::from_millis` beside `from_secs`; in Python, `time.sleep`.

## Addresses

misconception-first-address-only = only the first address of a name is tried
    .cause =
        A name can stand for several addresses, and any of them may be out of reach. The next has to be tried before
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

        Why: whoever cuts at the first colon cuts through the address. Whoever binds a UDP socket to 0.0.0.0 has an IPv4
        socket, whatever the destination is.

            IPv4   127.0.0.1:8888   address 127.0.0.1, port 8888
            IPv6   [::1]:8888       address ::1, port 8888

        To think about: at which colon should it be cut? Better still: who can do that for you? And which family has
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

        To think about: print what your program takes for its address. Where does it come from?

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
        outside can reach it. Whoever takes only the port from the argument, and 0.0.0.0 for the rest, opens it to all.

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

        Why: the side that closes first waits, so that late segments of the old connection are not taken for the new
        one's. The option SO_REUSEADDR, set before `bind`, says that a server may listen there all the same. Rust's
        `TcpListener::bind` sets it; in C and Python one sets it oneself.

            socket ▶ SO_REUSEADDR ▶ bind ▶ listen

        To think about: `ss -tan | grep TIME-WAIT` after stopping: who is still waiting there, and for what?

        More: socket(7) under SO_REUSEADDR; RFC 9293, section 3.3.2, on TIME-WAIT.

misconception-not-listening = the program does not listen where it should
    .cause =
        There is no socket at the address at which the program should be reachable. Either it ended before, or waits for
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

misconception-other-default = a default is not the exercise's
    .cause =
        Started without arguments, the program uses an address, a file or a folder that is not the one that the exercise
        gives. Whoever relies on the default does not find it.
    .page =
        What one sees: with arguments on the command line everything works; without them, the two programs do not meet,
        or a file is not where it should be.

        Why: a default is an agreement among programs that do not know each other: that of the exercise's README. One
        digit, or the port of the exercise before, is enough to be somewhere else, where all is quiet.

            agreed     8888
            written    8080

        To think about: what does `ss -tulpn` show of your program, and what does the README say? Where in your program
        does that number stand, and how often?

        More: ss(8); the exercise's README, where it says how it is started.

misconception-takes-no-name = only numbers are taken for an address
    .cause =
        The program reads what was given as an IP address. A name such as localhost is not one yet: it has to be looked
        up.
    .page =
        What one sees: with 127.0.0.1 it works; with localhost, or the name of a machine, it says that the address is
        invalid.

        Why: connections and datagrams go to numbers. What numbers belong to a name only the resolver can tell, which
        looks into /etc/hosts and asks DNS. A function that turns text into an address merely reads digits.

            127.0.0.1:8888    is an address
            localhost:8888    is a question, and the answer can be several

        To think about: which function of your language asks the resolver, and what does it return: one address, or a
        list?

        More: getaddrinfo(3), hosts(5); in Rust, `ToSocketAddrs` beside `str::parse`.

misconception-takes-another-port = when the port is taken the program goes somewhere else
    .cause =
        The port was in use, and the program took another one without being asked to. Nobody looks for it there.
    .page =
        What one sees: it starts without a complaint, and nobody reaches it: whoever knocks at the right port meets the
        other program.

        Why: an address on the command line is where the others will look. Whoever cannot have it has failed, and says
        so. Port 0 means "any free one", and that is good for those who call, and of no use to those who are called.

            asked for   127.0.0.1:8888     in use
            got         0.0.0.0:35390      who knows of it?

        To think about: what does your program do when `bind` fails, and how would somebody learn at which port it is
        now?

        More: bind(2), under EADDRINUSE; ip(7).

misconception-brackets-of-ipv6 = the brackets around an IPv6 address are not where they should be
    .cause =
        An IPv6 address stands in brackets when a port follows it, and without any when it stands alone. Everything else
        in the line is right.
    .page =
        What one sees: with IPv4 all is well; with ::1 the address has a pair of brackets too many, or lacks them.

        Why: an IPv6 address is full of colons. Before a port, the brackets tell where it ends: ::1:8888 could be one
        address. Alone it needs none. The type for "address with port" prints them, the type for the address alone does
        not; whoever puts the two together by hand has to do it too.

            address and port    192.0.2.7:8888    [2001:db8::7]:8888
            address alone       192.0.2.7         2001:db8::7

        To think about: does your line show an address alone, or one with its port? Which type of your language is made
        for that?

        More: RFC 5952, section 6; in Rust, what `SocketAddr` and `IpAddr` print.

misconception-shares-its-port = the port is shared with whoever has it already
    .cause =
        The port was taken, and the program has it all the same: it has asked to share it. From then on the kernel decides
        which of the two gets what comes.
    .page =
        What one sees: the program is started in two terminals by mistake, without a complaint from either; what one sends
        arrives now in the one, now in the other, or in the one started last.

        Why: SO_REUSEPORT lets several sockets have one port, for servers that run in several processes. Over UDP
        SO_REUSEADDR does it as well. What a server needs in order to be started again at once is SO_REUSEADDR for TCP,
        which passes over connections that have ended, and not over somebody who listens.

            TCP, SO_REUSEADDR     not over a listener
            SO_REUSEPORT          shares with a listener
            UDP, SO_REUSEADDR     shares as well

        To think about: which option does your program set, and for what was it meant? Who gets the next datagram?

        More: socket(7), under SO_REUSEADDR and SO_REUSEPORT.

## A conversation among many

misconception-sender-hears-itself = a line comes back to the one who sent it
    .cause =
        A line is for all but its sender. Where it came from – the connection, or the address of a datagram – has to be
        left out when it is passed on.
    .page =
        What one sees: everybody who types sees their own line twice, once as typed and once with an address before it.

        Why: a loop over all clients passes by the sender as well. To leave it out, the relay has to recognise the
        connection that the line came from: by a number of its own, by the pair of address and port, by the object
        itself.

            ana says "hi"   ▶ bob, cleo
                            ▶ ana?      no: she knows

        To think about: at the place where you write to all, what do you still know about where the line came from?

        More: getpeername(2), recvfrom(2); in Rust, `Arc::ptr_eq`.

misconception-sender-told-by-ip-only = programs are told apart by their IP address alone
    .cause =
        Two clients may have the same IP address: two programs on one machine, or all those behind one router. What
        distinguishes them is the port as well.
    .page =
        What one sees: with one client on each machine everything works; two on the same machine do not hear each other,
        or when one of them leaves, the other is gone as well.

        Why: an IP address names a machine, a port one socket on it. A connection is known by four numbers, both
        addresses and both ports. A map with the IP for its key has room for one client of each machine, and whoever
        leaves out "the sender's IP" leaves out all its neighbours too.

            10.3.141.22:40001   ana
            10.3.141.22:40002   bob, on the same Pi

        To think about: what is the key of your list of clients? Try it with three `nc` on one machine.

        More: tcp(7); RFC 9293, section 4, under "connection".

misconception-lock-held-while-writing = a lock is held while something is written to a client
    .cause =
        A write to a client may wait, for as long as the client does not read. A lock that is held meanwhile makes
        everybody wait who needs it.
    .page =
        What one sees: all goes well until one client stops reading; then nobody gets anything any more, and nobody can
        join.

        Why: the kernel takes what is written into a buffer, and when that is full, `write` waits. While it waits the
        thread keeps its locks. If it is the lock of the list of all clients, every other thread that has a line to pass
        on, or a client to let in, waits behind it.

            thread 1   has the list, writes to cleo … cleo does not read
            thread 2   wants the list, for bob
            thread 3   wants the list, for the new one

        To think about: how long is your lock held: for as long as it takes to look at the list, or to write to
        everybody? What could be taken along out of it?

        More: send(2), on blocking; in Rust, where a `MutexGuard` is dropped.

misconception-one-slow-reader-holds-up-all = a client that does not read makes everybody wait
    .cause =
        A write to somebody who does not read waits. If the same thread has others to write to, they wait as well.
    .page =
        What one sees: somebody suspends their program, or closes the lid of a laptop, and the chat stands still for
        all.

        Why: between two programs are two buffers, the sender's and the receiver's, some hundred kilobytes together.
        When both are full the window is shut, and `write` does not return. A thread that writes to one client after
        another gets as far as the first that does not read.

            write ana ✓   write bob …waits…   write cleo: never reached

        To think about: who of your program's threads may wait for bob? Who else waits for that thread?

        More: send(2), on blocking and MSG_DONTWAIT; RFC 9293, section 3.8.6 (on the window).

misconception-queue-without-bound = what waits for a client grows without end
    .cause =
        A queue takes in what somebody does not read. Nothing in it grows smaller by itself: without a limit, one client
        who does not read takes all the memory.
    .page =
        What one sees: the talk goes on for everybody else, and the program grows, until the system ends it.

        Why: a queue evens out a difference that passes. A difference that stays, as when somebody does not read at all,
        makes it grow for ever. At some length there has to be a decision: the sender waits, something is thrown away,
        or the slow one is disconnected.

            in    10 MB a second
            out    0 MB a second
            after a minute: 600 MB

        To think about: how much may wait for one client, and what happens with the next line after that?

        More: in Rust, `std::sync::mpsc::sync_channel` beside `channel`; `top`, the column RES.

misconception-removes-while-looping = somebody is skipped when another is taken off the list
    .cause =
        One line was missed, by somebody who got those before and after it, just when another client had left. Whoever takes an
        entry off a list while going through that list skips the one behind it.
    .page =
        What one sees: now and then a line is missing for one of the clients, always just after somebody has left.

        Why: a loop over a list counts places. When the second entry is taken off, the third moves up to its place; the
        loop goes on with the third place, where the fourth is now. Rust does not let a list be changed while a loop goes
        through it. Python does, and says nothing.

            bob  ana  caro  eve     at place 2: ana has left, off the list
            bob  caro  eve          at place 3: eve; and caro?

        To think about: what does your loop go through when it finds somebody who has left? When could that one be taken
        off instead?

        More: in Rust, `Vec::retain`; in Python, a loop over `list(clients)`.

misconception-forgets-to-forget = a client that has left is still on the list
    .cause =
        A client that has left has to be taken off the list of clients. As long as it stands there, the program keeps
        writing to a connection that is gone.
    .page =
        What one sees: after somebody has left, errors show for every line; or an error ends the loop over the clients,
        and those who stand behind the one that left get nothing more.

        Why: the end of a connection shows in two places: reading gives 0 or an error, and writing gives EPIPE or
        ECONNRESET. The list knows nothing of either. Whoever notices it has to take the client off, in either case, and
        only that one.

            clients   ana, bob (left), cleo
            a line    ▶ ana ✓   ▶ bob: error   ▶ cleo?

        To think about: in which ways does a client's thread end, and does each of them lead past the place where the
        list is put in order?

        More: send(2), under EPIPE; in Rust, `Vec::retain`.

misconception-descriptor-left-open = a connection that is done with is never closed
    .cause =
        Each connection and each file takes a descriptor until it is closed, and a process has a limited number of them.
        One that is left over with each client adds up until nobody can come any more.
    .page =
        What one sees: for a long time all is well; after the thousandth client `accept` fails with "too many open
        files". Or the other end waits for ever for the connection's end.

        Why: a descriptor is closed by `close`, or when the last object that holds it goes. A copy (`dup`, `try_clone`)
        is a second one of its own: the connection ends when all of them are closed.

            ls -l /proc/PID/fd     before, and after many clients have come and gone

        To think about: who holds a connection, or a copy of it, when its client has left: a list, a thread, a queue?

        More: close(2), dup(2); getrlimit(2) under RLIMIT_NOFILE.

misconception-thread-left-over = a thread goes on waiting for a client that has left
    .cause =
        A thread that waits for something to do for a client does not notice by itself that the client has left.
        Somebody has to tell it, or it stays for ever.
    .page =
        What one sees: the program takes more memory with each client that has been there; `ls /proc/PID/task | wc -l`
        grows, and never shrinks.

        Why: with two threads for a client, one reads and one writes. Reading shows the end; the one that writes waits
        for the next line in a queue, and nothing wakes it there. Closing the queue, or dropping its sending end, does.

            reads    recv → 0 ▶ ends
            writes   waits for the next line … of whom?

        To think about: on what does each of your threads wait, and how does each of them learn that its client is
        gone?

        More: pthread_join(3); in Rust, what `Receiver::recv` returns when all senders are gone.

misconception-mixes-lines = the lines of two senders run into each other
    .cause =
        A line that is written in several calls is several writes to the kernel: another thread's may come between them.
        A line leaves whole only if nobody else can write to that connection until it is complete.
    .page =
        What one sees: with one who types at a time all is well; when many talk at once there are lines with two
        addresses, and empty ones.

        Why: the address, the text and the newline, written in three calls, are three pieces. Between any two of them
        another thread may get its turn. Even one single large `write` may be taken in part, and its rest comes later.

            thread 1   "10.3.141.22: "            "hello"  "\n"
            thread 2                  "10.3.141.23: "

        To think about: who may write to a connection: everybody who has something for it, or one thread alone? In how
        many calls does a line leave?

        More: write(2), on the return value; in Rust, `write!` makes one call for each piece of its text.

misconception-line-without-sender = a line is passed on without its sender before it
    .cause =
        Each line carries its sender's address before it, also the second one of those that came together, and the one
        that came in pieces once only.
    .page =
        What one sees: the first line of a heap says who spoke, the others do not; or there is an address in the middle
        of a line.

        Why: whoever puts the address before each *read* puts it before whatever the read returned: three lines, or half
        of one. It belongs before each line, so the lines have to be found first.

            read      "one\ntwo\n"
            per read  "10.3.141.22: one\ntwo\n"
            per line  "10.3.141.22: one\n10.3.141.22: two\n"

        To think about: where in your program is a line known to be complete, and is the address put before it there?

        More: recv(2); RFC 9293, section 3.9.1.3.

misconception-port-in-the-prefix = the sender's port is shown beside its address
    .cause =
        What is asked for is the address alone, `IP`. An address of a socket, as `accept` returns it, is IP and port
        together.
    .page =
        What one sees: `10.3.141.22:40001: hello` in place of `10.3.141.22: hello`; for IPv6, with brackets around it.

        Why: most languages keep both in one value, and print both. The port of a client is one that the kernel chose
        for this one connection: it tells people nothing.

            accept →  10.3.141.22:40001
            IP        10.3.141.22
            port      40001

        To think about: what does your language call the address without the port?

        More: in Rust, `SocketAddr::ip`; getnameinfo(3).

misconception-waits-for-its-turn = the keyboard and the network are read in turns
    .cause =
        In a chat nobody waits for their turn: several lines may arrive while nobody types, and several may be typed
        while nothing arrives. A loop that reads one of the one, then one of the other, stops at whichever is
        silent.
    .page =
        What one sees: what others say appears only after one has typed something, one line for each.

        Why: a read waits. After a line has been typed, the program waits in `recv`; after one has arrived, it waits for
        the keyboard. In exercise 03 each line had its reply, and there it was right.

            type ▶ wait for a line ▶ type ▶ wait for a line     question and answer
            type ▶ type ▶ type                                  a chat
            show ▶ show ▶ show

        To think about: which two things can happen first, in either order? How can one program wait for both?

        More: pthreads(7); poll(2).

misconception-keyboard-keeps-it-running = the conversation is over, and the program still waits for the keyboard
    .cause =
        What arrives is shown while nobody types, as it should be. But when the connection ends, only the part that
        reads it does: the other one waits for a line, and the program with it.
    .page =
        What one sees: the server has closed, and the prompt does not come back until one presses Enter, or Ctrl-D.

        Why: a thread that waits in a read of the keyboard can't be told to stop. Whoever ends the thread that hears the
        server, and leaves the rest to the other one, waits for somebody to type. So does a `join` of that thread, and
        in Python the end of the program, which waits for all threads.

            hears   ●──────●──▶ the server closes ▶ the thread ends
            types   ──────────────────────────── waits in read(0, …

        To think about: which of your threads learns that all is over, and what can it do beside ending itself?

        More: exit(3); in Python, `os._exit` and `daemon=True`; in Rust, what the end of `main` ends.

misconception-ends-with-its-input = the program ends although others still speak
    .cause =
        The end of its input means that nobody types any more, and no more than that. What others say still arrives,
        until the server closes.
    .page =
        What one sees: `echo hello | chat-client` shows nothing of what comes after; with a file as input it ends at
        once.

        Why: when `main` returns, the whole process ends, with all its threads. If `main` is the one who reads the
        keyboard, the end of the input is the end of everything, also of the thread that shows what arrives.

            stdin ends ▶ close this direction ▶ go on showing ▶ the server closes ▶ end

        To think about: which of the two directions decides when your program ends? Which of them should `main` wait
        for?

        More: shutdown(2), exit(3), pthread_join(3).

misconception-never-says-goodbye = the server is not told that nothing more will come
    .cause =
        At the end of the input the writing side has to be closed. Without that the server cannot know that these were
        the last words, and both wait for each other.
    .page =
        What one sees: the input is at its end, and the program stays, for ever; so does the server, with a client that
        says nothing.

        Why: a connection ends when somebody closes it. If the program waits for the server to close, and the server for
        the client, neither ever will. `shutdown` closes one direction: the server reads 0, and can still answer.

            stdin ends ▶ shutdown(SHUT_WR) ▶ FIN ▶ the server reads 0 ▶ it closes ▶ we read 0

        To think about: what does the server see when your input ends? Who closes first, and how does the other
        know?

        More: shutdown(2); RFC 9293, section 3.6.1 (Half-Closed Connections).

misconception-ends-without-an-error = an error ends the program as if all were well
    .cause =
        A connection that breaks, or a transfer that fails, is reported on stderr and by status 1. Leaving a loop is not
        enough when an error is why it was left.
    .page =
        What one sees: the connection was reset, the file has not arrived, and the program says 0.

        Why: a loop of the form "as long as reading works" ends in the same way at the end and at an error. After it,
        one cannot tell the two apart any more, unless the reason was kept.

            read → 0             the end, in order   status 0
            read → ECONNRESET    broken off          status 1

        To think about: by which results does your loop end, and where does each of them go? In Rust: what becomes of an
        `Err` in `while let Ok(…)`, in `.ok()`, in `lines().flatten()`?

        More: read(2), on errors; exit(3).

misconception-tells-some-only = not everybody gets what is said
    .cause =
        The line has gone to somebody, and not to all who should have it. One was told, another, who was there just as well,
        was not.
    .page =
        What one sees: with two all is well; the third hears nothing, or only those up to a certain number do.

        Why: those who should hear something are in a list, and there are several ways to miss a part of it: a `return`
        or `break` in the loop after the first, a list or an array with room for so many, an error at one of them that
        ends the loop for those behind.

            a line   ▶ bob ✓   ▶ caro?   ▶ eve?

        To think about: go through the loop with a list of three: where can it end before the third? Who gets on to the
        list, and when not?

        More: the documentation of your list: what it does when it is full; in Rust, `?`, `break` and `return` in a
        loop.

misconception-tells-the-past = a client that joins gets what was said before
    .cause =
        Somebody joined, and got lines from before. In this chat one hears what is said while one is there.
    .page =
        What one sees: whoever comes late is greeted with a heap of old lines, and takes them for new ones.

        Why: to tell the past one has to keep it, and that is a decision with consequences: how much of it, for how
        long, and who may read it? Here, nothing is kept. A line is passed on to those who are there, and then it is
        gone.

            10:00   ana says "one"     ▶ bob
            10:05   caro joins         ▶ nothing
            10:06   bob says "two"     ▶ ana, caro

        To think about: where does your program still have a line after it has been passed on to all? What is it kept
        for?

        More: the exercise's README, where it says who gets what.

misconception-keeps-who-left-out = a client that has left does not get in again
    .cause =
        Somebody left and came back from the same address, and takes no part any more. A new connection is a new client,
        whoever was at that address before.
    .page =
        What one sees: the first time all is well. After leaving and connecting again one is connected, and does not
        hear the others, or is not heard.

        Why: what is kept of somebody by their IP address outlives the connection: a note "has left", an entry with the
        old socket, a set of those who have been there. The new connection is then compared with it and taken for the
        old one.

            ana, first connection    gone
            ana, second connection   a client like any other

        To think about: what does your program remember of those who have left, and by which key? What is it needed for?

        More: accept(2), tcp(7).

misconception-out-of-order = lines leave in a different order than they came
    .cause =
        A later line of the same sender came before an earlier one. TCP keeps the order as far as your program; from
        there on it is the program's to keep.
    .page =
        What one sees: typed one by one, lines come in their order. Of several that come at once, a later one is first.

        Why: lines that came together are put somewhere before they are passed on. From a stack the last comes out
        first. With a thread or a task for each line, whoever is quickest is first. A queue, read by one, keeps the
        order.

            came    1 2 3
            stack   3 2 1
            queue   1 2 3

        To think about: where do lines wait in your program, on which side do they go in, and on which do they come out?

        More: in Rust, `Vec::pop` beside `VecDeque::pop_front`; in Python, `collections.deque`.

misconception-lock-held-while-reading = a lock is held while something is waited for
    .cause =
        One thread waits for somebody to say something, and holds a lock that another needs. So one who is silent holds
        up those who are not.
    .page =
        What one sees: all goes well until somebody is in the middle of a line, or says nothing: then everything stands
        still until they go on.

        Why: a read waits for as long as it pleases the other side. A lock that is held meanwhile is held as long. Some
        locks are not easily seen: that of standard input or output, or one that a value keeps until the end of a line
        or block of the program.

            thread 1   has the lock, reads … nobody says anything
            thread 2   has a line to pass on, wants the lock

        To think about: from which line to which is each of your locks held, and does a call that can wait stand between
        them?

        More: pthread_mutex_lock(3p); in Rust, where a `MutexGuard` is dropped, and `Stdin::lock`.

misconception-dies-of-an-endless-line = a line that is too long ends the program
    .cause =
        Somebody sent a line that would not end, and the whole program ended. That may cost its sender the connection,
        and nobody else anything.
    .page =
        What one sees: one client sends a file without a \n, and everybody loses the server.

        Why: to set a limit for a line is right: without one a single client could take all the memory. But what happens
        at the limit concerns one client. An error that rises as far as `main`, or a panic on a buffer that is full,
        ends it for all.

            a line is too long    this connection is done
            the others            talk on

        To think about: as far as which function does this error rise in your program, and what goes on after it?

        More: in Rust, `Read::take` and `?`; in Python, where the exception is caught.

## One thread for all

misconception-thread-for-each-client = every client has a thread of its own
    .cause =
        An event loop is one thread that waits for all at once. Where each client has a thread, each costs memory and
        turns of the scheduler, and what they share needs locks.
    .page =
        What one sees: it works, with ten and with a hundred clients. `ls /proc/PID/task` lists a thread for each of them.

        Why: a call that blocks waits for one socket, so whoever uses such calls needs as many threads as there are
        sockets. `epoll_wait` waits for any of them, and tells which are ready: a single thread then does what there is to
        do for each, and never waits anywhere else. Nothing is shared between threads, and nothing needs a lock.

            threads   read(ana)   read(bob)   read(caro)   …
            a loop    epoll_wait(ana, bob, caro, …) ▶ bob: read(bob)

        To think about: which calls of your program wait? Could the kernel be asked instead whether they would?

        More: epoll(7); fcntl(2), under O_NONBLOCK; in Rust, mio's `Poll`.

misconception-looks-instead-of-waiting = the program looks again and again whether there is something to do
    .cause =
        A program that wakes up by itself to see whether something has come, or that is told all the time of something it
        does not need, uses the processor while nobody says anything.
    .page =
        What one sees: the fan runs, or the battery is empty sooner; `top` shows some per cent, or a hundred, although
        nobody says a word.

        Why: there are two ways to get there. One is a time limit of a few milliseconds, or a sleep between two looks. The
        other is to ask for too much: a socket into which one can write is nearly always ready, and a loop that has asked
        for that without having anything to write is woken up at once, for ever.

            waits    epoll_wait(…, -1) …………………………………………………… ▶ bob
            looks    epoll_wait(…, 2) ▶ 0   epoll_wait(…, 2) ▶ 0   epoll_wait(…, 2) ▶ 0

        To think about: what would your program miss if it waited without a limit? What does it ask for when it has
        nothing to write?

        More: epoll_wait(2), on the time limit; `strace -p PID`.

misconception-event-tells-once = an event is taken for a single thing to do
    .cause =
        With mio an event tells that a socket has become ready, once. How much there is to do it does not say: one goes on
        until the call would block (EAGAIN), or remembers that there is more.
    .page =
        What one sees: with few who type all is well. When much comes at once, the rest lies there until its sender says
        something more; when two connect at the same time, one of them is not taken in.

        Why: the kernel reports a change (edge-triggered). Bytes that were left unread are not a change, so no event
        speaks of them. A second connection that came before the program had looked changed nothing either.

            event: ana is readable   48,000 bytes lie there
            read ▶ 4,096             43,904 bytes lie there, and no event will tell

        To think about: after which answer of `accept` and of `read` does your program know that nothing more is there?
        And who gets a turn if somebody never stops talking?

        More: epoll(7), the questions at its end; mio's `Poll`, under "Draining readiness".

misconception-full-is-no-error = a connection that is full is taken for a broken one
    .cause =
        A write that would have to wait says so with an error (EAGAIN, `WouldBlock`). Nothing is wrong with the
        connection, it is only full: what was not taken must be kept, and written later.
    .page =
        What one sees: whoever is slow for a moment, behind a bad radio link or in the middle of something else, is
        disconnected.

        Why: a socket that does not block has no other way to say "not now" than to fail. This error is the only one
        that is not really one. The rest of what was to be written waits in the program then, up to a bound, and an
        event tells when the connection takes something again.

            write ▶ EPIPE, ECONNRESET   it is gone
            write ▶ EAGAIN              it is full: later

        To think about: where does your program look at which error it was? What keeps the bytes until later?

        More: write(2), under EAGAIN; in Rust, `std::io::ErrorKind::WouldBlock`.

misconception-limit-too-low = a client is disconnected although little waits for it
    .cause =
        What waits for a client needs a limit, and this one is low: a client that is away for a moment reaches it. It may be
        disconnected once 1 MiB waits for it.
    .page =
        What one sees: all is well as long as everybody reads. Whoever was busy for a moment, or is behind a bad radio
        link, has lost the connection when others had much to say.

        Why: a limit on what waits is right, as one who never reads would take all the memory. But it also decides how long
        one may be away. Lines differ in length, so a number of lines says little: a hundred may be 2 KB or 6 MB. Count
        bytes, and give room for the longest line and for a pause of some seconds.

            limit     100 lines of 20 bytes     2 KB, full in a moment
            limit     1 MiB                     a pause, and it catches up

        To think about: in which unit does your program count what waits? How long may somebody be away before the limit
        is reached, while three others talk?

        More: tcp(7), on `tcp_wmem`, for what the system itself keeps beside it.

misconception-leaves-lines-out = a client that is behind stays connected, but misses lines
    .cause =
        Whole lines are missing for somebody who did not read for a while. A client that is connected gets every line; one
        for whom too much waits may be disconnected, and then knows it.
    .page =
        What one sees: whoever was slow is still there and goes on reading, but of what was said meanwhile a part is
        missing. Nobody learns of it: neither the client nor those who spoke.

        Why: a queue with a bound has to answer a question that one without a bound puts off: what happens to the line
        that finds no room? Three answers are honest. The one who speaks waits; that stops everybody for one. What waits
        grows; that ends with the memory. The connection ends; then its client can come again. To throw the line away
        is a fourth one, and the only one that nobody notices. TCP goes to great lengths to leave no hole in a stream;
        a program that makes one puts it where no acknowledgement can show it.

            in the queue   17 18 19 20 21 22 │ full
            said           23 24 25
            then read      … 21 22 26        who misses what?

        To think about: how does your client find out that 23 to 25 were said? What would it find out if its connection
        had ended?

        More: RFC 9293, section 3.4, on what sequence numbers promise; `sync_channel` and `try_send` in Rust.

misconception-write-takes-a-part = what a write did not take is lost
    .cause =
        A write to a socket that does not block takes as much as there is room for, and returns how much that was. The
        rest is still the program's to write.
    .page =
        What one sees: a client that was slow for a moment gets lines with holes in them, or never gets the last ones.

        Why: blocking writes come back when all is taken, and one gets used to it. Here the kernel takes 20,000 of 64,000
        bytes and says 20,000; the next time it takes none and says EAGAIN. Both belong to the normal course of things.
        What is left goes to the front of what waits, and when there is room again an event tells.

            waiting   64,000
            write ▶ 20,000
            waiting   44,000, from byte 20,000 on

        To think about: what does your program do with the number that a write returns? Who writes the rest, if nobody
        says anything more?

        More: write(2), on the return value; in Rust, `Write::write` beside `write_all`; mio's `Interest::WRITABLE`.

misconception-one-buffer-for-all = what one client has begun is lost when others speak
    .cause =
        A line came piece by piece while others spoke, and did not come out whole. What somebody has begun to say has to
        be kept for each connection.
    .page =
        What one sees: whoever sends whole lines notices nothing. Whoever types slowly, letter by letter over the
        network, loses the beginning, or finds it in somebody else's line.

        Why: the beginning of a line waits in a buffer for its end. If that buffer is one for all, or is emptied
        whenever anybody speaks, the pieces of several senders meet there, or are thrown away with another's line.

            eve   "he"             "llo\n"
            ana         "hi\n"
            kept   for eve "he", for ana nothing

        To think about: to whom does each of your buffers belong, and what empties it?

        More: recv(2); in Rust, a `HashMap` with a buffer for each connection.

misconception-interrupted-is-no-error = a call that was interrupted is taken for one that failed
    .cause =
        A call that waited came back with EINTR, "interrupted system call", and the program gave up. Nothing is broken:
        it only has to be called again.
    .page =
        What one sees: it runs well for days, and ends when it is stopped with Ctrl-Z and continued, looked at with a
        debugger, or sent a signal.

        Why: a signal can wake up a call that waits. Some calls go on by themselves afterwards; `epoll_wait`, `poll` and
        `select` never do: they return EINTR, to say "you have been woken, look whether there is something else to do".

            epoll_wait → 2        two are ready
            epoll_wait → EINTR    woken, nothing is ready: wait again

        To think about: what does your loop do with an error of the call in which it waits, and is each of those errors
        a reason to end?

        More: signal(7), under "Interruption of system calls"; in Rust, `ErrorKind::Interrupted`.

## Files over the network

misconception-little-endian-length = a number's bytes travel in the wrong order
    .cause =
        On the network the greater byte of a number comes first. Most processors keep the smaller one first: a length
        written as it lies in memory is read as quite another number.
    .page =
        What one sees: between two programs of one's own all is well; with somebody else's, a name of 9 bytes is one of
        2304.

        Why: 9 in two bytes is 00 09 with the greater byte first (big-endian, "network order"), and 09 00 with the
        smaller one first. Read the other way round that is 9 times 256.

            9 as u16    00 09                     big-endian
            70 as u64   00 00 00 00 00 00 00 46   big-endian

        To think about: look at what you send with `| xxd`. Where is the first byte that is not 0?

        More: byteorder(3), endian(3); in Rust, `to_be_bytes` and `from_be_bytes`.

misconception-header-in-one-read = a header is expected to come in one read
    .cause =
        A read returns what is there, and that may be one byte of a header. How many bytes are needed is known: read
        until they have all come.
    .page =
        What one sees: on one machine it works; over a real network, or when the sender writes its header in several
        calls, names and sizes are nonsense, and the file begins too early or too late.

        Why: TCP carries bytes, and knows nothing of headers. A read may return less than asked for, or the header
        together with the beginning of the file, and what it returned of the file must not be lost.

            wanted   2 + 9 + 8 bytes
            read     00            1 of 2: go on
            read     09 69 6d      the name has begun

        To think about: what does each of your reads return, and who looks at that number?

        More: recv(2), under MSG_WAITALL; in Rust, `read_exact` beside `read`.

misconception-trusts-the-name = a name from the network decides where the program writes
    .cause =
        A name that somebody sends may be a path: `../.ssh/authorized_keys` leads out of the folder, `/etc/passwd` does
        not even begin there. It must be examined before it is used.
    .page =
        What one sees: nothing at all, as long as nobody means harm. Then a file is somewhere that nobody wanted it.

        Why: to the kernel a `/` in a name separates folders, and `..` leads one up. Joining a folder and an absolute
        path gives the absolute path, in Rust and in Python. This mistake has a name of its own (path traversal) and has
        stood in many a program that unpacks or receives files.

            DIR/ + "photo.png"       DIR/photo.png
            DIR/ + "../photo.png"    beside DIR
            DIR/ + "/tmp/photo.png"  /tmp/photo.png

        To think about: which names must be refused, and would your program recognise one on Windows, where `\`
        separates folders?

        More: path_resolution(7); CWE-22.

misconception-trusts-the-size = the program takes as much memory as somebody announces
    .cause =
        An announced size is a promise. Reserving that much, before a single byte of it has come, lets anybody with ten
        bytes take all the memory.
    .page =
        What one sees: real files pass; somebody announces 2^63 bytes, and the program panics or is gone.

        Why: `vec![0; size]` asks for all of it at once, "capacity overflow" or "out of memory" is what comes of it.
        Sums with such a number can overflow as well. What is needed at any one time is one piece of a fixed size.

            announced   9223372036854775808
            needed      64 KiB, again and again, until as much as announced has come, or the end

        To think about: how much memory does your program take for a file of 4 GiB, and for one that is only announced?

        More: in Rust, `Read::take` and `std::io::copy`; CWE-789.

misconception-writes-in-place = the file can be seen before it is complete
    .cause =
        Who writes straight to the final name shows everybody half a file, and destroys the old one before the new one
        is there. Write under another name, and rename when everything has come.
    .page =
        What one sees: a viewer opens half a picture; after a transfer that broke off the old picture is gone too.

        Why: a file is there from the moment at which it is created, empty, and grows with each write. `rename` within
        one file system happens at one stroke: whoever looks sees the old file or the new one, and never something in
        between.

            write  DIR/.something-of-its-own
            rename DIR/.something-of-its-own  DIR/photo.png

        To think about: which name does your file have while it grows? Could two transfers choose the same one? Is it in
        the same file system?

        More: rename(2), open(2) under O_EXCL and O_TMPFILE.

misconception-leaves-half-a-file = a transfer that breaks off leaves something behind
    .cause =
        What was begun and will never be complete has to be cleared away, in every way in which the transfer can end.
    .page =
        What one sees: after some broken transfers the folder is full of pieces with strange names, or of pictures of
        which the lower half is missing.

        Why: an end that comes too early is a read that returns 0 while bytes are still owed; an error is another way
        out, and `?` takes it in the middle of a function. The lines that tidy up stand below it and are never reached.

            announced 1000 bytes
            read → 300
            read → 0      700 are missing: no file

        To think about: count the ways out of your function, each `?` too. Which of them pass by the place that tidies
        up?

        More: unlink(2); in Rust, `Drop`, or a second function around the first.

misconception-follows-the-link = a symbolic link makes the program write elsewhere
    .cause =
        Opening a name for writing follows a symbolic link of that name, to wherever it points. Renaming over it
        replaces the link itself.
    .page =
        What one sees: the folder is as it was, and somewhere else a file has new contents.

        Why: `open` resolves links, so that programs need not know of them. In a folder into which strangers write, that
        is a door: whoever can put a link there decides which file is overwritten.

            DIR/photo.png -> /home/pi/important
            open, write   important is overwritten
            rename        photo.png is a file, and important untouched

        To think about: which of your calls touches the final name, and what does it do if it is a link?

        More: symlink(7), rename(2), open(2) under O_NOFOLLOW and O_EXCL.

misconception-inherits-the-connection = a program that was started still has the connection
    .cause =
        The answer came, and the end of the connection did not: the viewer has it as well. A connection is closed when the last
        descriptor for it is, and a program that is started inherits those that are open.
    .page =
        What one sees: the file is saved and shown, and the sender hangs until somebody closes the picture.

        Why: `fork` copies the table of descriptors, and `exec` keeps it. The viewer knows nothing of the socket and has it all
        the same; the kernel sends no FIN as long as anybody could still write. Rust and Python mark their descriptors so
        that `exec` closes them (close-on-exec). In C that is yours to ask for.

            receiver   close(conn)
            viewer     still has conn      no FIN

        To think about: which descriptors are open when your program starts another one, and who closes them there?

        More: fcntl(2), on FD_CLOEXEC; accept4(2), on SOCK_CLOEXEC; execve(2).

misconception-waits-for-the-viewer = the program waits until the picture is closed
    .cause =
        A viewer runs for as long as somebody looks at the picture. Whoever waits for its end receives nothing
        meanwhile.
    .page =
        What one sees: the first picture appears; the second comes only when the first is closed.

        Why: "run this command" waits for its end in most languages (`system`, `subprocess.run`, `Command::status`). To
        start it and to wait for it are two steps, and only the first is wanted here. Whoever never asks for the end
        leaves a zombie behind, which a thread that waits, or a look now and then, takes away.

            start ▶ wait ▶ next     one after another
            start ▶ next            side by side

        To think about: which of your calls returns when the viewer has started, and which when it has ended? What does
        `ps` show of a viewer that was closed?

        More: fork(2), wait(2); in Rust, `Command::spawn` and `Child::wait`.

misconception-path-in-the-name = the file's folders travel with its name
    .cause =
        What travels is the file's own name, its last part. The sender's folders mean nothing on another machine, and a
        receiver refuses a `/`.
    .page =
        What one sees: in the same folder it works; with a path the receiver answers `ERR`.

        Why: what was typed is where the file lies here. Its name is what comes after the last `/`.

            typed   ../pictures/cat.png
            name    cat.png

        To think about: what becomes of a path that ends in `..`? Does it have a name?

        More: basename(3); in Rust, `Path::file_name`; in Python, `os.path.basename`.

misconception-believes-any-answer = any answer is taken for success
    .cause =
        That everything was sent is not a success, and neither is that something came back. `OK` with the file's own
        size is one; anything else is a failure.
    .page =
        What one sees: the receiver's disk is full, it says so, and the sender ends with 0.

        Why: `write` returns when the kernel has the bytes, perhaps long before they are anywhere else. What became of
        them only the other program can tell. That is what its answer is for: whole, to its newline, and with the number
        in it.

            "OK 1000\n"           the file had 1000 bytes: done
            "OK 10\n"             it did not all arrive
            "ERR disk full\n"     nothing arrived
            "OK 10" and the end   the answer was cut: 10, or 1000?

        To think about: with what do you compare the answer? With its beginning, or with all of it?

        More: send(2), where it speaks of delivery.

misconception-swallows-the-reason = the other side's reason is not passed on
    .cause =
        The receiver has told why it refused, after `ERR`. Whoever started the sender sees nothing of it: the reason is
        not on stderr.
    .page =
        What one sees: the sender ends with 1, perhaps with the address and the file, and nobody learns what was wrong.

        Why: only the other side knows why it refused: its disk is full, the name is not allowed. It has put that into
        its answer. A program that looks whether the answer begins with OK, and throws it away, has read the reason and
        kept it to itself.

            ERR no space left on the device
            sender: 192.0.2.7:6001: transfer failed                  why?
            sender: 192.0.2.7:6001: no space left on the device      then let us make room

        To think about: where in your program is the answer still there in full, and where is the error told?

        More: in Rust, `std::io::Error::other` takes any text.

misconception-reads-the-whole-file = the whole file is taken into memory
    .cause =
        A file may be larger than the memory. It can be sent and received in pieces, of which each is gone when the next
        one comes.
    .page =
        What one sees: small pictures pass quickly; with a film the machine stands still, or the program is gone.

        Why: "read all" makes room for all. Neither end needs it: the sender wants to know the size beforehand, which
        the file system knows, and the receiver knows from the header how much is to come.

            read all, write all             memory as large as the file
            read 64 KiB, write 64 KiB, …    64 KiB

        To think about: how much of the file does your program have in its hands at any one time? What tells you its
        size without reading it?

        More: stat(2); in Rust, `std::io::copy`, `File::metadata`; sendfile(2).

misconception-decodes-the-file = the file is treated as text
    .cause =
        A picture is bytes, and most of them are not text. Whoever reads or writes it as text stops at the first byte
        that is not UTF-8, or changes it.
    .page =
        What one sees: text files pass; a picture does not, or it has another size afterwards, and no viewer opens it.

        Why: the first byte of each PNG (0x89), and of each JPEG (0xff), is not UTF-8. Text functions refuse it, or put
        U+FFFD in its place, three bytes for one. Some also change the ends of lines, and to show just that there is a
        \r\n near the beginning of a PNG.

            file   89 50 4e 47 0d 0a
            text   ef bf bd 50 4e 47 0d 0a

        To think about: what type has what you read from the file, and was there any need for it to be text? Compare
        both files with `cmp`.

        More: in Rust, `[u8]` beside `str`; in Python, the modes "rb" and "wb"; the first 8 bytes in the PNG
        specification.

misconception-header-not-as-agreed = the header has other fields than agreed
    .cause =
        The header does not have the layout that was agreed: a number in another width, another order of its bytes, or
        something between the fields. From there on the two sides read different things.
    .page =
        What one sees: the name is there, and what stands before or behind it is not what was agreed: sizes are absurd,
        the file begins some bytes too early or too late, or one side waits for bytes that will never come.

        Why: nothing in the bytes says "here the size begins". Each side counts: two bytes for the length, so many for
        the name, eight for the size, the greater byte first. A length in one byte, a NUL behind the name, a
        size as text or in four bytes moves all that follows.

            00 05                     length of the name, 2 bytes
            61 2e 74 78 74            the name, 5 bytes
            00 00 00 00 00 00 00 03   the size, 8 bytes

        To think about: look at what travels with `| xxd`, and count along the table in the README: at which byte do the
        two part?

        More: xxd(1); in Rust, `u64::to_be_bytes`; in Python, `struct`, the formats beginning with `>`.

misconception-counts-characters = letters are counted where bytes are meant
    .cause =
        The length of the name is given in letters, and it travels in bytes. An é is one letter and two bytes.
    .page =
        What one sees: names without accents pass. With an accent, the last byte of the name is taken for the first of
        the size.

        Why: in UTF-8 a letter takes one to four bytes. What counts letters and what counts bytes are two functions, and
        they agree as long as the text is English. On the network there are only bytes, so a length is one in bytes.

            name      "chêne"
            letters   5
            bytes     6      63 68 c3 aa 6e 65

        To think about: which of the two does your function count? At which moment has your name become bytes?

        More: RFC 3629; in Rust, `str::len` beside `chars().count()`; in Python, `len` of `str` and of `bytes`.

misconception-size-in-32-bits = the size is kept in a number that is too small for it
    .cause =
        The size of a large file came out far too small: only its lower 32 bits are left. What is above 4 GiB does not
        fit into them.
    .page =
        What one sees: files of everyday size pass. One of 5 GiB is announced as 1 GiB.

        Why: 32 bits count up to 4,294,967,295. A conversion to a smaller type cuts off what does not fit, without a
        word. The field in the header has 64 bits, so the number has to have 64 all the way to it.

            5 GiB   00 00 00 01 40 00 00 00
            left                40 00 00 00      1 GiB

        To think about: which type does the size have where you get it, where you send it, and at every place between?

        More: in Rust, `as` beside `try_from`; stat(2), on `off_t`.

misconception-sends-one-piece = the file has not gone out, and an answer is waited for
    .cause =
        The program waits for the answer although a part of the file, or all of it, has never left. It believes that it
        has sent everything.
    .page =
        What one sees: small files arrive. Larger ones stop after a certain length, and both sides wait.

        Why: a read returns a piece, a write may take a piece. Whoever reads once sends at most one bufferful; whoever
        does not look at what a write has taken loses the rest. The receiver knows from the header how much is owed, and
        goes on waiting for it.

            announced   200,000,000
            sent             65,536
            both        wait

        To think about: how often does your program read from the file, and how does it know that it has come to its
        end?

        More: read(2) and write(2), on the return values; in Rust, `std::io::copy`, `write_all`.

misconception-does-not-replace = a file of the same name is not replaced
    .cause =
        There was a file of that name already, and the new one has not taken its place: it was refused, got another
        name, or covers the old one only in part.
    .page =
        What one sees: the first time all is well. The second time the old picture is still there, or a part of it.

        Why: the name decides, and the last one who sends it is right: that is what was agreed. Opening a file "only if
        it is new" refuses; opening it without cutting it off leaves the end of a longer one behind; choosing a free
        name fills the folder.

            old    "a long file"
            new    "short"
            left   "shortg file"      written over, not replaced

        To think about: what becomes of the old file in your program, byte by byte, if the new one is shorter?

        More: open(2) under O_EXCL and O_TRUNC; rename(2).

misconception-one-part-for-a-name = two transfers of one name share an unfinished file
    .cause =
        Two send a file of the same name at the same time, and they disturb each other: both write to the same
        unfinished file, or one takes it away from the other.
    .page =
        What one sees: one after the other all is well. At the same time, one fails or gets a mixture.

        Why: what is not complete has to be somewhere. If its name is made of the file's name alone, two transfers
        choose the same one: each empties what the other has written, and the first that renames it takes it from under
        the other's hands.

            ana   photo.png.part     writes, renames
            bob   photo.png.part     writes … into what?

        To think about: what do two transfers have that is different even if name and size are the same?

        More: mkstemp(3), open(2) under O_EXCL; rename(2).

misconception-makes-no-folder = a missing folder is not created
    .cause =
        The folder in which to save was not there, and the program failed because of that. It has to create it, with all
        the folders above it that are missing.
    .page =
        What one sees: in the folder in which one has tried it, it works; with a new one: "no such file or directory".

        Why: to create a file makes the file and never its folders. And to make a folder makes one, in a folder that is
        there. `a/b/c` asks for three if none of them is there, and not to mind those that are.

            mkdir a/b/c       fails if there is no a
            mkdir -p a/b/c    makes what is missing

        To think about: when is the folder needed for the first time, and which function of your language makes several
        at once?

        More: mkdir(2), mkdir(1); in Rust, `create_dir_all`; in Python, `os.makedirs`.

misconception-refuses-good-names = a good name is refused
    .cause =
        A name that is allowed was refused. What may not be in a name is agreed, and everything else may: accents,
        blanks, dots, up to 255 bytes.
    .page =
        What one sees: plain names pass. One with an accent, with a dot at the beginning, or a very long one is refused.

        Why: a list of what is allowed forgets most of the world. On Linux a name is up to 255 bytes, of which none is
        `/` or NUL. If a longer name is made of it for the time of the transfer, that one needs room as well: 255 bytes
        and ".part" do not fit.

            good   été à la plage.png
            good   .hidden
            good   255 letters, and none with ".part" behind it

        To think about: which rule of yours refuses this one, and what harm would the name do?

        More: path_resolution(7), under limits; open(2) under ENAMETOOLONG.

misconception-refuses-without-a-word = a transfer is refused, and the sender does not learn why
    .cause =
        The connection was closed or reset, and no `ERR` has reached the sender. Whoever is refused wants to know why.
    .page =
        What one sees: the sender sees "connection reset", and does not know whether to try again, to choose a smaller
        file, or to call somebody.

        Why: there are two ways into this. One is to close without an answer. The other is to answer and close while
        bytes of the sender still lie unread: then the kernel sends a reset, and that can throw away the answer on its
        way.

            write "ERR too large\n", close, with 65,536 bytes unread
            ▶ RST: the sender may never see the ERR

        To think about: is something written before each way out of your function? What is still unread at that moment?

        More: shutdown(2), tcp(7); RFC 2525, section 2.17.

misconception-empty-is-no-error = an empty file is taken for an error
    .cause =
        A file of 0 bytes is a file. It has a name and a size, 0, and is transferred like any other.
    .page =
        What one sees: every file passes but an empty one, which is refused, or not even begun.

        Why: "nothing came" often means that something went wrong, and so a test for it is quickly written. Here the
        size says beforehand how much is to come, and 0 of 0 bytes is all of it.

            announced 0   came 0     complete
            announced 9   came 0     broken off

        To think about: with what does your program compare the number of bytes that came: with 0, or with what was
        announced?

        More: `touch empty; ls -l empty`; stat(2).

misconception-dies-of-a-failed-write = what cannot be written ends the whole program
    .cause =
        A file could not be written, and the receiver ended. That concerns this one transfer: its sender is told, and
        the next may fare better.
    .page =
        What one sees: the disk is full, or the folder is closed to writing, and everybody loses the receiver.

        Why: a disk that is full today has room tomorrow. An error of one transfer that is handed up as far as `main`,
        with `?` or as an exception, makes it everybody's. It belongs to where the transfer is: tidy up, answer `ERR`,
        close, go on.

            ENOSPC, EACCES   ▶ ERR to this sender ▶ the next one

        To think about: where are the errors of one transfer caught in your program, and what goes on after that?

        More: write(2) under ENOSPC, open(2) under EACCES.

misconception-line-for-a-shell = a file name is read by a shell
    .cause =
        The path came out in several words, or with something else in it than was in the name: a shell has read it. A
        shell cuts at blanks, and obeys what is in the name.
    .page =
        What one sees: pictures with simple names are shown. One with a blank is "not found"; one called
        `; date` tells the time.

        Why: "run this line" starts a shell and gives it the line to read. Blanks, `$`, `;`, quotation marks mean
        something to it. A name comes from a stranger. To start a program without a shell, one gives it a list of words,
        and each arrives as it is.

            one line      viewer two words.png       three words
            a list        "viewer" "two words.png"   two

        To think about: who reads the line that you put together, and who has written a part of it?

        More: system(3) beside execve(2); CWE-78; in Rust, `Command::arg`; in Python, `subprocess` without `shell=True`.

misconception-viewer-without-the-path = the viewer is not told where the file is
    .cause =
        The viewer was started without the path of what was saved, or with one that leads nowhere from where it runs.
    .page =
        What one sees: the viewer opens and says that there is no such file, or shows nothing.

        Why: a program learns by its arguments which file is meant. The name alone is looked for in the folder in which
        the viewer runs, and not in the one in which you have saved it. The file's folder and its name together make the
        path.

            saved     DIR/photo.png
            viewer    photo.png           which folder?
            viewer    DIR/photo.png

        To think about: in which folder does the viewer run, and how does it get from there to the file?

        More: execve(2), path_resolution(7); in Rust, `Path::join`, `Command::arg`.

misconception-changes-the-name = a file is saved under a name other than the one sent
    .cause =
        The name was changed on its way to the disk: something was taken off, replaced or written otherwise. A name that
        may not be is refused; any other is taken as it is.
    .page =
        What one sees: the answer is `OK`, and the file is not there under its name. Or a name that should be refused is
        taken, as another one.

        Why: a helpful function repairs names: it takes off blanks, writes small letters, puts U+FFFD in the place of
        bytes that are not UTF-8, or keeps only what comes after the last `/`. Whoever sends two files whose names
        differ in that alone has one in the end, and whoever looks for theirs does not find it.

            sent     " a.png"   "caf\xe9.png"    "../photo.png"
            saved    "a.png"    "caf�.png"       "photo.png"
            agreed   " a.png"   ERR              ERR

        To think about: through which functions does the name go between the header and the file? Which of them gives
        back something else than it was given?

        More: in Rust, `String::from_utf8` beside `from_utf8_lossy`, `trim`; in Python, `bytes.decode` and its `errors`.

misconception-removes-the-old-first = the old file is gone before the new one is there
    .cause =
        A file of that name was there. The new transfer broke off, and now there is neither the old one nor a new one.
        What is replaced goes when the new one is complete, not when it is announced.
    .page =
        What one sees: all is well as long as each transfer comes to its end. After one that broke off, a picture that
        had long been there is missing.

        Why: between the header and the last byte lies a time of which nobody knows how it ends. Whoever makes room at
        its beginning has thrown away what they had for a promise. `rename` needs no room made: in one step it puts the
        new file in the place of the old.

            remove DIR/photo.png      gone
            receive …                 the connection breaks off
            rename …                  never reached

        To think about: what is in DIR at each line of your function, if it ended right there?

        More: rename(2), on a name that exists already; unlink(2).

## Something regular beside something that waits

misconception-heartbeat-waits-for-input = while the program waits for the keyboard, nobody sends the heartbeat
    .cause =
        A read of the keyboard returns when somebody has typed something, and nobody knows when that will be. What has
        to happen at regular times must not stand behind it in the same loop.
    .page =
        What one sees: while orders are typed, all is well. After a second of silence the tank stops, or it never moves.

        Why: one thread does one thing after the other, and waits in each call for as long as that takes. Between two
        orders it waits in `read`; a heartbeat that comes after it in the loop comes when the next order does.

            read ▶ send ▶ heartbeat ▶ read …                  nothing, for as long as nobody types

            keyboard   read ▶ send ▶ read …
            heart      heartbeat ▶ 500 ms ▶ heartbeat ▶ …     whatever the keyboard does

        To think about: for which things does your program wait? Can one call wait for all of them, with a time limit?
        Or who else could wait for the time?

        More: pthreads(7); poll(2), on its timeout; in Rust, `std::thread`.

misconception-heartbeat-too-slow = the heartbeat comes less often than it should
    .cause =
        A watch that goes off after a second is only kept quiet by somebody who comes well before. Every 500 ms means
        that one of them may be late, or lost, and the tank still knows its driver.
    .page =
        What one sees: the tank stops and goes on again and again, or only sometimes, when the network has much to do.

        Why: whoever sends once a second competes with a watch that waits a second: a millisecond of delay decides. A
        sleep takes at least as long as one says, and what is done after it takes its time as well.

            driver     ♥         ♥         ♥              every second
            tank       1 s ──────▶ lost?   1 s ─────▶ lost?
            driver     ♥    ♥    ♥    ♥    ♥              every 500 ms

        To think about: how late may a heartbeat of yours be before the tank stops? In which unit is the number in your
        program?

        More: nanosleep(2); in Rust, `Duration::from_millis`.

misconception-heartbeat-too-often = the heartbeat comes far more often than it should
    .cause =
        A heartbeat says "still there", every 500 ms. More of them say no more, and cost the network and the other side
        work for nothing. It has a clock of its own, and depends on nothing else.
    .page =
        What one sees: the tank drives, and `nc` shows heartbeats without end; or one after each order.

        Why: what is sent in a loop comes as often as the loop goes round. If it waits with a short time limit, looks
        again and again for input, or wakes up for each order, there are as many heartbeats as turns.

            wakes up        | | | | | | | | | | | |      for many reasons
            heartbeat       ♥                   ♥        when it is due, and not before

        To think about: how does your program know, when it wakes up, whether it is time for the next one?

        More: clock_gettime(2), CLOCK_MONOTONIC; in Rust, `Instant`.

misconception-timer-starts-anew = each order puts the heartbeat off
    .cause =
        "Wait for an order, 500 ms at the most" starts counting again each time. As long as orders come sooner than
        that, the time never runs out, and the heartbeat never leaves.
    .page =
        What one sees: while nobody types, the heartbeats come every 500 ms. While one drives, the tank stops, and the
        more orders there are, the more surely.

        Why: the time limit of `poll`, `recv_timeout` or SO_RCVTIMEO is for that one call. A time when something is due
        is another thing: it stays where it is, however often one looks.

            order at 400     wait 500 ▶ 400: order. Wait 500 ▶ 800: order. Wait 500 …
            due at 500       wait 500 ▶ 400: order. Wait 100 ▶ 500: heartbeat. Wait 500 …

        To think about: when is the next heartbeat due, and how much of that is left when an order has been sent?

        More: poll(2); clock_gettime(2); in Rust, `Instant` and `saturating_duration_since`.

misconception-ready-is-not-a-line = "there is something to read" is taken for "there is a line"
    .cause =
        poll and select tell that a byte is there. A function that reads a line then takes it and waits for the rest,
        for as long as that takes, and everything else waits with it.
    .page =
        What one sees: with whole lines all is well. With a line that comes in pieces the heartbeats stop until it is
        whole.

        Why: "ready" means that one `read` will not wait, and no more than that. `readline`, `fgets` and `read_line`
        call `read` again and again, up to the \n. Only the first of these calls was promised not to wait.

            poll: ready ▶ read "mov" ▶ no \n: read ▶ waits …            in the line function
            poll: ready ▶ read "mov" ▶ no \n: keep it ▶ poll, with its time limit

        To think about: where does your program keep the beginning of a line? How many calls of `read` does it make each
        time it was told that something is there?

        More: poll(2), read(2); in Python, `os.read`.

misconception-notices-only-when-it-writes = only a write that fails shows that the other side has closed
    .cause =
        The end of a connection arrives like data, and whoever reads gets it at once, as 0 bytes. Whoever only writes
        learns of it from an error, later, or never.
    .page =
        What one sees: the tank closes, and the driver goes on as if nothing had happened: for a while, or for ever.

        Why: a FIN says "I will send no more". To write is still allowed, since the other side may go on reading. Only
        if it does not, its answer is a reset, and the write after that fails.

            tank     FIN ▶                        RST ▶
            driver         write: fine     write: fine     write: EPIPE
            read     0 ◀  at once

        To think about: does your program never read because the tank says nothing? What would it get at the end?

        More: recv(2), on the return value; send(2), under EPIPE; RFC 9293, section 3.6.

misconception-forgets-to-stop = the connection is closed, and the tank was not told to stop
    .cause =
        A machine does what it was told last. Whoever leaves it has to tell it to stop, and only then to go.
    .page =
        What one sees: after `quit` the tank drives on, until it misses the heartbeats: a metre further, or two.

        Why: closing a connection sends no command. What has to be the last thing that the other side hears must be sent
        as long as it is open, on each way out: by order, and at the end of the input.

            {"{"}"cmd":"robotMovement","angle":0,"strength":0{"}"}
            FIN

        To think about: how many ways lead out of your program? Which of them pass the place where the stop is sent?

        More: shutdown(2); in Rust, what stands after a loop, and what `?` leaves out.

misconception-numbers-as-text = numbers are sent as texts
    .cause =
        In JSON, 10 is a number and "10" is a text, and a program that wants to calculate with it does not get one for
        the other. What is read from the keyboard is a text until somebody turns it into a number.
    .page =
        What one sees: the tank buzzes, and does not move; or it complains of a wrong type.

        Why: what is in quotation marks is a string. A library writes a value as what it is: a variable in which
        there is still the text that was typed becomes a string.

            {"{"}"cmd":"robotMovement","angle":"10","strength":"50"{"}"}     two texts
            {"{"}"cmd":"robotMovement","angle":10,"strength":50{"}"}         two numbers

        To think about: at which place of your program does the text become a number? What happens there with `abc`?

        More: RFC 8259, section 6; in Rust, `str::parse`; in Python, `int`.

misconception-believes-what-is-typed = what people type is sent without being checked
    .cause =
        What comes from outside may be anything: too large, too small, half a word. It is checked where it comes in,
        since nobody after that can.
    .page =
        What one sees: with correct orders all is well. `move 500 50` is sent as it is, or `move 10 5x` as something
        that nobody typed.

        Why: that a text is a number says nothing about its size, and a function such as `atoi` gives 0 for what is
        not one. The tank takes what comes on its network for what was meant.

            typed          checked                          sent
            move 10 50     two numbers, within bounds       yes
            move 181 50    past the bound                   no: reported on stderr
            move 10        one number too few               no: reported on stderr

        To think about: what must be true of a line before your program sends anything? How many ways are there to be
        wrong?

        More: strtol(3); in Rust, `str::parse` and `RangeInclusive::contains`.

misconception-ends-at-a-wrong-order = a wrong order ends the program
    .cause =
        People mistype, and then type it again. They are told what was wrong; it is no reason to let go of the
        tank.
    .page =
        What one sees: after `mvoe 10 50` the program is gone, or hears nothing any more.

        Why: an error that is passed on with `?`, or an exception that nobody catches, leaves the loop over the lines.
        Not every error is one of the program: this one belongs to a line, and ends with it.

            the network is gone        ends the program
            this line is not an order  is reported; on to the next line

        To think about: which errors can arise in your loop, and for which of them is there nothing left to do?

        More: in Rust, `match` on a `Result` where `?` stood; in Python, where the `try` stands.

misconception-ends-one-thread-only = one thread ends, and the others keep the program alive
    .cause =
        In most languages a program ends when its last thread does, or when `main` returns. A thread that sends
        heartbeats for ever keeps it running, and the tank believes that somebody drives.
    .page =
        What one sees: after `quit` the prompt does not come back, and the heartbeats go on.

        Why: in Python and Java a program waits for all of its threads, unless they are marked as daemons. In Rust and C
        the end of `main` ends all; but a `join` before it waits for a thread that never ends. The connection closes
        when the last handle to it does, and a thread that runs holds one.

            keyboard     quit ▶ stop ▶ end
            heart        ♥    ♥    ♥    ♥    ♥    ♥ …

        To think about: who decides in your program that it is over, and how do the others learn of it?

        More: exit(3); in Python, `daemon=True`; in Rust, what `main` waits for.

## Robots

misconception-strangers-take-part = what anybody sends is relayed
    .cause =
        A UDP port is open to everybody: nobody has to connect first. The arguments say who may take part, and that
        has to be looked up for each datagram, by the sender's address and port.
    .page =
        What one sees: the robots work together well; a datagram from any other program reaches all of them too, or its
        sender gets from then on what they say.

        Why: `recvfrom` takes what comes, from wherever it comes, and says so in its address argument. Over TCP there is
        a moment to turn somebody away, `accept`; over UDP that moment is each datagram.

            10.3.141.22:4455     a robot of the list     ▶ to the others
            10.3.141.99:51000    who is that?            ▶ to nobody

        To think about: with what does your program compare the address that `recvfrom` gives, and what does it do when
        it finds nothing?

        More: recvfrom(2), udp(7).

misconception-queue-throws-away = what finds the queue full is thrown away
    .cause =
        The queue is there so that nothing is lost while the program is busy. One that throws away what finds no room
        loses in the program what the kernel had kept.
    .page =
        What one sees: a datagram now and then arrives everywhere; of many at once the first arrive, and some of the
        last, and in between they are missing.

        Why: to receive takes some microseconds, to print and to send several times as many. In a burst the receiving
        thread is soon far ahead of the other. What lies between the two has to be somewhere: in the queue. If that is
        full, one can wait (then the kernel's buffer fills, and the kernel throws away), or throw away oneself.

            kernel ▶ receive ▶ [ queue ] ▶ print, send
                     fast                  slow

        To think about: how large can a burst be, and what does a queue cost that holds one? What does your program do
        when it can't put something in?

        More: in Rust, `std::sync::mpsc::channel`, and what differs in `sync_channel`; udp(7).

misconception-relays-the-text = the text is sent on, and not the datagram
    .cause =
        A text is what is left of a datagram when its line end is gone and its bytes have become letters. Whoever sends
        on the text sends on something else.
    .page =
        What one sees: lines typed in a terminal come through well; a \r is missing, a \n appears, bytes become U+FFFD.

        Why: for people, the bytes are decoded and the line end is taken off. Neither can be undone: from U+FFFD nobody
        gets the byte back, and nobody knows afterwards whether there was a \n, a \r\n or nothing.

            came       e9 0d 0a              é in Latin-1, and \r\n
            shown      U+FFFD
            sent on    e9 0d 0a              not  ef bf bd 0a

        To think about: at the place where you send, do you still have the bytes that `recvfrom` gave?

        More: RFC 3629, section 3; in Rust, `String::from_utf8_lossy`.

misconception-sends-from-another-socket = what is sent comes from a port other than the one that listens
    .cause =
        A datagram's sender is the socket that it was sent through. Whoever listens at one socket and sends through a
        second is somebody else to the other side, and nobody answers there.
    .page =
        What one sees: the robot hears the others, and nobody hears the robot; or the relay prints its lines with a port
        that changes with every start.

        Why: a socket that is not bound gets any free port from the kernel when it first sends. The relay knows the
        robots by IP and port, and takes what comes from this port for a stranger's.

            listens    10.3.141.22:4455
            sends      10.3.141.22:51234     who is that?

        To think about: how many sockets does a robot need? Can two threads use the same one, in one direction each?

        More: bind(2), sendto(2), udp(7); in Rust, `UdpSocket::try_clone`.

## The end of a program

misconception-panics = the program panics
    .cause =
        A panic ends the program, or one thread of it, at a place where it had no answer. Its message names the line:
        what was thought impossible there, and happened all the same?
    .page =
        What one sees: "thread 'main' panicked at src/main.rs:41:10", a message, and the program has ended.

        Why: `unwrap` and `expect` say "this cannot fail", an index says "this is there". On a network nearly
        everything can fail: a name that nobody knows, a port that is taken, a client that leaves.

            thread 'main' panicked at src/main.rs:41:10:
            called `Result::unwrap()` on an `Err` value: …

        line 41, column 10: that is the call that failed, and after `Err` stands why.

        To think about: what should the program do in that case: go on, report it and end with status 1, or serve the
        next one?

        More: The Rust Programming Language, chapter 9.

misconception-crashes = the program crashes: a signal ends it
    .cause =
        A signal of its own making has ended the program. SIGSEGV: it touched memory that is not its own, mostly behind
        the end of a buffer. SIGABRT: its own runtime found the heap spoiled, the stack used up or an error uncaught.
    .page =
        What one sees: the program is gone in the middle of something, without a word, and its peers get a reset. With a
        shorter line, or on another day, it goes well.

        Why: a program is given memory in pages, and the hardware tells the kernel when an address lies in none of them:
        SIGSEGV. A byte written one place behind a buffer does not get there yet, it spoils what lies beside. So the
        line where the program ends is often not the line that is wrong. What comes from a network is as long as the
        peer likes, and has no zero byte at its end unless you put one there.

            char line[1024];
            line[length++] = c;         for how long is length below 1024?
            printf("%s", buffer);       where does the text end?

        In Rust without `unsafe` this cannot happen; there, only a stack used up (a function that calls itself for ever)
        ends this way, and says so on stderr.

        To think about: how long was the longest thing that came before the end? `gcc -g -fsanitize=address` names the
        line; what is the size of that buffer, and who looks at it?

        More: signal(7); recv(2), on what is returned; RFC 1122, section 1.2.2, on input that nobody expects.

misconception-dies-in-one-thread = an exception or a panic has ended a thread, and not the program
    .cause =
        Something failed in one thread, and its message is on stderr. The other threads know nothing of it: the
        program goes on, without the part that this one was there for.
    .page =
        What one sees: "Exception in thread Thread-1", or "thread '<unnamed>' panicked at …", and the program is still
        there, as if nothing had happened. What that thread did, nobody does any more.

        Why: an exception or a panic goes up as far as the function that the thread began with, and ends there. Only in
        the first thread does the program end with it. The others are not told, unless somebody asks: by `join`, or
        because the thread itself says so at its end.

            first thread    waits for the keyboard … waits … waits …
            other thread    reads ▶ ConnectionResetError ▶ gone

        To think about: what can fail in each of your threads? Who has to learn of it, and what is the program to do
        then: end with status 1, or go on without one client?

        More: in Python, `threading.excepthook` and `os._exit`; in Rust, `std::thread::JoinHandle::join`.

misconception-usage-status = wrong usage is not reported as such
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

misconception-error-status = the exit status says something other than what happened
    .cause =
        Whoever started the program learns from its status how it went: 0 when the work is done, 1 when something
        failed at run time.
    .page =
        What one sees: the program reports an error, and the shell takes it for a success; or the other way round.

        Why: `&&`, `make`, and services look at the number alone. A program that prints "error" and leaves `main` as
        usual has said 0: all is well.

            your program && echo "it worked"

        To think about: in which ways is your `main` left, and which number does each of them give?

        More: exit(3), wait(2); in Rust, `std::process::ExitCode`.

misconception-silent-error = the error does not name what it is about
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

misconception-tells-no-size = a line is reported as too long without a number
    .cause =
        "Too long" says neither how long the line is nor how long it may be. Either number would do: the line's size in
        bytes, or the limit.
    .page =
        What one sees: the program ends with 1 and says that something was too long, or hands on the system's words for it.

        Why: EMSGSIZE says that a message does not fit, and gives no number: the kernel leaves it to the program to say
        which. Whoever reads "Message too long" wants to know how much to take off.

            error: Message too long                  how long is too long?
            error: 65541 bytes, at most 65507        34 bytes less, then

        To think about: at the place where the error is reported, which of the two numbers does your program have?

        More: sendto(2), under EMSGSIZE; udp(7).

misconception-error-on-stdout = the error is printed on stdout
    .cause =
        What the program complains of belongs on stderr. stdout is for the result, and whoever reads that, be it a
        file or the next program, would take the complaint for a part of it.
    .page =
        What one sees: on a terminal all looks well, for both end up on the same screen. Through a pipe the message is
        among the results, and stderr is empty.

        Why: every program starts with two ways out, the descriptors 1 and 2. A pipe or a `>` takes 1 alone, so that a
        person still sees what goes wrong.

            program > result.txt      stdout to the file, stderr to the screen

        To think about: which of the two does your printing function write to, and what is the name of the one that
        writes to the other?

        More: stderr(3).

misconception-stops-itself = the program is stopped by a signal
    .cause =
        A signal has stopped the whole program (SIGSTOP, SIGTSTP, SIGTTIN …): it neither runs nor ends until
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
        A loop prints again and again and is never left, nor does it wait for anything. Often a read announces the end,
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

        Why: a number from the network is a claim. Whoever reserves as much as was announced lets a stranger decide
        about the memory. Also a queue for somebody who does not read grows for ever.

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

misconception-surplus-arguments = too many arguments go unnoticed
    .cause =
        There was one argument more than the program knows, and it ran all the same. What it does not understand is
        wrong usage.
    .page =
        What one sees: a typing error on the command line goes unnoticed: the program starts, and does something other
        than what was meant.

        Why: whoever writes `127.0.0.1 :8888`, with a blank too many, has given two arguments. Taking the first and
        passing over the rest hides that, and one looks for the mistake everywhere else. A line that starts with
        `usage:` finds it at once.

            program 127.0.0.1:8888 surplus
            usage: program [ADDRESS]          status 2

        To think about: after your program has taken the arguments that it knows, does it look whether one is left?

        More: exit(3); in Rust, `std::env::args` and what `next` returns after the last.

misconception-tries-for-ever = what has failed is tried again, for ever
    .cause =
        Something failed, and the program does not end: it sleeps, as one does before the next attempt. Whoever started it
        waits with it, and learns nothing.
    .page =
        What one sees: the program sits there without a word, or says the same thing every second.

        Why: an address may be mistyped, and then no second attempt will help. Whoever started the program, a person or
        a script, can decide to try again; they learn from the status and from stderr that it failed. A program that
        decides this for itself, without a limit, takes it away from them.

            fails ▶ error on stderr, status 1
            fails ▶ sleep ▶ fails ▶ sleep ▶ …

        To think about: how would somebody notice that your program will never succeed?

        More: exit(3); in a shell, `until your program; do sleep 1; done`.

misconception-goes-on-after-an-error = after an error that should end it the program goes on
    .cause =
        What was asked of the program cannot be done, and it runs on, as if it could. An error at run time ends it with
        status 1, and with a line on stderr that says why.
    .page =
        What one sees: the program runs, perhaps with a line on stderr that nobody reads, and a part of what was asked
        for is missing.

        Why: leaving something out is a decision. Whoever gave a name wanted it used; whoever typed a line wanted it
        sent. If a script started the program, it hears nothing of a message that passes by: it sees the status, and
        there is none while the program runs.

            a name that nobody knows   ▶ reported, status 1
            left out                   ▶ runs, and one is missing

        To think about: what does your program do after it has shown the error, and who learns of it if nobody looks at
        the screen?

        More: exit(3); in Rust, `?` and `ExitCode`; what becomes of an `Err` in `filter_map(Result::ok)`.

misconception-end-is-no-error = the end of the input is taken for an error
    .cause =
        The input came to its end, and the program fell over it. The end is how every input ends, sooner or later.
    .page =
        What one sees: with Ctrl-D, or a file as input, a traceback appears, and the status is 1.

        Why: there are functions for which the end is a value (an empty text, 0 bytes, `None`) and some for which it is
        an exception, as for Python's `input`. In that case somebody has to catch it and take it for what it is: nothing
        more will come.

            input() → "one"
            input() → EOFError     the end, not a failure

        To think about: how does your function announce the end of the input, and what does your loop do then?

        More: read(2), on the return value 0; in Python, `for line in sys.stdin` beside `input`.

misconception-refuses-what-is-within-bounds = a correct value is refused
    .cause =
        What was typed lies within the bounds, and was reported as wrong. The bounds themselves belong to what is right,
        and so does what lies below zero, if the lower bound does.
    .page =
        What one sees: values from the middle pass. The smallest, the largest or the negative ones are refused.

        Why: "from 0 to 100" has 101 values, 0 and 100 among them. A comparison with `<` where `<=` was meant leaves out
        one at the end; a type without a sign leaves out half. Both show at the border only, which one seldom tries by
        hand.

            -180   -179   …   179   180
            right                right

        To think about: which four values would you try to be sure of two bounds?

        More: in Rust, `0..100` beside `0..=100`, `u8` beside `i16`.

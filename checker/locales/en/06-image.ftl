title = An image transfer

check-receives = a file is saved under its name, and answered `OK S`
    .page =
        A sender connects and sends header and file. The file is in DIR under its name, byte for byte, and the
        sender gets an answer that begins with `OK S`, S being the size.

        The header tells how much there is to read. Nearly all other checks of the receiver need this one. Look at:
        recv(2); in Rust, `Read::read_exact`, `u64::from_be_bytes`.

check-answers = the answer is one line, and then the connection is closed
    .page =
        One sender is answered `OK S` and a newline, and not one byte more; then the connection is closed. Another one,
        who is refused, is answered `ERR`, a blank, the reason and a newline, all on one line.

        The other side compares: a letter more, a \r or a second line is another answer. Look at: send(2), close(2);
        your answer with `nc … | xxd`.

check-prints = each file is printed with its sender's address and its size
    .page =
        After each transfer `IP NAME SIZE` appears on stdout: the sender's address without its port, the file's name,
        its size. Several senders come, from several addresses, and one of their files is empty.

        Look at: accept(2), getpeername(2).

check-prints-nothing-else = stdout carries one line a file, and nothing else
    .page =
        A file comes; a name is refused; a transfer breaks off. On stdout there is the line of the file, and that is
        all: no greeting, no word of who connects or of what went wrong.

        What went wrong is news for people, and belongs on stderr. Look at: stdout(3), `eprintln!`.

check-shown-at-once = a file is printed as soon as it is there
    .page =
        A file is sent, and its line is awaited through a pipe, while the receiver goes on running.

        Into a pipe, what is printed may stay in a buffer. Look at: stdout(3); run your receiver with `| cat`.

check-any-file = any bytes are a file, even none at all
    .page =
        Files are sent: an empty one, one of a single byte, one with every value a byte can have, a picture. Each is
        saved as it was.

        A file is bytes, not text: nothing in it ends it, and nothing in it may be changed. Look at: in Rust,
        `Vec<u8>` and `[u8]` beside `String`; in Python, `open(…, "wb")`.

check-header-in-pieces = a header that comes byte by byte is a header
    .page =
        A sender sends its header one byte at a time. The file is saved all the same.

        A read returns what is there, even if it is one byte of eight. Look at: recv(2); in Rust, `read_exact` beside
        `read`.

check-large = a large file passes, and memory does not grow with it
    .page =
        32 MiB come. They are saved whole, and the receiver's memory has grown by less than 12 MiB.

        A file need never be in memory as a whole: what has come can be written while the rest is on its way. Look at:
        in Rust, `std::io::copy` and `Read::take`; `top`, the column RES.

check-breaks-off = a transfer that breaks off leaves nothing behind
    .page =
        Senders leave at each stage: in the name, in the size, in the data, with everything sent but the last byte.
        Afterwards DIR is as it was before, and the next transfer goes through.

        What was begun must be cleared away wherever the function is left, through an error too. Look at: in how many
        ways is your function left between the first byte and the last? In Rust, `Drop`.

check-complete-or-not = a file appears under its name complete, or not at all
    .page =
        While the data flow, DIR is looked at again and again. Under the file's name there is nothing, or the old file,
        or the new one, whole. A transfer of that name that breaks off does not make the old file disappear.

        Whoever opens the picture meanwhile must not see half of it. Renaming within one file system happens at one
        stroke. Look at: rename(2); in Rust, `std::fs::rename`.

check-replaces = a file of the same name is replaced as a whole
    .page =
        A long file comes, then a short one of the same name. What is there now is the short one, and nothing of the
        long one.

        Look at: rename(2), on a name that exists; open(2), O_TRUNC.

check-same-name = two files of the same name at once do not mix
    .page =
        Two senders send different files under the same name at the same time. Both are answered `OK`, and what is
        there is one of the two, whole.

        Look at: what is the name of the file while it is being written, and could another transfer choose the same one?

check-bad-names = a name that leads elsewhere is refused
    .page =
        Names are sent that are empty, too long, not UTF-8, `.`, `..`, or that have `/`, `\` or a NUL in them. Each is
        answered `ERR` and a reason, and nothing is written anywhere.

        A name from the network comes from a stranger: `../.bashrc` is a name too. Look at: path_resolution(7); what
        would `DIR/NAME` be with each of these?

check-good-names = any other name is taken as it is
    .page =
        Names of 255 bytes, with accents, with spaces, also at both ends, with a leading dot, with two dots inside are
        sent. Each file is saved under exactly that name.

        Whoever refuses too much loses holiday pictures. A name of 255 bytes is the longest that Linux takes: it leaves
        no room for anything put before or behind it. Look at: path_resolution(7), on NAME_MAX; what do you call the
        file until it is complete?

check-symlink = nothing outside DIR is written through a symbolic link
    .page =
        In DIR there is a symbolic link that points to a file elsewhere. A file of the link's name is sent. The file
        elsewhere stays as it was.

        Whoever opens a link for writing writes to where it points; whoever renames over it replaces the link. Look at:
        symlink(7), rename(2), open(2) under O_NOFOLLOW.

check-huge-size = a huge size that is only announced costs nothing
    .page =
        Senders announce 2^63 bytes and 2^64-1, send little, and leave. The receiver takes no memory for it, does not
        panic, and serves the next one.

        A size is a promise, not a fact: whoever reserves what was announced lets a stranger decide about the memory.
        Look at: in Rust, `vec![0; size]`, `Vec::with_capacity`; adding to a number near 2^64.

check-disk-full = where nothing can be written, the sender is told
    .page =
        DIR cannot be written to, has a folder of that name, or is full. The sender gets `ERR` and a reason, nothing of
        the file is left, and the receiver goes on.

        Creating, writing, renaming: each of these can fail, and the other end waits for an answer. Look at: write(2),
        under ENOSPC; in Rust, where each `?` of a transfer leads.

check-makes-folder = DIR is made if it is not there
    .page =
        DIR and the folder that it is in are not there. After a transfer the file is in it.

        Look at: mkdir(2); in Rust, `std::fs::create_dir_all`.

check-one-after-another = hundreds of transfers in a row go through
    .page =
        One transfer follows the other, hundreds of times. All are saved, and the receiver has no more open descriptors
        than at the beginning.

        Look at: `ls /proc/PID/fd | wc -l`; when are your files and connections closed?

check-ten-at-once = ten senders at once all get through
    .page =
        Ten senders connect at the same time, and each sends a file. All are saved and answered.

        They may be served one after another: nobody is lost meanwhile. Look at: listen(2), on the backlog.

check-viewer = VIEWER is run with the saved file, and not waited for
    .page =
        VIEWER is a program that never ends. It is run for each file, with the path as its one argument, and meanwhile
        the next file is received.

        A picture stays on the screen until somebody closes it. Look at: execve(2), wait(2); in Rust, `Command::spawn`
        beside `Command::status`.

check-no-viewer = a VIEWER that does not exist stops nothing
    .page =
        VIEWER is a program that does not exist. The file is saved, answered and printed, and so is the next.

        Look at: in Rust, what `Command::spawn` returns, and who gets that error.

check-stdin-ends = the end of its input does not stop it
    .page =
        The receiver's standard input is at its end from the start. It receives all the same.

        A server that a service starts has /dev/null as its input. Look at: does your program read its input?

check-port-in-use = a port that is taken is an error that names it, with status 1
    .page =
        Another server listens there already. A line on stderr names the address, and the status is 1; no panic.

        Look at: bind(2), under EADDRINUSE.

check-restarts-at-once = stopped, it can be started again at once
    .page =
        The receiver is stopped after a transfer; started again, it takes its port and receives.

        The kernel remembers for a minute the connections that this side has closed (TIME_WAIT). SO_REUSEADDR says that
        a server may listen there all the same. Look at: socket(7); RFC 9293, section 3.3.2.

check-usage = wrong arguments give `usage:` and status 2
    .page =
        An address without a port, an invalid port, or too many arguments: a line on stderr starts with `usage:`,
        and the status is 2.

        By the status a script sees whether to try again (1) or whether it called the program wrongly (2). Look at:
        exit(3), and the list in the README.

check-bind-address = it listens where BIND says, and nowhere else
    .page =
        BIND is `127.0.0.2:PORT`, one of this machine's many addresses: the receiver listens at that one alone. Then
        BIND is `localhost:PORT`, a name.

        A program that must not be reached from outside is given an address of the machine itself, and relies on it.
        Look at: bind(2), getaddrinfo(3); `ss -tln` while your receiver runs.

check-ipv6 = it listens at an IPv6 address, too
    .page =
        The receiver is started with `[::1]:PORT` and takes a file from there. What it prints begins with `::1`: an
        IPv6 address without brackets, and without a port.

        The brackets separate an address from its port; where there is no port there is no need for them. Look at:
        getaddrinfo(3), inet_ntop(3).

check-unknown-name = a name that nobody knows is an error that names it, with status 1
    .page =
        BIND is `nobody.invalid:6001`, a name that no resolver has. The receiver ends with status 1 and names it on
        stderr.

        Look at: getaddrinfo(3), exit(3).

check-defaults = without arguments it listens on port 6001, at every address
    .page =
        The receiver is started without arguments; it must then be reachable at two addresses of this machine, port
        6001. What is sent there is saved in the folder in which it was started.

        `0.0.0.0` stands for every address of a machine, `127.0.0.1` for the machine itself alone. Look at: ip(7).

check-stalled-sender = a sender that stalls holds up no other
    .page =
        A sender stops half-way and stays. Others, which came after it, get through meanwhile. Then it goes on, and gets
        through as well, however long it was silent.

        Whoever waits for one sender's bytes serves nobody else: a thread for each sender is one way out, one call that
        waits for all is another. Look at: pthreads(7), poll(2); in Rust, `std::thread::spawn`.

check-sends = header and file leave exactly as the table says
    .page =
        The sender is given a file. The receiver gets the length of the name in 2 bytes, the name, the size in 8 bytes,
        the file; it answers `OK S`, and the program ends with 0.

        Numbers travel with the most significant byte first. Nearly all other checks of the sender need this one. Look
        at: byteorder(3); in Rust, `u16::to_be_bytes`, `u64::to_be_bytes`; your bytes with `nc -l 6001 | xxd`.

check-nothing-else = nothing is sent after the file, and stdout stays empty
    .page =
        One file is answered `OK S`, another `ERR` and a reason. Neither time does anything follow the file on the
        network, and on stdout there is nothing.

        The receiver counts the bytes, and knows by itself where the file ends. The status says whether all went well,
        and a line on stderr what went wrong. Look at: stdout(3), exit(3), `eprintln!`; your bytes with `nc -l 6001 |
        xxd`.

check-any-image = any bytes can be sent, even none at all
    .page =
        Files are sent: an empty one, and pictures, in which every value of a byte occurs. Each arrives as it is.

        Look at: in Rust, `File` and `[u8]` beside `read_to_string`; in Python, `open(…, "rb")`.

check-large-image = a large file leaves in memory that does not grow with it
    .page =
        Hundreds of MiB are sent. They arrive whole, and the sender has taken less than 40 MiB of memory.

        Look at: in Rust, `std::io::copy` beside `std::fs::read`; `top`, the column RES.

check-name-only = the name travels without its folders
    .page =
        FILE is a path through several folders, and its name has accents. What travels is the last part alone, in UTF-8.
        Another name has 255 bytes, the most that the header holds.

        The receiver has other folders, and refuses a `/`. N counts bytes, not letters. Look at: basename(3); in Rust,
        `Path::file_name`, and `len` of a `str`.

check-ok-in-pieces = an answer that comes in pieces is an answer
    .page =
        The receiver sends `O`, later `K `, then the size and the newline in pieces. The program ends with 0.

        A read returns what is there. A line is complete with its \n. Look at: recv(2); in Rust, `BufRead::read_line`.

check-wrong-size = `OK` with another size is not a success
    .page =
        The receiver answers `OK` with a size that is not the file's. A line on stderr says so, and the status is 1.

        The answer says what has arrived there. Look at: what do you compare the answer with, and do you compare all of
        it?

check-err = `ERR` is an error that is reported, with status 1
    .page =
        The receiver answers `ERR` and a reason. The reason is on stderr, and the status is 1.

        Look at: exit(3); how is your `main` left in that case?

check-no-answer = no answer, or half of one, is not a success
    .page =
        The receiver closes without an answer, or in the middle of one. The status is 1, and a line on stderr gives the
        address.

        That all bytes were written means that the kernel has them. That the file has arrived, only the answer says.
        Look at: send(2), its first paragraphs on errors; recv(2), on the return value 0.

check-early-err = `ERR` before the whole file has gone ends the transfer
    .page =
        The receiver answers `ERR` after the header, and closes. The program ends with 1 soon, and does not panic.

        Whoever writes on gets EPIPE or ECONNRESET, and perhaps no longer the reason. Look at: write(2), under EPIPE.

check-no-such-file = a file that cannot be sent is reported before anything leaves
    .page =
        FILE does not exist, or is a folder. A line on stderr names it, the status is 1, and no receiver gets a byte.

        Look at: open(2), under ENOENT; open(2) of a folder for reading, and read(2), under EISDIR; in which order does
        your program look at the file and write to the network?

check-refused = no receiver is an error that names it, with status 1
    .page =
        Nobody listens at SERVER. A line on stderr names the address, and the status is 1.

        Look at: connect(2), under ECONNREFUSED.

check-every-address = each address of a name is tried
    .page =
        The name has two addresses, and nobody listens at the first. The file gets through to the second.

        Look at: getaddrinfo(3), on the list that it returns; in Rust, what `TcpStream::connect` does with a name.

check-sender-ipv6 = SERVER may be an IPv6 address
    .page =
        SERVER is `[::1]:PORT`. The file gets through.

        An IPv6 address is full of colons: the brackets tell where it ends and the port begins. Look at: getaddrinfo(3),
        ipv6(7); in Rust, what `TcpStream::connect` takes.

check-sender-usage = wrong arguments give `usage:` and status 2
    .page =
        An address without a port, an invalid port, or too many arguments: a line on stderr starts with `usage:`,
        and the status is 2.

        Look at: exit(3), and the list in the README.

check-sender-defaults = without arguments it sends image.png to 127.0.0.1:6001
    .page =
        The sender is started without arguments, in a folder with an image.png. The receiver at 127.0.0.1, port 6001,
        gets it.

        Look at: the constants at the top of the file.

# For who has not begun: what part 1 is about, why, an example, a question, where to read on. `checker hint` shows it.
begin-image-sender =
    Part 1 of the sender is the file: opened, with its name and its size, before there is any connection.

    Why: everything that can be wrong with the file (it is not there, it is a folder, its name does not fit the
    header) must be known before anything is sent, because the receiver cannot take back what it has begun. The
    header needs the name and the size first, and the kernel knows the size without reading the file.

        given on the command line    ../photos/chat.png
        goes into the header         chat.png     and its size, 48213
        stays at home                ../photos/

    To think about: which of these errors does opening the file tell you, and which ones must you ask for? Does
    opening a folder fail?

    More: stat(2); open(2); basename(1); try `stat exercises` and `stat README.md`.

begin-image-receiver =
    Part 1 of the receiver is its door: the socket that listens, just as in exercise 04.

    Why: a receiver is a server: senders connect, one transfer each. From the moment in which it listens, the kernel
    takes their connections and keeps the first bytes of a file, even while the receiver is still busy with another
    one.

        LISTEN   0.0.0.0:6001                 the door
        ESTAB    10.0.0.1:6001 - 10.0.0.2     a transfer

    To think about: which errors here concern the receiver as a whole, and which only one transfer? Which of them
    may end the program?

    More: listen(2); your own solution of 04; `ss -ltnp` while the receiver runs.

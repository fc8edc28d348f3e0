# What the chat's relay owes as well stands in 05-chat.ftl; what stands here too comes in its place.

title = An event loop

check-order = the lines of one sender arrive in their order
    .page =
        A client sends many numbered lines as fast as it can. The others get them in that order.

        TCP keeps the order within a connection, and one thread keeps it too, as long as what waits for a client leaves
        from the front and what is new goes to the back. Look at: `VecDeque`; what is written first when a connection
        takes something again?

check-whole-lines = lines of several senders are never mixed within a line
    .page =
        Ten clients send their lines in two pieces each, all at the same time. Each line that the eleventh gets is one
        that somebody sent, whole, with its sender before it.

        With one thread nobody interrupts anybody; but whoever has begun a line may end it much later, and others speak
        in between. Look at: where does your program keep the beginning of a line, and whose is it?

check-silent-client = a client that says nothing holds up nobody, and is not cut off
    .page =
        One client never says a word, another one never ends its line. The others talk on, and the silent ones still
        hear them.

        A loop may wait in one place only: where it waits for all. Look at: poll(2); does any function that your loop
        calls go on until a line is complete?

check-slow-reader = a client that does not read holds up nobody
    .page =
        A client stops reading. The others send each other far more than the buffers of the system hold, at full speed.

        When the buffers between two programs are full, a socket that does not block says so (EAGAIN), and takes nothing
        more. Whoever tries again and again until it does serves nobody else. Look at: send(2), under EAGAIN; what does
        your loop do with the bytes that were not taken?

check-long-line = a line of 64 KiB is relayed whole
    .page =
        A client sends a line of 64 KiB. The others get all of it.

        It comes in many reads and may leave in many writes, each of them in another turn of the loop. Look at: recv(2)
        and send(2), on the return value; what is kept from one turn to the next?

check-one-thread = a single thread serves everybody
    .page =
        Forty clients join and talk. The program has one thread all the time. (A program in another language may have
        those that its runtime starts, as long as they do not become more with the clients.)

        A thread for each client is simple, and costs a stack and a turn of the scheduler for each. An event loop asks
        the kernel one question for all of them: on which of these sockets is there something to do? Look at: epoll(7);
        `ls /proc/PID/task`.

check-idle = while nobody says anything, no processor time is used
    .page =
        Three clients are connected, have talked, and fall silent. From then on the program waits: it wakes up at most
        once a second.

        Whoever looks every few milliseconds whether something has come keeps the processor awake, and is late all the
        same. The kernel wakes up whoever waits as soon as there is something. Look at: epoll_wait(2), on the time
        limit; `grep ctxt /proc/PID/status`, twice; for what kinds of event is each socket registered?

check-all-who-knock = several who connect at once are all taken in
    .page =
        While the program sleeps, two clients connect. When it wakes up, both are taken in, without anything else
        happening first.

        One event says that the listener has become ready, and not how many wait there. mio says it once. Look at:
        epoll(7), under "edge-triggered"; accept(2), under EAGAIN.

check-to-the-end = what has come is read to its end
    .page =
        While the program sleeps, a client says 48 KB and then nothing more. When it wakes up, all of it is passed on.

        One event says that there is something to read, and not how much. mio says it once, and again only when more
        comes. Look at: epoll(7), under "edge-triggered"; recv(2), under EAGAIN; mio's `Poll`, under "Draining
        readiness".

check-dribble = a line that comes drop by drop is a line, while others talk
    .page =
        A client sends its line one byte at a time, and between two bytes the others talk. The line arrives whole, and
        nothing of theirs is in it.

        Each client has its own beginning of a line, and it has to last from one turn of the loop to the next. Look at:
        what does your program keep for each client, and what only for the turn?

check-catches-up = a client that is behind, but not too far, misses nothing
    .page =
        A client does not read for a while, until half a MiB waits for it in the program. Then it reads again, and gets
        all of it, in order.

        When a connection is full, a write takes a part, or nothing (EAGAIN). Neither is a failure: the rest has to be
        written later, when an event says that there is room. Look at: write(2), on the return value and under EAGAIN;
        mio's `Interest::WRITABLE`.

check-too-far-behind = at most 1 MiB and a line waits for a client
    .page =
        A client does not read, and others talk on and on. Once more than 1 MiB and a line waits for it in the program
        (what the system keeps comes on top), it is disconnected, and the others talk on.

        A single thread has nobody to spare who could wait for the slow one. Bytes that nobody fetches have to end
        somewhere. Look at: how many bytes wait for each client, and where does your program count them?

check-bounded-memory = what waits for one client never takes more than 32 MiB
    .page =
        A client does not read, while others send far more than that. The program's memory stays within its bounds,
        and the others need not wait.

        The same bytes wait for many clients: they may be there once, and be counted for each. Look at: `top`, the
        column RES; in Rust, `std::rc::Rc`.

check-hundred-in-passing = a hundred who connect and leave at once disturb nobody
    .page =
        A hundred clients connect and are gone again before the program looks, closed or reset. The others talk on, and
        can be joined.

        Between an event and the moment you look at it, time passes: the client that it is about may have left. An error
        there concerns nobody but that one. Look at: accept(2), on errors of the new socket; what does each `?` in your
        loop end?

check-five-hundred = five hundred are connected at the same time
    .page =
        Five hundred clients join. What the first says goes to all the others, and what the last says to the first.

        A thread each would be five hundred stacks. Here a client costs what your program keeps for it. Look at: what in
        your program is as long as there are clients, and how often does it go through all of that? `ulimit -n`;
        select(2), under FD_SETSIZE.

# For who has not begun: what part 1 is about, why, an example, a question, where to read on. `checker hint` shows it.
begin-event-relay =
    Part 1 of the relay is its door, as in exercises 04 and 05; but one that nobody waits at.

    Why: a listener that blocks makes its thread wait until somebody comes, and here that thread has all the others to
    look after. One that does not block answers at once: with a client, or with an error that says that there is none
    now. The loop only asks it once an event has told that somebody is there.

        blocking       accept ............................ a client
        not blocking   accept: WouldBlock   (others)   event   accept: a client

    To think about: in which one place may this program wait? Which call waits there, and for whom?

    More: accept(2), under EAGAIN; fcntl(2), under O_NONBLOCK; in Rust, `TcpListener::set_nonblocking`.

# What the commands themselves say: the help, the errors, the live line, `checker list`.

help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
value-command = COMMAND
value-exercises = EXERCISE
value-programs = NAME=COMMAND
value-only = CHECK
value-pcap = FOLDER
value-svg = FOLDER
value-name = CHECK|MISCONCEPTION
help-checker = Builds or starts a network program, talks to it, grades it, and explains what went wrong.
help-check = Judge the programs in exercises/, or any others
help-list = Show the exercises, their checks and their points
help-explain = Explain a check or a misconception, or list all misconceptions
help-sensors = Print the readings of a simulated robot, line by line: checker sensors --robot 2 | robot …
help-tank = Act as a simulated mini-tank for exercise 07's driver: it shows the commands it gets, and how it moves
help-help = Show this help
help-lang = The language, French or English; by default, the system's
help-color = Colours; “auto”: on a terminal, unless NO_COLOR is set
help-exercises = Exercises: 04, 4, 04-tcp-server or tcp-server; by default, all of them
help-solutions = Judge solutions/ in place of exercises/
help-programs = Judge this command, in any language, as the program NAME; repeatable. Example: --program 'tcp-server=python3 server.py'
help-only = Run only this check, or those whose names begin like this: 04.silent
help-format = How the result is shown: “human”, the default, or “json”: JSON Lines, one object per line
help-seed = What is said in the conversations follows from this number; by default, a random one
help-jobs = How many checks run side by side
help-verbose = Show every failure in full
help-svg = Write each check's conversation as a picture into this folder: FOLDER/04.crlf.svg
help-no-namespaces = Do without the kernel's namespaces
help-pcap = Write the packets of each check into this folder, as files for Wireshark
help-name = A check (04.silent-client) or a misconception (one-client-at-a-time); by default, the list of all misconceptions
help-robot = Which robot it is: each line carries its number; by default, 1
help-every = How many milliseconds pass between two lines; by default, 250
help-count = How many lines are printed; by default, as many as somebody reads
help-bind = Where the tank listens, HOST:PORT; by default, 0.0.0.0:6002
help-script = Draw nothing: print what the tank understood as JSON Lines, one object per line
help-sensor-seed = The readings follow from this number; by default, a random one

usage-no-command = error: a command is missing: what should be done?
usage-see-help = “{ $call } --help” shows what there is.
usage-unknown-argument =
    error: unknown option or argument “{ $argument }”.{ $suggested ->
        [some] { " " }Did you mean “{ $closest }”?
       *[none] { "" }
    }
usage-unknown-command =
    error: there is no command “{ $argument }”.{ $suggested ->
        [some] { " " }Did you mean “{ $closest }”?
       *[none] { "" }
    }
usage-no-value = error: “{ $argument }” needs a value after it.
usage-one-of = error: { $value } is not a value for “{ $argument }”. Choose one of these: { $valid }.
usage-bad-value = error: { $value } is not a value for “{ $argument }”. Give a whole number, 1 or more and not too large (for --seed, 0 as well).
usage-twice = error: “{ $argument }” was given twice. Give it once.
usage-not-utf-8 = error: an argument has bytes in it that are not UTF-8. Rename the file or folder that it names.
usage-other = error: the command line cannot be read: { $error }.

trouble-output = error: writing the result to stdout failed: { $error }. Send it somewhere else, or make room there.
trouble-no-current-folder = error: looking up the current folder failed: { $error }. Go to the folder of the repository (cd) and try again.
trouble-no-repository =
    error: looked for the exercises and found none: neither { $folder } nor a folder above it has both a Cargo.toml and a folder “{ $wanted }”.
    Go to the folder of the repository (cd) and try again; or judge any program with --program NAME=COMMAND.
trouble-no-exercise =
    error: there is no exercise { $name }.{ $closest ->
        [none] { "" }
       *[other] { " " }Did you mean { $closest }?
    }
    The exercises are: { $names }.
    “{ $me } list” shows them with their checks.
trouble-no-check =
    error: --only { $name }: no check has this name, or a name that begins like this.{ $closest ->
        [none] { "" }
       *[other] { " " }Did you mean { $closest }?
    }
    “{ $me } list” shows them all.
trouble-svg-folder = error: making the folder { $path } for the pictures (--svg) failed: { $error }. Give a folder in which you may write.
trouble-nothing-left = error: EXERCISE, --only and --program together leave no check to run. Leave one of them out; “{ $me } list” shows which check belongs to which exercise and program.
trouble-no-page =
    error: there is no check and no misconception { $name }.{ $closest ->
        [none] { "" }
       *[other] { " " }Did you mean { $closest }?
    }
    “{ $me } list” shows all checks, “{ $me } explain” all misconceptions.
trouble-not-judged =
    { $count ->
        [one] One check
       *[other] { $count } checks
    } could not be judged, which is not the program's fault: see the reasons in the result, then try again.

trouble-pcap-folder = error: making the folder { $folder } for the packets failed: { $error }. Give another folder to --pcap, or allow writing there.
packets-without-room = --pcap: no packets were recorded, and no files written. That needs a network of its own for each check (the kernel's namespaces), and here the checks share the machine's.
picture-not-written = --svg: writing the picture { $path } failed: { $error }. Make room there, or give another folder. The verdicts hold all the same.
packets-not-written = --pcap: recording the packets of { $check } failed: { $error }. Its verdict holds all the same.

trouble-program-form = error: --program { $given }: there is no “=” in it. Write NAME=COMMAND: --program 'tcp-server=python3 server.py'
trouble-program-quotes = error: reading the command { $command } failed: a quotation mark is opened and not closed, or it ends in “\”. Write it as for a shell, all of it in single quotes.
trouble-program-empty = error: --program “{ $name }=”: there is no command after the “=”. Write NAME=COMMAND: --program 'tcp-server=python3 server.py'
trouble-program-name =
    error: --program: no exercise asks for a program { $name }.{ $closest ->
        [none] { "" }
       *[other] { " " }Did you mean { $closest }?
    }
    The programs are: { $names }.
trouble-program-twice = error: --program: the program { $name } was given twice. Give one command for it.
trouble-program-here = error: looked for the program { $program } in PATH, and it is not there. There is a file of this name in this folder: for that one, write “./” before it.
trouble-program-unknown = error: looked for the program { $program } in PATH, and it is not there. Install it, or give the path to it, with a “/” in it.
trouble-program-missing = error: looked for the program { $file }, and there is no such file. Build it, or correct the path; a relative one starts from the folder that you are in.
trouble-program-unreadable = error: looking at the program { $file } failed: { $error }. Correct the path or the rights of its folders.
trouble-program-folder = error: { $file } is a folder and cannot be started. Give the program in it.
trouble-program-not-executable = error: { $file } may not be executed. Allow it (chmod +x), or write what runs it first: 'python3 { $file }'.

trouble-no-cargo =
    error: building needs cargo, and there is no “{ $cargo }” in PATH.
    Install Rust (https://rustup.rs), open a new terminal, and try again; or judge a program that is built already with --program NAME=COMMAND.
trouble-cargo-start = error: starting “{ $cargo }” failed: it may not be executed. See whether “cargo --version” works, then try again.
trouble-cargo-lost = error: reading what cargo says failed: { $error }. Try again; if that does not help, see what “cargo build” says.
build-failed = Building failed, and cargo does not say why: somebody may have ended it. Try again; if that does not help, see what “cargo build” says.
build-no-folder = The folder { $folder } is not there, so there is nothing to build. “git checkout -- { $folder }” brings back the one that came with the repository.
build-no-program = { $manifest } builds no program. Its [[bin]] has to build this one: { $wanted }.
build-other-program = { $manifest } builds these programs: { $found }. The exercise asks for this one: { $wanted }. Correct the name in its [[bin]].
build-disk-full = Building failed because the disk is full. Make room on it (“cargo clean” deletes what was built before; “df -h .” shows how much is free), then try again.
build-no-linker = Building failed because there is no C compiler, whose linker Rust needs. Install it (sudo apt install gcc), then try again.
build-killed = Building failed because the system ended the compiler, most likely for lack of memory. Close other programs, then try again.
build-no-network = Building failed because a library could not be fetched from the network. Connect to it and try again; once fetched, it stays.
build-not-allowed = Building failed because a file may not be read or written. Correct its owner or its rights (ls -l, chmod, chown), then try again.
reason-machine-does-not-build = because the machine could not build the program
reason-needs-judged = because { $check } could not be judged

live-building = building: { $done } of { $of } programs
live-checking = checking: { $done } of { $of }

list-exercise =
    { $folder }: { $title } ({ $bonus ->
        [yes] bonus, { $points }
       *[no] { $points }
    } { $points ->
        [one] point
       *[other] points
    })
list-extra = { $purpose } (extra)

## `checker explain` without a name

topic-streams = Streams and messages
topic-output = What is shown, and when
topic-clients = Many clients
topic-datagrams = Datagrams
topic-addresses = Addresses
topic-chat = A conversation among many
topic-loop = One thread for all
topic-files = Files over the network
topic-regular = Something regular beside something that waits
topic-robots = Robots
topic-end = The end of a program
explain-title = { $name }: { $headline }
# At the end of a check's page.
explain-needs = This check needs { $count ->
    [one] another one, { $names }: where that one
   *[other] others, { $names }: where one of those
} fails, it is not reached.
explain-how = “{ $me } explain NAME” shows the page of one of them, or of a check: “{ $me } explain 04.half-close”. “{ $me } list” shows the checks.

# What `checker hint` says. A hint is made of these and of parts of the pages of `checker explain`.
help-hint = Give a hint about what the last check of an exercise failed at, a bigger one at each call
help-exercise = The exercise: 04, 4, 04-tcp-server or tcp-server; of an exercise with several programs, one of them: chat-client
hint-heading = { $name }: hint { $number } of { $of }
hint-about = What it is about: { $purpose }.
hint-place = Your program panicked at { $place }. Begin there: what did it believe at that line that was not so?
hint-place-to-write = Your program stopped at a `todo!()`, at { $place }: this part is still to be written. Its message, and the comment above it, say what it has to do.
hint-alone = Run this check alone, and read "what happened" from the top: which is the first line that you did not expect, and what should your program have done just before it?
hint-own-eyes = Make your program say what it does: a line on stderr (eprintln!) for everything that it waits for, gets and sends. stderr is free, and a failed check shows the last lines of it. Where does what it says first differ from what you think it does?
hint-example = The idea, in a small example:
hint-begin = Nothing is written yet. Open exercises/{ $folder }/README.md, "Step by step", and beside it exercises/{ $folder }/src/{ $file }: its first todo!() is part 1.
hint-next = For the next hint, when you have thought about this one:
hint-last = That was the last hint. The whole page, without riddles:
hint-last-part = That was the last hint. Write part 1, then check again: from then on hints are about what the check finds.
does-not-build-hint =
    The program does not compile, so no check has seen it yet. Look at the first error in the report, and at the line of your file that it names: often it is that line, and sometimes the one before it.

    Run this in the exercise's folder, until it says nothing:

        cargo check -q
hint-all-passed =
    { $folder }: nothing to hint at

    In the last run, everything that was checked passed. Well done!
hint-nothing-known =
    { $folder }: no hint

    In the last run no check failed, but some could not be judged; the report says why. Check again.
trouble-no-run =
    error: there is no result of { $exercise } that a hint could be about. Check it first:

    { $call }

    The last results are remembered in { $folder }, if that folder can be written to.

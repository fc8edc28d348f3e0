#!/usr/bin/env python3
"""Three Pis, their router and a talk, on one machine and without any privilege: `make demo`.

usage: demo.py FOLDER-OF-THE-PROGRAMS

Each Pi is a network namespace, a bridge is the router between them, and what runs on them are the solutions: the
relay on pi1, a chat client on each, and an image receiver on pi2 and on pi3. What their programs print is shown with
the name of the Pi before it, and what is typed here is typed there. The page "demonstration" in docs/ tells what to
show.
"""

import difflib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time

CHAT_PORT = 6000
IMAGE_PORT = 6001
NETWORK = "10.3.141."
COLOURS = {"pi1": "35", "pi2": "36", "pi3": "32"}
IMAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "image.png")

# How long to wait for something that is sure to come, unless something is wrong.
PATIENCE = 10

# A room of its own: its own users, network and processes. What was started in it ends when it ends.
ROOM = ["unshare", "--user", "--map-root-user", "--net", "--mount", "--pid", "--mount-proc", "--fork", "--kill-child"]

ENGLISH = {
    "no-tool": "demo: {0} is not here: sudo apt install iproute2 util-linux",
    "no-room": """\
demo: this machine gives an ordinary user no namespaces, without which it cannot be three Pis:
    {0}
Debian and Raspberry Pi OS allow them. Where the kernel was told not to, an administrator can:
    sudo sysctl kernel.unprivileged_userns_clone=1              on an older Debian
    sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0  on Ubuntu
    sudo sysctl user.max_user_namespaces=10000                  where it is 0
Within a container it is the container that has to allow them.""",
    "no-network": "demo: the network cannot be set up: {0}",
    "does-not-start": "demo: {0} does not start",
    "help": """\
pi1 has the relay, and each of pi1, pi2 and pi3 a client. Type a line, and end with Ctrl-D:
    pi2: hello       typed on pi2; a line without a name is typed on the same Pi as the last
    pi3: !image      sends an image to pi2, and pi2 one to pi3; !image FILE sends that file
    pi3: !stop       its client stands still, and reads no more; !go continues it
    pi3: !leave      its client ends; !join starts it again; relay: !leave and relay: !join do so with the relay
    pi1: !ss -ltn    any other command runs on that Pi: !hostname -I, !ping -c 1 10.3.141.22""",
    "ended": "has ended, status {0}",
    "killed": "was ended by {0}",
    "stopped": "stands still",
    "goes-on": "goes on",
    "saved": "is in {0}",
    "is-stopped": "stands still: !go first",
    "is-gone": "is not running: !join first",
    "is-there": "is running",
    "started": "has started",
    "only-relays": "reads nothing that is typed: type on a Pi",
    "too-long": "took too long, and was ended",
    "no-such-pi": "demo: there is no {0}, but {1}; to say a line that begins so, type {2}: {0}: …",
}

FRENCH = {
    "no-tool": "demo : {0} manque ici : sudo apt install iproute2 util-linux",
    "no-room": """\
demo : cette machine n'accorde pas d'espaces de noms à un utilisateur ordinaire ; sans eux, pas de trois Pi :
    {0}
Debian et Raspberry Pi OS les accordent. Là où le noyau a reçu l'ordre contraire, un administrateur peut le changer :
    sudo sysctl kernel.unprivileged_userns_clone=1              sur une ancienne Debian
    sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0  sur Ubuntu
    sudo sysctl user.max_user_namespaces=10000                  là où il vaut 0
Dans un conteneur, c'est au conteneur de les permettre.""",
    "no-network": "demo : le réseau ne peut pas être mis en place : {0}",
    "does-not-start": "demo : {0} ne démarre pas",
    "help": """\
pi1 a le relais, et pi1, pi2 et pi3 ont chacun un client. Tapez une ligne ; Ctrl-D pour finir :
    pi2: bonjour     tapé sur pi2 ; une ligne sans nom est tapée sur le même Pi que la précédente
    pi3: !image      envoie une image à pi2, et pi2 en envoie une à pi3 ; !image FICHIER envoie ce fichier
    pi3: !stop       son client s'immobilise et ne lit plus ; !go le fait continuer
    pi3: !leave      son client se termine ; !join le relance ; de même relay: !leave et relay: !join pour le relais
    pi1: !ss -ltn    toute autre commande est lancée sur ce Pi : !hostname -I, !ping -c 1 10.3.141.22""",
    "ended": "est terminé, statut {0}",
    "killed": "a été terminé par {0}",
    "stopped": "est immobile",
    "goes-on": "continue",
    "saved": "se trouve dans {0}",
    "is-stopped": "est immobile : d'abord !go",
    "is-gone": "ne tourne pas : d'abord !join",
    "is-there": "tourne déjà",
    "started": "a démarré",
    "only-relays": "ne lit rien de ce qui est tapé : tapez sur un Pi",
    "too-long": "durait trop longtemps, et a été terminé",
    "no-such-pi": "demo : il n'y a pas de {0}, mais {1} ; pour dire une ligne qui commence ainsi, tapez {2}: {0}: …",
}


def language():
    chosen = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return FRENCH if chosen.lower().startswith("fr") else ENGLISH


TEXTS = language()


def text(name, *arguments):
    # U+00A0 before the signs that French keeps at a distance.
    said = TEXTS[name]
    if TEXTS is FRENCH:
        for sign in ":;":
            said = said.replace(f" {sign}", f"\u00a0{sign}")
    return said.format(*arguments)


class Screen:
    """Whole lines, whichever thread has something to show."""

    def __init__(self):
        self.lock = threading.Lock()
        self.colours = sys.stdout.isatty() and "NO_COLOR" not in os.environ

    def show(self, line, colour=None):
        if colour and self.colours:
            line = f"\x1b[{colour}m{line}\x1b[0m"
        with self.lock:
            try:
                print(line, flush=True)
            except BrokenPipeError:
                # Nobody looks any more. This is the room's first process: all others end with it.
                os._exit(0)


SCREEN = Screen()


class Program:
    """A program that runs on a Pi; what it prints is shown."""

    def __init__(self, pi, name, command):
        self.pi, self.name = pi, name
        self.stopped = False
        self.heard = 0
        # In a session of its own: a Ctrl-C is for the demonstration, which then ends all programs in order.
        self.process = subprocess.Popen(
            ["nsenter", f"--net={pi.network}", *command],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
        self.follower = threading.Thread(target=self.follow, daemon=True)
        self.follower.start()

    def follow(self):
        for line in self.process.stdout:
            self.show(line.decode(errors="replace").rstrip("\r\n"))
            self.heard += 1
        status = self.process.wait()
        self.tell("ended", status) if status >= 0 else self.tell("killed", signal.Signals(-status).name)

    def show(self, line, sign="│"):
        SCREEN.show(f"{self.pi.name} {self.name:14} {sign} {line}", COLOURS[self.pi.name])

    def tell(self, name, *arguments):
        self.show(text(name, *arguments), "·")

    def runs(self):
        return self.follower.is_alive()

    def type(self, line):
        try:
            self.process.stdin.write(line.encode() + b"\n")
            self.process.stdin.flush()
        except (BrokenPipeError, ValueError):
            # It has just ended, which its follower tells.
            pass

    def closes_stdin(self):
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass

    def signal(self, number):
        if self.process.poll() is None:
            self.process.send_signal(number)

    def ends(self, patience=PATIENCE):
        """Waits until it has ended; if that takes too long, ends it."""
        self.follower.join(patience)
        if self.runs():
            self.tell("too-long")
            os.killpg(self.process.pid, signal.SIGKILL)
            self.follower.join()


class Pi:
    """A network namespace with an address, joined to the router; the process that sleeps in it keeps it."""

    def __init__(self, name, number):
        self.name, self.address = name, f"{NETWORK}{number}"
        self.sleeper = subprocess.Popen(
            ["unshare", "--net", "sh", "-c", "echo; exec sleep infinity"],
            stdout=subprocess.PIPE, start_new_session=True)
        self.sleeper.stdout.readline()
        self.network = f"/proc/{self.sleeper.pid}/ns/net"
        ip(f"link add {name} type veth peer name eth0 netns {self.sleeper.pid}")
        ip(f"link set {name} master router up")
        ip("link set lo up", within=self.network)
        ip("link set eth0 up", within=self.network)
        ip(f"address add {self.address}/24 dev eth0", within=self.network)

    def run(self, name, *command):
        return Program(self, name, command)

    def sockets(self, port):
        """The states of its sockets at this port, and what waits in each: connections, for one that listens."""
        with open(f"/proc/{self.sleeper.pid}/net/tcp") as lines:
            fields = [line.split() for line in lines]
        return [(state, queues) for _, local, _, state, queues, *_ in fields[1:] if local.endswith(f":{port:04X}")]

    def listens(self, port):
        return any(state == "0A" for state, _ in self.sockets(port))

    def has_accepted(self, port, clients):
        """As many are connected, and none still waits to be accepted."""
        sockets = self.sockets(port)
        waiting = any(state == "0A" and not queues.endswith(":00000000") for state, queues in sockets)
        return not waiting and sum(state == "01" for state, _ in sockets) == clients


class Seat:
    """Where one can type: a program that is started on a Pi, may end, and can be started again."""

    def __init__(self, name, pi, command):
        self.name, self.pi, self.command = name, pi, command
        self.program = None
        # How many lines it has still to show, or has shown, since it joined.
        self.owed = 0

    def join(self):
        self.program = self.pi.run(*self.command)
        self.owed = 0

    def runs(self):
        return self.program is not None and self.program.runs()

    def reads(self):
        return self.runs() and not self.program.stopped


class Demo:
    def __init__(self, programs):
        ip("link set lo up")
        ip("link add router type bridge")
        ip("link set router up")
        ip(f"address add {NETWORK}1/24 dev router")
        pis = [Pi("pi1", 21), Pi("pi2", 22), Pi("pi3", 23)]
        # Somebody who types sees what comes, and goes on when they like; a script has to wait.
        self.scripted = not sys.stdin.isatty()

        relay, client, receiver, self.sender = (
            os.path.join(programs, f"sol-{name}")
            for name in ("chat-relay", "chat-client", "image-receiver", "image-sender"))
        self.relay = Seat("relay", pis[0], ("chat-relay", relay, f"0.0.0.0:{CHAT_PORT}"))
        self.clients = [Seat(pi.name, pi, ("chat-client", client, f"{pis[0].address}:{CHAT_PORT}")) for pi in pis]
        self.chosen = self.clients[1]
        self.receivers = {}
        viewer = [os.environ["VIEWER"]] if os.environ.get("VIEWER") else []
        for pi in pis[1:]:
            pi.folder = os.path.join(os.path.dirname(programs), "demo", pi.name)
            self.receivers[pi] = pi.run("image-receiver", receiver, f"0.0.0.0:{IMAGE_PORT}", pi.folder, *viewer)
            self.wait(lambda pi=pi: pi.listens(IMAGE_PORT)) or fail("does-not-start", receiver)
        for seat in [self.relay, *self.clients]:
            self.join(seat)

    def join(self, seat):
        seat.join()
        if seat is self.relay:
            self.wait(lambda: seat.pi.listens(CHAT_PORT)) or fail("does-not-start", seat.command[1])
            return
        talking = sum(client.runs() for client in self.clients)
        self.wait(lambda: not seat.runs() or self.relay.pi.has_accepted(CHAT_PORT, talking))
        # Accepted, it is on the relay's list a moment later.
        time.sleep(0.2)

    def wait(self, until):
        end = time.monotonic() + PATIENCE
        while not until() and time.monotonic() < end:
            time.sleep(0.005)
        return until()

    def settle(self):
        """Waits until everybody who reads has shown what was said to them."""
        if self.relay.reads():
            self.wait(lambda: all(seat.program.heard >= seat.owed for seat in self.clients if seat.reads()))

    def obey(self, line):
        name, colon, rest = line.partition(":")
        seats = [self.relay, *self.clients]
        named = [seat for seat in seats if colon and seat.name == name.strip().lower()]
        names = [seat.name for seat in seats]
        # A slip of the fingers (pi4, p1, rely) is not meant to be said to all; other words before a colon are.
        if colon and not named and difflib.get_close_matches(name.strip().lower(), names):
            SCREEN.show(text("no-such-pi", name.strip(), ", ".join(names), self.chosen.name))
            return
        if named:
            self.chosen, line = named[0], rest.removeprefix(" ")
            if not line:
                return
        if self.scripted:
            SCREEN.show(f"{self.chosen.name}: {line}", "1")
        if line.startswith("!"):
            self.command(self.chosen, *line[1:].split(maxsplit=1))
        elif self.is_ready(self.chosen):
            self.say(self.chosen, line)
        if self.scripted:
            self.settle()

    def say(self, seat, line):
        if seat is self.relay:
            seat.program.tell("only-relays")
            return
        seat.program.type(line)
        for other in self.clients:
            if other is not seat and other.runs():
                other.owed += 1

    def command(self, seat, word="", rest=""):
        if word == "image":
            self.send_image(seat.pi, rest or IMAGE)
        elif word == "join" and not rest:
            if seat.runs():
                seat.program.tell("is-there")
            else:
                self.join(seat)
                seat.program.tell("started")
        elif word == "leave" and not rest:
            if self.is_ready(seat):
                self.leave(seat)
        elif word == "stop" and not rest:
            if self.is_ready(seat):
                seat.program.stopped = True
                seat.program.signal(signal.SIGSTOP)
                seat.program.tell("stopped")
        elif word == "go" and not rest:
            self.go(seat)
        elif word:
            seat.pi.run(word, "sh", "-c", f"{word} {rest}").ends(10)

    def is_ready(self, seat):
        if seat.reads():
            return True
        seat.program.tell("is-stopped" if seat.runs() else "is-gone")
        return False

    def send_image(self, pi, file):
        """To the first of the other Pis that has a receiver."""
        to, receiver = next((to, receiver) for to, receiver in self.receivers.items() if to is not pi)
        heard = receiver.heard
        sender = pi.run("image-sender", self.sender, f"{to.address}:{IMAGE_PORT}", file)
        sender.ends(60)
        if sender.process.returncode == 0:
            self.wait(lambda: receiver.heard > heard)
            receiver.tell("saved", os.path.join(to.folder, os.path.basename(file)))

    def go(self, seat):
        if seat.runs() and seat.program.stopped:
            seat.program.tell("goes-on")
            seat.program.stopped = False
            seat.program.signal(signal.SIGCONT)

    def leave(self, seat):
        """A client's input ends, and it with it; a relay runs until it is stopped, and its clients end then."""
        if seat is not self.relay:
            seat.program.closes_stdin()
            seat.program.ends()
            return
        seat.program.signal(signal.SIGTERM)
        for ending in [seat, *self.clients]:
            if ending.reads():
                ending.program.ends()

    def finish(self):
        seats = [*self.clients, self.relay]
        for seat in seats:
            self.go(seat)
        self.settle()
        for seat in seats:
            if seat.runs():
                self.leave(seat)


def ip(what, within=None):
    command = ["nsenter", f"--net={within}"] if within else []
    done = subprocess.run([*command, "ip", *what.split()], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        fail("no-network", f"ip {what}: {done.stdout.strip()}")


def fail(name, *arguments):
    sys.stdout.flush()
    print(text(name, *arguments), file=sys.stderr)
    sys.exit(2)


def enter_room(programs):
    """Starts this script again as the first process of a room, and waits until it has ended."""
    # On Debian `ip` is where ordinary users do not look.
    os.environ["PATH"] = os.environ.get("PATH", "/usr/bin:/bin") + ":/usr/sbin:/sbin"
    for tool in ("unshare", "nsenter", "ip"):
        if not shutil.which(tool):
            fail("no-tool", tool)
    tried = subprocess.run([*ROOM, "true"], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if tried.returncode != 0:
        fail("no-room", tried.stderr.strip() or f"unshare: {tried.returncode}")
    room = subprocess.Popen([*ROOM, sys.executable, os.path.abspath(__file__), "--within", os.path.abspath(programs)])
    # A Ctrl-C reaches the script in the room as well, which then ends what it has started in order. Other signals
    # reach this process alone: the room ends with `unshare`.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: room.kill())
    status = room.wait()
    sys.exit(status if status >= 0 else 128 - status)


def main():
    if sys.argv[1:2] != ["--within"]:
        if len(sys.argv) != 2:
            print("usage: demo.py FOLDER-OF-THE-PROGRAMS", file=sys.stderr)
            sys.exit(2)
        enter_room(sys.argv[1])
    demo = Demo(sys.argv[2])
    try:
        if not demo.scripted:
            SCREEN.show(text("help"))
        for line in sys.stdin:
            demo.obey(line.rstrip("\r\n"))
    except KeyboardInterrupt:
        SCREEN.show("")
    demo.finish()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)

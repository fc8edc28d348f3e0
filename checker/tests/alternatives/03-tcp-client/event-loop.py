# What is different: Python, one thread, a non-blocking socket, and poll() before each step, on stdin or on the socket.
import os
import selectors
import signal
import socket
import sys

SERVER = "127.0.0.1:8888"


def usage():
    print("usage: tcp-client [SERVER]", file=sys.stderr)
    sys.exit(2)


def fail(address, reason):
    print(f"tcp-client: {address}: {reason}", file=sys.stderr)
    sys.exit(1)


def split_address(text):
    host, colon, port = text.rpartition(":")
    if not colon or not (port.isascii() and port.isdigit()) or int(port) > 65535:
        usage()
    return host.removeprefix("[").removesuffix("]"), int(port)


def connect(server):
    host, port = split_address(server)
    reason = "no address"
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        fail(server, error)
    for family, kind, protocol, _, address in found:
        try:
            sock = socket.socket(family, kind, protocol)
            sock.connect(address)
            return sock
        except OSError as error:
            reason = error
    fail(server, reason)


def shown(reply):
    return reply[:-1].removesuffix(b"\r").decode("utf-8", "replace").encode() + b"\n"


# What is unread when a socket is closed would make the system reset the connection.
def close(sock):
    try:
        sock.shutdown(socket.SHUT_WR)
        sock.setblocking(False)
        while sock.recv(65536):
            pass
    except OSError:
        pass
    sock.close()


def main():
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    args = sys.argv[1:]
    if len(args) > 1:
        usage()
    server = args[0] if args else SERVER
    sock = connect(server)
    sock.setblocking(False)
    typed, typing = b"", True  # what stdin gave and was not sent yet
    unsent, owed = b"", False
    received = bytearray()
    while True:
        # One step as long as there is one, and then wait for the one thing that is missing.
        if unsent:
            wanted, event = sock, selectors.EVENT_WRITE
        elif owed:
            wanted, event = sock, selectors.EVENT_READ
        else:
            line, newline, rest = typed.partition(b"\n")
            if newline or (not typing and line):
                unsent, typed, owed = line + b"\n", rest, True
                continue
            if not typing:
                break
            wanted, event = 0, selectors.EVENT_READ
        # poll, because epoll refuses the files that stdin may be.
        with selectors.PollSelector() as events:
            events.register(wanted, event)
            events.select()
        try:
            if wanted == 0:
                data = os.read(0, 65536)
                typed += data
                typing = bool(data)
            elif event == selectors.EVENT_WRITE:
                unsent = unsent[sock.send(unsent[:262144]) :]
            else:
                data = sock.recv(65536)
                if not data:
                    fail(server, "the server closed before the end of its reply")
                received += data
        except BlockingIOError:
            continue
        except OSError as error:
            fail(server, error)
        if owed and b"\n" in received:
            reply, _, received = received.partition(b"\n")
            line = shown(bytes(reply) + b"\n")
            while line:
                line = line[os.write(1, line) :]
            owed = False
    close(sock)


main()

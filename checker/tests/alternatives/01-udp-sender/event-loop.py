# What is different: Python, one thread that waits in poll() for its stdin, for room in its non-blocking socket and
# for the time of the next MESSAGE; it puts the lines together itself, from whatever os.read gives.
import os
import selectors
import signal
import socket
import sys
import time

DEST = "127.0.0.1:8888"


def usage():
    print("usage: udp-sender [DEST [MESSAGE [EVERY]]]", file=sys.stderr)
    sys.exit(2)


def fail(address, reason):
    print(f"udp-sender: {address}: {reason}", file=sys.stderr)
    sys.exit(1)


def split_address(text):
    host, colon, port = text.rpartition(":")
    if not colon or not (port.isascii() and port.isdigit()) or int(port) > 65535:
        usage()
    return host.removeprefix("[").removesuffix("]"), int(port)


def open_socket(dest, host, port):
    reason = "no address"
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)
    except (OSError, UnicodeError) as error:
        fail(dest, error)
    for family, kind, protocol, _, address in found:
        try:
            sock = socket.socket(family, kind, protocol)
            sock.setblocking(False)
            return sock, address
        except OSError as error:
            reason = error
    fail(dest, reason)


def main():
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    args = sys.argv[1:]
    if len(args) > 3:
        usage()
    dest = args[0] if args else DEST
    host, port = split_address(dest)
    every = None
    if len(args) == 3:
        if not (args[2].isascii() and args[2].isdigit()) or int(args[2]) == 0:
            usage()
        every = int(args[2]) / 1000
    sock, address = open_socket(dest, host, port)

    # poll, because epoll refuses the files that stdin may be.
    writable = selectors.PollSelector()
    writable.register(sock, selectors.EVENT_WRITE)

    def send(data):
        while True:
            try:
                sock.sendto(data, address)
                return
            except BlockingIOError:
                writable.select()
            except OSError as error:
                fail(dest, f"{len(data)} bytes in one datagram: {error}")

    events = selectors.PollSelector()
    if len(args) < 2:
        events.register(0, selectors.EVENT_READ)
        pieces = []
        while True:
            events.select()
            data = os.read(0, 65536)
            if not data:
                break
            *lines, last = data.split(b"\n")
            for line in lines:
                send(b"".join(pieces) + line + b"\n")
                pieces = []
            pieces.append(last)
        rest = b"".join(pieces)
        if rest:
            send(rest)
        return
    data = os.fsencode(args[1]) + b"\n"
    first = time.monotonic()
    count = 0
    send(data)
    while every:
        count += 1
        while (wait := first + count * every - time.monotonic()) > 0:
            events.select(min(wait, 3600))
        send(data)


main()

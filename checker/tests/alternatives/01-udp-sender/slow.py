# What is different: Python that sleeps 5 ms between everything it does.
import os
import signal
import socket
import sys
import time

DEST = "127.0.0.1:8888"


# Called between any two things that it does, but for EVERY, whose times are promised.
def dawdle():
    time.sleep(0.005)


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
            dawdle()
            return socket.socket(family, kind, protocol), address
        except OSError as error:
            reason = error
    fail(dest, reason)


def main():
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    dawdle()
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
    dawdle()
    sock, address = open_socket(dest, host, port)

    def send(data):
        try:
            sock.sendto(data, address)
        except OSError as error:
            fail(dest, f"{len(data)} bytes in one datagram: {error}")

    if len(args) < 2:
        dawdle()
        for line in sys.stdin.buffer:
            dawdle()
            send(line)
            dawdle()
        return
    dawdle()
    data = os.fsencode(args[1]) + b"\n"
    first = time.monotonic()
    send(data)
    count = 0
    while every:
        count += 1
        while (wait := first + count * every - time.monotonic()) > 0:
            time.sleep(min(wait, 3600))
        send(data)


main()

# What is different: Python with two threads: one reads stdin and puts the lines into a queue, the other one sends.
import os
import queue
import signal
import socket
import sys
import threading
import time

DEST = "127.0.0.1:8888"


def end(status, line=None):
    # Not sys.exit: the reader may be blocked in stdin for ever.
    if line:
        print(line, file=sys.stderr, flush=True)
    os._exit(status)


def usage():
    end(2, "usage: udp-sender [DEST [MESSAGE [EVERY]]]")


def fail(address, reason):
    end(1, f"udp-sender: {address}: {reason}")


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
            return socket.socket(family, kind, protocol), address
        except OSError as error:
            reason = error
    fail(dest, reason)


def read_stdin(lines):
    for line in sys.stdin.buffer:
        lines.put(line)
    lines.put(None)


def repeat(lines, line, every):
    first = time.monotonic()
    count = 0
    while True:
        lines.put(line)
        count += 1
        while (wait := first + count * every - time.monotonic()) > 0:
            time.sleep(min(wait, 3600))


def main():
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    args = sys.argv[1:]
    if len(args) > 3:
        usage()
    dest = args[0] if args else DEST
    host, port = split_address(dest)
    if len(args) == 3 and (not (args[2].isascii() and args[2].isdigit()) or int(args[2]) == 0):
        usage()
    sock, address = open_socket(dest, host, port)

    lines = queue.Queue()
    if len(args) < 2:
        threading.Thread(target=read_stdin, args=[lines], daemon=True).start()
    else:
        line = os.fsencode(args[1]) + b"\n"
        if len(args) == 3:
            threading.Thread(target=repeat, args=[lines, line, int(args[2]) / 1000], daemon=True).start()
        else:
            lines.put(line)
            lines.put(None)
    while (line := lines.get()) is not None:
        try:
            sock.sendto(line, address)
        except OSError as error:
            fail(dest, f"{len(line)} bytes in one datagram: {error}")
    end(0)


main()

# What is different: Python with three threads: one receives, one prints, one sends, each with a queue of its own.
import os
import queue
import socket
import sys
import threading


def usage():
    print("usage: robot-relay [BIND [ROBOT…]]", file=sys.stderr)
    sys.exit(2)


def fail(address, reason):
    print(f"robot-relay: {address}: {reason}", file=sys.stderr, flush=True)
    os._exit(1)


def split_address(text):
    host, colon, port = text.rpartition(":")
    if not colon or not (port.isascii() and port.isdigit()) or int(port) > 65535:
        usage()
    return host.removeprefix("[").removesuffix("]"), int(port)


def found(text, family=0):
    host, port = split_address(text)
    try:
        return [(entry[0], entry[4]) for entry in socket.getaddrinfo(host, port, family, socket.SOCK_DGRAM)]
    except (OSError, UnicodeError) as error:
        fail(text, error)


def listen(bind):
    reason = "no address"
    for family, address in found(bind):
        try:
            sock = socket.socket(family, socket.SOCK_DGRAM)
            sock.bind(address)
            return sock
        except OSError as error:
            reason = error
    fail(bind, reason)


def shown(data, sender):
    host, port = sender[:2]
    if ":" in host:
        host = f"[{host}]"
    text = data.decode("utf-8", "replace")
    if text.endswith("\n"):
        text = text[:-1].removesuffix("\r")
    return f"{host}:{port} {text}\n".encode()


def receive(sock, arrived):
    while True:
        arrived.put(sock.recvfrom(65536))


def print_all(to_print):
    while True:
        data, sender = to_print.get()
        try:
            sys.stdout.buffer.write(shown(data, sender))
            sys.stdout.buffer.flush()
        except OSError as error:
            fail("stdout", error)


def main():
    bind, *names = sys.argv[1:] or ["0.0.0.0:4455"]
    for name in [bind, *names]:
        split_address(name)
    sock = listen(bind)
    robots = [found(name, sock.family)[0][1][:2] for name in names]
    arrived, to_print = queue.Queue(), queue.Queue()
    threading.Thread(target=receive, args=[sock, arrived], daemon=True).start()
    threading.Thread(target=print_all, args=[to_print], daemon=True).start()
    while True:
        data, sender = arrived.get()
        to_print.put((data, sender))
        if sender[:2] not in robots:
            continue
        for robot in robots:
            if robot != sender[:2]:
                try:
                    sock.sendto(data, robot)
                except OSError as error:
                    print(f"{robot}: {error}", file=sys.stderr)


main()

# What is different: Python, one thread and no queue: it waits in epoll, then takes all that a non-blocking socket has.
import os
import selectors
import socket
import sys


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


def main():
    bind, *names = sys.argv[1:] or ["0.0.0.0:4455"]
    for name in [bind, *names]:
        split_address(name)
    sock = listen(bind)
    sock.setblocking(False)
    robots = {found(name, sock.family)[0][1][:2] for name in names}
    events = selectors.DefaultSelector()
    events.register(sock, selectors.EVENT_READ)
    while True:
        events.select()
        arrived = []
        try:
            while True:
                arrived.append(sock.recvfrom(65536))
        except BlockingIOError:
            pass
        for data, sender in arrived:
            if sender[:2] not in robots:
                continue
            for robot in robots - {sender[:2]}:
                sock.sendto(data, robot)
            line = shown(data, sender)
            while line:
                line = line[os.write(1, line):]


main()

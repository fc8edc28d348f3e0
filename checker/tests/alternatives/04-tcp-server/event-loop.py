# What is different: Python, one thread, non-blocking sockets and epoll; who does not read is no longer read from.
import os
import selectors
import signal
import socket
import sys
import time

BIND = "0.0.0.0:8888"

# While so much waits for a client, nothing more is read from it.
ENOUGH = 1 << 20


def usage():
    print("usage: tcp-server [BIND]", file=sys.stderr)
    sys.exit(2)


def fail(address, reason):
    print(f"tcp-server: {address}: {reason}", file=sys.stderr)
    sys.exit(1)


def split_address(text):
    host, colon, port = text.rpartition(":")
    if not colon or not (port.isascii() and port.isdigit()) or int(port) > 65535:
        usage()
    return host.removeprefix("[").removesuffix("]"), int(port)


def listen(bind):
    host, port = split_address(bind)
    reason = "no address"
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        fail(bind, error)
    for family, kind, protocol, _, address in found:
        try:
            sock = socket.socket(family, kind, protocol)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            sock.bind(address)
            sock.listen(128)
            sock.setblocking(False)
            return sock
        except OSError as error:
            reason = error
    fail(bind, reason)


def shown_address(address):
    host, port = address[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def take_end_off(line):
    return line[:-1].removesuffix(b"\r") if line.endswith(b"\n") else line


def show(name, line):
    data = f"{name} {line.decode('utf-8', 'replace')}\n".encode()
    while data:
        data = data[os.write(1, data) :]


class Client:
    def __init__(self, sock, address):
        sock.setblocking(False)
        self.sock = sock
        self.name = shown_address(address)
        self.line = bytearray()
        self.unsent = bytearray()
        self.sending = True  # the other end may still send

    def answer(self, line):
        line = take_end_off(bytes(line))
        self.unsent += b"OK ... " + line + b"\n"
        show(self.name, line)

    def wanted(self):
        wanted = selectors.EVENT_WRITE if self.unsent else 0
        if self.sending and len(self.unsent) < ENOUGH:
            wanted |= selectors.EVENT_READ
        return wanted

    def go_on(self, ready):
        if ready & selectors.EVENT_READ:
            data = self.sock.recv(65536)
            *lines, rest = data.split(b"\n")
            for line in lines:
                self.answer(self.line + line + b"\n")
                self.line.clear()
            self.line += rest
            if not data:
                self.sending = False
                if self.line:
                    self.answer(self.line)
        if self.unsent:
            del self.unsent[: self.sock.send(self.unsent[:262144])]


def main():
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    args = sys.argv[1:]
    if len(args) > 1:
        usage()
    server = listen(args[0] if args else BIND)
    events = selectors.DefaultSelector()
    events.register(server, selectors.EVENT_READ)
    while True:
        for key, ready in events.select():
            client = key.data
            try:
                if client is None:
                    client = Client(*server.accept())
                    events.register(client.sock, selectors.EVENT_READ, client)
                    continue
                client.go_on(ready)
                wanted = client.wanted()
            except BlockingIOError:
                wanted = client.wanted() if client else 0
            except OSError:
                wanted = 0
            if client is None:
                time.sleep(0.01)
            elif wanted:
                events.modify(client.sock, wanted, client)
            else:
                events.unregister(client.sock)
                client.sock.close()


main()

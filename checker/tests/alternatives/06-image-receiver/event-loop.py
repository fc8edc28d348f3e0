# What is different: Python with selectors and generators: each sender is a generator that asks for its next bytes.
import os
import selectors
import socket
import subprocess
import sys

PIECE = 1 << 16


class Refused(Exception):
    pass


def usage(why):
    print("usage: image-receiver [BIND [DIR [VIEWER]]]:", why, file=sys.stderr)
    sys.exit(2)


def split(address):
    host, colon, port = address.rpartition(":")
    if not colon or not port.isdigit() or int(port) > 65535:
        usage(address)
    return host.strip("[]"), int(port)


class Transfer:
    number = 0

    def __init__(self, connection, address, folder):
        self.connection, self.ip, self.folder = connection, address[0], folder
        self.part = None
        self.steps = self.run()
        next(self.steps)

    def exactly(self, count):
        data = b""
        while len(data) < count:
            data += yield count - len(data)
        return data

    def run(self):
        length = int.from_bytes((yield from self.exactly(2)), "big")
        if not 1 <= length <= 255:
            raise Refused("a name of %d bytes" % length)
        self.name = self.good((yield from self.exactly(length)))
        self.size = int.from_bytes((yield from self.exactly(8)), "big")
        if self.size >= 1 << 50:
            raise Refused("%d bytes are too many" % self.size)
        Transfer.number += 1
        self.part = os.path.join(self.folder, ".incoming.%d" % Transfer.number)
        left = self.size
        with open(self.part, "wb", buffering=0) as file:
            while left:
                piece = yield min(left, PIECE)
                file.write(piece)
                left -= len(piece)
        self.path = os.path.join(self.folder, self.name)
        os.rename(self.part, self.path)
        self.part = None

    def good(self, name):
        try:
            name = name.decode("utf-8")
        except UnicodeDecodeError as error:
            raise Refused(str(error))
        if name in ("", ".", "..") or set(name) & set("/\\\0"):
            raise Refused("%r is no name" % name)
        return name

    def forget(self):
        self.steps.close()
        if self.part:
            try:
                os.unlink(self.part)
            except OSError:
                pass


def go_on(transfer, wanted, selector, viewer):
    """Takes in what is there; gives how much is wanted next, or None when it is over."""
    try:
        data = transfer.connection.recv(wanted)
        if data:
            return transfer.steps.send(data)
        answer = None
    except StopIteration:
        sys.stdout.write("%s %s %d\n" % (transfer.ip, transfer.name, transfer.size))
        sys.stdout.flush()
        answer = "OK %d\n" % transfer.size
        if viewer:
            try:
                subprocess.Popen([viewer, transfer.path])
            except OSError as error:
                print(error, file=sys.stderr)
    except BlockingIOError:
        return wanted
    except (Refused, OSError) as error:
        answer = "ERR %s\n" % " ".join(str(error).split())
    transfer.forget()
    if answer:
        try:
            transfer.connection.send(answer.encode())
        except OSError:
            pass
    selector.unregister(transfer.connection)
    transfer.connection.close()
    return None


def main():
    if len(sys.argv) > 4:
        usage("too many arguments")
    bind, folder, viewer = (sys.argv[1:] + ["0.0.0.0:6001", ".", None][len(sys.argv) - 1:])
    host, port = split(bind)
    try:
        os.makedirs(folder, exist_ok=True)
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError as error:
        print("%s: %s" % (bind, error), file=sys.stderr)
        sys.exit(1)
    selector = selectors.DefaultSelector()
    selector.register(listener, selectors.EVENT_READ)
    while True:
        for key, _ in selector.select():
            if key.fileobj is listener:
                connection, address = listener.accept()
                connection.setblocking(False)
                selector.register(connection, selectors.EVENT_READ, [Transfer(connection, address, folder), 2])
                continue
            transfer, wanted = key.data
            key.data[1] = go_on(transfer, wanted, selector, viewer)


main()

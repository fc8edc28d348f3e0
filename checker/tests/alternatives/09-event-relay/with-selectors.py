# What is different: Python with selectors, which are level-triggered: it reads once for an event, and asks for room to
# write only while something waits. What waits for a client is one bytearray.
import selectors
import socket
import sys

MOST_WAITING = 1 << 20
LONGEST = 1 << 17
USAGE = "usage: event-relay [BIND]\n"
selector = selectors.DefaultSelector()
clients = set()


class Client:
    def __init__(self, connection, address):
        self.connection, self.prefix = connection, address[0].encode() + b": "
        self.begun, self.waiting = bytearray(), bytearray()
        connection.setblocking(False)
        selector.register(connection, selectors.EVENT_READ, self)
        clients.add(self)

    def go_on(self, events):
        if events & selectors.EVENT_WRITE:
            self.write()
        if events & selectors.EVENT_READ and self in clients:
            self.read()

    def read(self):
        try:
            data = self.connection.recv(8192)
        except BlockingIOError:
            return
        except OSError:
            return self.leave()
        end = data.rfind(b"\n") + 1
        said = bytes(self.begun + data[:end]) if end else b""
        if end:
            self.begun = bytearray()
        self.begun += data[end:]
        if not data and self.begun:
            said = bytes(self.begun) + b"\n"
        lines = said.split(b"\n")[:-1]
        if lines:
            told = b"".join(self.prefix + line.removesuffix(b"\r") + b"\n" for line in lines)
            for other in list(clients):
                if other is not self:
                    other.tell(told)
        if not data or len(self.begun) > LONGEST:
            self.leave()

    def tell(self, told):
        self.waiting += told
        self.write()
        if len(self.waiting) > MOST_WAITING:
            self.leave()

    def write(self):
        try:
            sent = self.connection.send(self.waiting) if self.waiting else 0
        except BlockingIOError:
            sent = 0
        except OSError:
            return self.leave()
        del self.waiting[:sent]
        wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if self.waiting else 0)
        if self in clients and selector.get_key(self.connection).events != wanted:
            selector.modify(self.connection, wanted, self)

    def leave(self):
        if self in clients:
            clients.remove(self)
            selector.unregister(self.connection)
            self.connection.close()


def listening(bind):
    host, colon, port = bind.rpartition(":")
    if not colon or not port.isdigit() or int(port) > 65535:
        sys.stderr.write(USAGE)
        sys.exit(2)
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
        return listener
    except OSError as error:
        sys.stderr.write(f"{bind}: {error}\n")
        sys.exit(1)


def main():
    if len(sys.argv) > 2:
        sys.stderr.write(USAGE)
        sys.exit(2)
    listener = listening(sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:6000")
    selector.register(listener, selectors.EVENT_READ)
    while True:
        for key, events in selector.select():
            if key.fileobj is listener:
                Client(*listener.accept())
            elif key.data in clients:
                key.data.go_on(events)


main()

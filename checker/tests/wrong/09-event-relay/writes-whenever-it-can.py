# wrong: Python with selectors: it asks for room to write also when it has nothing to write, what finds no room is
# lost, and its port stays taken.
# loses: 09.restarts-at-once 09.idle 09.catches-up
# named: no-reuse-address
import select
import selectors
import socket
import sys

selector = selectors.DefaultSelector()
clients = {}


def told(connection, data):
    address, begun = clients[connection]
    *lines, rest = (begun + data).split(b"\n")
    clients[connection] = address, rest
    if not data and rest:
        lines.append(rest)
    return b"".join(address.encode() + b": " + line.removesuffix(b"\r") + b"\n" for line in lines)


def leave(connection):
    selector.unregister(connection)
    del clients[connection]
    connection.close()


def read(connection):
    try:
        data = connection.recv(65536)
    except OSError:
        return leave(connection)
    lines = told(connection, data)
    for other in list(clients):
        if other is not connection and lines:
            try:
                for line in lines.splitlines(True):
                    # Where there is no room, there is none.
                    if select.select([], [other], [], 0)[1]:
                        other.send(line)
            except OSError:
                leave(other)
    if not data:
        leave(connection)


def main():
    bind = sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:6000"
    host, colon, port = bind.rpartition(":")
    if len(sys.argv) > 2 or not colon or not port.isdigit() or int(port) > 65535:
        print("usage: event-relay [BIND]", file=sys.stderr)
        return 2
    try:
        family = socket.AF_INET6 if host.startswith("[") else socket.AF_INET
        listener = socket.socket(family)
        listener.bind((host.strip("[]"), int(port)))
    except OSError as error:
        print(f"{bind}: {error}", file=sys.stderr)
        return 1
    listener.listen()
    selector.register(listener, selectors.EVENT_READ)
    while True:
        for key, events in selector.select():
            if key.fileobj is listener:
                connection, address = listener.accept()
                connection.setblocking(False)
                clients[connection] = address[0], b""
                selector.register(connection, selectors.EVENT_READ | selectors.EVENT_WRITE)
            elif key.fileobj in clients and events & selectors.EVENT_READ:
                read(key.fileobj)


sys.exit(main())

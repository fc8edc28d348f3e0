# What is different: Python with select(2) and lists of sockets; once a second it wakes up to count its clients. What
# waits for a client are the lines themselves, shared by all for whom they wait.
import collections
import select
import socket
import sys

MOST_WAITING = 1 << 20
LONGEST = 1 << 17


class Client:
    def __init__(self, address):
        self.prefix, self.begun = address[0].encode() + b": ", b""
        self.lines, self.waiting = collections.deque(), 0


def told_by(client, data):
    *lines, client.begun = (client.begun + data).split(b"\n")
    if not data and client.begun:
        lines, client.begun = [client.begun], b""
    return [client.prefix + line.removesuffix(b"\r") + b"\n" for line in lines]


def write(connection, client):
    while client.lines:
        try:
            sent = connection.send(client.lines[0])
        except BlockingIOError:
            return
        client.waiting -= sent
        rest = client.lines.popleft()[sent:]
        if rest:
            client.lines.appendleft(rest)


def serve(listener):
    clients, seconds = {}, 0
    listener.setblocking(False)
    while True:
        full = [connection for connection, client in clients.items() if client.lines]
        readable, writable, _ = select.select([listener, *clients], full, [], 1)
        if not readable and not writable:
            seconds += 1
            print(f"{seconds} quiet seconds, {len(clients)} clients", file=sys.stderr)
        gone = set()
        for connection in readable:
            if connection is listener:
                new, address = listener.accept()
                new.setblocking(False)
                clients[new] = Client(address)
                continue
            try:
                data = connection.recv(1 << 16)
            except BlockingIOError:
                continue
            except OSError:
                gone.add(connection)
                continue
            lines = told_by(clients[connection], data)
            for other, client in clients.items():
                if other is not connection and other not in gone:
                    client.lines.extend(lines)
                    client.waiting += sum(map(len, lines))
            if not data or len(clients[connection].begun) > LONGEST:
                gone.add(connection)
        for connection, client in clients.items():
            try:
                write(connection, client)
            except OSError:
                gone.add(connection)
            if client.waiting > MOST_WAITING:
                gone.add(connection)
        for connection in gone:
            del clients[connection]
            connection.close()


def main():
    bind = sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:6000"
    host, colon, port = bind.rpartition(":")
    if len(sys.argv) > 2 or not colon or not port.isdigit() or int(port) > 65535:
        print("usage: event-relay [BIND]", file=sys.stderr)
        sys.exit(2)
    try:
        family = socket.AF_INET6 if host.startswith("[") else socket.AF_INET
        address = socket.getaddrinfo(host.strip("[]"), port, family, socket.SOCK_STREAM)[0][4]
        listener = socket.create_server(address[:2], family=family)
    except OSError as error:
        print(f"{bind}: {error}", file=sys.stderr)
        sys.exit(1)
    serve(listener)


main()

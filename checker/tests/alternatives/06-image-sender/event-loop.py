# What is different: Python with selectors and a socket that never blocks: it sends while there is room and listens for
# the answer all the time.
import os
import selectors
import socket
import sys


class Failed(Exception):
    pass


def usage(text):
    sys.stderr.write("usage: image-sender [SERVER [FILE]]\n%s\n" % text)
    raise SystemExit(2)


def connected(server, host, port):
    why = Failed("%s: no address" % server)
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        connection = socket.socket(family, kind, protocol)
        try:
            connection.connect(address)
            return connection
        except OSError as error:
            connection.close()
            why = Failed("%s: %s" % (server, error))
    raise why


def exchange(connection, head, file):
    connection.setblocking(False)
    selector = selectors.DefaultSelector()
    selector.register(connection, selectors.EVENT_READ | selectors.EVENT_WRITE)
    waiting, answer = memoryview(head), b""
    while True:
        for _, events in selector.select():
            if events & selectors.EVENT_READ:
                came = connection.recv(4096)
                answer += came
                if not came or b"\n" in answer:
                    return answer
            if events & selectors.EVENT_WRITE:
                if not waiting:
                    waiting = memoryview(file.read(1 << 18))
                if waiting:
                    waiting = waiting[connection.send(waiting):]
                else:
                    selector.modify(connection, selectors.EVENT_READ)


def main():
    server, path = (sys.argv[1:] + ["127.0.0.1:6001", "image.png"][len(sys.argv) - 1:]) if len(sys.argv) < 4 else usage("")
    host, colon, port = server.rpartition(":")
    if not colon or not port.isdigit() or int(port) > 65535:
        usage(server)
    try:
        with open(path, "rb") as file:
            size = os.stat(path).st_size
            name = os.path.split(path)[1].encode("utf-8")
            head = len(name).to_bytes(2, "big") + name + size.to_bytes(8, "big")
            answer = exchange(connected(server, host.strip("[]"), port), head, file)
    except (OSError, UnicodeError) as error:
        raise Failed("%s, %s: %s" % (server, path, error))
    if answer != b"OK %d\n" % size:
        raise Failed("%s answered %r" % (server, answer))


try:
    main()
except Failed as error:
    sys.stderr.write("%s\n" % error)
    raise SystemExit(1)

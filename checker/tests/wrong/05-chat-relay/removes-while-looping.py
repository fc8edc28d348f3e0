# wrong: Who has left is taken off the list in the loop that goes through it: the one behind is skipped.
# loses: 05.leaving
# named: removes-while-looping
# not: keeps-who-left-out loses-the-last-line
import queue
import socket
import sys
import threading

LONGEST_LINE = 1 << 17
TOO_MUCH = 4 << 20

clients = []
lock = threading.Lock()


class Client:
    def __init__(self, connection, ip):
        self.connection = connection
        self.ip = ip.removeprefix("::ffff:").encode()
        self.waiting = queue.SimpleQueue()
        self.size = 0
        self.gone = False

    def tell(self, line):
        if self.gone:
            raise OSError("has left")
        if self.size > TOO_MUCH:
            self.leaves()
            raise OSError("does not read")
        self.size += len(line)
        self.waiting.put(line)

    def write(self):
        while line := self.waiting.get():
            try:
                self.connection.sendall(line)
            except OSError:
                self.gone = True
                break
            self.size -= len(line)
        self.connection.close()

    def leaves(self):
        self.gone = True
        self.waiting.put(None)
        try:
            self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

    def read(self):
        try:
            with self.connection.makefile("rb") as lines:
                while line := lines.readline(LONGEST_LINE):
                    if len(line) == LONGEST_LINE:
                        break
                    tell_others(self, line.removesuffix(b"\n").removesuffix(b"\r"))
        except OSError:
            pass
        self.leaves()


def tell_others(sender, line):
    with lock:
        for client in clients:
            if client is not sender:
                try:
                    client.tell(sender.ip + b": " + line + b"\n")
                except OSError:
                    clients.remove(client)


def usage():
    print("usage: chat-relay [BIND]", file=sys.stderr)
    sys.exit(2)


def main():
    bind = (sys.argv[1:] or ["0.0.0.0:6000"])[0]
    host, colon, port = bind.rpartition(":")
    if len(sys.argv) > 2 or not colon or not port.isdecimal() or int(port) > 65535:
        usage()
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(128)
    except OSError as error:
        print(f"{bind}: {error}", file=sys.stderr)
        sys.exit(1)
    while True:
        connection, address = listener.accept()
        client = Client(connection, address[0])
        with lock:
            clients.append(client)
        threading.Thread(target=client.read, daemon=True).start()
        threading.Thread(target=client.write, daemon=True).start()


main()

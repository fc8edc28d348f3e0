# What is different: Python with two threads for each client, and a queue between them that is let go when it is full.
import queue
import socket
import sys
import threading

MOST_PIECES = 256
LONGEST = 100_000
clients = {}
lock = threading.Lock()


def usage():
    print("usage: chat-relay [BIND]", file=sys.stderr)
    sys.exit(2)


def write(connection, pieces):
    while (piece := pieces.get()) is not None:
        try:
            connection.sendall(piece)
        except OSError:
            break
    end(connection)


def end(connection):
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass


def tell_others(sender, lines):
    with lock:
        others = [other for other in clients.items() if other[0] is not sender]
    for connection, pieces in others:
        try:
            # Waiting a little is what lets those who read keep pace with those who talk.
            pieces.put(lines, timeout=0.3)
        except queue.Full:
            with lock:
                clients.pop(connection, None)
            end(connection)


def lines_of(connection):
    begun = b""
    while data := connection.recv(65536):
        *whole, begun = (begun + data).split(b"\n")
        if whole:
            yield [line.removesuffix(b"\r") for line in whole]
        if len(begun) > LONGEST:
            return
    if begun:
        yield [begun]


def serve(connection, address):
    pieces = queue.Queue(MOST_PIECES)
    threading.Thread(target=write, args=(connection, pieces), daemon=True).start()
    with lock:
        clients[connection] = pieces
    prefix = address[0].encode() + b": "
    try:
        for lines in lines_of(connection):
            tell_others(connection, b"".join(prefix + line + b"\n" for line in lines))
    except OSError as error:
        print(address[0], error, file=sys.stderr)
    with lock:
        clients.pop(connection, None)
    end(connection)
    while True:
        try:
            pieces.put_nowait(None)
            break
        except queue.Full:
            try:
                pieces.get_nowait()
            except queue.Empty:
                pass
    connection.close()


def main():
    if len(sys.argv) > 2:
        usage()
    bind = sys.argv[1] if len(sys.argv) == 2 else "0.0.0.0:6000"
    host, colon, port = bind.rpartition(":")
    if not colon or not port.isdigit() or int(port) > 65535:
        usage()
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(100)
    except OSError as error:
        print(f"{bind}: {error}", file=sys.stderr)
        sys.exit(1)
    while True:
        connection, address = listener.accept()
        threading.Thread(target=serve, args=(connection, address), daemon=True).start()


try:
    main()
except KeyboardInterrupt:
    pass

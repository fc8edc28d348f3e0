# wrong: A thread reads from each client and another one writes to it, as in exercise 05: no loop at all.
# loses: 09.one-thread 09.too-far-behind 09.bounded-memory
# named: thread-for-each-client
import queue
import socket
import sys
import threading

clients = {}
lock = threading.Lock()


def tell_others(sender, line):
    with lock:
        for connection, waiting in clients.items():
            if connection is not sender:
                waiting.put(line)


def write(connection, waiting):
    while line := waiting.get():
        try:
            connection.sendall(line)
        except OSError:
            return


def serve(connection, address):
    waiting = queue.SimpleQueue()
    with lock:
        clients[connection] = waiting
    threading.Thread(target=write, args=(connection, waiting), daemon=True).start()
    try:
        with connection.makefile("rb") as lines:
            while line := lines.readline(1 << 17):
                text = line.removesuffix(b"\n")
                if text is line and len(line) == 1 << 17:
                    break
                tell_others(connection, address[0].encode() + b": " + text.removesuffix(b"\r") + b"\n")
    except OSError:
        pass
    with lock:
        del clients[connection]
    waiting.put(b"")
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    connection.close()


def main():
    bind = sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:6000"
    host, colon, port = bind.rpartition(":")
    if len(sys.argv) > 2 or not colon or not port.isdigit() or int(port) > 65535:
        print("usage: event-relay [BIND]", file=sys.stderr)
        return 2
    try:
        family = socket.AF_INET6 if host.startswith("[") else socket.AF_INET
        listener = socket.create_server((host.strip("[]"), int(port)), family=family)
    except OSError as error:
        print(f"{bind}: {error}", file=sys.stderr)
        return 1
    while True:
        threading.Thread(target=serve, args=listener.accept(), daemon=True).start()


sys.exit(main())

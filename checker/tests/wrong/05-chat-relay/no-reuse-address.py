# wrong: SO_REUSEADDR is forgotten, and nothing else
# only: 05.restarts-at-once
# named: no-reuse-address
import queue
import signal
import socket
import sys
import threading

clients = {}
lock = threading.Lock()


def write(client, lines):
    while (line := lines.get()) is not None:
        try:
            client.sendall(line)
        except OSError:
            return


def tell_others(client, line):
    with lock:
        others = [(other, lines) for other, lines in clients.items() if other is not client]
    for other, lines in others:
        try:
            lines.put(line, timeout=0.1)
        except queue.Full:
            forget(other)


def forget(client):
    with lock:
        lines = clients.pop(client, None)
    try:
        client.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    if lines is None:
        return
    while True:
        try:
            return lines.put_nowait(None)
        except queue.Full:
            lines.get()


def serve(client, address):
    lines = queue.Queue(100)
    with lock:
        clients[client] = lines
    threading.Thread(target=write, args=(client, lines), daemon=True).start()
    try:
        with client, client.makefile("rb") as said:
            while line := said.readline(100_000):
                if len(line) == 100_000:
                    break
                if line.endswith(b"\n"):
                    line = line[:-1].removesuffix(b"\r")
                tell_others(client, address[0].encode() + b": " + line + b"\n")
            forget(client)
    except OSError:
        pass
    forget(client)


signal.signal(signal.SIGINT, signal.SIG_DFL)
bind = sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:6000"
host, _, port = bind.rpartition(":")
if len(sys.argv) > 2 or not host or not port.isdigit() or int(port) > 65535:
    print("usage: chat-relay [BIND]", file=sys.stderr)
    sys.exit(2)
try:
    family, _, _, _, address = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
    server = socket.socket(family, socket.SOCK_STREAM)
    server.bind(address)
    server.listen()
except (OSError, UnicodeError) as error:
    print(f"{bind}: {error}", file=sys.stderr)
    sys.exit(1)
while True:
    threading.Thread(target=serve, args=server.accept(), daemon=True).start()

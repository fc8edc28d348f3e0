# wrong: select() in one thread, and a `return` that stands a level too deep: of the others, the first alone is told
# loses: 05.everybody
# named: tells-some-only
import select
import signal
import socket
import sys

signal.signal(signal.SIGINT, signal.SIG_DFL)
if len(sys.argv) > 2:
    sys.exit("usage: chat-relay [BIND]")
host, port = (sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:6000").rsplit(":", 1)
server = socket.create_server((host, int(port)))

clients = []
unfinished = {}


def tell_others(sender, line):
    for client in clients:
        if client is not sender:
            client.sendall(sender.getpeername()[0].encode() + b": " + line + b"\n")
            return


while True:
    readable, _, _ = select.select([server] + clients, [], [])
    for ready in readable:
        if ready is server:
            client, _ = server.accept()
            clients.append(client)
            unfinished[client] = b""
            continue
        data = ready.recv(65536)
        if not data:
            clients.remove(ready)
            ready.close()
            continue
        *lines, unfinished[ready] = (unfinished[ready] + data).split(b"\n")
        for line in lines:
            tell_others(ready, line)

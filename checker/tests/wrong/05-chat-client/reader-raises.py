# wrong: a reset raises an exception in the thread that reads, and the one of the keyboard waits on
# only: 05.client-reset
# named: dies-in-one-thread
# not: waits-for-its-turn
import os
import socket
import sys
import threading

if len(sys.argv) > 2:
    print("usage: chat-client [SERVER]", file=sys.stderr)
    sys.exit(2)
SERVER = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:6000"
host, _, port = SERVER.rpartition(":")
if not host or not port.isdigit() or int(port) > 65535:
    print("usage: chat-client [SERVER]", file=sys.stderr)
    sys.exit(2)
try:
    connection = socket.create_connection((host.strip("[]"), int(port)))
except OSError as error:
    print(f"{SERVER}: {error}", file=sys.stderr)
    sys.exit(1)


def show():
    for line in connection.makefile("rb"):
        line = line.removesuffix(b"\n").removesuffix(b"\r")
        print(line.decode(errors="replace"), flush=True)
    os._exit(0)


thread = threading.Thread(target=show, daemon=True)
thread.start()
for line in sys.stdin.buffer:
    connection.sendall(line)
connection.shutdown(socket.SHUT_WR)
thread.join()

# wrong: a thread prints what arrives, as it arrives, while the lines are sent as they are typed: nothing tells which reply is owed
# loses: 03.does-not-run-ahead 03.server-closes
# named: runs-ahead
import socket
import sys
import threading

host, port = (sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:8888").rsplit(":", 1)
sock = socket.create_connection((host.strip("[]"), int(port)))


def show():
    for reply in sock.makefile("rb"):
        print(reply.decode(errors="replace").rstrip("\r\n"), flush=True)


thread = threading.Thread(target=show)
thread.start()
for line in sys.stdin.buffer:
    sock.sendall(line.removesuffix(b"\n") + b"\n")
sock.shutdown(socket.SHUT_WR)
thread.join()

# wrong: print without flush, a last line without end, bytes as text, any failure is a traceback (status 1, but no word of ours)
# loses: 03.shown-at-once 03.last-line
# named: stdout-not-flushed
import socket
import sys

host, port = (sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:8888").rsplit(":", 1)
with socket.create_connection((host.strip("[]"), int(port))) as sock:
    replies = sock.makefile("rb")
    for line in sys.stdin:
        sock.sendall(line.encode())
        print(replies.readline().decode(errors="replace").rstrip("\r\n"))

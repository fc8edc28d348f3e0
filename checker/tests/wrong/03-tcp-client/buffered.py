# wrong: what it sends stays in a buffer that nobody flushes
# loses: 03.asks-and-shows
# named: waits-before-speaking
import socket
import sys

host, port = (sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:8888").rsplit(":", 1)
with socket.create_connection((host.strip("[]"), int(port))) as sock:
    stream = sock.makefile("rw", encoding="utf-8", errors="replace", newline="\n")
    for line in sys.stdin:
        stream.write(line)
        print(stream.readline().rstrip("\r\n"), flush=True)

# wrong: select() and then readline(), which keeps a second line where select() does not see it; U+FFFD, tracebacks
# loses: 03.sent-at-once 03.refused 03.server-closes 03.unknown-name 03.usage
# named: buffered-behind-select
import select
import socket
import sys

host, port = (sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:8888").rsplit(":", 1)
server = socket.create_connection((host.strip("[]"), int(port)))
replies = server.makefile("rb")
while True:
    select.select([sys.stdin], [], [])
    line = sys.stdin.buffer.readline()
    if not line:
        break
    server.sendall(line if line.endswith(b"\n") else line + b"\n")
    print(replies.readline().decode(errors="replace").rstrip("\r\n"), flush=True)
server.shutdown(socket.SHUT_WR)

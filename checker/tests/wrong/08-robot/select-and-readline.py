# wrong: select() and then readline(), which keeps a second line where select() does not see it; the end of stdin ends it
# loses: 08.robot-sends-at-once 08.robot-stdin-ends 08.robot-both-ways
# named: buffered-behind-select
import select
import socket
import sys

if len(sys.argv) > 3:
    sys.exit("usage: robot [BIND [RELAY]]")
bind, relay = (sys.argv[1:] + ["0.0.0.0:4455", "127.0.0.1:4455"][len(sys.argv) - 1:])[:2]


def address(text):
    host, port = text.rsplit(":", 1)
    return host, int(port)


sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(address(bind))
while True:
    ready, _, _ = select.select([sys.stdin, sock], [], [])
    if sock in ready:
        data, (host, port) = sock.recvfrom(65536)
        print(f"{host}:{port} {data.decode(errors='replace').rstrip()}", flush=True)
    if sys.stdin in ready:
        line = sys.stdin.readline()
        if not line:
            break
        sock.sendto(line.encode(), address(relay))

# wrong: it stops when nothing came for half a second, and takes a datagram for several lines
# loses: 02.inner-newline
# luck: in how many checks somebody says nothing for so long is for the machine to say
# named: datagram-taken-for-lines
import socket
import sys

bind = sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:8888"
host, _, port = bind.rpartition(":")
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((host, int(port)))
sock.settimeout(0.5)
try:
    while True:
        data, (host, port) = sock.recvfrom(65536)
        for line in data.decode(errors="replace").splitlines() or [""]:
            print(f"{host}:{port} {line}", flush=True)
except socket.timeout:
    print("nothing came", file=sys.stderr)

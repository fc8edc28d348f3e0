# wrong: it connects over TCP, where nobody listens
# loses: 01.sends-a-line
# named: tcp-where-udp
import socket
import sys

host, port = (sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:8888").rsplit(":", 1)
sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.connect((host, int(port)))
for line in sys.stdin:
    sock.sendall(line.encode())

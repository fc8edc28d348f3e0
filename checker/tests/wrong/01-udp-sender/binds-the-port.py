# wrong: it binds the port that it is to send to, which fails where somebody listens on it; whole stdin in one datagram
# loses: 01.sends-a-line
# named: binds-the-others-port
import socket
import sys

host, port = (sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:8888").rsplit(":", 1)
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("0.0.0.0", int(port)))
sock.sendto(sys.stdin.buffer.read(), (host, int(port)))

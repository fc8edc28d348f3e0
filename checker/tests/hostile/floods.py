# Sends to the address $3 for ever: $1 is tcp or udp, $2 the size of a piece.
import socket, sys

host, port = sys.argv[3].rsplit(":", 1)
kind = socket.SOCK_STREAM if sys.argv[1] == "tcp" else socket.SOCK_DGRAM
with socket.socket(type=kind) as peer:
    peer.connect((host, int(port)))
    while True:
        peer.send(bytes(int(sys.argv[2])))

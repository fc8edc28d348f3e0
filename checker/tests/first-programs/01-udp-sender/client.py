# wrong: input() ends in a traceback where the input ends, and takes bytes for text
# loses: 01.nothing-typed
# named: -
import socket
import sys  # added

HOST = "127.0.0.1"
PORT = 8888
if len(sys.argv) > 1:  # added
    HOST, port = sys.argv[1].rsplit(":", 1)  # added
    PORT = int(port)  # added

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
while True:
    line = input()
    sock.sendto((line + "\n").encode(), (HOST, PORT))

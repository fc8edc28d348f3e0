# wrong: it sends, then sleeps, so that each round takes longer than what was slept; it does not read its input
# loses: 01.sends-a-line 01.message
# named: -
import socket
import sys  # added
import time

HOST = "127.0.0.1"
PORT = 6000
MESSAGE = "hello"
EVERY = 2
if len(sys.argv) > 1:  # added
    HOST, port = sys.argv[1].rsplit(":", 1)  # added
    PORT = int(port)  # added
if len(sys.argv) > 3:  # added
    MESSAGE, EVERY = sys.argv[2], int(sys.argv[3]) / 1000  # added

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
while True:
    sock.sendto((MESSAGE + "\n").encode(), (HOST, PORT))
    time.sleep(EVERY)

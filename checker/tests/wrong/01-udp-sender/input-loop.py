# wrong: input() until an empty line or the end, which ends in a traceback; bytes that are no UTF-8 are not sent as they came
# loses: 01.nothing-typed 01.empty-line 01.any-bytes 01.too-long 01.unknown-name 01.usage
# named: end-is-no-error
import socket
import sys

HOST, PORT = "127.0.0.1", 8888
if len(sys.argv) > 1:
    HOST, PORT = sys.argv[1].rsplit(":", 1)
    PORT = int(PORT)

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
while True:
    line = input()
    if not line:
        break
    sock.sendto((line + "\n").encode(), (HOST, PORT))

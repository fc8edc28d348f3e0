# wrong: recv(1024) is one reply, printed with the end that it has and another one; decode() that throws
# loses: 03.prints-nothing-else 03.reply-in-pieces 03.long-lines 03.any-bytes 03.last-line
# named: keeps-the-newline
import socket
import sys

host, port = (sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:8888").split(":")
sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.connect((host, int(port)))
for line in sys.stdin:
    sock.send(line.encode())
    print(sock.recv(1024).decode(), flush=True)
sock.close()

# wrong: recv(1024) is one reply, decode() throws, a reply that never came is printed as an empty one, tracebacks
# loses: 03.reply-in-pieces 03.replies-together 03.long-lines 03.any-bytes 03.refused 03.server-closes 03.ipv6
# named: one-read-is-one-message
import socket
import sys

host, port = (sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:8888").split(":")
sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.connect((host, int(port)))
for line in sys.stdin:
    sock.sendall(line.encode())
    print(sock.recv(1024).decode().rstrip("\r\n"), flush=True)
sock.close()

# wrong: input() and recv() in turns, a prompt, recv(1024) is one line, decode() that throws, no shutdown, tracebacks
# loses: 05.client-prints-nothing-else 05.client-shows-at-once 05.client-server-closes 05.client-any-bytes 05.client-usage 05.client-ipv6
# named: prints-something-else
import socket
import sys

host, port = (sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:6000").split(":")
s = socket.socket()
s.connect((host, int(port)))
while True:
    try:
        message = input("> ")
    except EOFError:
        break
    s.sendall((message + "\n").encode())
    print(s.recv(1024).decode(), end="")
while True:
    data = s.recv(1024)
    if not data:
        break
    print(data.decode(), end="")

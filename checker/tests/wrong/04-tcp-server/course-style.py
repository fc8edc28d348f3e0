# wrong: no SO_REUSEADDR, one client after another, recv(1024) is one line, decode() that throws, print without flush
# loses: 04.shown-at-once 04.line-in-pieces 04.lines-together 04.long-line 04.any-bytes 04.restarts-at-once 04.silent-client 04.ipv6
# named: stdout-not-flushed
import socket
import sys

host, port = (sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:8888").split(":")
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind((host, int(port)))
server.listen(1)
while True:
    client, address = server.accept()
    while True:
        data = client.recv(1024)
        if not data:
            break
        line = data.decode().rstrip("\r\n")
        print(f"{address[0]}:{address[1]} {line}")
        client.sendall(f"OK ... {line}\n".encode())
    client.close()

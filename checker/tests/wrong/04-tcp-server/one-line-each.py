# wrong: it answers one line and hangs up, print without flush
# loses: 04.shown-at-once 04.several-lines
# named: stdout-not-flushed
import socket
import sys

host, port = (sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:8888").split(":")
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind((host, int(port)))
server.listen()
while True:
    client, (ip, source) = server.accept()
    line = client.recv(4096).decode(errors="replace").rstrip("\n").removesuffix("\r")
    print(f"{ip}:{source} {line}")
    client.sendall(f"OK ... {line}\n".encode())
    client.close()

# wrong: it serves one client, with readline and a traceback when that one resets, and ends
# loses: 04.next-client 04.reset 04.waiting-clients 04.silent-client
# named: ends-after-one
import socket
import sys

host, port = (sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:8888").split(":")
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind((host, int(port)))
server.listen()
client, address = server.accept()
for line in client.makefile("rb"):
    line = line.decode(errors="replace").rstrip("\r\n")
    print(f"{address[0]}:{address[1]} {line}", flush=True)
    client.sendall(f"OK ... {line}\n".encode())
client.close()

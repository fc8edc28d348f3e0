# wrong: one client after another, and an exception in one of them ends the server; stdin is read for "quit", and its end is one
# loses: 04.reset 04.stdin-ends 04.silent-client
# named: dies-of-a-reset
import os
import socket
import sys
import threading


def wait_for_quit():
    for line in sys.stdin:
        if line.strip() == "quit":
            break
    os._exit(0)


host, port = (sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:8888").split(":")
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind((host, int(port)))
server.listen()
threading.Thread(target=wait_for_quit, daemon=True).start()
while True:
    client, address = server.accept()
    with client:
        for line in client.makefile("rb"):
            line = line.decode(errors="replace").rstrip("\r\n")
            print(f"{address[0]}:{address[1]} {line}", flush=True)
            client.sendall(f"OK ... {line}\n".encode())

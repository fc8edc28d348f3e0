# wrong: one client's reset ends the server for all of them
# loses: 04.reset 04.line-in-pieces 04.any-bytes
# named: dies-of-a-reset
import select
import socket
import sys  # added

HOST = "0.0.0.0"
PORT = 8888
if len(sys.argv) > 1:  # added
    HOST, port = sys.argv[1].rsplit(":", 1)  # added
    PORT = int(port)  # added

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind((HOST, PORT))
server.listen(5)
clients = {}
while True:
    readable, _, _ = select.select([server, *clients], [], [])
    for sock in readable:
        if sock is server:
            client, address = server.accept()
            clients[client] = f"{address[0]}:{address[1]}"
        elif data := sock.recv(1024):
            print(clients[sock], data.decode().strip(), flush=True)
            sock.send(b"OK ... " + data)
        else:
            del clients[sock]

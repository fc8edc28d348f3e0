# wrong: what one recv(1024) gives is taken for one line
# loses: 04.line-in-pieces 04.lines-together 04.crlf 04.restarts-at-once
# named: one-read-is-one-message
import socket
import sys  # added
import threading

HOST = "0.0.0.0"
PORT = 8888
if len(sys.argv) > 1:  # added
    HOST, port = sys.argv[1].rsplit(":", 1)  # added
    PORT = int(port)  # added


def serve(client, address):
    while data := client.recv(1024):
        print(f"{address[0]}:{address[1]}", data.decode().strip(), flush=True)
        client.send(b"OK ... " + data)
    client.close()


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind((HOST, PORT))
server.listen()
while True:
    client, address = server.accept()
    threading.Thread(target=serve, args=(client, address)).start()

# wrong: it accepts one client, and ends with it
# loses: 04.next-client 04.line-in-pieces 04.restarts-at-once
# named: ends-after-one
import socket
import sys  # added

HOST = "0.0.0.0"
PORT = 8888
if len(sys.argv) > 1:  # added
    HOST, port = sys.argv[1].rsplit(":", 1)  # added
    PORT = int(port)  # added

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind((HOST, PORT))
server.listen(1)
client, address = server.accept()
while True:
    data = client.recv(1024)
    if not data:
        break
    print(f"{address[0]}:{address[1]}", data.decode().strip(), flush=True)
    client.send(b"OK ... " + data)
client.close()
server.close()

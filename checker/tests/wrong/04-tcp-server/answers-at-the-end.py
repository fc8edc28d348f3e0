# wrong: it reads until the client closes, and answers all then
# loses: 04.answers
# named: reads-until-closed
import socket
import sys

host, port = (sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:8888").split(":")
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind((host, int(port)))
server.listen(0)
while True:
    client, address = server.accept()
    data = b""
    while more := client.recv(1024):
        data += more
    for line in data.split(b"\n"):
        print(f"{address[0]}:{address[1]} {line.decode()}", flush=True)
        client.send(b"OK ... " + line + b"\n")
    client.close()

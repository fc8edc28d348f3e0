# wrong: One recv for the header, one for the file, straight into the folder, as a first attempt looks
# loses: 06.any-file 06.header-in-pieces 06.large 06.complete-or-not 06.bad-names 06.symlink
# named: decodes-the-file
import os
import socket
import sys

bind = sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:6001"
folder = sys.argv[2] if len(sys.argv) > 2 else "."
host, port = bind.rsplit(":", 1)
server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind((host, int(port)))
server.listen()
while True:
    client, address = server.accept()
    data = client.recv(65536)
    length = data[1]
    name = data[2:2 + length].decode()
    size = int.from_bytes(data[2 + length:10 + length], "big")
    content = data[10 + length:]
    with open(os.path.join(folder, name), "w") as file:
        file.write(content.decode())
    print(address[0], name, size, flush=True)
    client.send(b"OK %d\n" % size)
    client.close()

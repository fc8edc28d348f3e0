# wrong: The whole file in one go, no look at the answer's size, and exceptions as they come
# loses: 06.large-image 06.wrong-size 06.no-answer 06.refused 06.sender-usage
# named: reads-the-whole-file
import os
import socket
import sys

server = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:6001"
path = sys.argv[2] if len(sys.argv) > 2 else "image.png"
host, port = server.rsplit(":", 1)
content = open(path, "rb").read()
name = os.path.basename(path).encode()
client = socket.create_connection((host.strip("[]"), int(port)))
client.sendall(len(name).to_bytes(2, "big") + name + len(content).to_bytes(8, "big") + content)
answer = client.recv(1024).decode()
if answer.startswith("ERR"):
    print(answer, file=sys.stderr)
    sys.exit(1)

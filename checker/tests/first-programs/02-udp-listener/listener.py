# wrong: print() into a pipe stays in a buffer
# loses: 02.at-once
# named: stdout-not-flushed
import socket
import sys  # added

HOST = "0.0.0.0"
PORT = 8888
if len(sys.argv) > 1:  # added
    HOST, port = sys.argv[1].rsplit(":", 1)  # added
    PORT = int(port)  # added

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((HOST, PORT))
while True:
    data, address = sock.recvfrom(1024)
    print(f"{address[0]}:{address[1]}", data.decode().strip())

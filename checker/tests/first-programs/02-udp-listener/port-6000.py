# wrong: of a datagram, recvfrom(1024) gives 1,024 bytes; decode() throws; the end of a line is shown as one more
# loses: 02.largest 02.any-bytes
# named: truncates-datagrams
import socket
import sys  # added

HOST = "0.0.0.0"
PORT = 6000
if len(sys.argv) > 1:  # added
    HOST, port = sys.argv[1].rsplit(":", 1)  # added
    PORT = int(port)  # added

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((HOST, PORT))
while True:
    data, (ip, port) = sock.recvfrom(1024)
    text = data.decode().rstrip()
    print(f"{ip}:{port} {text}", flush=True)

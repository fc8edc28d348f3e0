# wrong: recvfrom(1024), decode() that throws, strip(), an empty datagram ends it, IPv4 only, tracebacks
# loses: 02.largest 02.any-bytes 02.empty 02.ipv6 02.port-in-use 02.unknown-name
# named: truncates-datagrams
import socket
import sys

host, port = (sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:8888").split(":")
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((host, int(port)))
while True:
    data, address = sock.recvfrom(1024)
    if not data:
        break
    print(f"{address[0]}:{address[1]} {data.decode().strip()}", flush=True)

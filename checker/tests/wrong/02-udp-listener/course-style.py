# wrong: recvfrom(1024), decode() that throws, a print without flush, and the address as Python shows a tuple
# loses: 02.shows-a-datagram
# named: wrong-address-shown
import socket
import sys

host, port = (sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:8888").split(":")
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((host, int(port)))
while True:
    data, address = sock.recvfrom(1024)
    print(address, data.decode())

# wrong: as a chat over UDP: who has sent something is a robot, whatever the arguments say
# loses: 08.relays
# named: none
import socket
import sys

host, port = (sys.argv[1:] or ["0.0.0.0:4455"])[0].rsplit(":", 1)
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((host, int(port)))
robots = set()
while True:
    data, address = sock.recvfrom(65536)
    robots.add(address)
    print(f"{address[0]}:{address[1]} {data.decode(errors='replace').rstrip()}", flush=True)
    for robot in robots - {address}:
        sock.sendto(data, robot)

# wrong: a connected socket whose errors end the program in a traceback; IPv4 only
# loses: 01.nobody-listens 01.too-long 01.unknown-name 01.ipv6
# named: dies-of-icmp
import socket
import sys
import time

args = sys.argv[1:]
dest = args[0] if args else "127.0.0.1:8888"
host, _, port = dest.rpartition(":")
if len(args) > 3 or not host or not port.isdigit() or int(port) > 65535:
    print("usage: udp-sender [DEST [MESSAGE [EVERY]]]", file=sys.stderr)
    sys.exit(2)
if len(args) == 3 and (not args[2].isdigit() or int(args[2]) == 0):
    print("usage: udp-sender [DEST [MESSAGE [EVERY]]]", file=sys.stderr)
    sys.exit(2)

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.connect((host, int(port)))
if len(args) > 1:
    sock.send(args[1].encode() + b"\n")
    while len(args) > 2:
        time.sleep(int(args[2]) / 1000)
        sock.send(args[1].encode() + b"\n")
else:
    for line in sys.stdin.buffer:
        sock.send(line)

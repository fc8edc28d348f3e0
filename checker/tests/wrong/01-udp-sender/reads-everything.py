# wrong: it reads all of stdin before it sends, as text, strips each line, and forgets the newline
# loses: 01.sends-a-line 01.at-once 01.any-bytes
# named: forgets-the-newline
import socket
import sys

dest = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:8888"
host, port = dest.split(":")
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for line in sys.stdin.read().splitlines():
    s.sendto(line.strip().encode(), (host, int(port)))

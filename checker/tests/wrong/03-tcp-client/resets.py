# wrong: SO_LINGER with 0 seconds, copied from somewhere: it closes with a reset; the first address of a name only
# loses: 03.closes-in-order 03.every-address
# named: resets-instead-of-closing
import socket
import struct
import sys

args = sys.argv[1:]
server = args[0] if args else "127.0.0.1:8888"
host, _, port = server.rpartition(":")
if len(args) > 1 or not port.isdigit() or not host or int(port) > 65535:
    print("usage: tcp-client [SERVER]", file=sys.stderr)
    sys.exit(2)
try:
    family, _, _, _, address = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
    sock = socket.socket(family)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.connect(address)
    replies = sock.makefile("rb")
    for line in sys.stdin.buffer:
        sock.sendall(line if line.endswith(b"\n") else line + b"\n")
        reply = replies.readline()
        if not reply.endswith(b"\n"):
            raise OSError("no reply")
        print(reply[:-1].removesuffix(b"\r").decode("utf-8", "replace"), flush=True)
    replies.close()
    sock.close()
except OSError as error:
    print(f"{server}: {error}", file=sys.stderr)
    sys.exit(1)

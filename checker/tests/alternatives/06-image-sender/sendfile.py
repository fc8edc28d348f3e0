# What is different: Python that leaves the file to the kernel (sendfile), closes its writing side after it, and reads
# the answer to the end of the connection.
import os
import socket
import sys

args = sys.argv[1:]
if len(args) > 2:
    print("usage: image-sender [SERVER [FILE]]", file=sys.stderr)
    sys.exit(2)
server = args[0] if args else "127.0.0.1:6001"
path = args[1] if args[1:] else "image.png"
host, _, port = server.rpartition(":")
if not host or not port.isdigit() or not 0 <= int(port) <= 65535:
    print("usage: image-sender [SERVER [FILE]]: SERVER is HOST:PORT", file=sys.stderr)
    sys.exit(2)
try:
    file = open(path, "rb")
    size = os.path.getsize(path)
    name = os.path.basename(path).encode()
    with socket.create_connection((host.strip("[]"), int(port))) as connection:
        connection.sendall(len(name).to_bytes(2, "big") + name + size.to_bytes(8, "big"))
        if size:
            connection.sendfile(file)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := connection.recv(100):
            answer += piece
except (OSError, UnicodeError) as error:
    print("image-sender: %s to %s: %s" % (path, server, error), file=sys.stderr)
    sys.exit(1)
if answer.partition(b"\n")[0].rstrip(b"\r") != b"OK %d" % size:
    print("image-sender: %s to %s: %s" % (path, server, answer.decode(errors="replace")), file=sys.stderr)
    sys.exit(1)

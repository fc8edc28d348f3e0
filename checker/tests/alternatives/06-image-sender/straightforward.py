# What is different: Python, one step after another; the file goes in pieces, and the answer is read like a file.
import os
import socket
import sys


def usage(why):
    print("usage: image-sender [SERVER [FILE]]:", why, file=sys.stderr)
    sys.exit(2)


def split(address):
    host, colon, port = address.rpartition(":")
    if not colon or not port.isdigit() or int(port) > 65535:
        usage(address)
    return host.strip("[]"), int(port)


def main():
    if len(sys.argv) > 3:
        usage("too many arguments")
    server, path = sys.argv[1:] + ["127.0.0.1:6001", "image.png"][len(sys.argv) - 1:]
    where = split(server)
    try:
        file = open(path, "rb")
        name = os.path.basename(path).encode()
    except (OSError, UnicodeError) as error:
        sys.exit("%s: %s" % (path, error))
    if not 1 <= len(name) <= 255:
        sys.exit("%s: the name does not fit" % path)
    size = os.fstat(file.fileno()).st_size
    try:
        with socket.create_connection(where) as connection:
            connection.sendall(len(name).to_bytes(2, "big") + name + size.to_bytes(8, "big"))
            while piece := file.read(65536):
                connection.sendall(piece)
            answer = connection.makefile("rb").readline()
    except OSError as error:
        sys.exit("%s: %s" % (server, error))
    if answer.rstrip(b"\r\n") != b"OK %d" % size:
        sys.exit("%s: %s" % (server, answer.decode(errors="replace").strip() or "no answer"))


main()

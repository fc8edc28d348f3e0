# What is different: Python with a thread that reads the file and one that sends it, a short queue between them, and the
# main thread that waits for the answer from the beginning.
import os
import queue
import socket
import stat
import sys
import threading


def fail(what, why, status=1):
    print(("usage: image-sender [SERVER [FILE]]: " if status == 2 else "") + "%s: %s" % (what, why), file=sys.stderr)
    sys.stderr.flush()
    os._exit(status)


def split(address):
    host, colon, port = address.rpartition(":")
    if not (colon and port.isdigit() and int(port) < 65536):
        fail(address, "no HOST:PORT", 2)
    return host[1:-1] if host.startswith("[") else host, int(port)


def read(file, pieces):
    while True:
        piece = file.read(100_000)
        pieces.put(piece)
        if not piece:
            return


def send(connection, pieces):
    try:
        while piece := pieces.get():
            connection.sendall(piece)
        connection.shutdown(socket.SHUT_WR)
    except OSError:
        pass  # The main thread hears of it, too.


arguments = sys.argv[1:]
if len(arguments) > 2:
    fail(arguments[2], "too many arguments", 2)
server = arguments[0] if arguments else "127.0.0.1:6001"
path = arguments[1] if len(arguments) > 1 else "image.png"
where = split(server)
try:
    file = open(path, "rb", buffering=0)
    about = os.fstat(file.fileno())
except OSError as error:
    fail(path, error)
if not stat.S_ISREG(about.st_mode):
    fail(path, "not a file")
name = os.fsencode(os.path.basename(path))
try:
    connection = socket.create_connection(where)
except OSError as error:
    fail(server, error)
pieces = queue.Queue(4)
pieces.put(len(name).to_bytes(2, "big") + name + about.st_size.to_bytes(8, "big"))
threading.Thread(target=read, args=(file, pieces), daemon=True).start()
threading.Thread(target=send, args=(connection, pieces), daemon=True).start()
answer = b""
try:
    while not answer.endswith(b"\n"):
        more = connection.recv(1)
        if not more:
            break
        answer += more
except OSError as error:
    fail(server, error)
if answer.split() != [b"OK", str(about.st_size).encode()]:
    fail(server, answer.decode("utf-8", "replace").strip() or "it closed")
os._exit(0)

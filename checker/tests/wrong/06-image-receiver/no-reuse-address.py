# wrong: SO_REUSEADDR is forgotten, and nothing else
# only: 06.restarts-at-once
# named: no-reuse-address
import os
import socket
import subprocess
import sys
import tempfile
import threading


class Refused(Exception):
    pass


def usage(why):
    print("usage: image-receiver [BIND [DIR [VIEWER]]]:", why, file=sys.stderr)
    sys.exit(2)


def split(address):
    host, colon, port = address.rpartition(":")
    if not colon or not port.isdigit() or int(port) > 65535:
        usage(address)
    return host.strip("[]"), int(port)


def exactly(connection, count):
    data = b""
    while len(data) < count:
        piece = connection.recv(count - len(data))
        if not piece:
            raise EOFError
        data += piece
    return data


def name_from(connection):
    length = int.from_bytes(exactly(connection, 2), "big")
    if not 1 <= length <= 255:
        raise Refused("a name has 1 to 255 bytes, not %d" % length)
    try:
        name = exactly(connection, length).decode()
    except UnicodeDecodeError:
        raise Refused("the name is no UTF-8")
    if name in (".", "..") or any(bad in name for bad in "/\\\0"):
        raise Refused("this is no name of a file")
    return name


def save(connection, folder, name, size):
    descriptor, path = tempfile.mkstemp(prefix=".part-", dir=folder)
    try:
        with open(descriptor, "wb") as file:
            while size:
                piece = connection.recv(min(size, 65536))
                if not piece:
                    raise EOFError
                file.write(piece)
                size -= len(piece)
        os.replace(path, os.path.join(folder, name))
    except BaseException:
        os.unlink(path)
        raise


def receive(connection, address, folder, viewer):
    with connection:
        try:
            try:
                name = name_from(connection)
                size = int.from_bytes(exactly(connection, 8), "big")
                save(connection, folder, name, size)
            except (Refused, OSError) as error:
                connection.sendall(b"ERR " + str(error).replace("\n", " ").encode() + b"\n")
                return
            print(address[0], name, size, flush=True)
            connection.sendall(b"OK %d\n" % size)
        except (EOFError, OSError):
            return
    if viewer:
        try:
            subprocess.Popen([viewer, os.path.join(folder, name)], stdin=subprocess.DEVNULL)
        except OSError as error:
            print(viewer, error, file=sys.stderr)


def main():
    if len(sys.argv) > 4:
        usage("too many arguments")
    bind, folder, viewer = (sys.argv[1:] + ["0.0.0.0:6001", ".", None][len(sys.argv) - 1:])
    host, port = split(bind)
    try:
        os.makedirs(folder, exist_ok=True)
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.bind(address)
        listener.listen()
    except OSError as error:
        sys.exit("%s: %s" % (bind, error))
    while True:
        connection, address = listener.accept()
        threading.Thread(target=receive, args=(connection, address, folder, viewer), daemon=True).start()


main()

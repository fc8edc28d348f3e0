# What is different: Python that sleeps 5 ms between everything it does.
import signal
import socket
import sys
import time

SERVER = "127.0.0.1:8888"


def dawdle():
    time.sleep(0.005)


def usage():
    print("usage: tcp-client [SERVER]", file=sys.stderr)
    sys.exit(2)


def fail(address, reason):
    print(f"tcp-client: {address}: {reason}", file=sys.stderr)
    sys.exit(1)


def split_address(text):
    host, colon, port = text.rpartition(":")
    if not colon or not (port.isascii() and port.isdigit()) or int(port) > 65535:
        usage()
    return host.removeprefix("[").removesuffix("]"), int(port)


def connect(server):
    host, port = split_address(server)
    reason = "no address"
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        fail(server, error)
    for family, kind, protocol, _, address in found:
        try:
            sock = socket.socket(family, kind, protocol)
            dawdle()
            sock.connect(address)
            dawdle()
            return sock
        except OSError as error:
            reason = error
    fail(server, reason)


def send(sock, data):
    while data:
        dawdle()
        data = data[sock.send(data[:65536]) :]
    dawdle()


def shown(reply):
    return reply[:-1].removesuffix(b"\r").decode("utf-8", "replace").encode() + b"\n"


# What is unread when a socket is closed would make the system reset the connection.
def close(sock):
    try:
        sock.shutdown(socket.SHUT_WR)
        dawdle()
        sock.setblocking(False)
        while sock.recv(65536):
            pass
    except OSError:
        pass
    sock.close()


def main():
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    dawdle()
    args = sys.argv[1:]
    dawdle()
    if len(args) > 1:
        usage()
    server = args[0] if args else SERVER
    sock = connect(server)
    rest = b""
    for line in sys.stdin.buffer:
        try:
            send(sock, line.removesuffix(b"\n") + b"\n")
            pieces = [rest]
            while b"\n" not in pieces[-1]:
                dawdle()
                data = sock.recv(65536)
                if not data:
                    fail(server, "the server closed before the end of its reply")
                pieces.append(data)
        except OSError as error:
            fail(server, error)
        reply, _, rest = b"".join(pieces).partition(b"\n")
        dawdle()
        sys.stdout.buffer.write(shown(reply + b"\n"))
        dawdle()
        sys.stdout.buffer.flush()
        dawdle()
    dawdle()
    close(sock)
    dawdle()


main()

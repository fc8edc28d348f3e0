# What is different: Python that sends a line in pieces of 1,000 bytes, each at once, and its "\n" as the last one.
import signal
import socket
import sys

SERVER = "127.0.0.1:8888"


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
            sock.connect(address)
            return sock
        except OSError as error:
            reason = error
    fail(server, reason)


def send(sock, data):
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for start in range(0, len(data) - 1, 1000):
        sock.sendall(data[start : min(start + 1000, len(data) - 1)])
    sock.sendall(data[-1:])


def shown(reply):
    return reply[:-1].removesuffix(b"\r").decode("utf-8", "replace").encode() + b"\n"


# What is unread when a socket is closed would make the system reset the connection.
def close(sock):
    try:
        sock.shutdown(socket.SHUT_WR)
        sock.setblocking(False)
        while sock.recv(65536):
            pass
    except OSError:
        pass
    sock.close()


def main():
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    args = sys.argv[1:]
    if len(args) > 1:
        usage()
    server = args[0] if args else SERVER
    sock = connect(server)
    replies = sock.makefile("rb")
    for line in sys.stdin.buffer:
        try:
            send(sock, line.removesuffix(b"\n") + b"\n")
            reply = replies.readline()
        except OSError as error:
            fail(server, error)
        if not reply.endswith(b"\n"):
            fail(server, "the server closed before the end of its reply")
        sys.stdout.buffer.write(shown(reply))
        sys.stdout.buffer.flush()
    close(sock)


main()

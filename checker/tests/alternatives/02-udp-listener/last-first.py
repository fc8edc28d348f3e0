# What is different: Python; of datagrams that have come together the last is printed first.
import signal
import socket
import sys
import time

BIND = "0.0.0.0:8888"


def usage():
    print("usage: udp-listener [BIND]", file=sys.stderr)
    sys.exit(2)


def fail(address, reason):
    print(f"udp-listener: {address}: {reason}", file=sys.stderr)
    sys.exit(1)


def split_address(text):
    host, colon, port = text.rpartition(":")
    if not colon or not (port.isascii() and port.isdigit()) or int(port) > 65535:
        usage()
    return host.removeprefix("[").removesuffix("]"), int(port)


def listen(bind):
    host, port = split_address(bind)
    reason = "no address"
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)
    except (OSError, UnicodeError) as error:
        fail(bind, error)
    for family, kind, protocol, _, address in found:
        try:
            sock = socket.socket(family, kind, protocol)
            sock.bind(address)
            return sock
        except OSError as error:
            reason = error
    fail(bind, reason)


def shown(data, sender):
    host, port = sender[:2]
    if ":" in host:
        host = f"[{host}]"
    text = data.decode("utf-8", "replace")
    if text.endswith("\n"):
        text = text[:-1].removesuffix("\r")
    return f"{host}:{port} {text}\n".encode()


def come_together(sock):
    together = [sock.recvfrom(65536)]
    time.sleep(0.005)
    try:
        while True:
            together.append(sock.recvfrom(65536, socket.MSG_DONTWAIT))
    except BlockingIOError:
        return together


def main():
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    args = sys.argv[1:]
    if len(args) > 1:
        usage()
    bind = args[0] if args else BIND
    sock = listen(bind)
    while True:
        try:
            for data, sender in reversed(come_together(sock)):
                sys.stdout.buffer.write(shown(data, sender))
            sys.stdout.buffer.flush()
        except OSError as error:
            fail(bind, error)


main()

# What is different: Python whose socket is connected to the relay: it hears nobody else, and tries again after an ICMP error.
import os
import socket
import sys
import threading


def usage():
    print("usage: robot [BIND [RELAY]]", file=sys.stderr)
    sys.exit(2)


def fail(address, reason):
    print(f"robot: {address}: {reason}", file=sys.stderr, flush=True)
    os._exit(1)


def split_address(text):
    host, colon, port = text.rpartition(":")
    if not colon or not (port.isascii() and port.isdigit()) or int(port) > 65535:
        usage()
    return host.removeprefix("[").removesuffix("]"), int(port)


def found(text, family=0):
    host, port = split_address(text)
    try:
        return [(entry[0], entry[4]) for entry in socket.getaddrinfo(host, port, family, socket.SOCK_DGRAM)]
    except (OSError, UnicodeError) as error:
        fail(text, error)


def listen(bind):
    reason = "no address"
    for family, address in found(bind):
        try:
            sock = socket.socket(family, socket.SOCK_DGRAM)
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


def listen_on(sock, relay):
    while True:
        try:
            data, sender = sock.recvfrom(65536)
        except ConnectionRefusedError:
            continue
        except OSError as error:
            fail(relay, error)
        sys.stdout.buffer.write(shown(data, sender))
        sys.stdout.buffer.flush()


def send(sock, line, relay):
    while True:
        try:
            return sock.send(line)
        except ConnectionRefusedError:
            # The answer to an earlier one: this one has not left.
            continue
        except OSError as error:
            fail(relay, f"{len(line)} bytes in one datagram: {error}")


def main():
    if len(sys.argv) > 3:
        usage()
    bind, relay = (sys.argv[1:] + ["0.0.0.0:4455", "127.0.0.1:4455"][len(sys.argv) - 1:])[:2]
    split_address(bind), split_address(relay)
    sock = listen(bind)
    sock.connect(found(relay, sock.family)[0][1])
    threading.Thread(target=listen_on, args=[sock, relay]).start()
    for line in sys.stdin.buffer:
        send(sock, line, relay)


main()

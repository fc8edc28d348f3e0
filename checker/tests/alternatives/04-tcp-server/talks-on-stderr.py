# What is different: Python that tells 90 KB of news on its stderr when it starts, and some more for each line.
import signal
import socket
import sys
import threading
import time

BIND = "0.0.0.0:8888"

printing = threading.Lock()


def usage():
    print("usage: tcp-server [BIND]", file=sys.stderr)
    sys.exit(2)


def fail(address, reason):
    print(f"tcp-server: {address}: {reason}", file=sys.stderr)
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
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        fail(bind, error)
    for family, kind, protocol, _, address in found:
        try:
            sock = socket.socket(family, kind, protocol)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            sock.bind(address)
            sock.listen(128)
            return sock
        except OSError as error:
            reason = error
    fail(bind, reason)


def shown_address(address):
    host, port = address[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def take_end_off(line):
    return line[:-1].removesuffix(b"\r") if line.endswith(b"\n") else line


def show(name, line):
    with printing:
        sys.stdout.buffer.write(f"{name} {line.decode('utf-8', 'replace')}\n".encode())
        sys.stdout.buffer.flush()


def serve(client, name):
    try:
        with client, client.makefile("rb") as lines:
            for line in lines:
                line = take_end_off(line)
                print("tcp-server:", name, "says", line[:20], file=sys.stderr)
                show(name, line)
                client.sendall(b"OK ... " + line + b"\n")
    except OSError:
        pass


def main():
    # Far more than a pipe holds: whoever starts this program and lets its stderr lie sees nothing else of it.
    for count in range(2000):
        print(f"tcp-server: this is line {count} of a long story", file=sys.stderr)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    args = sys.argv[1:]
    if len(args) > 1:
        usage()
    sock = listen(args[0] if args else BIND)
    while True:
        try:
            client, address = sock.accept()
        except OSError:
            time.sleep(0.01)
            continue
        threading.Thread(target=serve, args=[client, shown_address(address)], daemon=True).start()


main()

# What is different: Python that receives a byte at a time, answers in pieces, each sent at once, and prints the line
# only after that.
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


def answer(client, name, line):
    line = take_end_off(line)
    client.sendall(b"OK ... ")
    for start in range(0, len(line), 1000):
        client.sendall(line[start : start + 1000])
    client.sendall(b"\n")
    show(name, line)


def serve(client, name):
    try:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with client:
            line = bytearray()
            while byte := client.recv(1):
                line += byte
                if byte == b"\n":
                    answer(client, name, bytes(line))
                    line.clear()
            if line:
                answer(client, name, bytes(line))
    except OSError:
        pass


def main():
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

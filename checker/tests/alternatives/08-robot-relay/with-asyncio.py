# What is different: Python with asyncio; what strangers send is printed as well.
import os
import asyncio
import socket
import sys


def usage():
    print("usage: robot-relay [BIND [ROBOT…]]", file=sys.stderr)
    sys.exit(2)


def fail(address, reason):
    print(f"robot-relay: {address}: {reason}", file=sys.stderr, flush=True)
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


class Relay(asyncio.DatagramProtocol):
    def __init__(self, sock, robots):
        self.sock, self.robots = sock, robots

    def datagram_received(self, data, sender):
        sys.stdout.buffer.write(shown(data, sender))
        sys.stdout.buffer.flush()
        if sender[:2] in self.robots:
            for robot in self.robots:
                # Not the transport's sendto(), which in older Pythons drops an empty datagram.
                if robot != sender[:2]:
                    self.sock.sendto(data, robot)


async def serve(sock, robots):
    loop = asyncio.get_running_loop()
    await loop.create_datagram_endpoint(lambda: Relay(sock, robots), sock=sock)
    await loop.create_future()


def main():
    bind, *names = sys.argv[1:] or ["0.0.0.0:4455"]
    for name in [bind, *names]:
        split_address(name)
    sock = listen(bind)
    sock.setblocking(False)
    asyncio.run(serve(sock, [found(name, sock.family)[0][1][:2] for name in names]))


main()

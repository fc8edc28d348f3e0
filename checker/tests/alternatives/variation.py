"""The same program, otherwise: what these wrap around a program changes when it does things, and in what pieces, but
nothing that its contract speaks of; two of them make it wrong, and say so. A program of the collections is one line that
calls one of them, with a path from its own folder:

    variation.slow("threads.py")
"""

import os
import runpy
import select
import socket
import struct
import sys
import threading
import time

BLOCKING = ["accept", "connect", "recv", "recv_into", "recvfrom", "send", "sendall", "sendto", "shutdown", "close"]


def slow(program):
    """5 ms before and after everything that is done with a socket."""
    for name in BLOCKING:
        wrap(name, around)
    run(program)


def around(real):
    def call(*arguments):
        time.sleep(0.005)
        try:
            return real(*arguments)
        finally:
            time.sleep(0.005)

    return call


def starts_slowly(program):
    """0.3 s before anything happens."""
    time.sleep(0.3)
    run(program)


def wakes_regularly(program):
    """A thread of its own that wakes every 20 ms and does nothing."""

    def wake():
        while True:
            time.sleep(0.02)

    threading.Thread(target=wake, daemon=True).start()
    run(program)


def lingers(program):
    """Whoever is connected when it is stopped sees a reset: what some use against "Address already in use"."""

    def accept(real):
        def call(self):
            connection, address = real(self)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return connection, address

        return call

    wrap("accept", accept)
    run(program)


def ends_when_interrupted(program):
    """Whoever stops it (Ctrl+Z) and continues it finds it gone: it waits in an epoll_wait(2) that fails with EINTR then,
    where Python itself would call again."""
    import ctypes
    import selectors

    system = ctypes.CDLL(None)
    events = ctypes.create_string_buffer(64 * 16)
    real = selectors.EpollSelector.select

    def select_once(self, timeout=None):
        if timeout is None and system.epoll_wait(self.fileno(), events, 64, -1) < 0:
            sys.exit("interrupted")
        return real(self, timeout)

    selectors.EpollSelector.select = select_once
    run(program)


def polls(program):
    """No call on a socket blocks: each is tried every 2 ms until it works."""
    for name, many in (("recv", 1), ("recv_into", 2)):
        wrap(name, lambda real, many=many: lambda *words: patiently(lambda: real(*padded(words, many))))
    wrap("accept", lambda real: lambda self: accept_when_ready(real, self))
    wrap("sendall", lambda real: lambda self, data, *flags: sends(self, data))
    run(program)


def padded(words, many):
    """What `recv` and `recv_into` are called with, and not to block."""
    words = list(words) + [0] * (many + 1 - len(words))
    return words[: many + 1] + [socket.MSG_DONTWAIT]


def patiently(step):
    while True:
        try:
            return step()
        except BlockingIOError:
            time.sleep(0.002)


def accept_when_ready(real, listener):
    while not select.select([listener], [], [], 0)[0]:
        time.sleep(0.002)
    return real(listener)


def sends(connection, data):
    rest = memoryview(data)
    while rest:
        rest = rest[patiently(lambda: connection.send(rest, socket.MSG_DONTWAIT)):]


def in_pieces(program):
    """What is written goes in several pieces, the first of them of one byte; each leaves at once."""
    wrap("sendall", piecemeal)
    run(program)


def piecemeal(real):
    def call(connection, data, *flags):
        if connection.type & socket.SOCK_STREAM:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        real(connection, data[:1], *flags)
        step = max(1, len(data) // 4)
        for at in range(1, len(data), step):
            time.sleep(0.001)
            real(connection, data[at : at + step], *flags)

    return call


def talks_on_stderr(program):
    """Far more than a pipe holds when it starts, and a line for everything that it receives or sends."""
    for count in range(2000):
        print(f"this is line {count} of a very long story", file=sys.stderr)
    for name in ["recv", "recv_into", "sendall"]:
        wrap(name, telling)
    run(program)


def telling(real):
    def call(*arguments):
        print(real.__name__, file=sys.stderr)
        return real(*arguments)

    return call


def mapped(program):
    """Every address is an IPv6 one, also where it listens and where it tells who sent."""
    resolve = socket.getaddrinfo
    mapping = {"family": socket.AF_INET6, "flags": socket.AI_V4MAPPED}
    socket.getaddrinfo = lambda host, port, type: resolve(host, port, type=type, **mapping)
    run(program)


def without_reuse_address(program):
    """Wrong: SO_REUSEADDR is not set, whoever asks for it."""

    def forgetful(real):
        return lambda self, level, option, *value: option == socket.SO_REUSEADDR or real(self, level, option, *value)

    wrap("setsockopt", forgetful)
    run(program)


def shares_its_port(program):
    """Wrong: SO_REUSEPORT is set on whatever is bound."""

    def sharing(real):
        def bind(self, address):
            self.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            return real(self, address)

        return bind

    wrap("bind", sharing)
    run(program)


def wrap(name, change):
    setattr(socket.socket, name, change(getattr(socket.socket, name)))


def run(program):
    folder = os.path.dirname(os.path.abspath(sys.argv[0]))
    runpy.run_path(os.path.join(folder, program), run_name="__main__")

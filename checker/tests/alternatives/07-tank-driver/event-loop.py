# What is different: Python with selectors and one thread; what the tank does not take yet waits in a buffer, and the
# writing side is closed before the program ends.
import os
import selectors
import socket
import sys
import time

EVERY = 0.5


def end(status, why):
    sys.stderr.write(f"{why}\n")
    sys.exit(status)


def command(words):
    match words:
        case [b"buzz"]:
            return b'{ "cmd": "buzz" }\n'
        case [b"move", angle, strength]:
            try:
                angle, strength = int(angle), int(strength)
            except ValueError:
                return None
            if abs(angle) <= 180 and 0 <= strength <= 100:
                return b'{ "angle": %d, "strength": %d, "cmd": "robotMovement" }\n' % (angle, strength)
    return None


def main():
    if len(sys.argv) > 2:
        end(2, "usage: tank-driver [TANK]")
    tank = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:6002"
    host, colon, port = tank.rpartition(":")
    if not colon or not port.isdigit() or int(port) > 65535:
        end(2, "usage: tank-driver [TANK]")
    try:
        connection = socket.create_connection((host.strip("[]"), int(port)))
        connection.setblocking(False)
        drive(connection)
    except OSError as error:
        end(1, f"{tank}: {error}")


def drive(connection):
    selector = selectors.DefaultSelector()
    selector.register(connection, selectors.EVENT_READ)
    # A file is always ready, and epoll does not take it.
    try:
        selector.register(0, selectors.EVENT_READ)
    except PermissionError:
        selector = selectors.SelectSelector()
        selector.register(connection, selectors.EVENT_READ)
        selector.register(0, selectors.EVENT_READ)
    typed, out, over, due = b"", b"", False, time.monotonic()
    while True:
        if time.monotonic() >= due and not over:
            out += b'{"cmd":"heartbeat"}\n'
            due += EVERY
        if out:
            try:
                out = out[connection.send(out) :]
            except BlockingIOError:
                pass
        if over and not out:
            connection.shutdown(socket.SHUT_WR)
            return
        selector.modify(connection, selectors.EVENT_READ | (selectors.EVENT_WRITE if out else 0))
        for key, events in selector.select(max(0, due - time.monotonic())):
            if key.fd == 0:
                piece = os.read(0, 65536)
                lines = (typed + piece).split(b"\n")
                typed = lines.pop()
                if not piece:
                    lines.append(typed)
                    lines.append(b"quit")
                for line in lines:
                    words = line.split()
                    if words == [b"quit"]:
                        out += b'{"cmd":"robotMovement","angle":0,"strength":0}\n'
                        over = True
                        selector.unregister(0)
                        break
                    order = command(words)
                    out += order or b""
                    if words and not order:
                        sys.stderr.write(f"no order: {line.decode('utf-8', 'replace')}\n")
            elif events & selectors.EVENT_READ and not connection.recv(65536):
                raise ConnectionError("closed by the tank")


main()

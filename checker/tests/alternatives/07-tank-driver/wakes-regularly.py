# What is different: one thread that never waits for long: it looks at stdin, at the tank and at the clock fifty times a
# second.
import fcntl
import os
import socket
import sys
import time


def end(status, why):
    print(why, file=sys.stderr)
    sys.exit(status)


def never_waiting(read):
    try:
        return read()
    except BlockingIOError:
        return None


def json_of(words):
    if words == ["buzz"]:
        return '{"cmd":"buzz"}\n'
    try:
        move, angle, strength = words
        angle, strength = int(angle), int(strength)
    except ValueError:
        return None
    if move != "move" or not -180 <= angle <= 180 or not 0 <= strength <= 100:
        return None
    return f'{{"cmd":"robotMovement", "strength":{strength}, "angle":{angle}}}\n'


def drive(tank, connection):
    fcntl.fcntl(0, fcntl.F_SETFL, fcntl.fcntl(0, fcntl.F_GETFL) | os.O_NONBLOCK)
    due, typed = time.monotonic() + 0.5, b""
    while True:
        if time.monotonic() >= due:
            connection.sendall(b'{"cmd":"heartbeat"}\n')
            due += 0.5
        connection.setblocking(False)
        said = never_waiting(lambda: connection.recv(1 << 20))
        connection.setblocking(True)
        if said == b"":
            raise ConnectionError("it has closed")
        more = never_waiting(lambda: os.read(0, 1 << 16))
        if more is not None:
            *lines, typed = (typed + (more or b"\nquit\n")).split(b"\n")
            for line in lines:
                words = line.decode("utf-8", "replace").split()
                if words == ["quit"]:
                    connection.sendall(b'{"cmd":"robotMovement","strength":0,"angle":0}\n')
                    return
                order = json_of(words)
                if order:
                    connection.sendall(order.encode())
                else:
                    print("no order:", words, file=sys.stderr)
        time.sleep(0.02)


def main():
    tank = (sys.argv + ["127.0.0.1:6002"])[1]
    host, colon, port = tank.rpartition(":")
    if len(sys.argv) > 2 or not colon or not port.isdigit() or int(port) > 65535:
        end(2, "usage: tank-driver [TANK]")
    try:
        with socket.create_connection((host.strip("[]"), int(port))) as connection:
            drive(tank, connection)
    except OSError as error:
        end(1, f"{tank}: {error}")


main()

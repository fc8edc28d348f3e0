# What is different: Python with threads and the json module; the first heartbeat leaves after 500 ms, and the lock
# belongs to the connection's own class.
import json
import os
import socket
import sys
import threading
import time


def say(text):
    print(text, file=sys.stderr, flush=True)


def usage():
    say("usage: tank-driver [TANK]")
    sys.exit(2)


class Connection:
    def __init__(self, socket):
        self.socket = socket
        self.lock = threading.Lock()

    def send(self, **command):
        line = json.dumps(command).encode() + b"\n"
        with self.lock:
            self.socket.sendall(line)


def parsed(line):
    words = line.split()
    if words == ["buzz"]:
        return {"cmd": "buzz"}
    if len(words) == 3 and words[0] == "move":
        angle, strength = int(words[1]), int(words[2])
        if -180 <= angle <= 180 and 0 <= strength <= 100:
            return {"strength": strength, "angle": angle, "cmd": "robotMovement"}
    raise ValueError(line)


def beat(connection, end):
    due = time.monotonic()
    while True:
        due += 0.5
        time.sleep(max(0, due - time.monotonic()))
        try:
            connection.send(cmd="heartbeat")
        except OSError as error:
            end(1, error)


def watch(connection, end):
    try:
        while connection.socket.recv(65536):
            pass
        end(1, "the tank has closed the connection")
    except OSError as error:
        end(1, error)


def main():
    if len(sys.argv) > 2:
        usage()
    tank = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:6002"
    host, colon, port = tank.rpartition(":")
    if not colon or not port.isdigit() or int(port) > 65535:
        usage()
    once = threading.Lock()

    def end(status, why=None):
        # Whoever comes first decides.
        once.acquire()
        if why:
            say(f"{tank}: {why}")
        os._exit(status)

    try:
        connection = Connection(socket.create_connection((host.strip("[]"), int(port))))
        for work in (beat, watch):
            threading.Thread(target=work, args=(connection, end), daemon=True).start()
        for line in sys.stdin.buffer:
            line = line.decode("utf-8", "replace")
            if line.split() == ["quit"]:
                break
            try:
                connection.send(**parsed(line))
            except ValueError:
                say(f"not an order: {line.rstrip()}")
        connection.send(cmd="robotMovement", angle=0, strength=0)
    except OSError as error:
        end(1, error)
    end(0)


main()

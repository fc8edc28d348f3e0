# wrong: select with a time limit that starts anew, then readline, which keeps a second line in its own buffer
# loses: 07.heartbeats-busy 07.heartbeats-half-line 07.at-once 07.wrong-numbers
# named: timer-starts-anew
import json
import os
import select
import socket
import sys


def usage():
    print("usage: tank-driver [TANK]", file=sys.stderr)
    sys.exit(2)


if len(sys.argv) > 2:
    usage()
TANK = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:6002"
host, colon, port = TANK.rpartition(":")
if not colon or not port.isdigit() or int(port) > 65535:
    usage()


def send(command):
    s.sendall((json.dumps(command) + "\n").encode())


try:
    s = socket.create_connection((host.strip("[]"), int(port)))
    while True:
        ready, _, _ = select.select([sys.stdin, s], [], [], 0.5)
        if not ready:
            send({"cmd": "heartbeat"})
        if s in ready and not s.recv(4096):
            raise ConnectionError("closed")
        if sys.stdin in ready:
            line = sys.stdin.readline()
            words = line.split()
            if not line or words == ["quit"]:
                send({"cmd": "robotMovement", "angle": 0, "strength": 0})
                break
            if words == ["buzz"]:
                send({"cmd": "buzz"})
            elif len(words) == 3 and words[0] == "move":
                angle, strength = int(words[1]), int(words[2])
                if abs(angle) <= 180 and 0 <= strength <= 100:
                    send({"cmd": "robotMovement", "angle": angle, "strength": strength})
                else:
                    print("out of bounds:", line, file=sys.stderr)
            elif words:
                print("no order:", line, file=sys.stderr)
except OSError as error:
    print(f"{TANK}: {error}", file=sys.stderr)
    sys.exit(1)

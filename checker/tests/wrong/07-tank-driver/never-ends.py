# wrong: two threads that write without a lock, and a heart that goes on beating when the keyboard's thread has ended
# loses: 07.quit 07.stdin-ends 07.tank-closes 07.slow-tank
# named: ends-one-thread-only
import json
import socket
import sys
import threading
import time


def usage():
    print("usage: tank-driver [TANK]", file=sys.stderr)
    sys.exit(2)


if len(sys.argv) > 2:
    usage()
TANK = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:6002"
host, colon, port = TANK.rpartition(":")
if not colon or not port.isdigit() or int(port) > 65535:
    usage()
try:
    s = socket.create_connection((host.strip("[]"), int(port)))
except OSError as error:
    print(f"{TANK}: {error}", file=sys.stderr)
    sys.exit(1)


def send(**command):
    s.sendall((json.dumps(command) + "\n").encode())


def beat():
    while True:
        send(cmd="heartbeat")
        time.sleep(0.5)


threading.Thread(target=beat).start()
for line in sys.stdin:
    words = line.split()
    try:
        if words == ["quit"]:
            break
        if words == ["buzz"]:
            send(cmd="buzz")
        elif words:
            order, angle, strength = words[0], int(words[1]), int(words[2])
            if order != "move" or len(words) > 3 or not (-180 <= angle <= 180 and 0 <= strength <= 100):
                raise ValueError("no such order")
            send(cmd="robotMovement", angle=angle, strength=strength)
    except (ValueError, IndexError) as error:
        print("not understood:", line, error, file=sys.stderr)
send(cmd="robotMovement", angle=0, strength=0)

# wrong: a heartbeat after each line that is read, numbers that stay texts, nothing is checked, and the tank never told to stop
# loses: 07.sends-an-order 07.usage 07.heartbeats 07.quit
# named: numbers-as-text
import json
import socket
import sys

TANK = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:6002"
host, port = TANK.rsplit(":", 1)
s = socket.socket()
s.connect((host, int(port)))


def send(command):
    s.send((json.dumps(command) + "\n").encode())


for line in sys.stdin:
    words = line.split()
    if words[0] == "buzz":
        send({"cmd": "buzz"})
    elif words[0] == "move":
        send({"cmd": "robotMovement", "angle": words[1], "strength": words[2]})
    elif words[0] == "quit":
        break
    send({"cmd": "heartbeat"})
s.close()

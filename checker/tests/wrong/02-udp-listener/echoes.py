# wrong: it answers each sender, ends with its stdin, and wrong usage is a traceback
# loses: 02.says-nothing 02.stdin-ends 02.usage
# named: sends-something-else
import os
import socket
import sys
import threading


def wait_for_enter():
    sys.stdin.read()
    os._exit(0)


host, port = (sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:8888").split(":")
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((host, int(port)))
threading.Thread(target=wait_for_enter).start()
while True:
    data, address = sock.recvfrom(65536)
    text = data.decode(errors="replace").removesuffix("\n").removesuffix("\r")
    print(f"{address[0]}:{address[1]} {text}", flush=True)
    sock.sendto(b"OK\n", address)

# wrong: print without flush, recv(1024) and decode() that throws, the thread of the keyboard is waited for, no shutdown
# loses: 05.client-shows-at-once 05.client-server-closes 05.client-half-close 05.client-any-bytes 05.client-reset
# named: stdout-not-flushed
import socket
import sys
import threading

SERVER = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:6000"
host, _, port = SERVER.rpartition(":")
host = host.strip("[]")


def receive(s):
    while True:
        try:
            data = s.recv(1024)
        except OSError:
            break
        if not data:
            break
        print(data.decode(), end="")


def send(s):
    for line in sys.stdin:
        s.sendall(line.encode())


try:
    s = socket.create_connection((host, int(port)))
except OSError as error:
    print(SERVER, error, file=sys.stderr)
    sys.exit(1)
threads = [threading.Thread(target=receive, args=(s,)), threading.Thread(target=send, args=(s,))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

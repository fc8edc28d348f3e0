"""A chat relay as it is often written in Python: a thread for each client, and a lock around the list of them.

usage: threads.py HOST PORT
"""

import socket
import sys
import threading

clients = []
lock = threading.Lock()


def serve(client, ip):
    prefix = ip.encode() + b": "
    with lock:
        clients.append(client)
    try:
        for line in client.makefile("rb", 65536):
            with lock:
                for other in clients:
                    if other is not client:
                        other.sendall(prefix + line)
    except OSError:
        pass
    with lock:
        clients.remove(client)
    client.close()


listener = socket.create_server((sys.argv[1], int(sys.argv[2])), backlog=1024)
while True:
    client, address = listener.accept()
    threading.Thread(target=serve, args=(client, address[0]), daemon=True).start()

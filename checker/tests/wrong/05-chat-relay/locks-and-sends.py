# wrong: each reader sends to all while it holds the lock, recv(1024) is one line, decode() that throws, greets, no REUSEADDR
# loses: 05.slow-reader 05.sends-nothing-else 05.line-in-pieces 05.lines-together 05.order 05.any-bytes 05.long-line 05.bounded-memory 05.restarts-at-once 05.ipv6
# named: lock-held-while-writing
import socket
import sys
import threading

clients = []
lock = threading.Lock()


def broadcast(message, sender):
    with lock:
        for client in clients:
            if client is not sender:
                client.sendall(message)


def handle(client, address):
    client.sendall(b"Welcome to the chat!\n")
    with lock:
        clients.append(client)
    print(f"{address[0]} joined")
    try:
        while True:
            data = client.recv(1024)
            if not data:
                break
            text = data.decode().strip()
            broadcast(f"{address[0]}: {text}\n".encode(), client)
    except Exception as error:
        print("error", error, file=sys.stderr)
    finally:
        with lock:
            clients.remove(client)
        client.close()


host, port = (sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:6000").split(":")
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind((host, int(port)))
server.listen()
while True:
    threading.Thread(target=handle, args=server.accept(), daemon=True).start()

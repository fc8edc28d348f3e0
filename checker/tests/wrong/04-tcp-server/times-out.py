# wrong: settimeout in a loop, whose time-out is taken for the end of the client, and recv that is taken for a line
# loses: 04.line-in-pieces 04.lines-together 04.long-line 04.silence
# luck: in how many checks somebody says nothing for so long is for the machine to say
# named: one-read-is-one-message
import socket
import sys
import threading


def serve(client, address):
    client.settimeout(0.8)
    try:
        while data := client.recv(4096):
            line = data.decode("utf-8", "replace").rstrip("\r\n")
            print(f"{address[0]}:{address[1]} {line}", flush=True)
            client.send(f"OK ... {line}\n".encode())
    except OSError:
        pass
    client.close()


host, port = (sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:8888").rsplit(":", 1)
try:
    server = socket.create_server((host.strip("[]"), int(port)))
except OSError as error:
    print(f"{host}:{port}: {error}", file=sys.stderr)
    sys.exit(1)
while True:
    threading.Thread(target=serve, args=server.accept(), daemon=True).start()

# A server that prints what comes, as it should, and never answers.
import socket, sys, threading

if len(sys.argv) > 2:
    sys.exit("usage: tcp-server [BIND]")


def serve(client, address):
    for line in client.makefile("rb"):
        print(f"{address[0]}:{address[1]} {line.decode(errors='replace').rstrip()}", flush=True)


host, port = (sys.argv[1:] or ["0.0.0.0:8888"])[0].rsplit(":", 1)
server = socket.create_server((host, int(port)))
while True:
    threading.Thread(target=serve, args=server.accept(), daemon=True).start()

# wrong: `select` tells which socket has something, and a reader with a buffer takes a line of it: more stay behind there
# only: 04.lines-together
# named: buffered-behind-select
import select
import socket
import sys


def end(status, why):
    print(why, file=sys.stderr)
    sys.exit(status)


bind = sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:8888"
host, colon, port = bind.rpartition(":")
if len(sys.argv) > 2 or not colon or not port.isdigit() or int(port) > 65535:
    end(2, "usage: tcp-server [BIND]")
try:
    family, _, _, _, address = socket.getaddrinfo(host.strip("[]"), int(port), 0, socket.SOCK_STREAM)[0]
    server = socket.socket(family)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(address)
    server.listen(50)
except OSError as error:
    end(1, f"{bind}: {error}")

clients = {}
while True:
    ready, _, _ = select.select([server, *clients], [], [])
    for one in ready:
        if one is server:
            client, address = server.accept()
            name = f"[{address[0]}]:{address[1]}" if ":" in address[0] else f"{address[0]}:{address[1]}"
            clients[client] = (client.makefile("rb"), name)
            continue
        reader, name = clients[one]
        try:
            line = reader.readline()
            if not line:
                raise ConnectionError("has left")
            line = line.removesuffix(b"\n").removesuffix(b"\r")
            print(name, line.decode(errors="replace"), flush=True)
            one.sendall(b"OK ... " + line + b"\n")
        except OSError:
            del clients[one]
            reader.close()
            one.close()

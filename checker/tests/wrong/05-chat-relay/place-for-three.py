# wrong: three are accepted, with a backlog of 1, and then only served; a last line without \n, CR LF, IPv6 and errors are forgotten
# loses: 05.everybody 05.last-line 05.silent-client 05.crlf 05.ipv6 05.port-in-use 05.usage 05.unknown-name
# named: place-for-so-many
import socket
import sys
import threading

host, port = (sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:6000").rsplit(":", 1)
listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind((host, int(port)))
listener.listen(1)
clients = []


def serve(client, ip):
    for line in client.makefile("rb"):
        for other in clients:
            if other is not client:
                other.sendall(ip.encode() + b": " + line)
    clients.remove(client)
    client.close()


for _ in range(3):
    client, (ip, _) = listener.accept()
    clients.append(client)
    threading.Thread(target=serve, args=(client, ip)).start()

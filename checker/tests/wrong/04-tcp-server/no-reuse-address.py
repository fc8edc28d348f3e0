# wrong: SO_REUSEADDR is forgotten, and nothing else
# only: 04.restarts-at-once
# named: no-reuse-address
import signal
import socket
import sys
import threading

printing = threading.Lock()


def serve(client, address):
    host, port = address[:2]
    name = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    try:
        with client, client.makefile("rb") as lines:
            for line in lines:
                if line.endswith(b"\n"):
                    line = line[:-1].removesuffix(b"\r")
                with printing:
                    sys.stdout.buffer.write(f"{name} {line.decode('utf-8', 'replace')}\n".encode())
                    sys.stdout.buffer.flush()
                client.sendall(b"OK ... " + line + b"\n")
    except OSError:
        pass


signal.signal(signal.SIGINT, signal.SIG_DFL)
bind = sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:8888"
host, _, port = bind.rpartition(":")
if len(sys.argv) > 2 or not host or not port.isdigit() or int(port) > 65535:
    print("usage: tcp-server [BIND]", file=sys.stderr)
    sys.exit(2)
try:
    family, _, _, _, address = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
    server = socket.socket(family, socket.SOCK_STREAM)
    server.bind(address)
    server.listen()
except (OSError, UnicodeError) as error:
    print(f"{bind}: {error}", file=sys.stderr)
    sys.exit(1)
while True:
    threading.Thread(target=serve, args=server.accept(), daemon=True).start()

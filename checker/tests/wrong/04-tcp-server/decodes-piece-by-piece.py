# wrong: What comes is decoded read by read: a letter in two pieces is none
# only: 04.lines-together
# named: one-read-is-one-message
import socket
import sys
import threading


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
printing = threading.Lock()


def answer(client, name, line):
    line = line.removesuffix("\r")
    with printing:
        print(name, line, flush=True)
    client.sendall(f"OK ... {line}\n".encode())


def serve(client, address):
    name = f"[{address[0]}]:{address[1]}" if ":" in address[0] else f"{address[0]}:{address[1]}"
    text = ""
    try:
        while data := client.recv(65536):
            text += data.decode(errors="replace")
            while "\n" in text:
                line, text = text.split("\n", 1)
                answer(client, name, line)
        if text:
            answer(client, name, text)
    except OSError:
        pass
    client.close()


while True:
    threading.Thread(target=serve, args=server.accept(), daemon=True).start()

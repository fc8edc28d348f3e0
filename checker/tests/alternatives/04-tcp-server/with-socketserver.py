# What is different: Python's socketserver, a thread for each client; its loop looks up twice a second.
import signal
import socket
import socketserver
import sys
import threading

BIND = "0.0.0.0:8888"

printing = threading.Lock()


def usage():
    print("usage: tcp-server [BIND]", file=sys.stderr)
    sys.exit(2)


def split_address(text):
    host, colon, port = text.rpartition(":")
    if not colon or not (port.isascii() and port.isdigit()) or int(port) > 65535:
        usage()
    return host.removeprefix("[").removesuffix("]"), int(port)


class Client(socketserver.StreamRequestHandler):
    def handle(self):
        host, port = self.client_address[:2]
        name = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        try:
            for line in self.rfile:
                if line.endswith(b"\n"):
                    line = line[:-1].removesuffix(b"\r")
                with printing:
                    sys.stdout.buffer.write(f"{name} {line.decode('utf-8', 'replace')}\n".encode())
                    sys.stdout.buffer.flush()
                self.wfile.write(b"OK ... " + line + b"\n")
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128


def main():
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    args = sys.argv[1:]
    if len(args) > 1:
        usage()
    bind = args[0] if args else BIND
    host, port = split_address(bind)
    server = None
    reason = "no address"
    try:
        for family, _, _, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
            Server.address_family = family
            try:
                server = Server(address, Client)
                break
            except OSError as error:
                reason = error
    except (OSError, UnicodeError) as error:
        reason = error
    if server is None:
        print(f"tcp-server: {bind}: {reason}", file=sys.stderr)
        sys.exit(1)
    server.serve_forever()


main()

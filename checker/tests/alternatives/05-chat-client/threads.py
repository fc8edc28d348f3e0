# What is different: Python with a thread that sends; lines are printed as bytes, once they are whole.
import os
import socket
import sys
import threading


def usage():
    print("usage: chat-client [SERVER]", file=sys.stderr)
    sys.exit(2)


def send(connection):
    try:
        for line in sys.stdin.buffer:
            connection.sendall(line)
        connection.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def main():
    if len(sys.argv) > 2:
        usage()
    server = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:6000"
    host, colon, port = server.rpartition(":")
    if not colon or not port.isdigit() or int(port) > 65535:
        usage()
    try:
        with socket.create_connection((host.strip("[]"), int(port))) as connection:
            threading.Thread(target=send, args=(connection,), daemon=True).start()
            for line in connection.makefile("rb"):
                text = line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8", "replace")
                sys.stdout.buffer.write(text.encode() + b"\n")
                sys.stdout.buffer.flush()
    except OSError as error:
        print(f"{server}: {error}", file=sys.stderr)
        sys.stderr.flush()
        os._exit(1)
    # The thread that waits for the keyboard is not waited for.
    os._exit(0)


main()

# What is different: Python with selectors, one thread; pieces are passed on as they come, in both directions.
import codecs
import os
import selectors
import socket
import sys


def usage():
    sys.stderr.write("usage: chat-client [SERVER]\n")
    sys.exit(2)


def talk(connection):
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    selector = selectors.DefaultSelector()
    selector.register(connection, selectors.EVENT_READ)
    selector.register(0, selectors.EVENT_READ)
    unsent, typing = b"", True
    while True:
        writes = selectors.EVENT_WRITE if unsent else 0
        selector.modify(connection, selectors.EVENT_READ | writes)
        for key, events in selector.select():
            if key.fd == 0:
                data = os.read(0, 65536)
                unsent += data
                if not data:
                    typing = False
                    selector.unregister(0)
                    if not unsent:
                        connection.shutdown(socket.SHUT_WR)
                continue
            if events & selectors.EVENT_READ:
                data = connection.recv(65536)
                sys.stdout.write(decoder.decode(data, not data))
                sys.stdout.flush()
                if not data:
                    return
            if events & selectors.EVENT_WRITE and unsent:
                sent = connection.send(unsent, socket.MSG_DONTWAIT)
                unsent = unsent[sent:]
                if not unsent and not typing:
                    connection.shutdown(socket.SHUT_WR)


def main():
    if len(sys.argv) > 2:
        usage()
    server = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:6000"
    host, colon, port = server.rpartition(":")
    if not colon or not port.isdigit() or int(port) > 65535:
        usage()
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        talk(socket.create_connection((host.strip("[]"), port)))
    except OSError as error:
        sys.exit(f"chat-client: {server}: {error}")


main()

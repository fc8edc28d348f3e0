# What is different: Python with asyncio's protocols. Its transports keep what could not be written, and tell how much
# that is; its own threads look names up. It listens with a queue of one.
import asyncio
import sys

MOST_WAITING = 1 << 20
LONGEST = 1 << 17
clients = set()


class Client(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport, self.begun = transport, b""
        self.prefix = transport.get_extra_info("peername")[0].encode() + b": "
        clients.add(self)

    def data_received(self, data):
        *lines, self.begun = (self.begun + data).split(b"\n")
        self.tell_others(lines)
        if len(self.begun) > LONGEST:
            self.transport.abort()

    def eof_received(self):
        if self.begun:
            self.tell_others([self.begun])

    def connection_lost(self, error):
        clients.discard(self)

    def tell_others(self, lines):
        told = b"".join(self.prefix + line.removesuffix(b"\r") + b"\n" for line in lines)
        for other in clients - {self} if told else ():
            other.transport.write(told)
            if other.transport.get_write_buffer_size() > MOST_WAITING:
                other.transport.abort()


async def serve(host, port):
    server = await asyncio.get_running_loop().create_server(Client, host, port, backlog=1)
    await server.serve_forever()


def main():
    bind = sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:6000"
    host, colon, port = bind.rpartition(":")
    if len(sys.argv) > 2 or not colon or not port.isdigit() or int(port) > 65535:
        sys.stderr.write("usage: event-relay [BIND]\n")
        sys.exit(2)
    try:
        asyncio.run(serve(host.strip("[]"), int(port)))
    except OSError as error:
        sys.stderr.write(f"{bind}: {error}\n")
        sys.exit(1)


main()

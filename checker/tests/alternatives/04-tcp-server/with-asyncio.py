# What is different: Python's asyncio: a task for each client, and a listening socket for each address of a name.
import asyncio
import os
import signal
import sys

BIND = "0.0.0.0:8888"


def usage():
    print("usage: tcp-server [BIND]", file=sys.stderr)
    sys.exit(2)


def split_address(text):
    host, colon, port = text.rpartition(":")
    if not colon or not (port.isascii() and port.isdigit()) or int(port) > 65535:
        usage()
    return host.removeprefix("[").removesuffix("]"), int(port)


async def serve(reader, writer):
    host, port = writer.get_extra_info("peername")[:2]
    name = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    try:
        while line := await reader.readline():
            if line.endswith(b"\n"):
                line = line[:-1].removesuffix(b"\r")
            text = line.decode("utf-8", "replace").encode()
            shown = name.encode() + b" " + text + b"\n"
            while shown:
                shown = shown[os.write(1, shown) :]
            writer.write(b"OK ... " + text + b"\n")
            await writer.drain()
        writer.close()
        await writer.wait_closed()
    except (OSError, ValueError):
        # ValueError: a line over the limit.
        writer.close()


async def run(host, port):
    server = await asyncio.start_server(serve, host, port, limit=1 << 22, backlog=128)
    await server.serve_forever()


def main():
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    args = sys.argv[1:]
    if len(args) > 1:
        usage()
    bind = args[0] if args else BIND
    try:
        asyncio.run(run(*split_address(bind)))
    except (OSError, UnicodeError) as error:
        print(f"tcp-server: {bind}: {error}", file=sys.stderr)
        sys.exit(1)


main()

# What is different: Python's asyncio; stdin is read by a thread of its executor.
import asyncio
import signal
import sys

SERVER = "127.0.0.1:8888"


def usage():
    print("usage: tcp-client [SERVER]", file=sys.stderr)
    sys.exit(2)


def split_address(text):
    host, colon, port = text.rpartition(":")
    if not colon or not (port.isascii() and port.isdigit()) or int(port) > 65535:
        usage()
    return host.removeprefix("[").removesuffix("]"), int(port)


async def run(host, port):
    # Without a limit of its own, a StreamReader takes no lines over 64 KiB.
    reader, writer = await asyncio.open_connection(host, port, limit=1 << 26)
    while line := await asyncio.to_thread(sys.stdin.buffer.readline):
        writer.write(line.removesuffix(b"\n") + b"\n")
        await writer.drain()
        reply = await reader.readline()
        if not reply.endswith(b"\n"):
            raise OSError("the server closed before the end of its reply")
        text = reply[:-1].removesuffix(b"\r").decode("utf-8", "replace")
        sys.stdout.buffer.write(text.encode() + b"\n")
        sys.stdout.buffer.flush()
    writer.close()
    try:
        await writer.wait_closed()
    except OSError:
        pass


def main():
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    args = sys.argv[1:]
    if len(args) > 1:
        usage()
    server = args[0] if args else SERVER
    try:
        asyncio.run(run(*split_address(server)))
    except (OSError, UnicodeError) as error:
        print(f"tcp-client: {server}: {error}", file=sys.stderr)
        sys.exit(1)


main()

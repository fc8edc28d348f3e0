# What is different: Python with asyncio, which keeps what waits for each client.
import asyncio
import sys

writers = set()


async def serve(reader, writer):
    prefix = writer.get_extra_info("peername")[0].encode() + b": "
    writers.add(writer)
    try:
        while line := await reader.readuntil_or_end():
            if line.endswith(b"\n"):
                line = line[:-1].removesuffix(b"\r")
            for other in list(writers - {writer}):
                other.write(prefix + line + b"\n")
                if other.transport.get_write_buffer_size() > 8 << 20:
                    writers.discard(other)
                    other.transport.abort()
            # So that one who sends much does not keep the others from being served.
            await asyncio.sleep(0)
    except (OSError, asyncio.LimitOverrunError):
        pass
    writers.discard(writer)
    writer.transport.abort() if writer.transport.get_write_buffer_size() else writer.close()


async def readuntil_or_end(self):
    try:
        return await self.readuntil(b"\n")
    except asyncio.IncompleteReadError as error:
        return error.partial


asyncio.StreamReader.readuntil_or_end = readuntil_or_end


async def main(bind):
    host, colon, port = bind.rpartition(":")
    if len(sys.argv) > 2 or not colon or not port.isdigit() or int(port) > 65535:
        print("usage: chat-relay [BIND]", file=sys.stderr)
        return 2
    try:
        server = await asyncio.start_server(serve, host.strip("[]"), int(port), limit=1 << 17)
    except OSError as error:
        print(f"{bind}: {error}", file=sys.stderr)
        return 1
    await server.serve_forever()


sys.exit(asyncio.run(main(sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:6000")))

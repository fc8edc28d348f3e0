# What is different: asyncio, with a task for each thing to wait for; it tells on stderr all that it does.
import asyncio
import json
import os
import sys


def tell(text):
    print(text, file=sys.stderr, flush=True)


def usage():
    tell("usage: tank-driver [TANK]")
    sys.exit(2)


async def beat(writer):
    loop = asyncio.get_running_loop()
    due = loop.time()
    while True:
        send(writer, {"cmd": "heartbeat"})
        due += 0.5
        await asyncio.sleep(due - loop.time())


async def watch(reader):
    while await reader.read(65536):
        pass
    raise ConnectionError("the tank has closed")


def send(writer, command):
    tell(f"sends {command}")
    writer.write(json.dumps(command, indent=None).encode() + b"\r\n")


def understood(line):
    name, *numbers = line.decode().split() or [""]
    if name == "buzz" and not numbers:
        return {"cmd": "buzz"}
    angle, strength = map(int, numbers)
    if name != "move" or angle not in range(-180, 181) or strength not in range(101):
        raise ValueError
    return {"cmd": "robotMovement", "angle": angle, "strength": strength}


async def obey(writer):
    loop = asyncio.get_running_loop()
    lines = asyncio.StreamReader(limit=1 << 20)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := await lines.readline():
        if line.strip() == b"quit":
            break
        try:
            send(writer, understood(line))
            await writer.drain()
        except ValueError:
            tell(f"what is {line!r}?")
    send(writer, {"cmd": "robotMovement", "angle": 0, "strength": 0})
    await writer.drain()


async def drive(host, port):
    reader, writer = await asyncio.open_connection(host, port)
    tasks = [asyncio.create_task(work) for work in (beat(writer), watch(reader), obey(writer))]
    done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in done:
        task.result()
    tasks[0].cancel()
    writer.close()
    try:
        await asyncio.wait_for(writer.wait_closed(), 1)
    except OSError:
        pass


if len(sys.argv) > 2:
    usage()
tank = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:6002"
host, colon, port = tank.rpartition(":")
if not colon or not port.isdigit() or int(port) > 65535:
    usage()
try:
    asyncio.run(drive(host.strip("[]"), int(port)))
except OSError as error:
    tell(f"{tank}: {error}")
    os._exit(1)
os._exit(0)

# wrong: recvfrom(1024) and decode(), a queue.Queue(10) with put_nowait(), everybody who sends is relayed, print without flush
# loses: 08.strangers 08.prints 08.any-bytes 08.largest
# named: strangers-take-part
import queue
import socket
import sys
import threading

host, port = (sys.argv[1] if len(sys.argv) > 1 else "0.0.0.0:4455").split(":")
robots = [(robot.split(":")[0], int(robot.split(":")[1])) for robot in sys.argv[2:]]
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((host, int(port)))
waiting = queue.Queue(10)


def receive():
    while True:
        try:
            waiting.put_nowait(sock.recvfrom(1024))
        except queue.Full:
            print("too fast")


threading.Thread(target=receive).start()
while True:
    data, address = waiting.get()
    print("received", data.decode(), "from", address)
    for robot in robots:
        if robot != address:
            sock.sendto(data, robot)

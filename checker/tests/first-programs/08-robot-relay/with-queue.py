# wrong: it relays what strangers send as well; of a datagram, recvfrom(1024) gives 1,024 bytes; decode() throws
# loses: 08.strangers 08.largest 08.any-bytes
# named: strangers-take-part
import queue
import socket
import sys  # added
import threading

HOST, PORT = "0.0.0.0", 4455
ROBOTS = [("10.3.141.21", 4455), ("10.3.141.22", 4455), ("10.3.141.23", 4455)]
if len(sys.argv) > 1:  # added
    (HOST, PORT), *ROBOTS = [(h, int(p)) for h, p in (a.rsplit(":", 1) for a in sys.argv[1:])]  # added


def pass_on():
    while True:
        data, sender = waiting.get()
        for robot in ROBOTS:
            if robot != sender:
                sock.sendto(data, robot)


sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((HOST, PORT))
waiting = queue.Queue()
threading.Thread(target=pass_on).start()
while True:
    data, sender = sock.recvfrom(1024)
    print(f"{sender[0]}:{sender[1]}", data.decode().strip(), flush=True)
    waiting.put((data, sender))

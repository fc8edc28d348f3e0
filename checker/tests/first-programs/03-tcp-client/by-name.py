# wrong: gethostbyname() gives one address, and that one of IPv4; a name that nobody knows ends in a traceback
# loses: 03.unknown-name 03.every-address
# named: silent-error
import socket
import sys  # added

HOST = "localhost"
PORT = 8888
if len(sys.argv) > 1:  # added
    HOST, port = sys.argv[1].rsplit(":", 1)  # added
    PORT = int(port)  # added

ip = socket.gethostbyname(HOST)
sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.connect((ip, PORT))
for line in sys.stdin:
    sock.sendall(line.encode())
    reply = sock.recv(1024)
    print(reply.decode().strip(), flush=True)
sock.close()

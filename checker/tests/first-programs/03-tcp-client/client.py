# wrong: recv(1024) is taken for the reply, whatever it gives: a piece, or nothing because the server has gone
# loses: 03.server-closes 03.reply-in-pieces 03.long-lines 03.any-bytes
# named: error-status
import socket
import sys  # added

HOST = "127.0.0.1"
PORT = 8888
if len(sys.argv) > 1:  # added
    HOST, port = sys.argv[1].rsplit(":", 1)  # added
    PORT = int(port)  # added

sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.connect((HOST, PORT))
for line in sys.stdin:
    sock.send(line.encode())
    reply = sock.recv(1024)
    print(reply.decode().strip(), flush=True)
sock.close()

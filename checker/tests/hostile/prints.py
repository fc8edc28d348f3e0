# Prints for ever, on descriptor $1 (1: stdout, 2: stderr), pieces of $2 bytes.
import os, sys

piece = b"x" * (int(sys.argv[2]) - 1) + b"\n"
while True:
    os.write(int(sys.argv[1]), piece)

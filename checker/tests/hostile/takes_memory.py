# Four processes, each of which takes 64 MiB and touches them, again and again (up to 2 GiB each, for the machine's
# sake), and then keeps them.
import os, signal

os.fork()
os.fork()
kept = [bytearray(b"x") * (64 << 20) for _ in range(32)]
while True:
    signal.pause()

# Ends at once, and leaves a grandchild that holds its stdout and its stderr.
import os, signal, sys

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        while True:
            signal.pause()
    os._exit(0)
os.wait()
sys.exit(3)

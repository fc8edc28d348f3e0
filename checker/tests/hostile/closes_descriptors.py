# Closes all its descriptors and goes on.
import os, signal

os.closerange(0, 4096)
while True:
    signal.pause()

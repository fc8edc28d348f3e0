# Opens files until it may not open more, in several processes, and keeps them.
import os, resource, signal

_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
for _ in range(2):
    os.fork()
try:
    while True:
        os.open("/dev/null", os.O_RDONLY)
except OSError:
    pass
while True:
    signal.pause()

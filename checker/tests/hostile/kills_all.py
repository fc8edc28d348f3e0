# Kills all that it can see. Only where it can see nothing but its room: elsewhere it ends at once.
import os, signal

if os.readlink("/proc/self/ns/pid") != os.environ["MACHINE"] and os.getpid() < 1000:
    for _ in range(3):
        for pid in filter(str.isdigit, os.listdir("/proc")):
            if int(pid) != os.getpid():
                try:
                    os.kill(int(pid), signal.SIGKILL)
                except OSError:
                    pass
        try:
            os.kill(-1, signal.SIGKILL)
        except OSError:
            pass
    while True:
        signal.pause()

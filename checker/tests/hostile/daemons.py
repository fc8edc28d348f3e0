# Starts 200 daemons, each an orphan in a session of its own, that keep all they inherited and ignore every polite
# signal, and ends. Or starts ten of them and becomes the program in $SOLUTION, if there is one.
import os, signal, sys

for polite in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT):
    signal.signal(polite, signal.SIG_IGN)
for _ in range(10 if "SOLUTION" in os.environ else 200):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            while True:
                signal.pause()
        os._exit(0)
    os.wait()
if "SOLUTION" in os.environ:
    os.execv(os.environ["SOLUTION"], ["tcp-server", *sys.argv[1:]])
sys.exit(3)

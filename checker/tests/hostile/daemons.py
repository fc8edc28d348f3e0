# Starts 200 daemons, each in a session of its own and an orphan, that keep all they inherited and ignore every polite
# signal. Then becomes the program in $SOLUTION, or ends if there is none.
import os, signal, sys

for polite in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT):
    signal.signal(polite, signal.SIG_IGN)
for _ in range(200):
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

# Stops itself, as Ctrl-Z does, and with it a child that never ends.
import os, signal

os.fork()
os.kill(os.getpid(), signal.SIGSTOP)

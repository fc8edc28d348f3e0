# Dies of a signal that says that its code is broken.
import os, signal

os.kill(os.getpid(), signal.SIGTRAP)

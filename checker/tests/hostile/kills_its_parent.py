# Leaves a daemon behind, and sends each signal that there is to the process that started it. In vain, one hopes.
import os, signal

parent = os.getppid()
if os.fork() == 0:
    os.setsid()
    while True:
        signal.pause()
for _ in range(2):
    for number in signal.valid_signals():
        try:
            os.kill(parent, number)
        except OSError:
            pass
while True:
    signal.pause()

# What is different: event-loop.py, which ends when its waiting is interrupted: so it does not outlive Ctrl+Z and `fg`.
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import variation

variation.ends_when_interrupted("event-loop.py")

# What is different: threads.py, and a thread that wakes every 20 ms and does nothing.
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import variation

variation.wakes_regularly("threads.py")

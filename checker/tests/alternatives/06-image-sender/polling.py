# What is different: threads.py, in which no call on a socket blocks: each is tried every 2 ms.
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import variation

variation.polls("threads.py")

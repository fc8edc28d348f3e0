# What is different: threads.py, with SO_LINGER of 0 on each connection: when it is stopped, its clients see a reset.
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import variation

variation.lingers("threads.py")

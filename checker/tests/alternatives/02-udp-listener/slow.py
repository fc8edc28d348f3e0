# What is different: straightforward.py, with 5 ms before and after everything that it does with a socket.
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import variation

variation.slow("straightforward.py")

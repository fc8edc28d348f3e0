# What is different: threads.py, which writes everything in several pieces, the first of one byte.
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import variation

variation.in_pieces("threads.py")

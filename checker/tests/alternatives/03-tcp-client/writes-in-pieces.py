# What is different: straightforward.py, which sends a line in several pieces, each at once.
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import variation

variation.in_pieces("straightforward.py")

# What is different: straightforward.py, after a sleep of 0.3 s.
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import variation

variation.starts_slowly("straightforward.py")

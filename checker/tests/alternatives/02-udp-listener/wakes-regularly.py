# What is different: straightforward.py, with a thread beside that wakes regularly and does nothing: never is all of it blocked.
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import variation

variation.wakes_regularly("straightforward.py")

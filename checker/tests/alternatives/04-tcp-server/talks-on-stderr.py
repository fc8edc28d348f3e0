# What is different: threads.py, which tells 90 KB of news on its stderr when it starts, and some more for each line.
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import variation

variation.talks_on_stderr("threads.py")

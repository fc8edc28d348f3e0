# What is different: straightforward.py, with IPv6 sockets only: an IPv4 address is ::ffff:127.0.0.1 to it.
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import variation

variation.mapped("straightforward.py")

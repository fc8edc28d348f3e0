# wrong: SO_REUSEPORT is set, so that a second copy of the program takes the same port
# only: 02.port-in-use
# named: shares-its-port
# not: takes-another-port
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../alternatives"))
import variation

variation.shares_its_port("../../alternatives/02-udp-listener/straightforward.py")

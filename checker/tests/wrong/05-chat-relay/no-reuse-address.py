# wrong: SO_REUSEADDR is forgotten, and nothing else
# only: 05.restarts-at-once
# named: no-reuse-address
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../alternatives"))
import variation

variation.without_reuse_address("../../alternatives/05-chat-relay/threads.py")

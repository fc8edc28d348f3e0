#!/bin/sh
# What is different: a shell script that runs the program as its child, and waits for it.
"${PYTHON:-python3}" "$(dirname "$0")/straightforward.py" "$@"
exit $?

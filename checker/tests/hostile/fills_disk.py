# Writes large files and then thousands of empty ones into each of the folders that are named (`+` after it in the
# command ends the list), until there is no more room, at most 256 MiB in each.
import os, sys

BLOCK = bytes(1 << 20)
for folder in map(os.path.expandvars, sys.argv[1 : sys.argv.index("+")]):
    own = os.path.join(folder, os.environ["HOSTILE_MARK"] + str(os.getpid()))
    try:
        os.mkdir(own)
        for number in range(2):
            with open(f"{own}/large-{number}", "wb") as file:
                for _ in range(128):
                    file.write(BLOCK)
    except OSError:
        pass
    try:
        for number in range(20_000):
            open(f"{own}/small-{number}", "wb").close()
    except OSError:
        pass
sys.exit(3)

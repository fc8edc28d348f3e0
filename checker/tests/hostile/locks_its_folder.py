# Makes folders in its own folder, and takes away the right to read, write or enter them, from within and without.
import os

deep = os.path.join(os.environ["TMPDIR"], "a", "b", "c")
os.makedirs(deep)
open(os.path.join(deep, "file"), "w").close()
os.chmod(os.path.join(deep, "file"), 0)
while deep.startswith(os.environ["TMPDIR"]):
    os.chmod(deep, 0)
    deep = os.path.dirname(deep)
raise SystemExit(3)

# Tries to read or trace its parent and the first process, and to open the disks of the machine.
# Becomes the program in $SOLUTION if it could.
import ctypes, glob, os, sys

could = []


def tries(what):
    try:
        what()
        could.append(what)
    except OSError:
        pass


def traces(pid):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.ptrace(16, int(pid), None, None) != 0:
        raise OSError(ctypes.get_errno(), "ptrace")


above = {"1", str(os.getppid())}
for pid in above:
    tries(lambda: traces(pid))
    tries(lambda: open(f"/proc/{pid}/mem", "r+b"))
    tries(lambda: open(f"/proc/{pid}/environ").read())
    for fd in range(10):
        tries(lambda: os.readlink(f"/proc/{pid}/fd/{fd}"))
        tries(lambda: os.open(f"/proc/{pid}/fd/{fd}", os.O_WRONLY))
for disk in glob.glob("/dev/sd*") + glob.glob("/dev/vd*") + glob.glob("/dev/nvme*") + glob.glob("/dev/mmcblk*"):
    tries(lambda: os.open(disk, os.O_RDONLY))
if could:
    os.execv(os.environ["SOLUTION"], ["tcp-server", *sys.argv[1:]])
sys.exit(3)

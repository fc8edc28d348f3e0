# Tries to write where a program has no business: in $VICTIM, in its current folder, in the home of its user, beside
# itself, in /tmp and /dev/shm, and in the kernel's settings. Becomes the program in $SOLUTION if it could.
import os, pwd, sys

mark = os.environ["HOSTILE_MARK"]
own = os.path.dirname(os.path.abspath(__file__))
folders = [os.environ["VICTIM"], ".", pwd.getpwuid(os.getuid()).pw_dir, own, "/tmp", "/var/tmp", "/etc", "/run"]
could = 0
for name in [os.path.join(folder, mark) for folder in folders] + ["/proc/sys/kernel/core_pattern"]:
    try:
        os.close(os.open(name, os.O_WRONLY | (0 if name.startswith("/proc") else os.O_CREAT)))
        could += 1
    except OSError:
        pass
if could:
    os.execv(os.environ["SOLUTION"], ["tcp-server", *sys.argv[1:]])
sys.exit(3)

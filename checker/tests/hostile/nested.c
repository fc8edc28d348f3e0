/* Hides a daemon in user and PID namespaces of its own, below another process that collects the orphans around it,
   and then waits itself. */
#define _GNU_SOURCE
#include <sched.h>
#include <sys/prctl.h>
#include <unistd.h>

int main(void) {
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    unshare(CLONE_NEWUSER | CLONE_NEWPID);
    for (int i = 0; i < 3; i++)
        if (fork() == 0) {
            setsid();
            prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0);
            prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
            fork();
            for (;;)
                pause();
        }
    for (;;)
        pause();
}

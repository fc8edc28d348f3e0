// A chain of processes, each of which makes the next and ends. The first one waits for the last, and then becomes the
// program that its arguments name.
#include <sys/types.h>
#include <unistd.h>

int main(int argc, char **argv) {
    int ends[2];
    if (argc < 2 || pipe(ends)) return 1;
    if (fork() == 0) {
        close(ends[0]);
        for (int link = 0; link < 2000; link++) {
            if (fork() > 0) _exit(0);
            // Long enough to be listed, and too short to be looked at.
            for (volatile int count = 0; count < 20000; count++) continue;
        }
        _exit(0);
    }
    close(ends[1]);
    char nothing;
    read(ends[0], &nothing, 1);
    close(ends[0]);
    execv(argv[1], argv + 1);
    return 1;
}

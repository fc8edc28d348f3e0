/* A process that is never there: again and again it forks and ends, and its child, in a session of its own, goes on.
   Ten seconds long, for the machine's sake. Nobody who looks for its number finds it in time. */
#include <time.h>
#include <unistd.h>

int main(void) {
    time_t end = time(0) + 10;
    while (time(0) < end) {
        if (fork() != 0)
            _exit(3);
        setsid();
    }
    return 3;
}

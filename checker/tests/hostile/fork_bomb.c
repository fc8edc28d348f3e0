/* Each process forks for ever, and so does each child: 1,500 times in all, for the machine's sake, after which all of
   them wait. */
#include <sys/mman.h>
#include <unistd.h>

int main(void) {
    int *count = mmap(0, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    while (__sync_fetch_and_add(count, 1) < 1500)
        fork();
    for (;;)
        pause();
}

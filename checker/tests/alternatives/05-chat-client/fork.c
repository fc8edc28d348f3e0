// What is different: C with two processes, one for each direction; bytes that are no UTF-8 cannot be told from others
// by the one that shows them, so it has a small machine for that.
#define _GNU_SOURCE
#include <errno.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static void usage(void) {
    fprintf(stderr, "usage: chat-client [SERVER]\n");
    exit(2);
}

static unsigned char held[4];
static int holding, missing;

static void bad(void) {
    if (holding) fputs("\xef\xbf\xbd", stdout);
    holding = missing = 0;
}

static void show(unsigned char byte) {
    if (missing && (byte & 0xc0) == 0x80) {
        held[holding++] = byte;
        if (--missing == 0) {
            fwrite(held, 1, holding, stdout);
            holding = 0;
        }
        return;
    }
    bad();
    if (byte < 0x80) {
        putchar(byte);
        return;
    }
    missing = byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    held[holding++] = byte;
    if (!missing) bad();
}

int main(int argc, char **argv) {
    if (argc > 2) usage();
    const char *server = argc > 1 ? argv[1] : "127.0.0.1:6000";
    char host[600];
    snprintf(host, sizeof host, "%s", server);
    char *colon = strrchr(host, ':'), *name = host, *end;
    if (!colon || !colon[1]) usage();
    *colon = 0;
    unsigned long port = strtoul(colon + 1, &end, 10);
    if (*end || port > 65535 || colon[1] < '0' || colon[1] > '9') usage();
    if (*name == '[' && colon[-1] == ']') {
        colon[-1] = 0;
        name++;
    }
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    int error = getaddrinfo(name, colon + 1, &hints, &found), fd = -1;
    if (error) {
        fprintf(stderr, "%s: %s\n", server, gai_strerror(error));
        return 1;
    }
    for (struct addrinfo *at = found; at && fd < 0; at = at->ai_next) {
        fd = socket(at->ai_family, at->ai_socktype, 0);
        if (fd >= 0 && connect(fd, at->ai_addr, at->ai_addrlen)) {
            close(fd);
            fd = -1;
        }
    }
    if (fd < 0) {
        fprintf(stderr, "%s: %s\n", server, strerror(errno));
        return 1;
    }
    signal(SIGPIPE, SIG_IGN);
    pid_t parent = getpid(), typist = fork();
    if (typist == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent) _exit(0);
        char bytes[4096];
        ssize_t got;
        while ((got = read(0, bytes, sizeof bytes)) > 0)
            for (ssize_t sent = 0, more; sent < got; sent += more)
                if ((more = write(fd, bytes + sent, got - sent)) < 0) _exit(0);
        shutdown(fd, SHUT_WR);
        _exit(0);
    }
    unsigned char bytes[4096];
    ssize_t got;
    while ((got = read(fd, bytes, sizeof bytes)) > 0) {
        for (ssize_t at = 0; at < got; at++) show(bytes[at]);
        fflush(stdout);
    }
    if (got < 0) fprintf(stderr, "%s: %s\n", server, strerror(errno));
    bad();
    fflush(stdout);
    kill(typist, SIGKILL);
    waitpid(typist, NULL, 0);
    return got < 0;
}

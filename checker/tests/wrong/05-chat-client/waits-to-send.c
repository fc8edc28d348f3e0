// wrong: one thread, poll, and a send that waits: while the server takes nothing in, nothing that arrives is shown
// only: 05.client-both-ways
// named: waits-for-its-turn
#define _GNU_SOURCE
#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char *server;

static void usage(void) {
    fprintf(stderr, "usage: chat-client [SERVER]\n");
    exit(2);
}

static void fail(const char *why) {
    fprintf(stderr, "%s: %s\n", server, why);
    exit(1);
}

static int connected(void) {
    char given[600];
    snprintf(given, sizeof given, "%s", server);
    char *colon = strrchr(given, ':'), *host = given;
    if (!colon || !colon[1] || strspn(colon + 1, "0123456789") != strlen(colon + 1) || atol(colon + 1) > 65535) usage();
    *colon = 0;
    if (*host == '[' && colon[-1] == ']') {
        colon[-1] = 0;
        host++;
    }
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    int error = getaddrinfo(host, colon + 1, &hints, &found);
    if (error) fail(gai_strerror(error));
    for (struct addrinfo *at = found; at; at = at->ai_next) {
        int fd = socket(at->ai_family, at->ai_socktype, 0);
        if (fd >= 0 && !connect(fd, at->ai_addr, at->ai_addrlen)) return fd;
        close(fd);
    }
    fail(strerror(errno));
    return -1;
}

static int sequence(const unsigned char *s, size_t left) {
    int more = s[0] < 0x80 ? 0 : s[0] >= 0xc2 && s[0] < 0xe0 ? 1 : s[0] >= 0xe0 && s[0] < 0xf0 ? 2 : s[0] >= 0xf0 && s[0] < 0xf5 ? 3 : -1;
    if (more < 0 || (size_t)more >= left) return 0;
    for (int at = 1; at <= more; at++)
        if ((s[at] & 0xc0) != 0x80) return 0;
    return more + 1;
}

static void show(const unsigned char *line, size_t length) {
    while (length) {
        int good = sequence(line, length);
        if (good)
            fwrite(line, 1, good, stdout);
        else
            fputs("\xef\xbf\xbd", stdout);
        line += good ? good : 1;
        length -= good ? good : 1;
    }
    putchar('\n');
    fflush(stdout);
}

int main(int argc, char **argv) {
    if (argc > 2) usage();
    server = argc > 1 ? argv[1] : "127.0.0.1:6000";
    int fd = connected();
    struct pollfd fds[2] = {{.fd = 0, .events = POLLIN}, {.fd = fd, .events = POLLIN}};
    static char typed[1 << 16];
    unsigned char *line = NULL;
    size_t have = 0, room = 0;
    char last = '\n';
    for (;;) {
        poll(fds, 2, -1);
        if (fds[0].revents) {
            ssize_t got = read(0, typed, sizeof typed);
            if (got <= 0) {
                if (last != '\n') send(fd, "\n", 1, MSG_NOSIGNAL);
                shutdown(fd, SHUT_WR);
                fds[0].fd = -1;
                fds[0].revents = 0;
            }
            for (ssize_t sent = 0, more; sent < got; sent += more)
                if ((more = send(fd, typed + sent, got - sent, MSG_NOSIGNAL)) < 0) break;
            if (got > 0) last = typed[got - 1];
        }
        if (fds[1].revents) {
            if (room - have < 65536) line = realloc(line, room += 65536);
            ssize_t got = recv(fd, line + have, 65536, 0);
            if (got < 0) fail(strerror(errno));
            if (got == 0) {
                if (have) show(line, have);
                return 0;
            }
            have += got;
            unsigned char *start = line, *end = line + have, *newline;
            while ((newline = memchr(start, '\n', end - start))) {
                show(start, newline - start - (newline > start && newline[-1] == '\r'));
                start = newline + 1;
            }
            have = end - start;
            memmove(line, start, have);
        }
    }
}

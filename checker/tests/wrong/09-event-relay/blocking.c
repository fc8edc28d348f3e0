// wrong: C with select(2) and sockets that block: it writes to all in turn, and waits for who does not read. It looks
// every 50 ms whether something has come, and has room for a hundred.
// loses: 09.slow-reader 09.idle 09.five-hundred
// named: one-slow-reader-holds-up-all
#include <arpa/inet.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 100
#define LONGEST 70000

static struct client {
    int fd;
    char ip[INET6_ADDRSTRLEN], line[LONGEST];
    size_t have;
} clients[MOST];
static int count;

static void tell(int from, const char *line, size_t length) {
    static char message[LONGEST + 100];
    if (length && line[length - 1] == '\r') length--;
    int head = sprintf(message, "%s: ", clients[from].ip);
    memcpy(message + head, line, length);
    message[head + length] = '\n';
    for (int at = 0; at < count; at++)
        if (at != from) send(clients[at].fd, message, head + length + 1, 0);
}

static int hear(int at) {
    struct client *it = &clients[at];
    ssize_t got = recv(it->fd, it->line + it->have, LONGEST - it->have, 0);
    if (got <= 0) {
        if (got == 0 && it->have) tell(at, it->line, it->have);
        return 0;
    }
    it->have += got;
    char *newline;
    while ((newline = memchr(it->line, '\n', it->have))) {
        tell(at, it->line, newline - it->line);
        it->have -= newline + 1 - it->line;
        memmove(it->line, newline + 1, it->have);
    }
    return it->have < LONGEST;
}

int main(int argc, char **argv) {
    signal(SIGPIPE, SIG_IGN);
    char given[300], *bind_to = argc > 1 ? argv[1] : "0.0.0.0:6000", *end = "x";
    snprintf(given, sizeof given, "%s", bind_to);
    char *colon = strrchr(given, ':'), *host = given;
    if (argc > 2 || !colon || !colon[1] || strtol(colon + 1, &end, 10) > 65535 || *end) {
        fprintf(stderr, "usage: event-relay [BIND]\n");
        return 2;
    }
    *colon = 0;
    if (*host == '[') {
        host++;
        colon[-1] = 0;
    }
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    int on = 1, error = getaddrinfo(host, colon + 1, &hints, &found), listener = -1;
    if (!error) {
        listener = socket(found->ai_family, SOCK_STREAM, 0);
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    }
    if (error || bind(listener, found->ai_addr, found->ai_addrlen) || listen(listener, 128)) {
        fprintf(stderr, "cannot listen at %s\n", bind_to);
        return 1;
    }
    for (;;) {
        fd_set set;
        FD_ZERO(&set);
        FD_SET(listener, &set);
        int highest = listener;
        for (int at = 0; at < count; at++) {
            FD_SET(clients[at].fd, &set);
            if (clients[at].fd > highest) highest = clients[at].fd;
        }
        struct timeval limit = {0, 50000};
        if (select(highest + 1, &set, NULL, NULL, &limit) <= 0) continue;
        for (int at = count - 1; at >= 0; at--)
            if (FD_ISSET(clients[at].fd, &set) && !hear(at)) {
                close(clients[at].fd);
                clients[at] = clients[--count];
            }
        if (FD_ISSET(listener, &set)) {
            struct sockaddr_storage from;
            socklen_t length = sizeof from;
            int fd = accept(listener, (struct sockaddr *)&from, &length);
            if (fd >= 0 && count == MOST) close(fd);
            if (fd < 0 || count == MOST) continue;
            clients[count].fd = fd;
            clients[count].have = 0;
            getnameinfo((struct sockaddr *)&from, length, clients[count].ip, INET6_ADDRSTRLEN, NULL, 0, NI_NUMERICHOST);
            count++;
        }
    }
}

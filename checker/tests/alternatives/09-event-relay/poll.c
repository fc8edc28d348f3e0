// What is different: C with poll(2), one table of clients that grows, and a ring for what waits for each.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#define LONGEST (100 << 10)
#define RING (1 << 20)

struct client {
    char prefix[INET6_ADDRSTRLEN + 3];
    char *begun, *ring;
    size_t have, start, count;
    int gone;
};

static struct pollfd *fds;
static struct client *clients;
static int count = 1;

static void usage(void) {
    fprintf(stderr, "usage: event-relay [BIND]\n");
    exit(2);
}

static void fail(const char *what, const char *why) {
    fprintf(stderr, "event-relay: %s: %s\n", what, why);
    exit(1);
}

static int listening(const char *bind_to) {
    char given[600];
    snprintf(given, sizeof given, "%s", bind_to);
    char *colon = strrchr(given, ':');
    if (!colon || !colon[1] || strspn(colon + 1, "0123456789") != strlen(colon + 1) || atol(colon + 1) > 65535) usage();
    *colon = 0;
    char *host = given;
    if (*host == '[' && colon[-1] == ']') {
        colon[-1] = 0;
        host++;
    }
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE}, *found;
    int error = getaddrinfo(host, colon + 1, &hints, &found);
    if (error) fail(bind_to, gai_strerror(error));
    int fd = socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK, 0), on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (fd < 0 || bind(fd, found->ai_addr, found->ai_addrlen) || listen(fd, 5)) fail(bind_to, strerror(errno));
    freeaddrinfo(found);
    return fd;
}

static void join(void) {
    struct sockaddr_storage from;
    socklen_t length = sizeof from;
    int fd = accept4(fds[0].fd, (struct sockaddr *)&from, &length, SOCK_NONBLOCK);
    if (fd < 0) return;
    clients = realloc(clients, (count + 1) * sizeof *clients);
    fds = realloc(fds, (count + 1) * sizeof *fds);
    struct client *new = &clients[count];
    memset(new, 0, sizeof *new);
    char ip[INET6_ADDRSTRLEN];
    getnameinfo((struct sockaddr *)&from, length, ip, sizeof ip, NULL, 0, NI_NUMERICHOST);
    snprintf(new->prefix, sizeof new->prefix, "%s: ", ip);
    new->begun = malloc(LONGEST);
    new->ring = malloc(RING);
    fds[count++] = (struct pollfd){.fd = fd, .events = POLLIN};
}

static void flush(int at) {
    struct client *it = &clients[at];
    if (it->gone || !it->count) return;
    size_t first = it->count < RING - it->start ? it->count : RING - it->start;
    struct iovec parts[2] = {{it->ring + it->start, first}, {it->ring, it->count - first}};
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};
    ssize_t sent = sendmsg(fds[at].fd, &message, MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN && errno != EINTR) it->gone = 1;
    if (sent > 0) {
        it->start = (it->start + sent) % RING;
        it->count -= sent;
    }
}

static void add(struct client *it, const char *bytes, size_t length) {
    size_t end = (it->start + it->count) % RING;
    size_t first = length < RING - end ? length : RING - end;
    memcpy(it->ring + end, bytes, first);
    memcpy(it->ring, bytes + first, length - first);
    it->count += length;
}

static void relay(int from, const char *line, size_t length) {
    struct client *sender = &clients[from];
    size_t head = strlen(sender->prefix);
    if (length && line[length - 1] == '\r') length--;
    for (int at = 1; at < count; at++) {
        struct client *it = &clients[at];
        if (at == from || it->gone) continue;
        if (it->count + head + length + 1 > RING) flush(at);
        if (it->count + head + length + 1 > RING) {
            it->gone = 1;
            continue;
        }
        add(it, sender->prefix, head);
        add(it, line, length);
        add(it, "\n", 1);
    }
}

static void hear(int at) {
    struct client *it = &clients[at];
    ssize_t got = recv(fds[at].fd, it->begun + it->have, LONGEST - it->have, 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) {
        if (got == 0 && it->have) relay(at, it->begun, it->have);
        it->gone = 1;
        return;
    }
    it->have += got;
    char *start = it->begun, *end = it->begun + it->have, *newline;
    while ((newline = memchr(start, '\n', end - start))) {
        relay(at, start, newline - start);
        start = newline + 1;
    }
    it->have = end - start;
    memmove(it->begun, start, it->have);
    if (it->have == LONGEST) it->gone = 1;
}

int main(int argc, char **argv) {
    if (argc > 2) usage();
    fds = malloc(sizeof *fds);
    clients = malloc(sizeof *clients);
    fds[0] = (struct pollfd){.fd = listening(argc > 1 ? argv[1] : "0.0.0.0:6000"), .events = POLLIN};
    for (;;) {
        for (int at = 1; at < count; at++) fds[at].events = POLLIN | (clients[at].count ? POLLOUT : 0);
        if (poll(fds, count, -1) < 0) continue;
        int there = count;
        for (int at = 1; at < there; at++)
            if (fds[at].revents & (POLLIN | POLLHUP | POLLERR)) hear(at);
        if (fds[0].revents) join();
        for (int at = 1; at < count; at++) flush(at);
        for (int at = count - 1; at > 0; at--)
            if (clients[at].gone) {
                close(fds[at].fd);
                free(clients[at].begun);
                free(clients[at].ring);
                count--;
                fds[at] = fds[count];
                clients[at] = clients[count];
            }
    }
}

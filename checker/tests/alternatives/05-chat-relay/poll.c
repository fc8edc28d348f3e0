// What is different: C, one thread and poll(2), a table of fixed size, a buffer of fixed size for what waits.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 200
#define LONGEST (1 << 17)
#define WAITING (1 << 21)

struct client {
    char prefix[INET6_ADDRSTRLEN + 3];
    char *line, *waiting;
    size_t have, count;
    int gone;
};

static struct pollfd fds[MOST + 1];
static struct client clients[MOST + 1];
static int count = 1;

static void usage(void) {
    fprintf(stderr, "usage: chat-relay [BIND]\n");
    exit(2);
}

static void fail(const char *what, const char *why) {
    fprintf(stderr, "chat-relay: %s: %s\n", what, why);
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
    int fd = socket(found->ai_family, SOCK_STREAM, 0), on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (fd < 0 || bind(fd, found->ai_addr, found->ai_addrlen) || listen(fd, 128)) fail(bind_to, strerror(errno));
    freeaddrinfo(found);
    return fd;
}

static void join(void) {
    struct sockaddr_storage from;
    socklen_t length = sizeof from;
    int fd = accept4(fds[0].fd, (struct sockaddr *)&from, &length, SOCK_NONBLOCK);
    if (fd < 0) return;
    if (count > MOST) {
        close(fd);
        return;
    }
    struct client *new = &clients[count];
    memset(new, 0, sizeof *new);
    char ip[INET6_ADDRSTRLEN];
    getnameinfo((struct sockaddr *)&from, length, ip, sizeof ip, NULL, 0, NI_NUMERICHOST);
    snprintf(new->prefix, sizeof new->prefix, "%s: ", ip);
    new->line = malloc(LONGEST);
    new->waiting = malloc(WAITING);
    fds[count++] = (struct pollfd){.fd = fd, .events = POLLIN};
}

static void flush(int at) {
    struct client *it = &clients[at];
    if (it->gone || !it->count) return;
    ssize_t sent = send(fds[at].fd, it->waiting, it->count, MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN && errno != EINTR) it->gone = 1;
    if (sent > 0) {
        it->count -= sent;
        memmove(it->waiting, it->waiting + sent, it->count);
    }
}

static void add(struct client *it, const char *bytes, size_t length) {
    memcpy(it->waiting + it->count, bytes, length);
    it->count += length;
}

static void relay(int from, const char *line, size_t length) {
    struct client *sender = &clients[from];
    size_t head = strlen(sender->prefix);
    if (length && line[length - 1] == '\r') length--;
    for (int at = 1; at < count; at++) {
        struct client *it = &clients[at];
        if (at == from || it->gone) continue;
        if (it->count + head + length + 1 > WAITING) flush(at);
        if (it->count + head + length + 1 > WAITING) {
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
    ssize_t got = recv(fds[at].fd, it->line + it->have, LONGEST - it->have, 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) {
        if (got == 0 && it->have) relay(at, it->line, it->have);
        it->gone = 1;
        return;
    }
    it->have += got;
    char *start = it->line, *end = it->line + it->have, *newline;
    while ((newline = memchr(start, '\n', end - start))) {
        relay(at, start, newline - start);
        start = newline + 1;
    }
    it->have = end - start;
    memmove(it->line, start, it->have);
    if (it->have == LONGEST) it->gone = 1;
}

int main(int argc, char **argv) {
    if (argc > 2) usage();
    fds[0] = (struct pollfd){.fd = listening(argc > 1 ? argv[1] : "0.0.0.0:6000"), .events = POLLIN};
    for (;;) {
        for (int at = 1; at < count; at++) fds[at].events = POLLIN | (clients[at].count ? POLLOUT : 0);
        if (poll(fds, count, -1) < 0) continue;
        for (int at = 1; at < count; at++)
            if (fds[at].revents & (POLLIN | POLLHUP | POLLERR)) hear(at);
        for (int at = 1; at < count; at++) flush(at);
        for (int at = count - 1; at > 0; at--)
            if (clients[at].gone) {
                close(fds[at].fd);
                free(clients[at].line);
                free(clients[at].waiting);
                count--;
                fds[at] = fds[count];
                clients[at] = clients[count];
            }
        if (fds[0].revents) join();
    }
}

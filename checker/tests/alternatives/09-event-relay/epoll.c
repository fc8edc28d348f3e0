// What is different: C with epoll(7), edge-triggered, and a timer (timerfd) once a second. What waits for a client is a
// list of messages, which are shared and counted.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

#define LONGEST (1 << 17)
#define MOST_WAITING (1 << 20)

struct message {
    int uses;
    size_t length;
    char bytes[];
};

struct link {
    struct message *message;
    struct link *next;
};

struct client {
    int fd, gone;
    char prefix[INET6_ADDRSTRLEN + 3], *begun;
    size_t have, written, waiting;
    struct link *first, **last;
    struct client *next;
};

static struct client *clients;
static int poller;

static void usage(void) {
    fprintf(stderr, "usage: event-relay [BIND]\n");
    exit(2);
}

static void fail(const char *what, const char *why) {
    fprintf(stderr, "event-relay: %s: %s\n", what, why);
    exit(1);
}

static int listening(char *bind_to) {
    char *colon = strrchr(bind_to, ':'), *end;
    if (!colon || colon[1] < '0' || colon[1] > '9' || strtol(colon + 1, &end, 10) > 65535 || *end) usage();
    size_t length = colon - bind_to;
    char *host = *bind_to == '[' ? strndup(bind_to + 1, length - 2) : strndup(bind_to, length);
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE}, *found;
    int error = getaddrinfo(host, colon + 1, &hints, &found);
    if (error) fail(bind_to, gai_strerror(error));
    int fd = socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK, 0), on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (fd < 0 || bind(fd, found->ai_addr, found->ai_addrlen) || listen(fd, SOMAXCONN)) fail(bind_to, strerror(errno));
    freeaddrinfo(found);
    free(host);
    return fd;
}

static void watch(int fd, unsigned events, void *what) {
    struct epoll_event event = {.events = events, .data.ptr = what};
    if (epoll_ctl(poller, EPOLL_CTL_ADD, fd, &event)) fail("epoll_ctl", strerror(errno));
}

static void take_in(int listener) {
    for (;;) {
        struct sockaddr_storage from;
        socklen_t length = sizeof from;
        int fd = accept4(listener, (struct sockaddr *)&from, &length, SOCK_NONBLOCK);
        if (fd < 0) return;
        struct client *new = calloc(1, sizeof *new);
        char ip[INET6_ADDRSTRLEN];
        getnameinfo((struct sockaddr *)&from, length, ip, sizeof ip, NULL, 0, NI_NUMERICHOST);
        snprintf(new->prefix, sizeof new->prefix, "%s: ", ip);
        new->fd = fd;
        new->begun = malloc(LONGEST);
        new->last = &new->first;
        new->next = clients;
        clients = new;
        watch(fd, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, new);
    }
}

static void drop_first(struct client *it) {
    struct link *link = it->first;
    it->first = link->next;
    if (!it->first) it->last = &it->first;
    if (!--link->message->uses) free(link->message);
    free(link);
}

static void flush(struct client *it) {
    while (it->first && !it->gone) {
        struct message *message = it->first->message;
        ssize_t sent = send(it->fd, message->bytes + it->written, message->length - it->written, MSG_NOSIGNAL);
        if (sent < 0 && errno == EAGAIN) return;
        if (sent < 0 && errno != EINTR) it->gone = 1;
        if (sent <= 0) continue;
        it->waiting -= sent;
        it->written += sent;
        if (it->written == message->length) {
            it->written = 0;
            drop_first(it);
        }
    }
}

static void relay(struct client *sender, const char *line, size_t length) {
    if (length && line[length - 1] == '\r') length--;
    size_t head = strlen(sender->prefix);
    struct message *message = malloc(sizeof *message + head + length + 1);
    message->uses = 1;
    message->length = head + length + 1;
    memcpy(message->bytes, sender->prefix, head);
    memcpy(message->bytes + head, line, length);
    message->bytes[head + length] = '\n';
    for (struct client *it = clients; it; it = it->next) {
        if (it == sender || it->gone) continue;
        struct link *link = malloc(sizeof *link);
        *link = (struct link){message, NULL};
        *it->last = link;
        it->last = &link->next;
        it->waiting += message->length;
        message->uses++;
        flush(it);
        if (it->waiting > MOST_WAITING) it->gone = 1;
    }
    if (!--message->uses) free(message);
}

static void hear(struct client *it) {
    while (!it->gone) {
        ssize_t got = recv(it->fd, it->begun + it->have, LONGEST - it->have, 0);
        if (got < 0 && errno == EAGAIN) return;
        if (got < 0 && errno == EINTR) continue;
        if (got == 0 && it->have) relay(it, it->begun, it->have);
        if (got <= 0) it->gone = 1;
        if (got <= 0) return;
        it->have += got;
        char *start = it->begun, *end = it->begun + it->have, *newline;
        while ((newline = memchr(start, '\n', end - start))) {
            relay(it, start, newline - start);
            start = newline + 1;
        }
        it->have = end - start;
        memmove(it->begun, start, it->have);
        if (it->have == LONGEST) it->gone = 1;
    }
}

static void sweep(void) {
    for (struct client **place = &clients; *place;) {
        struct client *it = *place;
        if (!it->gone) {
            place = &it->next;
            continue;
        }
        *place = it->next;
        close(it->fd);
        while (it->first) drop_first(it);
        free(it->begun);
        free(it);
    }
}

int main(int argc, char **argv) {
    char standard[] = "0.0.0.0:6000";
    if (argc > 2) usage();
    int listener = listening(argc > 1 ? argv[1] : standard);
    int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
    struct itimerspec second = {{1, 0}, {1, 0}};
    timerfd_settime(timer, 0, &second, NULL);
    poller = epoll_create1(0);
    watch(listener, EPOLLIN | EPOLLET, &listener);
    watch(timer, EPOLLIN, &timer);
    for (;;) {
        struct epoll_event events[64];
        int count = epoll_wait(poller, events, 64, -1);
        for (int at = 0; at < count; at++) {
            void *what = events[at].data.ptr;
            unsigned long long ticks;
            if (what == &listener) {
                take_in(listener);
            } else if (what == &timer) {
                if (read(timer, &ticks, sizeof ticks) < 0) continue;
            } else {
                flush(what);
                hear(what);
            }
        }
        sweep();
    }
}

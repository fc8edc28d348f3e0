// What is different: C that waits in poll() for its stdin and its socket, reads what there is, and puts lines together.
#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct address {
    struct sockaddr_storage is;
    socklen_t length;
    int family;
};

static void usage(void) {
    fprintf(stderr, "usage: robot [BIND [RELAY]]\n");
    exit(2);
}

static void fail(const char *what, const char *reason) {
    fprintf(stderr, "robot: %s: %s\n", what, reason);
    exit(1);
}

static void check(const char *text) {
    const char *colon = strrchr(text, ':');
    if (!colon || colon[1] == '\0' || colon[1 + strspn(colon + 1, "0123456789")] != '\0' || strlen(colon + 1) > 9
        || atol(colon + 1) > 65535)
        usage();
}

/* The first address of this family, or of any, that a socket can be bound to, if it is to be bound. */
static struct address resolve(const char *text, int family, int *bound) {
    char *host = strdup(text), *colon = strrchr(host, ':');
    *colon = '\0';
    if (host[0] == '[' && colon[-1] == ']') {
        colon[-1] = '\0';
        host++;
    }
    struct addrinfo hints = {.ai_family = family, .ai_socktype = SOCK_DGRAM, .ai_flags = AI_NUMERICSERV}, *found;
    int error = getaddrinfo(host, colon + 1, &hints, &found);
    if (error)
        fail(text, gai_strerror(error));
    for (; found; found = found->ai_next) {
        struct address address = {.length = found->ai_addrlen, .family = found->ai_family};
        memcpy(&address.is, found->ai_addr, found->ai_addrlen);
        if (!bound)
            return address;
        *bound = socket(found->ai_family, SOCK_DGRAM, 0);
        if (*bound >= 0 && bind(*bound, found->ai_addr, found->ai_addrlen) == 0)
            return address;
        error = errno;
        if (*bound >= 0)
            close(*bound);
    }
    fail(text, strerror(error));
    exit(1);
}

/* How many bytes the UTF-8 character at p has, 0 if what is there is none. */
static size_t character(const unsigned char *p, size_t n) {
    if (p[0] < 0x80)
        return 1;
    size_t length = p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : 2;
    if (p[0] < 0xc2 || p[0] > 0xf4 || n < length)
        return 0;
    for (size_t i = 1; i < length; i++)
        if ((p[i] & 0xc0) != 0x80)
            return 0;
    if ((p[0] == 0xe0 && p[1] < 0xa0) || (p[0] == 0xed && p[1] > 0x9f) || (p[0] == 0xf0 && p[1] < 0x90)
        || (p[0] == 0xf4 && p[1] > 0x8f))
        return 0;
    return length;
}

static void show(const unsigned char *bytes, size_t n, const struct address *sender) {
    char host[NI_MAXHOST], port[NI_MAXSERV];
    getnameinfo((struct sockaddr *)&sender->is, sender->length, host, sizeof host, port, sizeof port,
                NI_NUMERICHOST | NI_NUMERICSERV);
    printf(strchr(host, ':') ? "[%s]:%s " : "%s:%s ", host, port);
    if (n > 0 && bytes[n - 1] == '\n') {
        n--;
        if (n > 0 && bytes[n - 1] == '\r')
            n--;
    }
    while (n > 0) {
        size_t length = character(bytes, n);
        if (length > 0)
            fwrite(bytes, 1, length, stdout);
        else
            fputs("\xef\xbf\xbd", stdout);
        bytes += length ? length : 1;
        n -= length ? length : 1;
    }
    putchar('\n');
    if (fflush(stdout) != 0)
        fail("stdout", "it is closed");
}

static void send_line(int sock, const char *relay, const struct address *to, const char *line, size_t length) {
    if (sendto(sock, line, length, 0, (struct sockaddr *)&to->is, to->length) < 0) {
        char reason[200];
        snprintf(reason, sizeof reason, "%zu bytes in one datagram: %s", length, strerror(errno));
        fail(relay, reason);
    }
}

int main(int argc, char **argv) {
    if (argc > 3)
        usage();
    const char *bind = argc > 1 ? argv[1] : "0.0.0.0:4455", *relay = argc > 2 ? argv[2] : "127.0.0.1:4455";
    check(bind);
    check(relay);
    int sock;
    struct address own = resolve(bind, AF_UNSPEC, &sock), to = resolve(relay, own.family, NULL);
    struct pollfd ready[2] = {{.fd = 0, .events = POLLIN}, {.fd = sock, .events = POLLIN}};
    size_t size = 1 << 17, length = 0;
    char *typed = malloc(size);
    static unsigned char bytes[65536];
    for (;;) {
        if (poll(ready, 2, -1) < 0)
            continue;
        if (ready[1].revents) {
            struct address sender = {.length = sizeof sender.is};
            ssize_t n = recvfrom(sock, bytes, sizeof bytes, MSG_DONTWAIT, (struct sockaddr *)&sender.is, &sender.length);
            if (n >= 0)
                show(bytes, n, &sender);
        }
        if (ready[0].revents) {
            if (size - length < 65536)
                typed = realloc(typed, size *= 2);
            ssize_t got = typed ? read(0, typed + length, 65536) : -1;
            char *start = typed, *end = typed + length + (got > 0 ? got : 0), *newline;
            while ((newline = memchr(start, '\n', end - start))) {
                send_line(sock, relay, &to, start, newline + 1 - start);
                start = newline + 1;
            }
            length = end - start;
            memmove(typed, start, length);
            if (got <= 0) {
                if (length > 0)
                    send_line(sock, relay, &to, typed, length);
                // poll() passes by what is negative.
                ready[0].fd = -1;
            }
        }
    }
}

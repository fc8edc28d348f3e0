// What is different: C, one thread without a queue: it receives, sends on and prints; getnameinfo() tells who is who.
#include <errno.h>
#include <netdb.h>
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
    fprintf(stderr, "usage: robot-relay [BIND [ROBOT...]]\n");
    exit(2);
}

static void fail(const char *what, const char *reason) {
    fprintf(stderr, "robot-relay: %s: %s\n", what, reason);
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

static int same(const struct address *one, const struct address *other) {
    char names[2][NI_MAXHOST], ports[2][NI_MAXSERV];
    getnameinfo((struct sockaddr *)&one->is, one->length, names[0], NI_MAXHOST, ports[0], NI_MAXSERV,
                NI_NUMERICHOST | NI_NUMERICSERV);
    getnameinfo((struct sockaddr *)&other->is, other->length, names[1], NI_MAXHOST, ports[1], NI_MAXSERV,
                NI_NUMERICHOST | NI_NUMERICSERV);
    return !strcmp(names[0], names[1]) && !strcmp(ports[0], ports[1]);
}

int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++)
        check(argv[i]);
    int sock, count = argc > 2 ? argc - 2 : 0;
    struct address own = resolve(argc > 1 ? argv[1] : "0.0.0.0:4455", AF_UNSPEC, &sock);
    struct address *robots = calloc(count + 1, sizeof *robots);
    for (int i = 0; i < count; i++)
        robots[i] = resolve(argv[i + 2], own.family, NULL);
    static unsigned char bytes[65536];
    for (;;) {
        struct address sender = {.length = sizeof sender.is};
        ssize_t n = recvfrom(sock, bytes, sizeof bytes, 0, (struct sockaddr *)&sender.is, &sender.length);
        if (n < 0)
            continue;
        int known = 0;
        for (int i = 0; i < count; i++)
            known |= same(&robots[i], &sender);
        for (int i = 0; known && i < count; i++)
            if (!same(&robots[i], &sender))
                sendto(sock, bytes, n, 0, (struct sockaddr *)&robots[i].is, robots[i].length);
        if (known)
            show(bytes, n, &sender);
    }
}

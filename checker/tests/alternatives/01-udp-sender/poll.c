// What is different: C that waits in poll() for its stdin, reads what there is and puts the lines together itself; the
// time of the next MESSAGE is the time limit of a poll() for nothing.
#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define DEST "127.0.0.1:8888"

static const char *dest = DEST;
static int sock = -1;
static struct sockaddr_storage to;
static socklen_t to_length;

static void usage(void) {
    fprintf(stderr, "usage: udp-sender [DEST [MESSAGE [EVERY]]]\n");
    exit(2);
}

static void fail(const char *reason) {
    fprintf(stderr, "udp-sender: %s: %s\n", dest, reason);
    exit(1);
}

/* A number of digits only, or -1; one that is too big to matter becomes 10^15. */
static long long number(const char *text) {
    long long value = 0;
    if (*text == '\0' || text[strspn(text, "0123456789")] != '\0')
        return -1;
    for (; *text; text++) {
        value = value * 10 + (*text - '0');
        if (value > 1000000000000000)
            value = 1000000000000000;
    }
    return value;
}

static void open_socket(void) {
    char *host = strdup(dest), *colon = strrchr(host, ':');
    if (!colon || number(colon + 1) < 0 || number(colon + 1) > 65535)
        usage();
    *colon = '\0';
    if (host[0] == '[' && colon[-1] == ']') {
        colon[-1] = '\0';
        host++;
    }
    struct addrinfo hints = {.ai_socktype = SOCK_DGRAM, .ai_flags = AI_NUMERICSERV}, *found;
    char port[8];
    snprintf(port, sizeof port, "%d", (int)number(colon + 1));
    int error = getaddrinfo(host, port, &hints, &found);
    if (error)
        fail(gai_strerror(error));
    for (; found && sock < 0; found = found->ai_next) {
        sock = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
        memcpy(&to, found->ai_addr, found->ai_addrlen);
        to_length = found->ai_addrlen;
    }
    if (sock < 0)
        fail(strerror(errno));
}

static void send_datagram(const char *bytes, size_t length) {
    while (sendto(sock, bytes, length, 0, (struct sockaddr *)&to, to_length) < 0) {
        if (errno == EINTR)
            continue;
        char reason[200];
        snprintf(reason, sizeof reason, "%zu bytes in one datagram: %s", length, strerror(errno));
        fail(reason);
    }
}

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void send_stdin(void) {
    size_t size = 1 << 17, length = 0;
    char *line = malloc(size);
    for (;;) {
        struct pollfd stdin_ready = {.fd = 0, .events = POLLIN};
        if (poll(&stdin_ready, 1, -1) < 0)
            continue;
        if (size - length < 65536)
            line = realloc(line, size *= 2);
        if (!line)
            fail("no memory for this line");
        ssize_t got = read(0, line + length, 65536);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        char *start = line, *end = line + length + got, *from = line + length, *newline;
        while ((newline = memchr(from, '\n', end - from))) {
            send_datagram(start, newline + 1 - start);
            start = from = newline + 1;
        }
        length = end - start;
        memmove(line, start, length);
    }
    if (length > 0)
        send_datagram(line, length);
}

int main(int argc, char **argv) {
    long long every = 0;
    if (argc > 4)
        usage();
    if (argc > 1)
        dest = argv[1];
    if (argc > 3 && (every = number(argv[3])) <= 0)
        usage();
    open_socket();
    if (argc < 3) {
        send_stdin();
        return 0;
    }

    size_t length = strlen(argv[2]) + 1;
    char *message = strdup(argv[2]);
    message[length - 1] = '\n';
    long long first = now();
    send_datagram(message, length);
    for (long long count = 1; every > 0; count++) {
        long long wait;
        /* In nanoseconds, so that an EVERY of years overflows nothing: it is cut to one. */
        if (every > 31536000000)
            every = 31536000000;
        while ((wait = first + count * every * 1000000 - now()) > 0)
            poll(NULL, 0, wait > 3600000000000 ? 3600000 : (int)((wait + 999999) / 1000000));
        send_datagram(message, length);
    }
    return 0;
}

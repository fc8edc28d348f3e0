// What is different: C with a connected UDP socket, so that the system tells it that nobody listens (ECONNREFUSED, at
// the send that follows): it sends that datagram again. It sleeps until absolute times.
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

#define DEST "127.0.0.1:8888"

static const char *dest = DEST;
static int sock = -1;

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

static void connect_socket(void) {
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
    for (; found; found = found->ai_next) {
        sock = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
        if (sock >= 0 && connect(sock, found->ai_addr, found->ai_addrlen) == 0)
            return;
    }
    fail(strerror(errno));
}

static void send_datagram(const char *bytes, size_t length) {
    while (send(sock, bytes, length, 0) < 0) {
        /* The news is about an earlier datagram; this one has not left. */
        if (errno == EINTR || errno == ECONNREFUSED)
            continue;
        char reason[200];
        snprintf(reason, sizeof reason, "%zu bytes in one datagram: %s", length, strerror(errno));
        fail(reason);
    }
}

int main(int argc, char **argv) {
    long long every = 0;
    if (argc > 4)
        usage();
    if (argc > 1)
        dest = argv[1];
    if (argc > 3 && (every = number(argv[3])) <= 0)
        usage();
    connect_socket();

    if (argc < 3) {
        char *line = NULL;
        size_t size = 0;
        ssize_t length;
        while ((length = getline(&line, &size, stdin)) > 0)
            send_datagram(line, length);
        return 0;
    }

    size_t length = strlen(argv[2]) + 1;
    char *message = strdup(argv[2]);
    message[length - 1] = '\n';
    struct timespec next;
    clock_gettime(CLOCK_MONOTONIC, &next);
    send_datagram(message, length);
    while (every > 0) {
        next.tv_sec += every / 1000;
        next.tv_nsec += every % 1000 * 1000000;
        if (next.tv_nsec >= 1000000000) {
            next.tv_nsec -= 1000000000;
            next.tv_sec++;
        }
        while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &next, NULL) == EINTR)
            ;
        send_datagram(message, length);
    }
    return 0;
}

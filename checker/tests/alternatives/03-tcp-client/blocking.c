// What is different: C with blocking read() and write(), getline() for stdin, and only addresses of a family that the
// machine has an address of.
#include <errno.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define SERVER "127.0.0.1:8888"

static const char *server = SERVER;

static void usage(void) {
    fprintf(stderr, "usage: tcp-client [SERVER]\n");
    exit(2);
}

static void fail(const char *reason) {
    fprintf(stderr, "tcp-client: %s: %s\n", server, reason);
    exit(1);
}

static int connect_there(void) {
    char *host = strdup(server), *colon = strrchr(host, ':');
    if (!colon || colon[1] == '\0' || colon[1 + strspn(colon + 1, "0123456789")] != '\0' || strlen(colon + 1) > 9
        || atol(colon + 1) > 65535)
        usage();
    *colon = '\0';
    if (host[0] == '[' && colon[-1] == ']') {
        colon[-1] = '\0';
        host++;
    }
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICSERV | AI_ADDRCONFIG}, *found;
    int error = getaddrinfo(host, colon + 1, &hints, &found);
    if (error)
        fail(gai_strerror(error));
    for (; found; found = found->ai_next) {
        int sock = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
        if (sock >= 0 && connect(sock, found->ai_addr, found->ai_addrlen) == 0)
            return sock;
        error = errno;
        if (sock >= 0)
            close(sock);
    }
    fail(strerror(error));
    return -1;
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

/* A reply without its "\n". */
static void show(const char *reply, size_t n) {
    const unsigned char *bytes = (const unsigned char *)reply;
    if (n > 0 && bytes[n - 1] == '\r')
        n--;
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
        fail("stdout is closed");
}

/* What is unread when a socket is closed would make the system reset the connection. */
static void close_in_order(int sock) {
    char bytes[4096];
    shutdown(sock, SHUT_WR);
    while (recv(sock, bytes, sizeof bytes, MSG_DONTWAIT) > 0)
        ;
    close(sock);
}

int main(int argc, char **argv) {
    signal(SIGPIPE, SIG_IGN);
    if (argc > 2)
        usage();
    if (argc > 1)
        server = argv[1];
    int sock = connect_there();

    char *line = NULL, *reply = NULL, *newline;
    size_t line_size = 0, size = 0, length = 0;
    ssize_t n;
    while ((n = getline(&line, &line_size, stdin)) > 0) {
        if (line[n - 1] != '\n')
            line[n++] = '\n'; /* in the place of getline's NUL */
        for (ssize_t sent = 0; sent < n;) {
            ssize_t went = write(sock, line + sent, n - sent);
            if (went < 0 && errno != EINTR)
                fail(strerror(errno));
            if (went > 0)
                sent += went;
        }
        while (length == 0 || !(newline = memchr(reply, '\n', length))) {
            if (size - length < 4096 && !(reply = realloc(reply, size = size * 2 + 4096)))
                fail("no memory for this reply");
            ssize_t got = read(sock, reply + length, 4096);
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                fail(strerror(errno));
            if (got == 0)
                fail("the server closed before the end of its reply");
            length += got;
        }
        show(reply, newline - reply);
        length -= newline + 1 - reply;
        memmove(reply, newline + 1, length);
    }
    close_in_order(sock);
    return 0;
}

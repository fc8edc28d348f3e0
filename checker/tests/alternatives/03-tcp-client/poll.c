// What is different: C with poll() on stdin and a non-blocking socket in one loop; what the server sends before it is
// owed is kept until then.
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
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
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICSERV}, *found;
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

/* Bytes that came, and of which the first are taken. */
struct bytes {
    char *start;
    size_t length, size;
};

/* Returns what read() did. */
static ssize_t fill(struct bytes *bytes, int from) {
    if (bytes->size - bytes->length < 65536 && !(bytes->start = realloc(bytes->start, bytes->size = bytes->size * 2 + 65536)))
        fail("no memory for this line");
    ssize_t got = read(from, bytes->start + bytes->length, 65536);
    if (got > 0)
        bytes->length += got;
    return got;
}

static void take(struct bytes *bytes, size_t n) {
    bytes->length -= n;
    memmove(bytes->start, bytes->start + n, bytes->length);
}

int main(int argc, char **argv) {
    signal(SIGPIPE, SIG_IGN);
    if (argc > 2)
        usage();
    if (argc > 1)
        server = argv[1];
    int sock = connect_there();
    fcntl(sock, F_SETFL, fcntl(sock, F_GETFL) | O_NONBLOCK);

    struct bytes typed = {0}, replies = {0};
    int typing = 1, owed = 0;
    size_t line = 0, sent = 0; /* the length of the line that is on its way, and how much of it left */
    for (;;) {
        char *newline;
        if (owed && sent == line && replies.length > 0 && (newline = memchr(replies.start, '\n', replies.length))) {
            show(replies.start, newline - replies.start);
            take(&replies, newline + 1 - replies.start);
            take(&typed, line);
            owed = 0;
        }
        if (!owed) {
            newline = typed.length > 0 ? memchr(typed.start, '\n', typed.length) : NULL;
            if (!newline && !typing && typed.length > 0) {
                typed.start[typed.length++] = '\n'; /* fill() left room for it */
                newline = typed.start + typed.length - 1;
            }
            if (newline) {
                line = newline + 1 - typed.start;
                sent = 0;
                owed = 1;
            } else if (!typing) {
                break;
            }
        }
        struct pollfd ready[2] = {{.fd = owed ? -1 : 0, .events = POLLIN},
                                  {.fd = owed ? sock : -1, .events = POLLIN | (sent < line ? POLLOUT : 0)}};
        if (poll(ready, 2, -1) < 0)
            continue;
        if (ready[0].revents) {
            ssize_t got = fill(&typed, 0);
            if (got == 0 || (got < 0 && errno != EINTR))
                typing = 0;
        }
        if (ready[1].revents & POLLOUT) {
            ssize_t went = write(sock, typed.start + sent, line - sent);
            if (went > 0)
                sent += went;
            else if (errno != EAGAIN && errno != EINTR)
                fail(strerror(errno));
        }
        if (ready[1].revents & ~POLLOUT) {
            ssize_t got = fill(&replies, sock);
            if (got == 0 && !(replies.length > 0 && memchr(replies.start, '\n', replies.length)))
                fail("the server closed before the end of its reply");
            if (got < 0 && errno != EAGAIN && errno != EINTR)
                fail(strerror(errno));
        }
    }
    close_in_order(sock);
    return 0;
}

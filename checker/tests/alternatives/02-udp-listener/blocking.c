// What is different: C that blocks in recvmsg(), asks for the size of a datagram first (MSG_PEEK | MSG_TRUNC) and takes
// exactly that much memory for it; an empty datagram is shown without the space.
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define BIND "0.0.0.0:8888"

static const char *where = BIND;

static void usage(void) {
    fprintf(stderr, "usage: udp-listener [BIND]\n");
    exit(2);
}

static void fail(const char *reason) {
    fprintf(stderr, "udp-listener: %s: %s\n", where, reason);
    exit(1);
}

static int listen_there(void) {
    char *host = strdup(where), *colon = strrchr(host, ':');
    if (!colon || colon[1] == '\0' || colon[1 + strspn(colon + 1, "0123456789")] != '\0' || strlen(colon + 1) > 9
        || atol(colon + 1) > 65535)
        usage();
    *colon = '\0';
    if (host[0] == '[' && colon[-1] == ']') {
        colon[-1] = '\0';
        host++;
    }
    struct addrinfo hints = {.ai_socktype = SOCK_DGRAM, .ai_flags = AI_NUMERICSERV}, *found;
    int error = getaddrinfo(host, colon + 1, &hints, &found);
    if (error)
        fail(gai_strerror(error));
    for (; found; found = found->ai_next) {
        int sock = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
        if (sock >= 0 && bind(sock, found->ai_addr, found->ai_addrlen) == 0)
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

static void show(const unsigned char *bytes, size_t n) {
    while (n > 0) {
        size_t length = character(bytes, n);
        if (length > 0)
            fwrite(bytes, 1, length, stdout);
        else
            fputs("\xef\xbf\xbd", stdout);
        bytes += length ? length : 1;
        n -= length ? length : 1;
    }
}

int main(int argc, char **argv) {
    if (argc > 2)
        usage();
    if (argc > 1)
        where = argv[1];
    int sock = listen_there();
    for (;;) {
        unsigned char nothing;
        ssize_t size = recv(sock, &nothing, sizeof nothing, MSG_PEEK | MSG_TRUNC);
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            fail(strerror(errno));
        unsigned char *bytes = malloc(size + 1);
        struct sockaddr_storage sender;
        struct iovec memory = {.iov_base = bytes, .iov_len = size};
        struct msghdr header = {
            .msg_name = &sender, .msg_namelen = sizeof sender, .msg_iov = &memory, .msg_iovlen = 1};
        ssize_t n = recvmsg(sock, &header, 0);
        if (n < 0)
            fail(strerror(errno));
        if (n > 0 && bytes[n - 1] == '\n') {
            n--;
            if (n > 0 && bytes[n - 1] == '\r')
                n--;
        }
        char host[NI_MAXHOST], port[NI_MAXSERV];
        getnameinfo(header.msg_name, header.msg_namelen, host, sizeof host, port, sizeof port,
                    NI_NUMERICHOST | NI_NUMERICSERV);
        printf(strchr(host, ':') ? "[%s]:%s" : "%s:%s", host, port);
        if (n > 0)
            putchar(' ');
        show(bytes, n);
        putchar('\n');
        if (fflush(stdout) != 0)
            fail("stdout is closed");
        free(bytes);
    }
}

// What is different: C with a process for each client and blocking calls. A lock keeps the lines of several processes
// apart on stdout.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#define BIND "0.0.0.0:8888"

static const char *where = BIND;

static void usage(void) {
    fprintf(stderr, "usage: tcp-server [BIND]\n");
    exit(2);
}

static void fail(const char *reason) {
    fprintf(stderr, "tcp-server: %s: %s\n", where, reason);
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
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICSERV}, *found;
    int error = getaddrinfo(host, colon + 1, &hints, &found);
    if (error)
        fail(gai_strerror(error));
    for (; found; found = found->ai_next) {
        int yes = 1, sock = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
        if (sock >= 0 && setsockopt(sock, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0
            && bind(sock, found->ai_addr, found->ai_addrlen) == 0 && listen(sock, 128) == 0)
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

static void show(const char *name, const char *line, size_t n) {
    const unsigned char *bytes = (const unsigned char *)line;
    printf("%s ", name);
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

static char *name_of(struct sockaddr_storage *address, socklen_t length) {
    char host[NI_MAXHOST] = "?", port[NI_MAXSERV] = "?";
    char *name = malloc(sizeof host + sizeof port + 4);
    getnameinfo((struct sockaddr *)address, length, host, sizeof host, port, sizeof port,
                NI_NUMERICHOST | NI_NUMERICSERV);
    sprintf(name, strchr(host, ':') ? "[%s]:%s" : "%s:%s", host, port);
    return name;
}

static int lock;

static void set_lock(int type) {
    struct flock all = {.l_type = type, .l_whence = SEEK_SET};
    while (fcntl(lock, F_SETLKW, &all) < 0 && errno == EINTR)
        ;
}

static int write_all(int sock, const char *bytes, size_t n) {
    while (n > 0) {
        ssize_t went = write(sock, bytes, n);
        if (went < 0 && errno == EINTR)
            continue;
        if (went < 0)
            return 0;
        bytes += went;
        n -= went;
    }
    return 1;
}

static void serve(int sock, const char *name) {
    FILE *lines = fdopen(sock, "r");
    char *line = NULL, *answer = NULL;
    size_t size = 0;
    ssize_t n;
    while ((n = getline(&line, &size, lines)) > 0) {
        /* Half a line of somebody who reset the connection is none. */
        if (line[n - 1] != '\n' && ferror(lines))
            return;
        if (line[n - 1] == '\n') {
            n--;
            if (n > 0 && line[n - 1] == '\r')
                n--;
        }
        set_lock(F_WRLCK);
        show(name, line, n);
        set_lock(F_UNLCK);
        answer = realloc(answer, n + 8);
        memcpy(answer, "OK ... ", 7);
        memcpy(answer + 7, line, n);
        answer[n + 7] = '\n';
        if (!write_all(sock, answer, n + 8))
            return;
    }
}

int main(int argc, char **argv) {
    signal(SIGPIPE, SIG_IGN);
    signal(SIGCHLD, SIG_IGN); /* the system buries the children */
    if (argc > 2)
        usage();
    if (argc > 1)
        where = argv[1];
    int server = listen_there();
    lock = memfd_create("lock", 0);
    for (;;) {
        struct sockaddr_storage address;
        socklen_t length = sizeof address;
        int sock = accept(server, (struct sockaddr *)&address, &length);
        if (sock < 0) {
            if (errno == EMFILE || errno == ENFILE)
                usleep(10000);
            continue;
        }
        if (fork() == 0) {
            close(server);
            serve(sock, name_of(&address, length));
            _exit(0);
        }
        close(sock);
    }
}

// What is different: C, one process and one thread, with poll() and non-blocking sockets; who does not read is no longer
// read from.
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

/* While so much waits for a client, nothing more is read from it. */
#define ENOUGH (1 << 20)

struct bytes {
    char *start;
    size_t length, size;
};

struct client {
    int sock, sending;
    char *name;
    struct bytes line, unsent;
};

static void append(struct bytes *bytes, const char *more, size_t n) {
    if (bytes->length + n > bytes->size) {
        bytes->size = (bytes->length + n) * 2;
        if (!(bytes->start = realloc(bytes->start, bytes->size)))
            fail("no memory left");
    }
    memcpy(bytes->start + bytes->length, more, n);
    bytes->length += n;
}

static void answer(struct client *client) {
    size_t length = client->line.length;
    if (length > 0 && client->line.start[length - 1] == '\n') {
        length--;
        if (length > 0 && client->line.start[length - 1] == '\r')
            length--;
    }
    show(client->name, client->line.start, length);
    append(&client->unsent, "OK ... ", 7);
    append(&client->unsent, client->line.start, length);
    append(&client->unsent, "\n", 1);
    client->line.length = 0;
}

/* 0 when it is done with this client. */
static int go_on(struct client *client, int ready) {
    if (client->sending && client->unsent.length < ENOUGH && (ready & (POLLIN | POLLHUP | POLLERR))) {
        char bytes[65536];
        ssize_t got = read(client->sock, bytes, sizeof bytes);
        if (got < 0 && errno != EAGAIN && errno != EINTR)
            return 0;
        for (ssize_t from = 0; from < got;) {
            char *newline = memchr(bytes + from, '\n', got - from);
            ssize_t to = newline ? newline + 1 - bytes : got;
            append(&client->line, bytes + from, to - from);
            if (newline)
                answer(client);
            from = to;
        }
        if (got == 0) {
            client->sending = 0;
            if (client->line.length > 0)
                answer(client);
        }
    }
    if (client->unsent.length > 0) {
        ssize_t went = write(client->sock, client->unsent.start, client->unsent.length);
        if (went < 0 && errno != EAGAIN && errno != EINTR)
            return 0;
        if (went > 0) {
            client->unsent.length -= went;
            memmove(client->unsent.start, client->unsent.start + went, client->unsent.length);
        }
    }
    return client->sending || client->unsent.length > 0;
}

int main(int argc, char **argv) {
    signal(SIGPIPE, SIG_IGN);
    if (argc > 2)
        usage();
    if (argc > 1)
        where = argv[1];
    int server = listen_there();
    fcntl(server, F_SETFL, fcntl(server, F_GETFL) | O_NONBLOCK);

    struct client *clients = NULL;
    struct pollfd *ready = NULL;
    size_t count = 0;
    for (;;) {
        ready = realloc(ready, (count + 1) * sizeof *ready);
        for (size_t i = 0; i < count; i++) {
            int events = clients[i].unsent.length > 0 ? POLLOUT : 0;
            if (clients[i].sending && clients[i].unsent.length < ENOUGH)
                events |= POLLIN;
            ready[i] = (struct pollfd){.fd = clients[i].sock, .events = events};
        }
        ready[count] = (struct pollfd){.fd = server, .events = POLLIN};
        if (poll(ready, count + 1, -1) < 0)
            continue;
        int somebody = ready[count].revents;
        for (size_t i = count; i-- > 0;) {
            if (!ready[i].revents || go_on(&clients[i], ready[i].revents))
                continue;
            close(clients[i].sock);
            free(clients[i].name);
            free(clients[i].line.start);
            free(clients[i].unsent.start);
            clients[i] = clients[--count];
        }
        if (somebody) {
            struct sockaddr_storage address;
            socklen_t length = sizeof address;
            int sock = accept(server, (struct sockaddr *)&address, &length);
            if (sock < 0) {
                if (errno == EMFILE || errno == ENFILE)
                    usleep(10000);
                continue;
            }
            fcntl(sock, F_SETFL, fcntl(sock, F_GETFL) | O_NONBLOCK);
            clients = realloc(clients, (count + 1) * sizeof *clients);
            clients[count++] = (struct client){.sock = sock, .sending = 1, .name = name_of(&address, length)};
        }
    }
}

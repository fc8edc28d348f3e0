// What is different: C, one thread and poll(2); each sender has a place in a table that says how far it has come.
// The file has a hidden name of its own until it is whole.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <netinet/in.h>

#define MOST 1000

enum stage { LENGTH, NAME, SIZE, FILE_ITSELF };

struct sender {
    enum stage stage;
    unsigned char head[264];
    size_t have, length;
    char name[256], part[64], ip[INET6_ADDRSTRLEN];
    uint64_t size, left;
    int file;
};

static struct pollfd fds[MOST];
static struct sender senders[MOST];
static int count = 1;
static int folder;
static const char *folder_path, *viewer;

static void usage(const char *why) {
    fprintf(stderr, "usage: image-receiver [BIND [DIR [VIEWER]]]: %s\n", why);
    exit(2);
}

static void fail(const char *what, const char *why) {
    fprintf(stderr, "image-receiver: %s: %s\n", what, why);
    exit(1);
}

static int listening(char *bind_to) {
    char given[600];
    snprintf(given, sizeof given, "%s", bind_to);
    char *colon = strrchr(given, ':');
    if (!colon || !colon[1] || strspn(colon + 1, "0123456789") != strlen(colon + 1) || atol(colon + 1) > 65535)
        usage(bind_to);
    *colon = 0;
    char *host = given;
    if (*host == '[' && colon[-1] == ']') {
        colon[-1] = 0;
        host++;
    }
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE}, *found;
    int error = getaddrinfo(host, colon + 1, &hints, &found);
    if (error) fail(bind_to, gai_strerror(error));
    int fd = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0), on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (fd < 0 || bind(fd, found->ai_addr, found->ai_addrlen) || listen(fd, 128)) fail(bind_to, strerror(errno));
    freeaddrinfo(found);
    return fd;
}

static void make_folders(const char *path) {
    char copy[4096];
    snprintf(copy, sizeof copy, "%s", path);
    for (char *at = copy + 1; *at; at++)
        if (*at == '/') {
            *at = 0;
            mkdir(copy, 0777);
            *at = '/';
        }
    mkdir(copy, 0777);
    folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) fail(path, strerror(errno));
}

static void leave(int at) {
    if (senders[at].file >= 0) {
        close(senders[at].file);
        unlinkat(folder, senders[at].part, 0);
    }
    close(fds[at].fd);
    count--;
    fds[at] = fds[count];
    senders[at] = senders[count];
}

static void answer(int at, const char *line) {
    if (send(fds[at].fd, line, strlen(line), MSG_NOSIGNAL) < 0) perror("send");
    leave(at);
}

static void refuse(int at, const char *why) {
    char line[300];
    snprintf(line, sizeof line, "ERR %s\n", why);
    answer(at, line);
}

static int is_utf_8(const unsigned char *s) {
    while (*s) {
        int more = *s < 0x80 ? 0 : *s >= 0xc2 && *s < 0xe0 ? 1 : *s >= 0xe0 && *s < 0xf0 ? 2 : *s >= 0xf0 && *s < 0xf5 ? 3 : -1;
        if (more < 0) return 0;
        for (s++; more--; s++)
            if ((*s & 0xc0) != 0x80) return 0;
    }
    return 1;
}

static void show(const char *name) {
    if (!viewer) return;
    char path[5000];
    snprintf(path, sizeof path, "%s/%s", folder_path, name);
    pid_t child = fork();
    if (child == 0) {
        signal(SIGCHLD, SIG_DFL);
        execlp(viewer, viewer, path, (char *)NULL);
        perror(viewer);
        _exit(127);
    }
}

static void complete(int at) {
    struct sender *it = &senders[at];
    int bad = close(it->file);
    it->file = -1;
    if (bad || renameat(folder, it->part, folder, it->name)) {
        unlinkat(folder, it->part, 0);
        refuse(at, strerror(errno));
        return;
    }
    printf("%s %s %llu\n", it->ip, it->name, (unsigned long long)it->size);
    fflush(stdout);
    show(it->name);
    char line[40];
    snprintf(line, sizeof line, "OK %llu\n", (unsigned long long)it->size);
    answer(at, line);
}

// Enough of the header is there for its next part. Returns 0 when the sender was sent away.
static int next_stage(int at) {
    struct sender *it = &senders[at];
    static unsigned long long number;
    switch (it->stage) {
    case LENGTH:
        it->length = it->head[0] << 8 | it->head[1];
        if (it->length < 1 || it->length > 255) return refuse(at, "the name has to have 1 to 255 bytes"), 0;
        it->stage = NAME;
        break;
    case NAME:
        memcpy(it->name, it->head, it->length);
        it->name[it->length] = 0;
        if (strlen(it->name) != it->length || strpbrk(it->name, "/\\") || !strcmp(it->name, ".") || !strcmp(it->name, ".."))
            return refuse(at, "this is no name of a file"), 0;
        if (!is_utf_8((unsigned char *)it->name)) return refuse(at, "the name is no UTF-8"), 0;
        it->stage = SIZE;
        it->length = 8;
        break;
    case SIZE:
        for (int i = 0; i < 8; i++) it->size = it->size << 8 | it->head[i];
        if (it->size >> 62) return refuse(at, "nobody has so much"), 0;
        it->left = it->size;
        snprintf(it->part, sizeof it->part, ".%d-%llu.part", (int)getpid(), number++);
        it->file = openat(folder, it->part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (it->file < 0) return refuse(at, strerror(errno)), 0;
        it->stage = FILE_ITSELF;
        break;
    case FILE_ITSELF: break;
    }
    it->have = 0;
    return 1;
}

static void go_on(int at) {
    struct sender *it = &senders[at];
    static char buffer[1 << 17];
    while (1) {
        if (it->stage == FILE_ITSELF && it->left == 0) {
            complete(at);
            return;
        }
        int in_file = it->stage == FILE_ITSELF;
        size_t want = in_file ? (it->left < sizeof buffer ? it->left : sizeof buffer) : it->length - it->have;
        ssize_t got = recv(fds[at].fd, in_file ? buffer : (char *)it->head + it->have, want, MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
        if (got <= 0) {
            leave(at);
            return;
        }
        if (in_file) {
            for (ssize_t put = 0, more; put < got; put += more)
                if ((more = write(it->file, buffer + put, got - put)) < 0) {
                    refuse(at, strerror(errno));
                    return;
                }
            it->left -= got;
        } else if ((it->have += got) == it->length && !next_stage(at)) {
            return;
        }
    }
}

static void welcome(int listener) {
    struct sockaddr_storage from;
    socklen_t size = sizeof from;
    int fd = accept4(listener, (struct sockaddr *)&from, &size, SOCK_CLOEXEC);
    if (fd < 0 || count == MOST) {
        if (fd >= 0) close(fd);
        return;
    }
    fds[count] = (struct pollfd){.fd = fd, .events = POLLIN};
    struct sender *it = &senders[count++];
    *it = (struct sender){.stage = LENGTH, .length = 2, .file = -1};
    getnameinfo((struct sockaddr *)&from, size, it->ip, sizeof it->ip, NULL, 0, NI_NUMERICHOST);
}

int main(int argc, char **argv) {
    if (argc > 4) usage("too many arguments");
    signal(SIGCHLD, SIG_IGN);
    int listener = listening(argc > 1 ? argv[1] : "0.0.0.0:6001");
    folder_path = argc > 2 ? argv[2] : ".";
    viewer = argc > 3 ? argv[3] : NULL;
    make_folders(folder_path);
    fds[0] = (struct pollfd){.fd = listener, .events = POLLIN};
    while (poll(fds, count, -1) >= 0 || errno == EINTR) {
        // From the end, so that whoever leaves puts one in its place that has been looked at.
        for (int at = count - 1; at > 0; at--)
            if (fds[at].revents) go_on(at);
        if (fds[0].revents) welcome(listener);
    }
    fail("poll", strerror(errno));
}

// What is different: C with poll(2) and a socket that never blocks; header and file leave from one buffer, and an answer
// that comes early is heard at once.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *server = "127.0.0.1:6001", *path = "image.png";

static void usage(const char *why) {
    fprintf(stderr, "usage: image-sender [SERVER [FILE]]\n%s\n", why);
    exit(2);
}

static void fail(const char *what, const char *why) {
    fprintf(stderr, "image-sender: %s: %s\n", what, why);
    exit(1);
}

static int connected(void) {
    char given[600], *host = given;
    snprintf(given, sizeof given, "%s", server);
    char *colon = strrchr(given, ':');
    if (!colon || !colon[1] || strspn(colon + 1, "0123456789") != strlen(colon + 1) || atol(colon + 1) > 65535)
        usage(server);
    *colon = 0;
    if (*host == '[' && colon[-1] == ']') {
        colon[-1] = 0;
        host++;
    }
    struct stat about;
    if (stat(path, &about)) fail(path, strerror(errno));
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    int error = getaddrinfo(host, colon + 1, &hints, &found);
    if (error) fail(server, gai_strerror(error));
    for (struct addrinfo *it = found; it; it = it->ai_next) {
        int fd = socket(it->ai_family, SOCK_STREAM, 0);
        if (fd >= 0 && connect(fd, it->ai_addr, it->ai_addrlen) == 0) return fd;
        if (fd >= 0) close(fd);
    }
    fail(server, strerror(errno));
    return -1;
}

int main(int argc, char **argv) {
    if (argc > 3) usage("too many arguments");
    if (argc > 1) server = argv[1];
    if (argc > 2) path = argv[2];
    int fd = connected(), file = open(path, O_RDONLY);
    struct stat about;
    if (file < 0 || fstat(file, &about)) fail(path, strerror(errno));
    if (!S_ISREG(about.st_mode)) fail(path, "not a regular file");
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    size_t length = strlen(name);
    if (length < 1 || length > 255) fail(path, "its name does not fit into the header");

    static char buffer[1 << 16];
    char answer[300], wanted[60];
    size_t at = 0, end = 0, have = 0;
    uint64_t size = about.st_size;
    buffer[end++] = length >> 8;
    buffer[end++] = length;
    memcpy(buffer + end, name, length);
    end += length;
    for (int shift = 56; shift >= 0; shift -= 8) buffer[end++] = size >> shift;

    struct pollfd it = {.fd = fd, .events = POLLIN | POLLOUT};
    while (have < sizeof answer - 1) {
        if (poll(&it, 1, -1) < 0) continue;
        if (it.revents & (POLLIN | POLLERR | POLLHUP)) {
            ssize_t got = recv(fd, answer + have, sizeof answer - 1 - have, MSG_DONTWAIT);
            if (got < 0 && errno != EAGAIN) fail(server, strerror(errno));
            if (got == 0) break;
            if (got > 0) have += got;
            if (memchr(answer, '\n', have)) break;
        }
        if (it.revents & POLLOUT) {
            ssize_t put = send(fd, buffer + at, end - at, MSG_NOSIGNAL | MSG_DONTWAIT);
            if (put < 0 && errno != EAGAIN) it.events = POLLIN;
            if (put > 0) at += put;
            if (at == end) {
                ssize_t got = read(file, buffer, sizeof buffer);
                if (got < 0) fail(path, strerror(errno));
                if (got == 0) it.events = POLLIN;
                at = 0;
                end = got;
            }
        }
    }
    answer[have] = 0;
    snprintf(wanted, sizeof wanted, "OK %llu\n", (unsigned long long)size);
    if (strncmp(answer, wanted, strlen(wanted))) fail(server, have ? answer : "it closed without an answer");
    return 0;
}

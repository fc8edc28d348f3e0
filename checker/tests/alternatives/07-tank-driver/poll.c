// What is different: C, one thread, poll(2) and a timerfd; numbers are read by strtol, and sent with `%ld`.
#define _GNU_SOURCE
#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

static const char *tank;
static int fd;

static void usage(void) {
    fprintf(stderr, "usage: tank-driver [TANK]\n");
    exit(2);
}

static void fail(const char *why) {
    fprintf(stderr, "%s: %s\n", tank, why);
    exit(1);
}

static int connected(void) {
    char given[600];
    snprintf(given, sizeof given, "%s", tank);
    char *colon = strrchr(given, ':'), *host = given;
    if (!colon || !colon[1] || strspn(colon + 1, "0123456789") != strlen(colon + 1) || atol(colon + 1) > 65535) usage();
    *colon = 0;
    if (*host == '[' && colon[-1] == ']') {
        colon[-1] = 0;
        host++;
    }
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    int error = getaddrinfo(host, colon + 1, &hints, &found);
    if (error) fail(gai_strerror(error));
    for (struct addrinfo *at = found; at; at = at->ai_next) {
        int fd = socket(at->ai_family, at->ai_socktype, 0);
        if (fd >= 0 && !connect(fd, at->ai_addr, at->ai_addrlen)) return fd;
        close(fd);
    }
    fail(strerror(errno));
    return -1;
}

static void say(const char *command) {
    size_t length = strlen(command);
    while (length) {
        ssize_t sent = send(fd, command, length, MSG_NOSIGNAL);
        if (sent < 0) fail(strerror(errno));
        command += sent;
        length -= sent;
    }
}

static int number(const char *word, long least, long most, long *value) {
    char *end;
    errno = 0;
    *value = strtol(word, &end, 10);
    return *word && !*end && !errno && *value >= least && *value <= most;
}

static void quit(void) {
    say("{\"cmd\":\"robotMovement\",\"angle\":0,\"strength\":0}\n");
    close(fd);
    exit(0);
}

static void obey(char *line) {
    char *words[4], *rest, copy[200], out[200];
    int count = 0;
    snprintf(copy, sizeof copy, "%s", line);
    for (char *word = strtok_r(line, " \t\r", &rest); word && count < 4; word = strtok_r(NULL, " \t\r", &rest))
        words[count++] = word;
    long angle, strength;
    if (count == 1 && !strcmp(words[0], "quit"))
        quit();
    else if (count == 1 && !strcmp(words[0], "buzz"))
        say("{\"cmd\":\"buzz\"}\n");
    else if (count == 3 && !strcmp(words[0], "move") && number(words[1], -180, 180, &angle) &&
             number(words[2], 0, 100, &strength)) {
        snprintf(out, sizeof out, "{\"cmd\":\"robotMovement\",\"angle\":%ld,\"strength\":%ld}\n", angle, strength);
        say(out);
    } else
        fprintf(stderr, "no order: %s\n", copy);
}

int main(int argc, char **argv) {
    if (argc > 2) usage();
    tank = argc > 1 ? argv[1] : "127.0.0.1:6002";
    fd = connected();
    int timer = timerfd_create(CLOCK_MONOTONIC, 0);
    struct itimerspec every = {{0, 500000000}, {0, 1}};
    timerfd_settime(timer, 0, &every, NULL);
    struct pollfd fds[3] = {{0, POLLIN}, {fd, POLLIN}, {timer, POLLIN}};
    static char typed[1 << 18], bin[1 << 16];
    size_t have = 0;
    for (;;) {
        if (poll(fds, 3, -1) < 0) fail(strerror(errno));
        if (fds[2].revents) {
            unsigned long long times;
            if (read(timer, &times, sizeof times) == sizeof times) say("{\"cmd\":\"heartbeat\"}\n");
        }
        if (fds[1].revents) {
            ssize_t got = recv(fd, bin, sizeof bin, 0);
            if (got <= 0) fail(got ? strerror(errno) : "closed by the tank");
        }
        if (fds[0].revents) {
            // A line without an end makes room for another.
            if (have >= sizeof typed - 1) have = 0;
            ssize_t got = read(0, typed + have, sizeof typed - 1 - have);
            if (got <= 0) {
                typed[have] = 0;
                if (have) obey(typed);
                quit();
            }
            have += got;
            char *start = typed, *newline;
            while ((newline = memchr(start, '\n', typed + have - start))) {
                *newline = 0;
                obey(start);
                start = newline + 1;
            }
            have -= start - typed;
            memmove(typed, start, have);
        }
    }
}

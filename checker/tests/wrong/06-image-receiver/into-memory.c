// wrong: The size is believed and allocated, the name is pasted into a path, and the file appears before it is whole
// loses: 06.bad-names 06.huge-size 06.complete-or-not 06.large 06.breaks-off
// named: trusts-the-name
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int all(int fd, void *buffer, size_t size) {
    return recv(fd, buffer, size, MSG_WAITALL) == (ssize_t)size;
}

int main(int argc, char **argv) {
    char host[100] = "0.0.0.0";
    int port = 6001, on = 1;
    if (argc > 1 && sscanf(argv[1], "%99[^:]:%d", host, &port) != 2) {
        fprintf(stderr, "usage: image-receiver [BIND [DIR]]\n");
        return 2;
    }
    const char *folder = argc > 2 ? argv[2] : ".";
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)}, from;
    inet_pton(AF_INET, host, &address.sin_addr);
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 10)) {
        perror(argv[1]);
        return 1;
    }
    while (1) {
        socklen_t length = sizeof from;
        int fd = accept(listener, (struct sockaddr *)&from, &length);
        unsigned char n[2], s[8];
        char name[65536], path[70000], answer[60];
        if (all(fd, n, 2)) {
            size_t size = n[0] << 8 | n[1];
            uint64_t bytes = 0;
            all(fd, name, size);
            name[size] = 0;
            all(fd, s, 8);
            for (int i = 0; i < 8; i++) bytes = bytes << 8 | s[i];
            char *content = malloc(bytes);
            snprintf(path, sizeof path, "%s/%s", folder, name);
            FILE *file = fopen(path, "w");
            if (!file) { free(content); close(fd); continue; }
            for (uint64_t at = 0; at < bytes;) {
                ssize_t got = recv(fd, content + at, bytes - at, 0);
                if (got <= 0) break;
                fwrite(content + at, 1, got, file);
                fflush(file);
                at += got;
            }
            fclose(file);
            free(content);
            printf("%s %s %llu\n", inet_ntoa(from.sin_addr), name, (unsigned long long)bytes);
            fflush(stdout);
            int many = snprintf(answer, sizeof answer, "OK %llu\n", (unsigned long long)bytes);
            send(fd, answer, many, MSG_NOSIGNAL);
        }
        close(fd);
    }
}

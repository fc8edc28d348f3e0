// wrong: A struct goes over the wire as it lies in memory: padded, and in the machine's byte order
// loses: 06.sends
// named: little-endian-length
#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

struct header {
    uint16_t length;
    char name[32];
    uint64_t size;
};

int main(int argc, char **argv) {
    char host[100] = "127.0.0.1", buffer[4096];
    int port = 6001;
    if (argc > 1) sscanf(argv[1], "%99[^:]:%d", host, &port);
    const char *path = argc > 2 ? argv[2] : "image.png";
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    inet_pton(AF_INET, host, &address.sin_addr);
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    FILE *file = fopen(path, "r");
    if (!file || connect(fd, (struct sockaddr *)&address, sizeof address)) {
        perror(path);
        return 1;
    }
    struct header header = {0};
    struct stat about;
    fstat(fileno(file), &about);
    const char *slash = strrchr(path, '/');
    strncpy(header.name, slash ? slash + 1 : path, sizeof header.name - 1);
    header.length = strlen(header.name);
    header.size = about.st_size;
    send(fd, &header, sizeof header, 0);
    size_t got;
    while ((got = fread(buffer, 1, sizeof buffer, file)) > 0) send(fd, buffer, got, 0);
    ssize_t came = recv(fd, buffer, sizeof buffer - 1, 0);
    return came > 2 && !strncmp(buffer, "OK", 2) ? 0 : 1;
}

// wrong: whatever read() gives, up to 1024 bytes, leaves as one datagram
// loses: 01.one-datagram-each 01.half-line 01.largest 01.too-long
// named: one-read-is-one-line
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    char *address = strdup(argc > 1 ? argv[1] : "127.0.0.1:8888"), *colon = strrchr(address, ':');
    if (!colon || argc > 2) {
        fprintf(stderr, "usage: udp-sender [DEST]\n");
        return 2;
    }
    *colon = '\0';
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_DGRAM}, *to;
    if (getaddrinfo(address, colon + 1, &hints, &to) != 0) {
        fprintf(stderr, "%s: unknown\n", address);
        return 1;
    }
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    char bytes[1024];
    ssize_t n;
    while ((n = read(0, bytes, sizeof bytes)) > 0)
        sendto(sock, bytes, n, 0, to->ai_addr, to->ai_addrlen);
    return 0;
}

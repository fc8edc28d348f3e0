// wrong: 512 bytes, printed with %s (up to the first NUL, raw), and inet_ntoa of an IPv4 address; printf without flush
// loses: 02.at-once 02.any-bytes 02.largest 02.ipv6
// named: stdout-not-flushed
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
    char host[64] = "0.0.0.0", data[512];
    int port = 8888;
    if (argc > 1)
        sscanf(argv[1], "%63[^:]:%d", host, &port);
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)}, from;
    inet_pton(AF_INET, host, &address.sin_addr);
    bind(sock, (struct sockaddr *)&address, sizeof address);
    for (;;) {
        socklen_t size = sizeof from;
        ssize_t n = recvfrom(sock, data, sizeof data - 1, 0, (struct sockaddr *)&from, &size);
        data[n] = '\0';
        printf("%s:%d %s\n", inet_ntoa(from.sin_addr), ntohs(from.sin_port), data);
    }
}

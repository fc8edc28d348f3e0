// wrong: lines are read into 256 bytes with fgets, and sent up to the first NUL; errors are not looked at
// loses: 01.largest 01.too-long 01.ipv6 01.unknown-name 01.usage
// named: line-too-short-buffer
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
    char host[64] = "127.0.0.1";
    int port = 8888;
    if (argc > 1)
        sscanf(argv[1], "%63[^:]:%d", host, &port);
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
    inet_pton(AF_INET, host, &to.sin_addr);
    char line[256];
    while (fgets(line, sizeof line, stdin))
        sendto(sock, line, strlen(line), 0, (struct sockaddr *)&to, sizeof to);
    return 0;
}

// wrong: htons is forgotten: everything leaves for another port
// loses: 01.sends-a-line
// named: -
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
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = port};
    inet_pton(AF_INET, host, &to.sin_addr);
    char *line = NULL;
    size_t size = 0;
    ssize_t n;
    while ((n = getline(&line, &size, stdin)) > 0)
        sendto(sock, line, n, 0, (struct sockaddr *)&to, sizeof to);
    return 0;
}

// wrong: the buffer is not ended where the datagram ends, so that a short one shows the rest of a longer one before; the port is shown without ntohs
// loses: 02.shows-a-datagram
// named: wrong-byte-order-port
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
    char host[64] = "0.0.0.0";
    static char data[65536];
    int port = 8888;
    if (argc > 1)
        sscanf(argv[1], "%63[^:]:%d", host, &port);
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)}, from;
    inet_pton(AF_INET, host, &address.sin_addr);
    if (bind(sock, (struct sockaddr *)&address, sizeof address) != 0) {
        perror("bind");
        return 1;
    }
    for (;;) {
        socklen_t size = sizeof from;
        recvfrom(sock, data, sizeof data - 1, 0, (struct sockaddr *)&from, &size);
        data[strcspn(data, "\n")] = '\0';
        printf("%s:%d %s\n", inet_ntoa(from.sin_addr), from.sin_port, data);
        fflush(stdout);
    }
}

// wrong: nothing looks whether a line still fits into its 8 KiB; one client at a time, IPv4 only, the port's reuse forgotten
// loses: 04.long-line 04.silent-client 04.ipv6 04.restarts-at-once
// named: crashes
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static char line[8192], answer[8192 + 16];

int main(int argc, char **argv) {
    char host[64] = "0.0.0.0";
    int port = 8888;
    if (argc > 1)
        sscanf(argv[1], "%63[^:]:%d", host, &port);
    int server = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)}, from;
    inet_pton(AF_INET, host, &address.sin_addr);
    if (bind(server, (struct sockaddr *)&address, sizeof address) < 0) {
        perror(argv[1]);
        return 1;
    }
    listen(server, 5);
    for (;;) {
        socklen_t size = sizeof from;
        int client = accept(server, (struct sockaddr *)&from, &size);
        int length = 0, n;
        char c;
        do {
            n = read(client, &c, 1);
            if (n == 1 && c != '\n') {
                line[length++] = c;
            } else if (n == 1 || length > 0) {
                if (length > 0 && line[length - 1] == '\r')
                    length--;
                printf("%s:%d ", inet_ntoa(from.sin_addr), ntohs(from.sin_port));
                fwrite(line, 1, length, stdout);
                putchar('\n');
                fflush(stdout);
                memcpy(answer, "OK ... ", 7);
                memcpy(answer + 7, line, length);
                answer[7 + length] = '\n';
                send(client, answer, length + 8, MSG_NOSIGNAL);
                length = 0;
            }
        } while (n == 1);
        close(client);
    }
}

// wrong: one read is one line, in 1024 bytes; no SO_REUSEADDR, SIGPIPE kills it, bind is not checked, the answer counts on strings
// loses: 04.line-in-pieces 04.lines-together 04.long-line 04.port-in-use 04.silent-client
// named: one-read-is-one-message
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    char host[64] = "0.0.0.0", line[1024], answer[1100];
    int port = 8888;
    if (argc > 1)
        sscanf(argv[1], "%63[^:]:%d", host, &port);
    int server = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)}, from;
    inet_pton(AF_INET, host, &address.sin_addr);
    bind(server, (struct sockaddr *)&address, sizeof address);
    listen(server, 5);
    for (;;) {
        socklen_t size = sizeof from;
        int client = accept(server, (struct sockaddr *)&from, &size);
        ssize_t n;
        while ((n = read(client, line, sizeof line - 1)) > 0) {
            line[n] = '\0';
            line[strcspn(line, "\r\n")] = '\0';
            printf("%s:%d %s\n", inet_ntoa(from.sin_addr), ntohs(from.sin_port), line);
            fflush(stdout);
            sprintf(answer, "OK ... %s\n", line);
            write(client, answer, strlen(answer));
        }
        close(client);
    }
}

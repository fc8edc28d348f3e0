// wrong: select() with blocking send, one buffer of 1024 bytes for all, whatever is read is a line; SIGPIPE is not ignored
// loses: 05.line-in-pieces 05.lines-together 05.order 05.long-line 05.slow-reader 05.usage 05.unknown-name 05.ipv6
// named: one-read-is-one-message
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[]) {
    char host[64] = "0.0.0.0";
    int port = 6000;
    if (argc > 1) sscanf(argv[1], "%63[^:]:%d", host, &port);
    int listener = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = inet_addr(host);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0) {
        fprintf(stderr, "%s:%d: ", host, port);
        perror("bind");
        return 1;
    }
    listen(listener, 10);
    fd_set all;
    FD_ZERO(&all);
    FD_SET(listener, &all);
    char buffer[1024], line[1100];
    char names[FD_SETSIZE][20];
    for (;;) {
        fd_set ready = all;
        select(FD_SETSIZE, &ready, NULL, NULL, NULL);
        for (int fd = 0; fd < FD_SETSIZE; fd++) {
            if (!FD_ISSET(fd, &ready)) continue;
            if (fd == listener) {
                struct sockaddr_in from;
                socklen_t size = sizeof from;
                int client = accept(listener, (struct sockaddr *)&from, &size);
                strcpy(names[client], inet_ntoa(from.sin_addr));
                FD_SET(client, &all);
                continue;
            }
            int got = recv(fd, buffer, sizeof buffer - 1, 0);
            if (got <= 0) {
                close(fd);
                FD_CLR(fd, &all);
                continue;
            }
            buffer[got] = 0;
            buffer[strcspn(buffer, "\r\n")] = 0;
            snprintf(line, sizeof line, "%s: %s\n", names[fd], buffer);
            for (int other = 0; other < FD_SETSIZE; other++)
                if (FD_ISSET(other, &all) && other != listener && other != fd) send(other, line, strlen(line), 0);
        }
    }
}

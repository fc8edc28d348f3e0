// wrong: SIGPIPE is not ignored: an answer to somebody who has left kills the server; one client after another
// loses: 04.reset 04.reset-while-answering 04.silent-client
// named: dies-of-a-broken-pipe
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    char host[64] = "0.0.0.0";
    int port = 8888, yes = 1;
    if (argc > 1)
        sscanf(argv[1], "%63[^:]:%d", host, &port);
    int server = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)}, from;
    inet_pton(AF_INET, host, &address.sin_addr);
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(server, (struct sockaddr *)&address, sizeof address) != 0 || listen(server, 128) != 0) {
        fprintf(stderr, "%s:%d: ", host, port);
        perror("");
        return 1;
    }
    char *line = NULL;
    size_t room = 0;
    for (;;) {
        socklen_t size = sizeof from;
        int client = accept(server, (struct sockaddr *)&from, &size);
        FILE *lines = fdopen(client, "r");
        ssize_t n;
        while ((n = getline(&line, &room, lines)) > 0) {
            if (line[n - 1] == '\n')
                line[--n] = '\0';
            if (n > 0 && line[n - 1] == '\r')
                line[--n] = '\0';
            printf("%s:%d %s\n", inet_ntoa(from.sin_addr), ntohs(from.sin_port), line);
            fflush(stdout);
            dprintf(client, "OK ... %s\n", line);
        }
        fclose(lines);
    }
}

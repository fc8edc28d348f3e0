// wrong: fgets into 1024 bytes, one read is one reply, printf("%s"), nothing is checked, SIGPIPE is not ignored
// loses: 03.reply-in-pieces 03.replies-together 03.long-lines 03.server-closes 03.refused
// named: one-read-is-one-message
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    char host[64] = "127.0.0.1", line[1024], reply[1024];
    int port = 8888;
    if (argc > 1)
        sscanf(argv[1], "%63[^:]:%d", host, &port);
    int sock = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons(port)};
    inet_pton(AF_INET, host, &server.sin_addr);
    connect(sock, (struct sockaddr *)&server, sizeof server);
    while (fgets(line, sizeof line, stdin)) {
        send(sock, line, strlen(line), 0);
        ssize_t n = recv(sock, reply, sizeof reply - 1, 0);
        if (n < 0)
            n = 0;
        reply[n] = '\0';
        printf("%s", reply);
        fflush(stdout);
    }
    close(sock);
    return 0;
}

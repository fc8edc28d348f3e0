title = 03-tcp-client

title = 04-tcp-server

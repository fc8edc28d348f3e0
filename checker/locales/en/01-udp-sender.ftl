title = 01-udp-sender

title = 02-udp-listener

title = 06

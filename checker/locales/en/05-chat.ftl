title = chat

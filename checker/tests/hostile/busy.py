# Computes for ever, and says nothing.
while True:
    pass

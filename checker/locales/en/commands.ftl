# What the commands themselves say.

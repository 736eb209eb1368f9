"""What the command line does, while the bot may be running beside it."""

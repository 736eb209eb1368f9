"""What the bot is."""

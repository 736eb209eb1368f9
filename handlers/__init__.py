"""What Telegram shows: one file per thing people do."""

"""A local Telegram for people and tests, on loopback only."""

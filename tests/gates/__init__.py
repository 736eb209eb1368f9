"""The gates: short, and their judge."""

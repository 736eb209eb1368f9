"""What the rules of the work promise."""

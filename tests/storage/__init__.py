"""What is kept stays kept."""

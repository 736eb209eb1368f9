"""How messages come in, take effect and go out."""

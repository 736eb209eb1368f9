"""The engine, tried piece by piece."""

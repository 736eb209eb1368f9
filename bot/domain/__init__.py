"""The rules of the work, in the standard library only."""

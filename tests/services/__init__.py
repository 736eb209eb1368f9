"""Services, tried on real objects."""

"""What people do with the domain: one noun per file, verbs as methods."""

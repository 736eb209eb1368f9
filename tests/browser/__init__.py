"""The playground's page in a real browser, and the demo around it."""

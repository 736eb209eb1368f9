"""What translating promises."""

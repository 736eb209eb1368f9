"""What is printed on paper: pages of A4 as PDF."""

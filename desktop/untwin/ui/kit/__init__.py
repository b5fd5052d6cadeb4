"""What every screen is made of: words, colours, labels, plain tables and lists; it knows nothing of cases."""

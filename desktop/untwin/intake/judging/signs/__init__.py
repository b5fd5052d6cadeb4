"""What intake reads off the words around an error: one table of signs for each question, each sign with examples."""

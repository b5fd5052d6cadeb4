"""What all sheets have in common: the panel over the desk, its ground, and what must be said before a write."""

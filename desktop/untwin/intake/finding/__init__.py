"""The errors of a text, each with its slice, its words, its code and its numbers."""

"""A change of numbers: planned, locked or allowed, carried out, told from its record, and taken back."""

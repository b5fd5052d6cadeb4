"""How amounts, days and plain words are read and written."""

"""The number map: a company's numbers as lanes, what is worth a look in them, and where they will meet."""

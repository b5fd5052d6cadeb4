"""How the waiting document becomes known: from lists, from rows, from one line that a person types."""

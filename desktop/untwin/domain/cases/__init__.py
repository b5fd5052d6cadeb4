"""A case: its state and its moves, what may be done about it, and what it has in common with others."""

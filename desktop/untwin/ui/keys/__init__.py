"""How keys become actions: the keys in force, chains of two strokes, hints, and keys of a person's own."""

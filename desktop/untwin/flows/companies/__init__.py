"""Companies and their sources: connected, told what may be changed, read, drawn and forgotten."""

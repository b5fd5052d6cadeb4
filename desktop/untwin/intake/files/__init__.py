"""The files that come in: taken apart, decoded, and read as texts and sheets."""

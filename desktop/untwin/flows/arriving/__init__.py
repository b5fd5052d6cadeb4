"""Errors and lists come in: each becomes a case of one company, and what they say fills what waits."""

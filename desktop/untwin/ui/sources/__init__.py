"""The sources: which apps push into which company, and how one is connected or forgotten."""

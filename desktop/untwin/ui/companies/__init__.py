"""The companies: connected, allowed to change or not, their policy, their numbers, and how one is forgotten."""

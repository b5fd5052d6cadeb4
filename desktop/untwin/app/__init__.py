"""The composition root: builds every part and hands it on. Sees all, seen by `__main__` alone."""

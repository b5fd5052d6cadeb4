"""Batches: the plan in one table, and the run of it, row by row."""

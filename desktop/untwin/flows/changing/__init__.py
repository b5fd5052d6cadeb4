"""Changes numbers: planned, confirmed, sent one by one, proved, settled after a crash, and taken back."""

"""The window itself: its start, its first frame, what it is furnished with, and the one instance of it."""

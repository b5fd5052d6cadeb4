"""Untwin: the inbox where QuickBooks Online sync errors are proved fixed."""
